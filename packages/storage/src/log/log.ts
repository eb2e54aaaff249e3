/**
 * The log of one partition. Appending decides at once and finishes later, so there are three ends:
 * `logEndOffset` (decided) ≥ `writtenOffset` (in the file) ≥ `flushedOffset` (synced).
 */
import { ensureCodec, ErrorCode } from '@millrace/protocol';
import type { Files } from '@millrace/platform';
import { activeProducersOf, type ActiveProducer } from '../producer-state/active-producers.js';
import type { ProducerState } from '../producer-state/producer-state.js';
import { LogSegment } from '../segment/log-segment.js';
import { RecentBatches } from '../segment/recent-batches.js';
import { asStorageError, StorageError } from '../storage-error.js';
import { refused, type AppendOptions, type AppendResult } from './append-result.js';
import type { LeaderEpochs } from './leader-epochs.js';
import { appendAsFollower, appendAsLeader } from './log-appender.js';
import type { LogConfig } from './log-config.js';
import type { LogEnvironment } from './log-environment.js';
import { LogFlusher } from './log-flusher.js';
import { collectAborted, failedRead, readLog, type LogRead, type ReadOptions } from './log-reader.js';
import { deleteOldSegments } from './log-retention.js';
import { LogSegments } from './log-segments.js';
import { findMaxTimestamp, findTimestamp, type TimestampOffset } from './timestamp-lookup.js';
import { restartAt, takeBackTo, truncateLog } from './log-truncation.js';
import { LogWriter } from './log-writer.js';
import { OffsetWaiters } from './offset-waiters.js';
import { RemovalQueue } from './removal-queue.js';

/** What loading found on the disk. */
export interface LoadedLog {
  environment: LogEnvironment;
  directory: string;
  topic: string;
  partition: number;
  /** 22 characters. */
  topicId: string;
  config: LogConfig;
  segments: LogSegment[];
  leaderEpochs: LeaderEpochs;
  producerState: ProducerState;
  logStartOffset: number;
  logEndOffset: number;
  recoveryPoint: number;
  highWatermark: number;
}

/** So much unsynced data starts a sync, so that the kernel never has to hold up a writer. */
const backgroundSyncBytes = 33_554_432;

export class Log {
  readonly topic: string;
  readonly partition: number;
  readonly topicId: string;
  config: LogConfig;
  logEndOffset: number;
  writtenOffset: number;
  flushedOffset: number;
  logStartOffset: number;
  /** Recovery after a crash begins here. */
  recoveryPoint: number;
  highWatermark: number;
  /** Called when `writtenOffset` or `flushedOffset` has moved, never from within `append`. */
  onWritten: ((log: Log) => void) | null = null;
  /** Called once, when a file failed: the log takes no more appends. For the directory, which fails with it. */
  onFailed: ((log: Log, error: StorageError) => void) | null = null;
  /** Called before that, when the log was taken back to what is in its files: what lay beyond was not appended. */
  onTakenBack: (() => void) | null = null;
  failure: StorageError | null = null;
  lastFlushMs: number;

  // For the files of this folder.
  readonly environment: LogEnvironment;
  readonly segments: LogSegments;
  readonly leaderEpochs: LeaderEpochs;
  readonly producerState: ProducerState;
  readonly recentBatches: RecentBatches = new RecentBatches();
  readonly writer: LogWriter;
  readonly removals: RemovalQueue;
  /** Files other than segments were made or renamed, and their directory not synced since. */
  hasNewNames = false;
  truncations = 0;
  #directory: string;
  readonly #flusher: LogFlusher;
  readonly #writtenWaiters: OffsetWaiters = new OffsetWaiters();
  readonly #flushedWaiters: OffsetWaiters = new OffsetWaiters();
  #unsyncedBytes = 0;
  #isClosed = false;

