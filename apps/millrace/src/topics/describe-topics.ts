/** `kafka-topics --describe`. */
import type { AdminPort, ConfigEntry, PartitionDescription, TopicDescription } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { requireTopics, selectTopics, type TopicSelection } from './select-topics.js';

export interface DescribeTopicsOptions extends TopicSelection {
  underReplicatedPartitions?: true;
  unavailablePartitions?: true;
  underMinIsrPartitions?: true;
  atMinIsrPartitions?: true;
  topicsWithOverrides?: true;
}

export async function describeTopics(options: DescribeTopicsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  if (options.ifExists && options.topic !== undefined && options.topicId !== undefined) {
    io.out('Only topic id will be used when both --topic and --topic-id are specified and topicId is not Uuid.ZERO_UUID');
  }
  const topics = await selectTopics(options, admin);
  requireTopics(topics, options);
  if (topics.length === 0) return;
  const live = new Set((await admin.describeCluster()).nodes.map((node) => node.id));
  const described = await admin.describeTopics(topics.map(({ name }) => name));
  for (const topic of described.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const configs = await admin.describeConfigs({ type: 'topic', name: topic.name });
    printTopic(topic, configs, live, options, io);
  }
}

function printTopic(topic: TopicDescription, configs: readonly ConfigEntry[], live: ReadonlySet<number>, options: DescribeTopicsOptions, io: ToolIo): void {
  const isReport = options.underReplicatedPartitions || options.unavailablePartitions || options.underMinIsrPartitions || options.atMinIsrPartitions;
  const overrides = configs.filter((entry) => entry.source !== 'DEFAULT_CONFIG');
  if (!isReport && (!options.topicsWithOverrides || overrides.length > 0)) io.out(topicLine(topic, overrides));
  if (options.topicsWithOverrides) return;
  const minIsr = Number(configs.find((entry) => entry.name === 'min.insync.replicas')?.value ?? 1);
  for (const partition of topic.partitions.toSorted((a, b) => a.partition - b.partition)) {
    if (!isReport || isReported(partition, options, minIsr, live)) io.out(partitionLine(topic.name, partition));
  }
}

/** Several reports together show what any of them does. */
function isReported({ leader, replicas, isr }: PartitionDescription, options: DescribeTopicsOptions, minIsr: number, live: ReadonlySet<number>): boolean {
  return (
    (options.underReplicatedPartitions === true && isr.length < replicas.length) ||
    (options.unavailablePartitions === true && (leader === null || !live.has(leader))) ||
    (options.underMinIsrPartitions === true && (leader === null || isr.length < minIsr)) ||
    (options.atMinIsrPartitions === true && isr.length === minIsr)
  );
}

function topicLine(topic: TopicDescription, overrides: readonly ConfigEntry[]): string {
  const configs = overrides.map(({ name, value }) => `${name}=${value}`).join(',');
  return `Topic: ${topic.name}\tTopicId: ${topic.topicId}\tPartitionCount: ${topic.partitions.length}\tReplicationFactor: ${topic.partitions[0]?.replicas.length ?? 0}\tConfigs: ${configs}`;
}

function partitionLine(topic: string, partition: PartitionDescription): string {
  const elr = (brokers: readonly number[] | null): string => (brokers === null ? 'N/A' : brokers.join(','));
  return [
    `\tTopic: ${topic}`,
    `Partition: ${partition.partition}`,
    `Leader: ${partition.leader ?? 'none'}`,
    `Replicas: ${partition.replicas.join(',')}`,
    `Isr: ${partition.isr.join(',')}`,
    `Elr: ${elr(partition.elr)}`,
    `LastKnownElr: ${elr(partition.lastKnownElr)}`,
  ].join('\t');
}
