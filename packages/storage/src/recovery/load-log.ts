/** Opens the log in a directory: tidies names, opens segments, recovers what a crash may have hurt, and rebuilds producer state. */
import { batchLastOffset } from '@millrace/protocol';
import { Log } from '../log/log.js';
import { LeaderEpochs } from '../log/leader-epochs.js';
import type { LogConfig } from '../log/log-config.js';
import type { LogEnvironment } from '../log/log-environment.js';
import { ProducerState } from '../producer-state/producer-state.js';
import { SnapshotFiles } from '../producer-state/snapshot-files.js';
import { BatchScan } from '../segment/batch-scan.js';
import { deletedSuffix } from '../segment/file-names.js';
import { LogSegment } from '../segment/log-segment.js';
import { StorageError } from '../storage-error.js';
import { openSegments } from './open-segments.js';
import { recoverSegment } from './recover-segment.js';
import { replaySteps } from './replay-producers.js';
import { tidyNames } from './tidy-names.js';

export interface OpenLogOptions {
  /** The partition's own directory; made when it is missing. */
  directory: string;
  topic: string;
  partition: number;
  topicId: string;
  config: LogConfig;
  /** Whether it was closed in order: then nothing is scanned. */
  wasClosed: boolean;
  /** From the checkpoints; 0 when they say nothing. */
  recoveryPoint: number;
  logStartOffset: number;
  highWatermark: number;
}

/** Loads one log, in steps that leave the loop to others. Rejects with a `StorageError`, or a `FileError` of the files. */
export async function openLog(environment: LogEnvironment, options: OpenLogOptions): Promise<Log> {
  environment.files.makeDirectory(options.directory);
  return environment.timers.runStepped(loadSteps(environment, options));
}

/** The steps of `openLog`, for who loads many. */
export function* loadSteps(environment: LogEnvironment, options: OpenLogOptions): Generator<void, Log, void> {
  const loading = new Loading(environment, options);
  return yield* loading.steps();
}

class Loading {
  readonly #environment: LogEnvironment;
  readonly #options: OpenLogOptions;
  readonly #state: ProducerState;
  #epochs: LeaderEpochs;
  #segments: LogSegment[] = [];
  #unindexed: Set<LogSegment> = new Set();
  #logEndOffset = 0;
  /** Everything is scanned when the epochs are lost. */
  #recoveryPoint: number;
  #wasClosed: boolean;

  constructor(environment: LogEnvironment, options: OpenLogOptions) {
    this.#environment = environment;
    this.#options = options;
    const { files } = environment;
    this.#recoveryPoint = options.recoveryPoint;
    this.#wasClosed = options.wasClosed;
    const names = tidyNames(files, options.directory);
    this.#state = new ProducerState(new SnapshotFiles(files, options.directory), options.config.producerIdExpirationMs);
    this.#epochs = this.#loadEpochs();
    const opened = openSegments(environment, options.directory, names, options.config);
    this.#segments = opened.segments;
    this.#unindexed = opened.unindexed;
  }

