/** What a log is told by its topic's settings; names as Kafka's topic settings, durations and sizes with their units. */
export interface LogConfig {
  segmentBytes: number;
  segmentMs: number;
  segmentJitterMs: number;
  segmentIndexBytes: number;
  indexIntervalBytes: number;
  /** -1: no limit. */
  retentionMs: number;
  /** -1: no limit. */
  retentionBytes: number;
  maxMessageBytes: number;
  /** What a compressed batch may unfold to; never more than the protocol's own bound. */
  maxDecompressedBytes: number;
  cleanupDelete: boolean;
  /** Taken; the cleaner is not here yet. Records without a key are refused already. */
  cleanupCompact: boolean;
  /** Sync after so many messages; 1 makes every acknowledgement wait for a sync. */
  flushMessages: number;
  flushMs: number;
  fileDeleteDelayMs: number;
  /** Taken; without effect, since the file system allots space well enough by itself. */
  preallocate: boolean;
  messageTimestampType: 'CreateTime' | 'LogAppendTime';
  messageTimestampBeforeMaxMs: number;
  messageTimestampAfterMaxMs: number;
  compressionType: 'producer' | 'uncompressed' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
  minCompactionLagMs: number;
  maxCompactionLagMs: number;
  minCleanableDirtyRatio: number;
  deleteRetentionMs: number;
  producerIdExpirationMs: number;
}

/** Kafka 4.4's defaults. 2^63 stands for Long.MAX_VALUE. */
export const defaultLogConfig: Readonly<LogConfig> = {
  segmentBytes: 1_073_741_824,
  segmentMs: 604_800_000,
  segmentJitterMs: 0,
  segmentIndexBytes: 10_485_760,
  indexIntervalBytes: 4096,
  retentionMs: 604_800_000,
  retentionBytes: -1,
  maxMessageBytes: 1_048_588,
  maxDecompressedBytes: 2_147_483_639,
  cleanupDelete: true,
  cleanupCompact: false,
  flushMessages: 2 ** 63,
  flushMs: 2 ** 63,
  fileDeleteDelayMs: 60_000,
  preallocate: false,
  messageTimestampType: 'CreateTime',
  messageTimestampBeforeMaxMs: 2 ** 63,
  messageTimestampAfterMaxMs: 3_600_000,
  compressionType: 'producer',
  minCompactionLagMs: 0,
  maxCompactionLagMs: 2 ** 63,
  minCleanableDirtyRatio: 0.5,
  deleteRetentionMs: 86_400_000,
  producerIdExpirationMs: 86_400_000,
};
