/** Which segments may go: too old, too much, or before the start of the log. Oldest first, and never beyond the high watermark. */
import type { LogSegment } from '../segment/log-segment.js';
import type { Log } from './log.js';

type MayGo = (segment: LogSegment, endOffset: number) => boolean;

export function deleteOldSegments(log: Log, now: number): number {
  if (log.failure !== null) return 0;
  const { retentionMs, cleanupDelete } = log.config;
  let deleted = deleteWhile(log, (_segment, endOffset) => endOffset <= log.logStartOffset);
  if (!cleanupDelete) return deleted;
  if (retentionMs >= 0) deleted += deleteWhile(log, (segment) => now - segment.largestTimestampMs() > retentionMs);
  return deleted + deleteBySize(log);
}

function deleteBySize(log: Log): number {
  const { retentionBytes } = log.config;
  if (retentionBytes < 0) return 0;
  let excess = log.sizeInBytes - retentionBytes;
  return deleteWhile(log, (segment) => {
    if (excess - segment.size < 0) return false;
    excess -= segment.size;
    return true;
  });
}

function deleteWhile(log: Log, mayGo: MayGo): number {
  const count = countDeletable(log, mayGo);
  if (count === 0) return 0;
  if (count === log.segments.all.length) log.roll();
  const start = log.segments.at(count)!.baseOffset;
  for (const segment of log.segments.removeFirst(count)) {
    log.removals.remove(segment, log.config.fileDeleteDelayMs);
    log.producerState.snapshots.remove(segment.baseOffset);
  }
  if (start > log.logStartOffset) log.logStartOffset = start;
  log.leaderEpochs.truncateFromStart(log.logStartOffset);
  return count;
}

function countDeletable(log: Log, mayGo: MayGo): number {
  let count = 0;
  for (const [index, segment] of log.segments.all.entries()) {
    const endOffset = log.segments.endOffsetOf(index, log.logEndOffset);
    const isEmptyActive = segment === log.segments.active && segment.size === 0;
    // What is still on its way to the file is not old.
    if (isEmptyActive || endOffset > log.highWatermark || segment.pending.length > 0 || !mayGo(segment, endOffset)) break;
    count++;
  }
  return count;
}
