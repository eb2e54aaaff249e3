/** Taking a log back to an offset: files, indexes, epochs, producers. */
import { batchBaseOffset } from '@millrace/protocol';
import { replayProducers } from '../recovery/replay-producers.js';
import { BatchScan } from '../segment/batch-scan.js';
import { FileError } from '@millrace/platform';
import { StorageError } from '../storage-error.js';
import { locate } from './log-reader.js';
import type { Log } from './log.js';

export function truncateLog(log: Log, offset: number): boolean {
  if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`${log.directory}: cannot truncate to offset ${offset}`);
  if (offset >= log.logEndOffset) return false;
  if (log.segments.at(0)!.baseOffset > offset || offset < log.logStartOffset) {
    restartAt(log, offset);
    return true;
  }
  const place = locate(log, offset);
  if (place !== null) cutSegments(log, place.segment.baseOffset, place.position, startOf(place.segment, place.position, offset), !log.writer.inFlight);
  settleAt(log, Math.min(offset, log.logEndOffset));
  return true;
}

/** A batch goes whole: with the offset in its middle, it goes too. */
function startOf(segment: Parameters<typeof scanAt>[0], position: number, offset: number): number {
  return Math.min(offset, scanAt(segment, position));
}

function scanAt(segment: ConstructorParameters<typeof BatchScan>[0], position: number): number {
  const scan = new BatchScan(segment, position, { whole: false, chunkBytes: 64 });
  return scan.next() ? batchBaseOffset(scan.buffer, scan.at) : Infinity;
}

/** A failed log goes back to what its files have; the files themselves may refuse by now. */
export function takeBackTo(log: Log, writtenOffset: number): void {
  log.writer.clear();
  const first = log.segments.all.find((segment) => segment.pending.length > 0);
  const steps = [
    (): void => {
      if (first !== undefined) cutSegments(log, first.baseOffset, first.writtenSize, writtenOffset, false);
    },
    (): void => settleAt(log, writtenOffset),
    (): void => {
      if (first?.held.isOpen === true) first.held.file.truncate(first.writtenSize);
    },
  ];
  for (const step of steps) attempt(log, step);
}

function attempt(log: Log, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof StorageError || error instanceof FileError)) throw error;
    log.environment.logger.error('cannot take a failed log back', { topic: log.topic, partition: log.partition, error });
  }
}

/** The segment of this base offset ends at `position`; later ones go. */
function cutSegments(log: Log, baseOffset: number, position: number, offset: number, mayTouchFile: boolean): void {
  // Newest first, each durable before the next: a loss of power may keep less of the log, but never a hole in it.
  for (const segment of log.segments.removeFrom(baseOffset + 1).toReversed()) {
    const isOnDisk = segment.held.isOpen;
    log.removals.remove(segment, log.config.fileDeleteDelayMs);
    if (isOnDisk) log.files.syncDirectory(log.directory);
  }
  const active = log.segments.active;
  active.isSealed = false;
  log.logEndOffset = offset;
  active.truncateTo(position, offset, mayTouchFile);
}

function settleAt(log: Log, offset: number): void {
  log.hasNewNames = true;
  log.logEndOffset = offset;
  log.writtenOffset = Math.min(log.writtenOffset, offset);
  log.flushedOffset = Math.min(log.flushedOffset, offset);
  log.recoveryPoint = Math.min(log.recoveryPoint, offset);
  log.highWatermark = Math.min(log.highWatermark, offset);
  log.writer.forgetEmpty();
  log.recentBatches.clear();
  log.leaderEpochs.truncateFromEnd(offset);
  log.onTruncated(offset);
  reloadProducers(log);
}

function reloadProducers(log: Log): void {
  const { producerState, environment, segments, logStartOffset, logEndOffset } = log;
  producerState.reload(logStartOffset, logEndOffset, environment.clock.now(), (error) => environment.logger.warn('producer snapshot dropped', { error }));
  replayProducers(producerState, segments.all, logStartOffset, logEndOffset);
  producerState.transactions.onHighWatermark(log.highWatermark);
}

export function restartAt(log: Log, offset: number): void {
  if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`${log.directory}: cannot start at offset ${offset}`);
  for (const segment of log.segments.removeFirst(log.segments.all.length)) {
    segment.truncations++;
    segment.lowestTruncation = 0;
    log.removals.remove(segment, log.config.fileDeleteDelayMs);
  }
  log.writer.clear();
  log.addSegment(offset);
  log.leaderEpochs.clear();
  log.producerState.snapshots.removeWhere(() => true);
  log.producerState.clear(offset);
  log.logStartOffset = offset;
  log.logEndOffset = offset;
  log.writtenOffset = offset;
  log.highWatermark = offset;
  log.recoveryPoint = Math.min(log.recoveryPoint, offset);
  log.flushedOffset = Math.min(log.flushedOffset, offset);
  log.onTruncated(offset);
}
