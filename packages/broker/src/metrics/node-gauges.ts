/** What Kafka shows of a node's state under its MBean names; read only when somebody looks. */
import type { Metrics } from '@millrace/platform';
import type { BrokerNode } from '../broker-node.js';
import type { Partition } from '../replication/partition.js';

const RUNNING = 3;

export function registerNodeGauges(metrics: Metrics, node: BrokerNode): void {
  const gauges = (type: string, read: Readonly<Record<string, () => number>>) => {
    for (const [name, value] of Object.entries(read)) metrics.gauge(`${type},name=${name}`, value);
  };
  gauges('kafka.server:type=KafkaServer', { BrokerState: () => RUNNING });
  gauges('kafka.controller:type=KafkaController', {
    ActiveControllerCount: () => (node.controller.leaderId === node.nodeId ? 1 : 0),
    ActiveBrokerCount: () => count(node.image.brokers.values(), (broker) => !broker.fenced),
    FencedBrokerCount: () => count(node.image.brokers.values(), (broker) => broker.fenced),
    GlobalTopicCount: () => node.image.topics.byId.size,
    GlobalPartitionCount: () => sum(node.image.topics.byId.values(), (topic) => topic.partitions.length),
    OfflinePartitionsCount: () => sum(node.image.topics.byId.values(), (topic) => count(topic.partitions, (partition) => partition.leader < 0)),
    LastCommittedRecordOffset: () => node.image.offset,
  });
  gauges('kafka.server:type=ReplicaManager', {
    PartitionCount: () => count(node.partitions.all(), () => true),
    LeaderCount: () => count(node.partitions.all(), () => true),
    OfflineReplicaCount: () => count(node.partitions.all(), (partition) => partition.log.failure !== null),
    // Every partition has one replica here.
    UnderReplicatedPartitions: () => 0,
    UnderMinIsrPartitionCount: () => 0,
    ProducerIdCount: () => sum(node.partitions.all(), (partition) => partition.log.producerState.size),
  });
  gauges('kafka.server:type=FetchSessionCache', { NumIncrementalFetchSessions: () => node.fetchSessions.size });
  gauges('kafka.log:type=LogManager', { OfflineLogDirectoryCount: () => count(node.logs.directories, (directory) => directory.error !== null) });
  node.partitions.watch({
    added: (partition) => addLogGauges(metrics, partition),
    removed: (partition, isLast) => {
      removeLogGauges(metrics, partition);
      if (isLast) node.trafficMetrics.forget(partition.topic);
    },
  });
}

function addLogGauges(metrics: Metrics, { topic, index, log }: Partition): void {
  metrics.gauge(logMetric('Size', topic, index), () => log.sizeInBytes);
  metrics.gauge(logMetric('LogStartOffset', topic, index), () => log.logStartOffset);
  metrics.gauge(logMetric('LogEndOffset', topic, index), () => log.logEndOffset);
  metrics.gauge(logMetric('NumLogSegments', topic, index), () => log.segments.all.length);
}

function removeLogGauges(metrics: Metrics, { topic, index }: Partition): void {
  for (const name of ['Size', 'LogStartOffset', 'LogEndOffset', 'NumLogSegments']) metrics.remove(logMetric(name, topic, index));
}

function logMetric(name: string, topic: string, partition: number): string {
  return `kafka.log:type=Log,name=${name},topic=${topic},partition=${partition}`;
}

function count<T>(of: Iterable<T>, counts: (one: T) => boolean): number {
  return sum(of, (one) => (counts(one) ? 1 : 0));
}

function sum<T>(of: Iterable<T>, value: (one: T) => number): number {
  let total = 0;
  for (const one of of) total += value(one);
  return total;
}
