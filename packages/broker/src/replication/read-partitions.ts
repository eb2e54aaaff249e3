/** Reads several partitions for one Fetch, within its byte limits. */
import { ErrorCode } from '@millrace/protocol';
import type { LogSlice } from '@millrace/storage';
import type { BrokerNode } from '../broker-node.js';
import type { FetchPartition } from '../fetch-sessions/fetch-session-cache.js';
import { absentErrorCode } from './absence.js';
import type { Partition } from './partition.js';

export interface ReadLimits {
  /** For all partitions together; the first batch found is given whole even when it is larger (KIP-74). */
  maxBytes: number;
  upTo: 'highWatermark' | 'lastStable';
  byTopicId: boolean;
}

export interface PartitionRead {
  asked: FetchPartition;
  /** Null where the partition is not here. */
  source: Partition | null;
  errorCode: number;
  highWatermark: number;
  lastStableOffset: number;
  logStartOffset: number;
  records: LogSlice | null;
  abortedTransactions: { producerId: number; firstOffset: number }[] | null;
  divergingEpoch: { epoch: number; endOffset: number } | null;
}

export function readPartitions(node: BrokerNode, asked: readonly FetchPartition[], limits: ReadLimits): PartitionRead[] {
  let bytesLeft = limits.maxBytes;
  let foundAny = false;
  const reads: PartitionRead[] = [];
  for (const one of asked) {
    const read = readPartition(node, one, limits, bytesLeft, !foundAny);
    const length = read.records?.byteLength ?? 0;
    if (length > 0) foundAny = true;
    bytesLeft = Math.max(0, bytesLeft - length);
    reads.push(read);
  }
  return reads;
}

export function releaseReads(reads: readonly PartitionRead[]): void {
  for (const read of reads) {
    read.records?.release();
    read.records = null;
  }
}

function readPartition(node: BrokerNode, asked: FetchPartition, limits: ReadLimits, bytesLeft: number, minOneBatch: boolean): PartitionRead {
  const name = limits.byTopicId ? node.topicName(asked.topicId) : asked.topic;
  if (name === undefined) return failed(asked, null, ErrorCode.UNKNOWN_TOPIC_ID);
  const partition = node.partitions.get(name, asked.partition);
  if (partition === undefined) return failed(asked, null, absentErrorCode(node, name, asked.partition));
  if (limits.byTopicId && partition.topicId !== asked.topicId) return failed(asked, null, ErrorCode.UNKNOWN_TOPIC_ID);
  const epochError = asked.currentLeaderEpoch < 0 ? ErrorCode.NONE : partition.checkLeaderEpoch(asked.currentLeaderEpoch);
  if (epochError !== ErrorCode.NONE) return failed(asked, partition, epochError);
  const diverging = divergence(partition, asked);
  if (diverging === 'unknown') return failed(asked, partition, ErrorCode.OFFSET_OUT_OF_RANGE);
  if (diverging !== null) return { ...failed(asked, partition, ErrorCode.NONE), ...offsetsOf(partition), divergingEpoch: diverging };
  return readLog(partition, asked, limits, bytesLeft, minOneBatch);
}

function readLog(partition: Partition, asked: FetchPartition, limits: ReadLimits, bytesLeft: number, minOneBatch: boolean): PartitionRead {
  const log = partition.log;
  const maxBytes = Math.min(asked.maxBytes, bytesLeft);
  const found = log.read(asked.fetchOffset, maxBytes, { upTo: limits.upTo, minOneBatch });
  if (found.errorCode !== ErrorCode.NONE) return failed(asked, partition, found.errorCode);
  let abortedTransactions = null;
  if (limits.upTo === 'lastStable') {
    abortedTransactions = found.records === null ? [] : log.collectAborted(asked.fetchOffset, found.upperBoundOffset);
  }
  return {
    asked,
    source: partition,
    errorCode: ErrorCode.NONE,
    highWatermark: log.highWatermark,
    lastStableOffset: log.lastStableOffset,
    logStartOffset: log.logStartOffset,
    records: found.records,
    abortedTransactions,
    divergingEpoch: null,
  };
}

// KIP-595: a reader that names the epoch it read last learns when the log took another turn since.
// An epoch that the log knows nothing of is `unknown`.
function divergence(partition: Partition, asked: FetchPartition): { epoch: number; endOffset: number } | 'unknown' | null {
  if (asked.lastFetchedEpoch < 0) return null;
  const end = partition.log.endOffsetForEpoch(asked.lastFetchedEpoch);
  if (end.epoch < 0 || end.endOffset < 0) return 'unknown';
  if (end.epoch < asked.lastFetchedEpoch || end.endOffset < asked.fetchOffset) return { epoch: end.epoch, endOffset: end.endOffset };
  return null;
}

function offsetsOf(partition: Partition): { highWatermark: number; lastStableOffset: number; logStartOffset: number } {
  const { highWatermark, lastStableOffset, logStartOffset } = partition.log;
  return { highWatermark, lastStableOffset, logStartOffset };
}

function failed(asked: FetchPartition, source: Partition | null, errorCode: number): PartitionRead {
  return {
    asked,
    source,
    errorCode,
    highWatermark: -1,
    lastStableOffset: -1,
    logStartOffset: -1,
    records: null,
    // As Kafka has it: an empty list where there is no such partition, null where one has nothing to say.
    abortedTransactions: errorCode === ErrorCode.UNKNOWN_TOPIC_ID || errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION ? [] : null,
    divergingEpoch: null,
  };
}
