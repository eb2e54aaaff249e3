/**
 * From images to logs: makes, deletes and configures what this node holds, whenever a new image is committed. A partition's
 * directory takes a millisecond or two, so that an update of many is carried out in steps; updates wait for each other.
 */
import { ConfigResourceType, type MetadataImage, type MetadataUpdate, type PartitionRegistration, type TopicImage } from '@millrace/metadata';
import type { Platform } from '@millrace/platform';
import { type Log, type LogManager, StorageError } from '@millrace/storage';
import type { DynamicConfig } from './dynamic-config/dynamic-config.js';
import { GROUP_METADATA_TOPIC } from './internal-topics.js';
import type { GroupMachines } from './machines/group-machines.js';
import { Partition } from './replication/partition.js';
import type { Partitions } from './replication/partitions.js';

type Steps = Generator<void, void, void>;

/** So many partitions of an update are seen to at once. */
const AT_ONCE = 2;

export class MetadataPublisher {
  readonly #nodeId: number;
  readonly #logs: LogManager;
  readonly #partitions: Partitions;
  readonly #groups: GroupMachines;
  readonly #dynamicConfig: DynamicConfig;
  readonly #platform: Pick<Platform, 'logger' | 'timers'>;
  #waiting: Steps[] = [];
  #working: Promise<void> | null = null;
  #stopped = false;

  constructor(
    nodeId: number,
    logs: LogManager,
    partitions: Partitions,
    groups: GroupMachines,
    dynamicConfig: DynamicConfig,
    platform: Pick<Platform, 'logger' | 'timers'>,
  ) {
    this.#nodeId = nodeId;
    this.#logs = logs;
    this.#partitions = partitions;
    this.#groups = groups;
    this.#dynamicConfig = dynamicConfig;
    this.#platform = platform;
  }

  /** Null when everything is done, also of earlier updates; else what resolves when it is. */
  publish(update: MetadataUpdate): Promise<void> | null {
    const steps = this.#stepsOf(update);
    if (this.#working === null) {
      for (let taken = 0; taken < AT_ONCE; taken++) if (steps.next().done === true) return null;
    }
    this.#waiting.push(steps);
    return (this.#working ??= this.#work());
  }

  /** Resolves when all updates so far are carried out. */
  async settled(): Promise<void> {
    await this.#working;
  }

  /** What is left of the updates is not carried out: the next start does that. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    try {
      for (let steps = this.#waiting.shift(); steps !== undefined; steps = this.#waiting.shift()) await this.#platform.timers.runStepped(steps);
    } finally {
      this.#working = null;
    }
  }

  // A step for each partition.
  *#stepsOf({ image, changes }: MetadataUpdate): Steps {
    const brokerSettings = changes.configs.some((resource) => resource.type === ConfigResourceType.BROKER);
    if (brokerSettings) this.#dynamicConfig.update(image);
    for (const topic of changes.topics.deleted) yield* this.#delete(topic);
    for (const topic of changes.topics.created) yield* this.#take(image, topic);
    for (const { after } of changes.topics.changed) yield* this.#take(image, after);
    if (brokerSettings) for (const name of image.topics.idByName.keys()) this.#configure(image, name);
    else this.#configureChanged(image, changes.configs);
  }

  /** Logs that no topic of the image has, left from a topic that was deleted while this node was away: kept under another name, as Kafka does. */
  setStraysAside(image: MetadataImage): void {
    for (const log of [...this.#logs.logs()]) {
      const registration = image.partition(log.topicId, log.partition);
      if (registration?.replicas.includes(this.#nodeId) === true) continue;
      this.#setAside(log);
    }
  }

  *#delete(topic: TopicImage): Steps {
    const gone = topic.partitions.map((_, partition) => ({ topic: topic.name, partition }));
    for (const { partition: index } of gone) {
      if (this.#stopped) return;
      const partition = this.#partitions.get(topic.name, index);
      if (partition === undefined || partition.topicId !== topic.id) continue;
      if (topic.name === GROUP_METADATA_TOPIC) this.#groups.closePartition(index);
      this.#partitions.remove(topic.name, index);
      this.#logs.delete(partition.log).catch((error: unknown) => {
        this.#platform.logger.error(`${partition.name} cannot be deleted`, { error: String(error) });
      });
      yield;
    }
    this.#groups.onPartitionsDeleted(gone);
  }

  *#take(image: MetadataImage, topic: TopicImage): Steps {
    if (topic.name === GROUP_METADATA_TOPIC) this.#groups.setPartitionCount(topic.partitions.length);
    for (const [index, registration] of topic.partitions.entries()) {
      if (this.#stopped) return;
      if (!registration.replicas.includes(this.#nodeId)) continue;
      try {
        this.#takePartition(image, topic, index, registration);
      } catch (error) {
        // Its directory is offline then; the others may go on.
        if (!(error instanceof StorageError)) throw error;
        this.#platform.logger.error(`${topic.name}-${index} cannot be opened`, { error: error.message });
      }
      yield;
    }
  }

  #takePartition(image: MetadataImage, topic: TopicImage, index: number, registration: PartitionRegistration): void {
    const known = this.#partitions.get(topic.name, index);
    if (registration.leader !== this.#nodeId) {
      if (known !== undefined) this.#giveUp(topic.name, index);
      return;
    }
    if (known !== undefined && known.topicId === topic.id) {
      known.becomeLeader(registration.leaderEpoch);
      return;
    }
    const config = this.#dynamicConfig.ofTopic(image, topic.name);
    const found = this.#logOf(topic, index);
    if (found !== undefined) found.updateConfig(config);
    const log = found ?? this.#logs.create({ topic: topic.name, partition: index, topicId: topic.id, config });
    const partition = new Partition(log, registration.leaderEpoch);
    this.#partitions.add(partition);
    if (topic.name === GROUP_METADATA_TOPIC) void this.#groups.open(partition);
  }

  // A log of that name may be of a topic that was deleted and made anew while this node was away.
  #logOf(topic: TopicImage, index: number): Log | undefined {
    const found = this.#logs.get(topic.name, index);
    if (found === undefined || found.topicId === topic.id) return found;
    this.#setAside(found);
    return undefined;
  }

  #setAside(log: Log): void {
    const path = this.#logs.setAsideAsStray(log);
    this.#platform.logger.warn(`${log.topic}-${log.partition} (topic id ${log.topicId}) is no partition of this node: set aside as ${path}`);
  }

  #giveUp(topic: string, index: number): void {
    if (topic === GROUP_METADATA_TOPIC) this.#groups.closePartition(index);
    this.#partitions.remove(topic, index);
  }

  #configureChanged(image: MetadataImage, resources: MetadataUpdate['changes']['configs']): void {
    for (const resource of resources) if (resource.type === ConfigResourceType.TOPIC) this.#configure(image, resource.name);
  }

  #configure(image: MetadataImage, topic: string): void {
    const partitions = [...this.#partitions.ofTopic(topic)];
    if (partitions.length === 0) return;
    const config = this.#dynamicConfig.ofTopic(image, topic);
    for (const partition of partitions) partition.log.updateConfig(config);
  }
}