  *steps(): Generator<void, Log, void> {
    const { logStartOffset, highWatermark } = this.#options;
    const stateIsCurrent = yield* this.#recover();
    const start = Math.max(logStartOffset, this.#segments[0]?.baseOffset ?? logStartOffset);
    if (this.#segments.length === 0 || this.#logEndOffset < start) this.#startAnewAt(start);
    this.#epochs.truncateFromEnd(this.#logEndOffset);
    this.#epochs.truncateFromStart(start);
    this.#state.snapshots.removeStrays(new Set(this.#segments.map((segment) => segment.baseOffset)));
    if (!stateIsCurrent) yield* this.#rebuildProducers(start);
    this.#segments.at(-1)!.isSealed = false;
    const { directory, topic, partition, topicId, config } = this.#options;
    return new Log({
      environment: this.#environment,
      directory,
      topic,
      partition,
      topicId,
      config,
      segments: this.#segments,
      leaderEpochs: this.#epochs,
      producerState: this.#state,
      logStartOffset: start,
      logEndOffset: this.#logEndOffset,
      recoveryPoint: this.#wasClosed ? this.#logEndOffset : Math.min(this.#recoveryPoint, this.#logEndOffset),
      highWatermark: Math.max(start, Math.min(highWatermark, this.#logEndOffset)),
    });
  }

  #loadEpochs(): LeaderEpochs {
    const { files, logger } = this.#environment;
    try {
      return LeaderEpochs.load(files, this.#options.directory);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      logger.warn('leader epochs are built again from the whole log', { error });
      this.#recoveryPoint = 0;
      this.#wasClosed = false;
      return new LeaderEpochs(files, this.#options.directory, []);
    }
  }

  /** Scans what may be hurt. True when the producer state then stands at the end of the log. */
  *#recover(): Generator<void, boolean, void> {
    const first = this.#firstToScan();
    for (const [index, segment] of this.#segments.entries()) {
      if (index >= first || !this.#unindexed.has(segment)) continue;
      // Its records are safe, so only the indexes are made again; a copy of the epochs and no producers will do.
      yield* this.#recoverOne(index, () => {});
    }
    if (first < this.#segments.length) {
      yield* this.#standAt(this.#segments[first]!.baseOffset);
      for (let index = first; index < this.#segments.length; index++) {
        if (index > first) this.#standAtBase(index);
        yield* this.#recoverOne(index, () => this.#dropAfter(index));
      }
      return true;
    }
    this.#findEnd();
    return this.#segments.length === 0;
  }

  /** The number of the first segment that a crash may have hurt. */
  #firstToScan(): number {
    const last = this.#segments.length - 1;
    if (this.#wasClosed) return this.#endsTorn() || (last >= 0 && this.#unindexed.has(this.#segments[last]!)) ? last : this.#segments.length;
    // A segment that ends exactly at the recovery point may lack its last index entries.
    const first = this.#segments.findIndex((_segment, index) => index === last || this.#segments[index + 1]!.baseOffset >= this.#recoveryPoint);
    return first < 0 ? this.#segments.length : first;
  }

  #endsTorn(): boolean {
    const last = this.#segments.at(-1);
    return last !== undefined && this.#scanTail(last).damage !== '';
  }

  #scanTail(segment: LogSegment): BatchScan & { endOffset?: number } {
    const indexed = this.#unindexed.has(segment) ? 0 : (segment.offsetIndex.last()?.position ?? 0);
    const scan: BatchScan & { endOffset?: number } = new BatchScan(segment, indexed, { whole: false });
    scan.endOffset = segment.baseOffset;
    while (scan.next()) scan.endOffset = batchLastOffset(scan.buffer, scan.at) + 1;
    return scan;
  }

  #findEnd(): void {
    const last = this.#segments.at(-1);
    this.#logEndOffset = last === undefined ? 0 : this.#scanTail(last).endOffset!;
  }

  *#standAt(offset: number): Generator<void, void, void> {
    this.#reload(offset);
    yield* replaySteps(this.#state, this.#segments, this.#options.logStartOffset, offset);
  }

  /** Between two scanned segments the state is current; Kafka keeps a snapshot at each base. */
  #standAtBase(index: number): void {
    this.#state.endOffset = this.#segments[index]!.baseOffset;
    this.#state.takeSnapshot();
  }

  *#recoverOne(index: number, beforeCut: () => void): Generator<void, void, void> {
    const { config, logStartOffset } = this.#options;
    const segment = this.#segments[index]!;
    const isAlone = this.#state.endOffset !== segment.baseOffset && segment.baseOffset > logStartOffset;
    if (isAlone) yield* this.#standAt(segment.baseOffset);
    const recovered = yield* recoverSegment(segment, config.indexIntervalBytes, this.#state, this.#epochs, beforeCut);
    this.#unindexed.delete(segment);
    this.#logEndOffset = recovered.endOffset;
    if (recovered.truncatedBytes === 0) return;
    this.#environment.logger.warn('a log was cut during recovery', {
      segment: segment.pathOf('.log'),
      endOffset: recovered.endOffset,
      truncatedBytes: recovered.truncatedBytes,
      reason: recovered.damage,
    });
  }

  /** Newest first, each durable before the next, so that a crash in between leaves no hole. */
  #dropAfter(index: number): void {
    const { files, logger } = this.#environment;
    for (const segment of this.#segments.splice(index + 1).toReversed()) {
      logger.warn('a segment after a damaged one is deleted', { segment: segment.pathOf('.log') });
      this.#unindexed.delete(segment);
      this.#remove(segment);
      files.syncDirectory(this.#options.directory);
    }
  }

  #remove(segment: LogSegment): void {
    segment.renameWithSuffix(deletedSuffix);
    segment.removeFiles().catch((error: unknown) => this.#environment.logger.warn('cannot remove a deleted segment', { error }));
  }

  #reload(offset: number): void {
    const { logger, clock } = this.#environment;
    this.#state.reload(this.#options.logStartOffset, offset, clock.now(), (error) => logger.warn('producer snapshot dropped', { error }));
  }

  *#rebuildProducers(start: number): Generator<void, void, void> {
    const { logger, clock } = this.#environment;
    if (this.#wasClosed && this.#state.snapshots.offsets.length === 0) {
      // Closed in order and no snapshot: there were no producers to remember.
      this.#state.clear(this.#logEndOffset);
      return;
    }
    this.#state.reload(start, this.#logEndOffset, clock.now(), (error) => logger.warn('producer snapshot dropped', { error }));
    yield* replaySteps(this.#state, this.#segments, start, this.#logEndOffset);
  }

  #startAnewAt(offset: number): void {
    const { files, clock } = this.#environment;
    for (const segment of this.#segments) this.#remove(segment);
    const { directory } = this.#options;
    this.#segments = [new LogSegment({ files, directory, baseOffset: offset, isNew: true, createdMs: clock.now(), rollJitterMs: 0 })];
    this.#logEndOffset = offset;
    this.#state.clear(offset);
  }
}
