/** From offsets to bytes. */
import { batchBaseOffset, batchLastOffset } from '@millrace/protocol';
import { BATCH_HEADER_BYTES, ErrorCode, ProtocolError } from '@millrace/protocol';
import type { AbortedTransaction } from '../index/transaction-index.js';
import { numberOfRaw } from '../raw-int64.js';
import { BatchScan } from '../segment/batch-scan.js';
import type { LogSegment } from '../segment/log-segment.js';
import { LogSlice } from './log-slice.js';
import type { Log } from './log.js';

export interface ReadOptions {
  upTo: 'logEnd' | 'highWatermark' | 'lastStable';
  /** The first batch comes whole, also when it is larger than what was asked. Else nothing comes where it does not fit: nobody could use a part. */
  minOneBatch: boolean;
}

export interface LogRead {
  /** 0, OFFSET_OUT_OF_RANGE, KAFKA_STORAGE_ERROR, or CORRUPT_MESSAGE where a damaged header hides what comes behind it. */
  errorCode: number;
  /** Null when there is nothing between the offset and the bound. To be released. */
  records: LogSlice | null;
  /** The records end before this offset; it may be later than they really do. */
  upperBoundOffset: number;
  logStartOffset: number;
  logEndOffset: number;
  highWatermark: number;
  lastStableOffset: number;
}

interface Place {
  index: number;
  segment: LogSegment;
  position: number;
  batchSize: number;
}

export function readLog(log: Log, offset: number, maxBytes: number, options: ReadOptions): LogRead {
  try {
    return readWhole(log, offset, maxBytes, options);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    log.environment.logger.error('a damaged batch cannot be read', { topic: log.topic, partition: log.partition, offset, reason: error.message });
    return answer(log, ErrorCode.CORRUPT_MESSAGE, null, -1);
  }
}

function readWhole(log: Log, offset: number, maxBytes: number, options: ReadOptions): LogRead {
  if (!Number.isSafeInteger(offset) || offset < log.logStartOffset || offset > log.logEndOffset) return answer(log, ErrorCode.OFFSET_OUT_OF_RANGE, null, -1);
  const bound = upperOffset(log, options.upTo);
  const place = offset >= bound ? null : locate(log, offset);
  if (place === null) return answer(log, 0, null, offset);
  if (!options.minOneBatch && maxBytes < place.batchSize) return answer(log, 0, null, offset);
  const { segment, position } = place;
  const end = positionOfBound(log, place, bound);
  const length = Math.max(0, Math.min(Math.max(maxBytes, place.batchSize), end - position));
  if (length === 0) return answer(log, 0, null, offset);
  const upperBound = length === end - position ? Math.min(bound, log.segments.endOffsetOf(place.index, log.logEndOffset)) : Math.min(bound, upperBoundOf(log, place, length));
  return answer(log, 0, new LogSlice(segment, position, length), upperBound);
}

/** Of a log whose files failed nothing is read. */
export function failedRead(log: Log): LogRead {
  return answer(log, ErrorCode.KAFKA_STORAGE_ERROR, null, -1);
}

function answer(log: Log, errorCode: number, records: LogSlice | null, upperBoundOffset: number): LogRead {
  return {
    errorCode,
    records,
    upperBoundOffset,
    logStartOffset: log.logStartOffset,
    logEndOffset: log.logEndOffset,
    highWatermark: log.highWatermark,
    lastStableOffset: log.lastStableOffset,
  };
}

function upperOffset(log: Log, upTo: ReadOptions['upTo']): number {
  if (upTo === 'logEnd') return log.logEndOffset;
  return upTo === 'highWatermark' ? log.highWatermark : log.lastStableOffset;
}

/** The batch that has this offset, or the first one after it; null when there is none. Throws a `ProtocolError` where damage may hide it. */
export function locate(log: Log, offset: number): Place | null {
  let index = Math.max(0, log.segments.floorIndex(offset));
  for (let segment = log.segments.at(index); segment !== undefined; segment = log.segments.at(++index)) {
    const scan = findBatch(log, segment, offset);
    if (scan.size > 0) return { index, segment, position: scan.position, batchSize: scan.size };
    // Later segments may have records that come after those that are hidden, and nobody would miss them.
    scan.mustHaveEnded();
  }
  return null;
}

/** Stands on the batch, or has come to the end of the segment or to damage. */
function findBatch(log: Log, segment: LogSegment, offset: number): BatchScan {
  if (segment === log.segments.active) {
    const recent = log.recentBatches.positionOf(offset);
    if (recent >= 0) return scanTo(segment, offset, recent, BATCH_HEADER_BYTES);
  }
  const indexed = segment.offsetIndex.positionFor(offset);
  if (indexed > 0 && indexed < segment.size) {
    const scan = scanTo(segment, offset, indexed, 4096);
    // A wrong index must not hide what the log has.
    if (scan.size > 0 && startsNotAfter(scan, offset, indexed)) return scan;
  }
  return scanTo(segment, offset, 0, indexed === 0 ? 4096 : 65_536);
}

function startsNotAfter(scan: BatchScan, offset: number, indexed: number): boolean {
  return scan.position > indexed || batchBaseOffset(scan.buffer, scan.at) <= offset;
}

function scanTo(segment: LogSegment, offset: number, position: number, chunkBytes: number): BatchScan {
  const scan = new BatchScan(segment, position, { whole: false, chunkBytes });
  while (scan.next()) if (batchLastOffset(scan.buffer, scan.at) >= offset) break;
  return scan;
}

function positionOfBound(log: Log, from: Place, bound: number): number {
  if (bound >= log.segments.endOffsetOf(from.index, log.logEndOffset)) return from.segment.size;
  return findBatch(log, from.segment, bound).position;
}

function upperBoundOf(log: Log, from: Place, length: number): number {
  const indexed = from.segment.offsetIndex.offsetFromPosition(from.position + length);
  return indexed === null ? log.segments.endOffsetOf(from.index, log.logEndOffset) : indexed;
}

/** The aborted transactions among [fromOffset, toOffset), for read_committed. */
export function collectAborted(log: Log, fromOffset: number, toOffset: number): { producerId: number; firstOffset: number }[] {
  const found: AbortedTransaction[] = [];
  let index = Math.max(0, log.segments.floorIndex(fromOffset));
  for (let segment = log.segments.at(index); segment !== undefined; segment = log.segments.at(++index)) {
    if (segment.transactionIndex.collect(fromOffset, toOffset, found)) break;
  }
  return found.map((transaction) => ({ producerId: numberOfRaw(transaction.producerId), firstOffset: transaction.firstOffset }));
}
