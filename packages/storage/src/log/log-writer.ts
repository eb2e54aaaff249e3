/**
 * Brings decided bytes to their files, in order. At the end of the turn of the loop, from the loop while that is quick; through the pool
 * while a sync of the file is under way, since writing beside it stalls, and for some time after a write that took long.
 */
import type { LogSegment, PendingWrite } from '../segment/log-segment.js';
import { writeFully } from '../segment/held-file.js';
import type { LogEnvironment } from './log-environment.js';

export interface LogWriterEvents {
  /** Everything before this offset is in the file. */
  onWritten(endOffset: number, bytes: number): void;
  /** Nothing more is written until the queue is cleared. */
  onWriteFailed(error: unknown): void;
}

/** Small writes next to each other become one, up to this size. */
const coalescedBytes = 262_144;
/** A write from the loop that took longer sends the next ones to the pool. */
const slowWriteMs = 20;
const pooledWritesAfterSlow = 64;
/** IOV_MAX is 1024 on Linux and macOS. */
const mostBuffersPerWrite = 512;

// One for all logs: it is only used within a synchronous call.
const scratch = new Uint8Array(coalescedBytes);

export class LogWriter {
  readonly #environment: LogEnvironment;
  readonly #events: LogWriterEvents;
  /** Segments with pending writes, oldest first. */
  #queue: LogSegment[] = [];
  #isPlanned = false;
  #inFlight = false;
  #pooledWritesLeft = 0;

  constructor(environment: LogEnvironment, events: LogWriterEvents) {
    this.#environment = environment;
    this.#events = events;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && !this.#inFlight;
  }

  get inFlight(): boolean {
    return this.#inFlight;
  }

  enqueue(segment: LogSegment): void {
    if (this.#queue.at(-1) !== segment) this.#queue.push(segment);
    if (this.#isPlanned || this.#inFlight) return;
    this.#isPlanned = true;
    this.#environment.timers.soon(() => {
      this.#isPlanned = false;
      this.drain();
    });
  }

  /** After a truncation: segments that are gone or have nothing left to write. */
  forgetEmpty(): void {
    this.#queue = this.#queue.filter((segment) => !segment.isClosed && segment.pending.length > 0);
  }

  clear(): void {
    this.#queue = [];
  }

  drain(): void {
    if (this.#inFlight) return;
    for (let segment = this.#queue[0]; segment !== undefined; segment = this.#queue[0]) {
      if (segment.pending.length === 0 || segment.isClosed) {
        this.#queue.shift();
        continue;
      }
      // The flush of the roll calls again.
      if (!segment.mayBeWritten) return;
      if (segment.syncsInFlight > 0 || this.#pooledWritesLeft > 0) {
        void this.#writePooled(segment);
        return;
      }
      if (!this.#writeNow(segment)) return;
    }
  }

  #writeNow(segment: LogSegment): boolean {
    const before = this.#environment.clock.monotonic();
    const count = coalescible(segment.pending);
    const position = segment.writtenSize;
    let bytes: Uint8Array = segment.pending[0]!.bytes;
    if (count > 1) bytes = scratch.subarray(0, gather(segment.pending, count, scratch));
    try {
      writeFully(segment.held.file, bytes, bytes.length, position);
    } catch (error) {
      this.#events.onWriteFailed(error);
      return false;
    }
    if (this.#environment.clock.monotonic() - before > slowWriteMs) this.#pooledWritesLeft = pooledWritesAfterSlow;
    this.#events.onWritten(segment.takeWritten(count), bytes.length);
    return true;
  }

  async #writePooled(segment: LogSegment): Promise<void> {
    this.#inFlight = true;
    if (this.#pooledWritesLeft > 0) this.#pooledWritesLeft--;
    const truncations = segment.truncations;
    const count = Math.min(segment.pending.length, mostBuffersPerWrite);
    const buffers = segment.pending.slice(0, count).map((write) => write.bytes);
    const total = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
    segment.held.hold();
    try {
      await writeAll(segment, buffers, total);
    } catch (error) {
      this.#inFlight = false;
      if (!segment.isClosed) this.#events.onWriteFailed(error);
      return;
    } finally {
      segment.held.release();
    }
    this.#inFlight = false;
    if (!segment.isClosed) {
      if (segment.truncations === truncations) this.#events.onWritten(segment.takeWritten(count), total);
      else if (!this.#undo(segment)) return;
    }
    this.drain();
  }

  /** What was written may be beyond a truncation that came meanwhile. */
  #undo(segment: LogSegment): boolean {
    try {
      segment.held.file.truncate(segment.writtenSize);
      return true;
    } catch (error) {
      this.#events.onWriteFailed(error);
      return false;
    }
  }
}

async function writeAll(segment: LogSegment, buffers: Uint8Array[], total: number): Promise<void> {
  const position = segment.writtenSize;
  let done = await segment.held.file.writev(buffers, position);
  if (done === total) return;
  for (const buffer of skipping(buffers, done)) {
    for (let from = 0; from < buffer.length; ) {
      const count = await segment.held.file.write(buffer, from, buffer.length - from, position + done);
      from += count;
      done += count;
    }
  }
}

function skipping(buffers: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let left = bytes;
  const rest: Uint8Array[] = [];
  for (const buffer of buffers) {
    if (left < buffer.length) rest.push(left > 0 ? buffer.subarray(left) : buffer);
    left = Math.max(0, left - buffer.length);
  }
  return rest;
}

function coalescible(pending: readonly PendingWrite[]): number {
  let total = 0;
  let count = 0;
  while (count < pending.length && total + pending[count]!.bytes.length <= coalescedBytes) total += pending[count++]!.bytes.length;
  return Math.max(1, count);
}

function gather(pending: readonly PendingWrite[], count: number, into: Uint8Array): number {
  let length = 0;
  for (let index = 0; index < count; index++) {
    into.set(pending[index]!.bytes, length);
    length += pending[index]!.bytes.length;
  }
  return length;
}