  constructor(loaded: LoadedLog) {
    this.environment = loaded.environment;
    this.#directory = loaded.directory;
    this.topic = loaded.topic;
    this.partition = loaded.partition;
    this.topicId = loaded.topicId;
    this.config = loaded.config;
    this.segments = new LogSegments(loaded.segments);
    this.leaderEpochs = loaded.leaderEpochs;
    this.producerState = loaded.producerState;
    this.logStartOffset = loaded.logStartOffset;
    this.logEndOffset = loaded.logEndOffset;
    this.writtenOffset = loaded.logEndOffset;
    this.recoveryPoint = loaded.recoveryPoint;
    this.flushedOffset = loaded.recoveryPoint;
    this.highWatermark = loaded.highWatermark;
    this.producerState.transactions.onHighWatermark(loaded.highWatermark);
    this.lastFlushMs = loaded.environment.clock.now();
    this.removals = new RemovalQueue(loaded.environment);
    this.#flusher = new LogFlusher(this);
    this.writer = new LogWriter(loaded.environment, {
      onWritten: (endOffset, bytes) => this.#noteWritten(endOffset, bytes),
      onWriteFailed: (error) => void this.fail(error),
    });
    this.updateConfig(loaded.config);
  }

  get directory(): string {
    return this.#directory;
  }

  get files(): Files {
    return this.environment.files;
  }

  /** The start of what is on this machine; with tiers it will be later than `logStartOffset`. */
  get localLogStartOffset(): number {
    return this.logStartOffset;
  }

  get sizeInBytes(): number {
    return this.segments.sizeInBytes;
  }

  /** The first offset whose transaction is not decided and replicated; null when there is none. */
  get firstUnstableOffset(): number | null {
    const first = this.producerState.transactions.firstUnstableOffset;
    return first === null ? null : Math.max(first, this.logStartOffset);
  }

  /** Readers of committed data may read up to here. */
  get lastStableOffset(): number {
    const first = this.firstUnstableOffset;
    return first === null ? this.highWatermark : Math.min(first, this.highWatermark);
  }

  /** null before the first record. */
  get latestEpoch(): number | null {
    return this.leaderEpochs.latestEpoch;
  }

  updateConfig(config: LogConfig): void {
    this.config = config;
    this.producerState.expirationMs = config.producerIdExpirationMs;
    if (config.compressionType === 'zstd') void ensureCodec(4);
  }

  /**
   * Appends one record batch: validates it, assigns offsets and leader epoch in place. The bytes are the log's from here on.
   * A refused one changes nothing.
   */
  append(batch: Uint8Array, options: AppendOptions): AppendResult {
    this.#mustBeOpen();
    try {
      return appendAsLeader(this, batch, options);
    } catch (error) {
      return refused(ErrorCode.KAFKA_STORAGE_ERROR, this.fail(error).message);
    }
  }

  /** Appends whole batches that have their offsets, none from an epoch after `leaderEpoch`. */
  appendAsFollower(records: Uint8Array, leaderEpoch: number): AppendResult {
    this.#mustBeOpen();
    return appendAsFollower(this, records, leaderEpoch, this.environment.clock.now());
  }

  /** Notes that an epoch begins at the end of the log, as a new leader does before its first append. */
  assignEpochStart(epoch: number, startOffset: number): void {
    this.leaderEpochs.assign(epoch, startOffset);
  }

  /** Rejects with a `StorageError` when the bytes cannot be written. */
  whenWritten(offset: number): Promise<void> {
    if (this.writtenOffset >= offset) return Promise.resolve();
    return this.failure === null ? this.#writtenWaiters.wait(offset) : Promise.reject(this.failure);
  }

  /** As `whenWritten`, and starts a flush where none is on its way. */
  whenFlushed(offset: number): Promise<void> {
    if (this.flushedOffset >= offset) return Promise.resolve();
    if (this.failure !== null) return Promise.reject(this.failure);
    const reached = this.#flushedWaiters.wait(offset);
    this.#flushInBackground();
    return reached;
  }

  /** Syncs everything decided so far. */
  async flush(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    await this.#flusher.flush();
  }

