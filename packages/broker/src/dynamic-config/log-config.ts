/** From a topic's settings to what its logs are told. */
import type { BrokerConfig, Settings } from '@millrace/config';
import type { LogConfig } from '@millrace/storage';

export function logConfig(topic: Settings, broker: BrokerConfig): LogConfig {
  const policy = topic.list('cleanup.policy');
  return {
    segmentBytes: topic.intOrNull('internal.segment.bytes') ?? topic.int('segment.bytes'),
    segmentMs: topic.long('segment.ms'),
    segmentJitterMs: topic.long('segment.jitter.ms'),
    segmentIndexBytes: topic.int('segment.index.bytes'),
    indexIntervalBytes: topic.int('index.interval.bytes'),
    retentionMs: topic.long('retention.ms'),
    retentionBytes: topic.long('retention.bytes'),
    maxMessageBytes: topic.int('max.message.bytes'),
    maxDecompressedBytes: topic.int('max.decompressed.message.bytes'),
    cleanupDelete: policy.includes('delete'),
    cleanupCompact: policy.includes('compact'),
    flushMessages: topic.long('flush.messages'),
    flushMs: topic.long('flush.ms'),
    fileDeleteDelayMs: topic.long('file.delete.delay.ms'),
    preallocate: topic.boolean('preallocate'),
    messageTimestampType: topic.string('message.timestamp.type') === 'LogAppendTime' ? 'LogAppendTime' : 'CreateTime',
    messageTimestampBeforeMaxMs: topic.long('message.timestamp.before.max.ms'),
    messageTimestampAfterMaxMs: topic.long('message.timestamp.after.max.ms'),
    compressionType: compressionType(topic.string('compression.type')),
    minCompactionLagMs: topic.long('min.compaction.lag.ms'),
    maxCompactionLagMs: topic.long('max.compaction.lag.ms'),
    minCleanableDirtyRatio: topic.double('min.cleanable.dirty.ratio'),
    deleteRetentionMs: topic.long('delete.retention.ms'),
    producerIdExpirationMs: broker.int('producer.id.expiration.ms'),
  };
}

const COMPRESSION_TYPES = ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'] as const;

function compressionType(text: string): LogConfig['compressionType'] {
  return COMPRESSION_TYPES.find((type) => type === text) ?? 'producer';
}
