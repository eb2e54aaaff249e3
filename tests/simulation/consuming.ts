/** Members of a consumer group, who come and go, and commit what they have read. */
import { Consumer, ConsumerRecords, type AssignorName, type ConsumerRecord } from '@millrace/consumer';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import { NetworkError } from '@millrace/platform';
import type { SimulatedNode } from '@millrace/platform/simulated';
import { bootstrapServers, clientNode, go, isCalm, pause, type World } from './world.js';

export interface MemberPlan {
  readonly name: string;
  readonly topics: readonly string[];
  readonly assignors: readonly AssignorName[];
  readonly isStatic: boolean;
  /** Topics that appear while a static leader is away are noticed by nobody (also in Kafka), so the group begins when all are there. */
  readonly mayBegin: () => boolean;
}

export interface Consuming {
  reads: number;
  /** Members that were killed or left and came back. */
  returns: number;
  isOver: boolean;
}

export function consumeOn(world: World, plan: MemberPlan, consuming: Consuming): void {
  const node = clientNode(world, plan.name);
  node.onCrash = () => {
    world.simulation.after(500 + world.random.below(8_000), () => {
      node.restart();
      consuming.returns++;
      go(world, node, () => consume(world, node, plan, consuming));
    });
  };
  go(world, node, () => consume(world, node, plan, consuming));
}

async function consume(world: World, node: SimulatedNode, plan: MemberPlan, consuming: Consuming): Promise<void> {
  const { platform } = node;
  while (!plan.mayBegin()) await pause(platform, 50);
  while (!consuming.isOver) {
    const member = new Member(world, node, plan);
    const leavesAtMs = world.simulation.timeMs + 3_000 + platform.random.below(30_000);
    while (!consuming.isOver && !member.isFenced && (world.simulation.timeMs < leavesAtMs || isCalm(world))) consuming.reads += await member.turn();
    await member.consumer.close({ timeoutMs: 3_000 });
    if (consuming.isOver) return;
    consuming.returns++;
    await pause(platform, platform.random.below(3_000));
  }
}

class Member {
  readonly consumer: Consumer;
  /** The group knows this static member by an id from before a loss of power. */
  isFenced = false;
  readonly #world: World;
  readonly #node: SimulatedNode;
  readonly #isCooperative: boolean;
  /** A static member that comes back is the same owner under another member id. */
  readonly #instance: string | null;
  /** The group's commits when partitions were assigned. */
  readonly #committedBefore: Map<string, number> = new Map();
  /** Behind the last record of each partition that was given out since it was assigned. */
  readonly #positions: Map<string, { topic: string; partition: number; offset: number }> = new Map();

  constructor(world: World, node: SimulatedNode, plan: MemberPlan) {
    this.#world = world;
    this.#node = node;
    this.#instance = plan.isStatic ? plan.name : null;
    this.#isCooperative = plan.assignors.includes('cooperative-sticky');
    this.consumer = new Consumer({
      bootstrapServers,
      platform: node.platform,
      clientId: plan.name,
      groupId: world.group.groupId,
      ...(plan.isStatic ? { groupInstanceId: plan.name } : {}),
      partitionAssignors: plan.assignors,
      autoOffsetReset: 'earliest',
      enableAutoCommit: false,
      requestTimeoutMs: 3_000,
      sessionTimeoutMs: 6_000,
      heartbeatIntervalMs: 1_000,
      maxPollIntervalMs: 10_000,
      defaultApiTimeoutMs: 8_000,
      fetchMaxWaitMs: 200,
      rebalanceListener: {
        onAssigned: (partitions) => this.#assigned(partitions),
        onRevoked: (partitions) => this.#revoked(partitions),
        onLost: (partitions) => this.#forget(partitions),
      },
    });
    this.consumer.subscribe(plan.topics);
  }

  /** Polls once and perhaps commits; the number of records. */
  async turn(): Promise<number> {
    const { random } = this.#node.platform;
    const records = await this.consumer.poll({ timeoutMs: 400, maxRecords: 1 + random.below(100) }).catch((error: unknown) => this.#fenced(error));
    for (const record of records) this.#take(record);
    if (random.below(4) === 0) await this.#commit();
    if (random.below(6) === 0) await pause(this.#node.platform, random.below(300));
    return records.count;
  }

  #fenced(error: unknown): ConsumerRecords {
    const isFenced = error instanceof KafkaError && error.code === ErrorCode.FENCED_INSTANCE_ID;
    if (!isFenced || this.#world.group.era === 0) throw error;
    this.isFenced = true;
    return new ConsumerRecords([]);
  }

  #take(record: ConsumerRecord): void {
    const { topic, partition, offset } = record;
    const name = `${topic}-${partition}`;
    const { partitions, group, simulation } = this.#world;
    const ledger = partitions.get(name)!;
    ledger.read(offset, record.valueText ?? '', simulation.timeMs);
    const expected = this.#positions.get(name)?.offset;
    if (expected === undefined) this.#checkFirst(name, offset);
    else if (offset > expected && offset > ledger.deletedBelow) throw new Error(`${name}: offset ${offset} was given out after ${expected - 1}: a gap`);
    // A deletion of records may be forgotten in a crash, and the beginning of the log be an earlier one again (also in Kafka).
    else if (offset < expected && ledger.losses === 0 && !ledger.mayLoseStart) throw new Error(`${name}: offset ${offset} was given out after ${expected - 1}`);
    this.#positions.set(name, { topic, partition, offset: offset + 1 });
    group.saw(name, offset);
  }

  /** What was committed before an assignment was read, so the first record after it comes behind that. */
  #checkFirst(name: string, offset: number): void {
    if (this.#world.partitions.get(name)!.losses > 0) return;
    const committed = this.#committedBefore.get(name) ?? -1;
    if (offset < committed) throw new Error(`${name}: after an assignment offset ${offset} was given out first, and ${committed} was committed`);
  }

  async #commit(): Promise<void> {
    const offsets = [...this.#positions.values()];
    if (offsets.length === 0) return;
    const { group } = this.#world;
    const { era } = group;
    try {
      await this.consumer.commit(offsets);
    } catch (error) {
      if (error instanceof KafkaError || error instanceof NetworkError) return;
      throw error;
    }
    for (const { topic, partition, offset } of offsets) group.committed(`${topic}-${partition}`, offset, era);
  }

  #assigned(coming: readonly { topic: string; partition: number }[]): void {
    for (const { topic, partition } of coming) this.#committedBefore.set(`${topic}-${partition}`, this.#world.group.lastCommit(`${topic}-${partition}`));
    const { generation, memberId } = this.consumer.groupMetadata();
    if (generation < 0) return;
    this.#world.group.owns(generation, this.#instance ?? memberId, this.consumer.assignment().map(({ topic, partition }) => `${topic}-${partition}`));
  }

  async #revoked(partitions: readonly { topic: string; partition: number }[]): Promise<void> {
    if (this.#node.platform.random.below(2) === 0) await this.#commit();
    this.#forget(partitions);
  }

  #forget(partitions: readonly { topic: string; partition: number }[]): void {
    for (const { topic, partition } of partitions) this.#positions.delete(`${topic}-${partition}`);
    if (!this.#isCooperative) this.#positions.clear();
  }
}