  #flushInBackground(): void {
    // Whoever waits hears of a failure through `fail`.
    this.#flusher.flush().catch(() => {});
  }

  #noteWritten(endOffset: number, bytes: number): void {
    this.writtenOffset = endOffset;
    this.#unsyncedBytes += bytes;
    this.#writtenWaiters.reached(endOffset);
    if (this.#unsyncedBytes >= backgroundSyncBytes || endOffset - this.flushedOffset >= this.config.flushMessages) {
      this.#unsyncedBytes = 0;
      this.#flushInBackground();
    }
    this.onWritten?.(this);
  }

  /** For the flusher. */
  onFlushed(offset: number): void {
    this.lastFlushMs = this.environment.clock.now();
    if (offset > this.flushedOffset) this.flushedOffset = offset;
    if (offset > this.recoveryPoint) this.recoveryPoint = offset;
    this.#flushedWaiters.reached(offset);
    this.onWritten?.(this);
  }

  /** For truncation: offsets beyond the new end were not reached, and now mean something else. */
  onTruncated(endOffset: number): void {
    this.truncations++;
    const error = new StorageError('io', this.#directory, `truncated to offset ${endOffset}`);
    this.#writtenWaiters.fail(endOffset, error);
    this.#flushedWaiters.fail(endOffset, error);
  }

  /** Takes the log back to what is in its files and refuses appends from here on. Gives the error to throw. */
  fail(cause: unknown): StorageError {
    const error = asStorageError(cause, this.#directory);
    if (this.failure !== null) return this.failure;
    // A flush was under way when the log was deleted: its files are nobody's any more.
    if (this.#isClosed) return error;
    this.failure = error;
    this.environment.logger.error('log failed', { topic: this.topic, partition: this.partition, error });
    this.#writtenWaiters.fail(this.writtenOffset, error);
    this.#flushedWaiters.fail(this.flushedOffset, error);
    takeBackTo(this, this.writtenOffset);
    this.onTakenBack?.();
    this.onFailed?.(this, error);
    return error;
  }

  /** False when it would not move forward. Clamped to the log. */
  updateHighWatermark(offset: number): boolean {
    const moved = Math.min(Math.max(offset, this.logStartOffset), this.logEndOffset);
    if (moved <= this.highWatermark) return false;
    this.highWatermark = moved;
    this.producerState.transactions.onHighWatermark(moved);
    return true;
  }

  /** Finds the bytes; reads none of them but headers. */
  read(offset: number, maxBytes: number, options: ReadOptions): LogRead {
    this.#mustBeOpen();
    return this.#orFail(() => readLog(this, offset, maxBytes, options), null) ?? failedRead(this);
  }

  /** The aborted transactions that touch [fromOffset, toOffset). */
  collectAborted(fromOffset: number, toOffset: number): { producerId: number; firstOffset: number }[] {
    return this.#orFail(() => collectAborted(this, fromOffset, toOffset), []);
  }

  /** The first record at or after this time; null when there is none. Throws a `ProtocolError` when the batch that may hold it is damaged. */
  *offsetForTimestamp(timestamp: number): Generator<void, TimestampOffset | null, void> {
    return yield* this.#lookUp(findTimestamp(this, timestamp));
  }

  /** The first record with the largest timestamp; null when the log is empty. Throws as `offsetForTimestamp` does. */
  *maxTimestampOffset(): Generator<void, TimestampOffset | null, void> {
    return yield* this.#lookUp(findMaxTimestamp(this));
  }

  *#lookUp(steps: Generator<void, TimestampOffset | null, void>): Generator<void, TimestampOffset | null, void> {
    try {
      return yield* steps;
    } catch (error) {
      this.fail(error);
      return null;
    }
  }

  /** A file call that fails takes the log offline. What is in the files of a failed one may still be read, as far as they let it. */
  #orFail<T>(run: () => T, otherwise: T): T {
    try {
      return run();
    } catch (error) {
      this.fail(error);
      return otherwise;
    }
  }

  /** The largest known epoch not after this one, and where it ended; -1 and -1 when unknown. */
  endOffsetForEpoch(epoch: number): { epoch: number; endOffset: number } {
    return this.leaderEpochs.endOffsetFor(epoch, this.logEndOffset);
  }

  activeProducers(): ActiveProducer[] {
    return activeProducersOf(this.producerState);
  }

  /** Begins a new segment at the end of the log, or at the base offset of the batch to come. */
  roll(baseOffset: number = this.logEndOffset): void {
    this.#mustBeOpen();
    const active = this.segments.active;
    if (active.size === 0 && active.baseOffset === baseOffset) return;
    const { config, environment } = this;
    this.producerState.endOffset = baseOffset;
    this.producerState.takeSnapshot();
    active.finish();
    this.addSegment(baseOffset);
    this.segments.active.predecessor = active;
    if (active.size === 0) for (const empty of this.segments.removeFirst(this.segments.all.length - 1)) this.removals.remove(empty, 0);
    environment.logger.debug('rolled', { topic: this.topic, partition: this.partition, baseOffset, segmentBytes: config.segmentBytes });
    this.#flushInBackground();
  }

  /** Makes an empty segment the active one. */
  addSegment(baseOffset: number): void {
    const { segmentJitterMs, segmentMs } = this.config;
    const jitterLimit = Math.min(segmentJitterMs, segmentMs);
    const segment = new LogSegment({
      files: this.files,
      directory: this.#directory,
      baseOffset,
      isNew: true,
      createdMs: this.environment.clock.now(),
      rollJitterMs: jitterLimit < 1 ? 0 : this.environment.random.below(jitterLimit),
    });
    this.segments.add(segment);
    this.recentBatches.clear();
  }

  /** Moves the start of the log; false when it is there already. Throws a `RangeError` beyond the high watermark. */
  deleteRecordsBefore(offset: number): boolean {
    if (offset > this.highWatermark) throw new RangeError(`${this.#directory}: offset ${offset} is beyond the high watermark ${this.highWatermark}`);
    if (offset <= this.logStartOffset) return false;
    this.logStartOffset = offset;
    this.leaderEpochs.truncateFromStart(offset);
    return true;
  }

  /** Deletes what retention and `logStartOffset` allow, at most so many segments; how many they were. */
  applyRetention(now: number, most: number = Infinity): number {
    this.#mustBeOpen();
    return deleteOldSegments(this, now, most);
  }

  /** Drops everything from this offset on; false when there is nothing. */
  truncateTo(offset: number): boolean {
    this.#mustBeOpen();
    return truncateLog(this, offset);
  }

  /** Drops everything and goes on at this offset, as a follower does that is too far behind. */
  truncateFullyAndStartAt(offset: number): void {
    this.#mustBeOpen();
    restartAt(this, offset);
  }

  /** After the directory was renamed. */
  movedTo(directory: string): void {
    this.#directory = directory;
    for (const segment of this.segments.all) segment.moveTo(directory);
    this.leaderEpochs.moveTo(directory);
    this.producerState.snapshots.moveTo(directory);
  }

  /** Everything durable, with a producer snapshot at the end, so that the next start has nothing to recover. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    try {
      if (this.failure === null) {
        this.producerState.takeSnapshot();
        this.segments.active.finish();
        await this.flush();
      }
    } catch (error) {
      throw this.fail(error);
    } finally {
      this.abandon();
    }
  }

  /** Closes the files as they are. */
  abandon(): void {
    this.#isClosed = true;
    this.removals.cancel();
    this.writer.clear();
    for (const segment of this.segments.all) segment.close();
    const closed = new StorageError('io', this.#directory, 'the log is closed');
    this.#writtenWaiters.fail(this.writtenOffset, closed);
    this.#flushedWaiters.fail(this.flushedOffset, closed);
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new StorageError('io', this.#directory, 'the log is closed');
  }
}
