/** An administrator: makes topics, writes a little to them, grows and deletes them, deletes records, and looks at the group's offsets. */
import { Admin } from '@millrace/admin';
import { Producer } from '@millrace/producer';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import { NetworkError, type Platform } from '@millrace/platform';
import { TopicsLedger } from './topics-ledger.js';
import { bootstrapServers, clientNode, go, isCalm, pause, pick, type World } from './world.js';

export const trimmedTopic = 'trimmed';
const temporaryTopics = ['temporary-a', 'temporary-b'];
const longestCallMs = 30_000;

export interface Administering {
  readonly topics: TopicsLedger;
  calls: number;
  /** The permanent topics are there. */
  hasBegun: boolean;
  isOver: boolean;
}

/** `permanent`: topics to begin with, by their number of partitions. */
export function administerFrom(world: World, name: string, administering: Administering, permanent: ReadonlyMap<string, number>): void {
  const node = clientNode(world, name);
  go(world, node, async () => {
    const { platform } = node;
    const admin = new Admin({ bootstrapServers, platform, clientId: name, requestTimeoutMs: 3_000, defaultApiTimeoutMs: longestCallMs });
    const administrator = new Administrator(world, admin, platform, administering);
    for (const [topic, partitions] of permanent) await administrator.makeForGood(topic, partitions);
    administering.hasBegun = true;
    while (!isCalm(world)) {
      await administrator.turn();
      await pause(platform, platform.random.below(1_500));
    }
    await administrator.compareOffsets();
    await admin.close();
    administering.isOver = true;
  });
}

class Administrator {
  readonly #world: World;
  readonly #admin: Admin;
  readonly #platform: Platform;
  readonly #administering: Administering;

  constructor(world: World, admin: Admin, platform: Platform, administering: Administering) {
    this.#world = world;
    this.#admin = admin;
    this.#platform = platform;
    this.#administering = administering;
  }

