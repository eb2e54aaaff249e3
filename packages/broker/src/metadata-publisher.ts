/** From images to logs: makes, deletes and configures what this node holds, whenever a new image is committed. */
import { ConfigResourceType, type MetadataImage, type MetadataUpdate, type PartitionRegistration, type TopicImage } from '@millrace/metadata';
import type { Logger } from '@millrace/platform';
import type { Log, LogManager } from '@millrace/storage';
import type { DynamicConfig } from './dynamic-config/dynamic-config.js';
import { GROUP_METADATA_TOPIC } from './internal-topics.js';
import type { GroupMachines } from './machines/group-machines.js';
import { Partition } from './replication/partition.js';
import type { Partitions } from './replication/partitions.js';

export class MetadataPublisher {
  readonly #nodeId: number;
  readonly #logs: LogManager;
  readonly #partitions: Partitions;
  readonly #groups: GroupMachines;
  readonly #dynamicConfig: DynamicConfig;
  readonly #logger: Logger;

  constructor(
    nodeId: number,
    logs: LogManager,
    partitions: Partitions,
    groups: GroupMachines,
    dynamicConfig: DynamicConfig,
    logger: Logger,
  ) {
    this.#nodeId = nodeId;
    this.#logs = logs;
    this.#partitions = partitions;
    this.#groups = groups;
    this.#dynamicConfig = dynamicConfig;
    this.#logger = logger;
  }

  publish({ image, changes }: MetadataUpdate): void {
    const brokerSettings = changes.configs.some((resource) => resource.type === ConfigResourceType.BROKER);
    if (brokerSettings) this.#dynamicConfig.update(image);
    for (const topic of changes.topics.deleted) this.#delete(topic);
    for (const topic of changes.topics.created) this.#take(image, topic);
    for (const { after } of changes.topics.changed) this.#take(image, after);
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

  #delete(topic: TopicImage): void {
    const gone = topic.partitions.map((_, partition) => ({ topic: topic.name, partition }));
    for (const { partition: index } of gone) {
      const partition = this.#partitions.get(topic.name, index);
      if (partition === undefined || partition.topicId !== topic.id) continue;
      if (topic.name === GROUP_METADATA_TOPIC) this.#groups.closePartition(index);
      this.#partitions.remove(topic.name, index);
      this.#logs.delete(partition.log).catch((error: unknown) => {
        this.#logger.error(`${partition.name} cannot be deleted`, { error: String(error) });
      });
    }
    this.#groups.onPartitionsDeleted(gone);
  }

  #take(image: MetadataImage, topic: TopicImage): void {
    if (topic.name === GROUP_METADATA_TOPIC) this.#groups.setPartitionCount(topic.partitions.length);
    topic.partitions.forEach((registration, index) => {
      if (registration.replicas.includes(this.#nodeId)) this.#takePartition(image, topic, index, registration);
    });
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
    this.#logger.warn(`${log.topic}-${log.partition} (topic id ${log.topicId}) is no partition of this node: set aside as ${path}`);
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
