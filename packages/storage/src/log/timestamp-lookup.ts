/**
 * ListOffsets by time: from the time index to a batch, and from the batch to a record. A batch that cannot be decoded throws its
 * ProtocolError: that is damage of one batch, and no reason to take the log offline.
 * In steps: where timestamps do not rise the index has no entries, and a whole segment of headers may have to be read.
 */
import {
  batchBaseOffset,
  batchLastOffset,
  batchMaxTimestamp,
  batchPartitionLeaderEpoch,
  RecordReader,
} from '@millrace/protocol';
import { compareInt64, numberOfRaw, type RawInt64 } from '../raw-int64.js';
import { BatchScan } from '../segment/batch-scan.js';
import type { LogSegment } from '../segment/log-segment.js';
import type { Log } from './log.js';

export interface TimestampOffset {
  offset: number;
  timestamp: number;
  leaderEpoch: number;
}

const headersPerStep = 16;

export function* findTimestamp(log: Log, timestamp: number): Generator<void, TimestampOffset | null, void> {
  for (const segment of [...log.segments.all]) {
    // Retention may take it between two steps.
    if (segment.isClosed) continue;
    const largest = segment.maxTimestamp;
    if (largest === null || numberOfRaw(largest) < timestamp) continue;
    // The entry names the last offset of the batch that reached its timestamp; earlier records of that batch may have reached it too.
    const indexed = Math.max(segment.timeIndex.offsetFor(timestamp), log.logStartOffset);
    const found = yield* findInSegment(segment, timestamp, indexed, log.logStartOffset);
    if (found !== null) return found;
  }
  return null;
}

/** Scans from the batch that has `indexed` or one before it. */
function* findInSegment(segment: LogSegment, timestamp: number, indexed: number, fromOffset: number): Generator<void, TimestampOffset | null, void> {
  segment.held.hold();
  try {
    return yield* scanFor(segment, timestamp, indexed, fromOffset);
  } finally {
    segment.held.release();
  }
}

function* scanFor(segment: LogSegment, timestamp: number, indexed: number, fromOffset: number): Generator<void, TimestampOffset | null, void> {
  const headers = new BatchScan(segment, segment.offsetIndex.positionFor(indexed), { whole: false });
  for (let count = 1; headers.next(); count++) {
    if (count % headersPerStep === 0) yield;
    const { buffer, at } = headers;
    if (batchLastOffset(buffer, at) < fromOffset || batchMaxTimestamp(buffer, at) < timestamp) continue;
    const found = findInBatch(segment, headers.position, headers.size, timestamp, fromOffset);
    if (found !== null) return found;
  }
  headers.mustHaveEnded();
  return null;
}

function findInBatch(segment: LogSegment, position: number, size: number, timestamp: number, fromOffset: number): TimestampOffset | null {
  const batch = new Uint8Array(size);
  segment.readSync(batch, 0, size, position);
  const reader = new RecordReader(batch, { checkCrcs: false });
  if (!reader.nextBatch()) return null;
  for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
    if (record.timestamp >= timestamp && record.offset >= fromOffset) {
      return { offset: record.offset, timestamp: record.timestamp, leaderEpoch: batchPartitionLeaderEpoch(batch, 0) };
    }
  }
  return null;
}

export function* findMaxTimestamp(log: Log): Generator<void, TimestampOffset | null, void> {
  let best: LogSegment | null = null;
  let largest: RawInt64 | null = null;
  for (const segment of log.segments.all) {
    const candidate = segment.maxTimestamp;
    if (candidate === null || (largest !== null && compareInt64(candidate.high, candidate.low, largest.high, largest.low) <= 0)) continue;
    best = segment;
    largest = candidate;
  }
  if (best === null || largest === null) return null;
  const from = Math.max(log.logStartOffset, firstOffsetOf(best));
  return yield* findInSegment(best, numberOfRaw(largest), from, from);
}

function firstOffsetOf(segment: LogSegment): number {
  const scan = new BatchScan(segment, segment.offsetIndex.positionFor(segment.maxTimestampOffset), { whole: false, chunkBytes: 64 });
  return scan.next() ? batchBaseOffset(scan.buffer, scan.at) : segment.baseOffset;
}
