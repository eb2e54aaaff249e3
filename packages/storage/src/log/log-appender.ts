/** Decides an append: checks, offsets, producer state, segment. Everything in here is synchronous; the bytes are written later. */
import {
  batchBaseOffset,
  batchLastOffset,
  batchLastOffsetDelta,
  batchMaxTimestamp,
  batchPartitionLeaderEpoch,
  batchSizeInBytes,
  ensureValidBatch,
  ErrorCode,
  nextBatchSize,
  ProtocolError,
  setBaseOffset,
  setPartitionLeaderEpoch,
} from '@millrace/protocol';
import { numberOfRaw } from '../raw-int64.js';
import { hasProducerId } from '../segment/batch-fields.js';
import { appended, refused, type AppendOptions, type AppendResult } from './append-result.js';
import { checkBatch, checkConformed, conformBatch } from './batch-checks.js';
import type { Log } from './log.js';

export function appendAsLeader(log: Log, batch: Uint8Array, options: AppendOptions): AppendResult {
  const failure = log.failure;
  if (failure !== null) return refused(ErrorCode.KAFKA_STORAGE_ERROR, failure.message);
  const refusal = checkBatch(batch, log.config, options) ?? checkProducerOf(log, batch, options);
  if (refusal !== null) return refusal;
  const bytes = conformBatch(batch, log.config, options);
  const tooLarge = checkConformed(bytes, batch, log.config);
  if (tooLarge !== null) return tooLarge;
  const baseOffset = log.logEndOffset;
  setBaseOffset(bytes, 0, baseOffset);
  setPartitionLeaderEpoch(bytes, 0, options.leaderEpoch);
  take(log, bytes, options.now);
  return appended(baseOffset, log.logEndOffset - 1, log.config.messageTimestampType === 'LogAppendTime' ? options.now : -1, false);
}

/** A refusal, the answer for a duplicate, or null for a batch to append. */
function checkProducerOf(log: Log, batch: Uint8Array, options: AppendOptions): AppendResult | null {
  if (!hasProducerId(batch, 0)) return null;
  if (options.origin === 'client') {
    const duplicate = log.producerState.duplicateOf(batch, 0);
    if (duplicate !== undefined) {
      // Kafka gives the time of the first append's batch, whatever kind of time the topic has.
      return appended(duplicate.lastOffset - duplicate.offsetDelta, duplicate.lastOffset, numberOfRaw(duplicate.timestamp), true);
    }
  }
  // Offsets do not matter to these checks, so the batch need not have its own yet.
  const refusal = log.producerState.check(batch, 0, options.origin === 'client');
  return refusal === null ? null : refused(refusal.errorCode, refusal.reason);
}

/** Batches with their offsets, from a leader: whole, of good checksum, and beginning at the end of this log or later. */
export function appendAsFollower(log: Log, records: Uint8Array, leaderEpoch: number, now: number): AppendResult {
  const failure = log.failure;
  if (failure !== null) return refused(ErrorCode.KAFKA_STORAGE_ERROR, failure.message);
  const scanned = checkFollowed(log, records, leaderEpoch);
  if (typeof scanned !== 'number') return scanned;
  if (scanned === 0) return appended(log.logEndOffset, log.logEndOffset - 1, -1, false);
  const baseOffset = batchBaseOffset(records, 0);
  for (let at = 0; at < scanned; at += batchSizeInBytes(records, at)) {
    take(log, records.subarray(at, at + batchSizeInBytes(records, at)), now);
  }
  return appended(baseOffset, log.logEndOffset - 1, -1, false);
}

/** How many bytes are good batches to append; a torn one at the end is left for the next fetch, as is one of a later epoch than the leader's. */
function checkFollowed(log: Log, records: Uint8Array, leaderEpoch: number): number | AppendResult {
  let expected = log.logEndOffset;
  let at = 0;
  try {
    for (let size = nextBatchSize(records, 0); size > 0; size = nextBatchSize(records, at)) {
      ensureValidBatch(records, at);
      if (batchPartitionLeaderEpoch(records, at) > leaderEpoch) break;
      const baseOffset = batchBaseOffset(records, at);
      if (baseOffset < expected || batchLastOffsetDelta(records, at) < 0 || !Number.isSafeInteger(batchLastOffset(records, at))) {
        return refused(ErrorCode.OFFSET_OUT_OF_RANGE, `batch at byte ${at} begins at offset ${baseOffset}, expected ${expected} or later`);
      }
      expected = batchLastOffset(records, at) + 1;
      at += size;
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return refused(ErrorCode.CORRUPT_MESSAGE, error.message);
  }
  return at;
}

/** A batch with its offsets becomes the end of the log. */
function take(log: Log, batch: Uint8Array, now: number): void {
  const baseOffset = batchBaseOffset(batch, 0);
  const lastOffset = batchLastOffset(batch, 0);
  if (log.segments.active.shouldRoll(batch.length, batchMaxTimestamp(batch, 0), lastOffset, now, log.config)) log.roll(baseOffset);
  const segment = log.segments.active;
  log.leaderEpochs.assign(batchPartitionLeaderEpoch(batch, 0), baseOffset);
  segment.noteBatch(batch, 0, segment.size, log.config.indexIntervalBytes);
  log.recentBatches.add(baseOffset, segment.size);
  segment.append(batch, lastOffset + 1);
  if (hasProducerId(batch, 0)) {
    const completed = log.producerState.apply(batch, 0);
    if (completed?.aborted === true) segment.transactionIndex.append(completed);
  }
  log.producerState.endOffset = lastOffset + 1;
  log.logEndOffset = lastOffset + 1;
  log.writer.enqueue(segment);
}
