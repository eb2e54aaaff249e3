/** Which segments may go: too old, too much, or before the start of the log. Oldest first, and never beyond the high watermark. */
import type { LogSegment } from '../segment/log-segment.js';
import type { Log } from './log.js';

type MayGo = (segment: LogSegment, endOffset: number) => boolean;

/** How many were deleted; `most` is so many at once, for who comes back until it is 0. */
export function deleteOldSegments(log: Log, now: number, most: number): number {
  if (log.failure !== null) return 0;
  const { retentionMs, cleanupDelete } = log.config;
  let deleted = deleteWhile(log, most, (_segment, endOffset) => endOffset <= log.logStartOffset);
  if (!cleanupDelete) return deleted;
  if (retentionMs >= 0) deleted += deleteWhile(log, most - deleted, (segment) => now - segment.largestTimestampMs() > retentionMs);
  return deleted + deleteBySize(log, most - deleted);
}

function deleteBySize(log: Log, most: number): number {
  const { retentionBytes } = log.config;
  if (retentionBytes < 0) return 0;
  let excess = log.sizeInBytes - retentionBytes;
  return deleteWhile(log, most, (segment) => {
    if (excess - segment.size < 0) return false;
    excess -= segment.size;
    return true;
  });
}

function deleteWhile(log: Log, most: number, mayGo: MayGo): number {
  const count = countDeletable(log, most, mayGo);
  if (count === 0) return 0;
  if (count === log.segments.all.length) log.roll();
  // After a crash the name of the first segment that is left tells where the log had come to, so it is durable before the others go.
  const first = log.segments.at(count)!;
  if (first.hasNewName) first.makeNameDurable();
  const start = first.baseOffset;
  for (const segment of log.segments.removeFirst(count)) {
    log.removals.remove(segment, log.config.fileDeleteDelayMs);
    log.producerState.snapshots.remove(segment.baseOffset);
  }
  if (start > log.logStartOffset) log.logStartOffset = start;
  log.leaderEpochs.truncateFromStart(log.logStartOffset);
  return count;
}

function countDeletable(log: Log, most: number, mayGo: MayGo): number {
  let count = 0;
  for (const [index, segment] of log.segments.all.entries()) {
    if (count >= most) break;
    const endOffset = log.segments.endOffsetOf(index, log.logEndOffset);
    const isEmptyActive = segment === log.segments.active && segment.size === 0;
    // What is still on its way to the file is not old.
    if (isEmptyActive || endOffset > log.highWatermark || segment.pending.length > 0 || !mayGo(segment, endOffset)) break;
    count++;
  }
  return count;
}