  async turn(): Promise<void> {
    const { topics } = this.#administering;
    const topic = temporaryTopics[this.#platform.random.below(temporaryTopics.length)]!;
    const choices: [number, () => Promise<void>][] = [
      [3, () => this.compareOffsets()],
      [2, () => this.#trim()],
      [3, () => this.#list()],
      topics.has(topic) ? [4, () => this.#delete(topic)] : [8, () => this.#makeTemporary(topic)],
      topics.has(topic) ? [2, () => this.#grow(topic)] : [1, () => this.#list()],
    ];
    this.#administering.calls++;
    await pick(this.#platform.random, choices)();
  }

  /** What is committed is not behind what was acknowledged. */
  async compareOffsets(): Promise<void> {
    const { group } = this.#world;
    const { era } = group;
    const acknowledged = new Map(group.partitionsWithCommits.map((name) => [name, group.lastCommit(name)]));
    const found = await this.#answer(() => this.#admin.listConsumerGroupOffsets(group.groupId));
    if (found === null || era !== group.era) return;
    const offsets = new Map(found.map(({ topic, partition, offset }) => [`${topic}-${partition}`, offset]));
    for (const [name, offset] of acknowledged) {
      // Where records were lost, positions were reset.
      if (this.#world.partitions.get(name)!.losses > 0) continue;
      group.found(name, offsets.get(name) ?? -1, offset);
    }
  }

  async makeForGood(topic: string, partitions: number): Promise<void> {
    // What is paid for is synced before it is acknowledged.
    const configs = { ...(topic === 'payments' ? { 'flush.messages': '1' } : {}), 'internal.segment.bytes': String(4_000 + this.#platform.random.below(40_000)) };
    while (!this.#administering.topics.has(topic)) await this.#make(topic, partitions, configs);
  }

  async #makeTemporary(topic: string): Promise<void> {
    if (await this.#make(topic, 1 + this.#platform.random.below(2), { 'flush.messages': '1' })) await this.#write(topic);
  }

  /** Whether this very request made it, so that nobody knows of the topic yet. */
  async #make(topic: string, partitions: number, configs: Readonly<Record<string, string>>): Promise<boolean> {
    const { topics } = this.#administering;
    topics.doubtful.add(topic);
    const made = await this.#answer(() => this.#admin.createTopics([{ topic, partitions, replicationFactor: 1, configs }]));
    const error = made?.[0]?.error ?? null;
    if (made !== null && error === null) {
      topics.made(topic, made[0]!.topicId, partitions);
      topics.doubtful.delete(topic);
      return true;
    }
    if (error?.code === ErrorCode.TOPIC_ALREADY_EXISTS) {
      // An earlier request came through without its answer.
      const found = (await this.#answer(() => this.#admin.listTopics()))?.find((listed) => listed.topic === topic);
      if (found === undefined) return false;
      topics.made(topic, found.topicId, 1);
      topics.doubtful.delete(topic);
    } else if (error !== null && error.code !== ErrorCode.INVALID_REPLICATION_FACTOR) throw error; // that one: the broker is stopping
    return false;
  }

  /** Nobody else writes here, so the offsets of a new topic begin at 0. */
  async #write(topic: string): Promise<void> {
    const platform = this.#platform;
    const { era } = this.#world.group;
    const producer = new Producer({ bootstrapServers, platform, requestTimeoutMs: 3_000, maxBlockMs: longestCallMs });
    try {
      for (let number = 0; number < 3; number++) {
        const { offset } = await producer.send({ topic, partition: 0, value: `${topic}.${number}` });
        if (offset !== number && offset >= 0 && era === this.#world.group.era) throw new Error(`record ${number} of the new topic ${topic} has offset ${offset}`);
      }
    } finally {
      await producer.close();
    }
  }

  /** What becomes of these records does not matter: files shall be written and synced while they are deleted. */
  async #writeUnheard(topic: string): Promise<void> {
    const platform = this.#platform;
    const producer = new Producer({ bootstrapServers, platform, requestTimeoutMs: 1_000, deliveryTimeoutMs: 2_000, maxBlockMs: 2_000 });
    await Promise.allSettled(Array.from({ length: platform.random.below(20) }, () => producer.send({ topic, partition: 0, value: 'unheard' })));
    await producer.close({ timeoutMs: 0 });
  }

  async #delete(topic: string): Promise<void> {
    const { topics } = this.#administering;
    topics.doubtful.add(topic);
    const written = this.#writeUnheard(topic);
    await pause(this.#platform, this.#platform.random.below(30));
    const deleted = await this.#answer(() => this.#admin.deleteTopics([topic]));
    await written;
    const error = deleted?.[0]?.error ?? null;
    if (deleted === null) return;
    if (error !== null && error.code !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) throw error;
    topics.removed(topic);
    topics.doubtful.delete(topic);
  }

  async #grow(topic: string): Promise<void> {
    const { topics } = this.#administering;
    const totalCount = topics.partitionsOf(topic) + 1;
    const grown = await this.#answer(() => this.#admin.createPartitions([{ topic, totalCount }]));
    const error = grown?.[0]?.error ?? null;
    if (error?.code === ErrorCode.INVALID_REPLICATION_FACTOR) return; // the broker is stopping
    // INVALID_PARTITIONS: an earlier request came through without its answer.
    if (error !== null && error.code !== ErrorCode.INVALID_PARTITIONS) throw error;
    if (grown !== null) topics.grew(topic, totalCount);
  }

  async #trim(): Promise<void> {
    const ledger = this.#world.partitions.get(`${trimmedTopic}-0`)!;
    const beforeOffset = Math.max(0, ledger.committedEnd - 1 - this.#platform.random.below(100));
    const deleted = await this.#answer(() => this.#admin.deleteRecords([{ topic: trimmedTopic, partition: 0, beforeOffset }]));
    const error = deleted?.[0]?.error ?? null;
    // The log may have been cut by a loss of power.
    if (error !== null && !error.retriable && error.code !== ErrorCode.OFFSET_OUT_OF_RANGE) throw error;
  }

  async #list(): Promise<void> {
    const { topics } = this.#administering;
    const listed = await this.#answer(() => this.#admin.listTopics());
    if (listed === null) return;
    const byName = new Map(listed.map(({ topic, topicId }) => [topic, topicId]));
    for (const topic of temporaryTopics) {
      if (!topics.doubtful.has(topic) && topics.has(topic) !== byName.has(topic)) throw new Error(`topic ${topic} is ${topics.has(topic) ? 'not ' : ''}listed`);
    }
  }

  /** Null when the broker could not be reached for long. */
  async #answer<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof NetworkError || (error instanceof KafkaError && error.retriable)) return null;
      throw error;
    }
  }
}
