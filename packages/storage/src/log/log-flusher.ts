/** Makes what was written durable: many requests share one round of syncs (group commit). */
import type { File } from '@millrace/platform';
import type { LogSegment } from '../segment/log-segment.js';
import type { Log } from './log.js';

export class LogFlusher {
  readonly #log: Log;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(log: Log) {
    this.#log = log;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Everything decided so far is durable when it resolves. */
  flush(): Promise<void> {
    if (this.#running === null) return this.#start();
    // The round under way began too early for the bytes of this call; one more serves everyone who asks until it starts.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  /** A round that has a next one stays the running one until that begins, so that nobody begins one between the two. */
  #start(): Promise<void> {
    this.#next = null;
    this.#running = this.#round().finally(() => {
      if (this.#next === null) this.#running = null;
    });
    return this.#running;
  }

  async #round(): Promise<void> {
    const log = this.#log;
    for (;;) {
      const target = log.logEndOffset;
      const truncations = log.truncations;
      if (log.failure !== null) throw log.failure;
      await this.#flushSealed();
      await this.#written(target);
      await this.#sync(log.segments.all);
      const isDone = log.truncations === truncations;
      if (isDone) log.onFlushed(target);
      log.writer.drain();
      if (isDone) return;
      // The log was cut meanwhile: what stands at these offsets now may be other bytes.
    }
  }

  /** A truncation ends the wait as well. */
  async #written(offset: number): Promise<void> {
    const log = this.#log;
    const truncations = log.truncations;
    try {
      await log.whenWritten(Math.min(offset, log.logEndOffset));
    } catch (error) {
      if (log.failure !== null || log.truncations === truncations) throw error;
    }
  }

  /** One after the other, since each waits for the one before to be durable. */
  async #flushSealed(): Promise<void> {
    const log = this.#log;
    for (const segment of log.segments.all.slice()) {
      if (!segment.isSealed || segment.isDurable) continue;
      const truncations = log.truncations;
      await this.#written(segment.pending.at(-1)?.endOffset ?? 0);
      if (segment.isClosed) continue;
      await this.#sync([segment]);
      if (log.truncations === truncations) log.onFlushed(Math.min(log.writtenOffset, log.segments.endOffsetAfter(segment, log.logEndOffset)));
      log.writer.drain();
    }
  }

  async #sync(segments: readonly LogSegment[]): Promise<void> {
    const log = this.#log;
    try {
      if (log.leaderEpochs.isDirty) log.hasNewNames = true;
      const syncs: Promise<void>[] = [log.leaderEpochs.flush()];
      for (const file of log.producerState.snapshots.takeUnsynced()) {
        log.hasNewNames = true;
        syncs.push(syncAndClose(file));
      }
      const ready = segments.filter((segment) => (segment.isDirty || segment.hasNewName) && segment.mayBeWritten);
      for (const segment of ready) syncs.push(syncSegment(segment));
      await Promise.all(syncs);
      if (log.failure !== null) throw log.failure;
      if (!log.hasNewNames && !ready.some((segment) => segment.hasNewName || segment.isSealed)) return;
      log.environment.files.syncDirectory(log.directory);
      log.hasNewNames = false;
      for (const segment of ready) segment.hasNewName = false;
    } catch (error) {
      // What a failed sync has lost is not known, so nothing after it can be trusted.
      throw log.fail(error);
    }
  }
}

/** The indexes of the active segment stay in memory: a crash before the next roll has them built again. */
async function syncSegment(segment: LogSegment): Promise<void> {
  segment.isDirty = false;
  const syncs: Promise<void>[] = [syncLogFile(segment)];
  if (segment.isSealed) for (const index of [segment.offsetIndex, segment.timeIndex, segment.transactionIndex]) syncs.push(syncIndex(index));
  await Promise.all(syncs);
}

// Asynchronous from the start, so that a failure is waited for together with those of the other files.
async function syncIndex(index: LogSegment['offsetIndex' | 'timeIndex' | 'transactionIndex']): Promise<void> {
  const file = index.write();
  index.releaseMemory();
  if (file !== null) await syncAndClose(file);
}

async function syncLogFile(segment: LogSegment): Promise<void> {
  segment.syncsInFlight++;
  segment.held.hold();
  try {
    await segment.held.file.sync();
  } finally {
    segment.syncsInFlight--;
    segment.held.release();
  }
}

async function syncAndClose(file: File): Promise<void> {
  try {
    await file.sync();
  } finally {
    file.close();
  }
}
