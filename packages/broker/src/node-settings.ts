/** The settings that the broker's own code reads often, by their meaning. */
import type { BrokerConfig } from '@millrace/config';
import type { GroupConfig } from '@millrace/coordinator';
import type { ListenerKind } from './handlers/table.js';

export interface NodeSettings {
  readonly autoCreateTopics: boolean;
  readonly deleteTopicEnabled: boolean;
  readonly fetchMaxBytes: number;
  readonly maxRequestPartitionSizeLimit: number;
  readonly requestTimeoutMs: number;
  readonly offsetsTopic: { readonly partitions: number; readonly replicationFactor: number; readonly segmentBytes: number };
  readonly group: GroupConfig;
  readonly offsetsRetentionCheckIntervalMs: number;
  listenerKind(listenerName: string): ListenerKind;
}

const MINUTE_MS = 60_000;

export function nodeSettings(config: BrokerConfig): NodeSettings {
  const controllerNames = new Set(config.controllerListenerNames);
  return {
    autoCreateTopics: config.boolean('auto.create.topics.enable'),
    deleteTopicEnabled: config.boolean('delete.topic.enable'),
    fetchMaxBytes: config.int('fetch.max.bytes'),
    maxRequestPartitionSizeLimit: config.int('max.request.partition.size.limit'),
    requestTimeoutMs: config.int('request.timeout.ms'),
    offsetsTopic: {
      partitions: config.int('offsets.topic.num.partitions'),
      replicationFactor: config.int('offsets.topic.replication.factor'),
      segmentBytes: config.int('offsets.topic.segment.bytes'),
    },
    group: {
      initialRebalanceDelayMs: config.int('group.initial.rebalance.delay.ms'),
      minSessionTimeoutMs: config.int('group.min.session.timeout.ms'),
      maxSessionTimeoutMs: config.int('group.max.session.timeout.ms'),
      maxSize: config.int('group.max.size'),
      offsetMetadataMaxBytes: config.int('offset.metadata.max.bytes'),
      offsetsRetentionMs: config.int('offsets.retention.minutes') * MINUTE_MS,
    },
    offsetsRetentionCheckIntervalMs: config.long('offsets.retention.check.interval.ms'),
    listenerKind: (listenerName) => (controllerNames.has(listenerName) ? 'controller' : 'broker'),
  };
}
