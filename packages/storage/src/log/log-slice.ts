/** A range of a segment, read when the socket has room for it. It keeps its file open until released. */
import type { ExternalRecords } from '@millrace/protocol';
import type { LogSegment } from '../segment/log-segment.js';
import { StorageError } from '../storage-error.js';

export class LogSlice implements ExternalRecords {
  readonly kind = 'external';
  readonly byteLength: number;
  readonly #segment: LogSegment;
  readonly #position: number;
  readonly #truncations: number;
  #isReleased = false;

  constructor(segment: LogSegment, position: number, byteLength: number) {
    this.#segment = segment;
    this.#position = position;
    this.byteLength = byteLength;
    this.#truncations = segment.truncations;
    segment.held.hold();
  }

  /**
   * Copies `length` bytes from `from` on; the number of them, later when they come from the pool.
   * Throws or rejects with a `StorageError` when they are no longer what they were.
   */
  readInto(target: Uint8Array, targetOffset: number, from: number, length: number): number | Promise<number> {
    if (from < 0 || length < 0 || from + length > this.byteLength) throw new RangeError(`bytes ${from} to ${from + length} of a slice of ${this.byteLength}`);
    this.#check();
    const segment = this.#segment;
    const position = this.#position + from;
    if (position + length > segment.writtenSize || segment.warm.contains(position, length)) {
      return this.#complete(segment.readSync(target, targetOffset, length, position), length, position);
    }
    return this.#readCold(target, targetOffset, length, position);
  }

  async #readCold(target: Uint8Array, targetOffset: number, length: number, position: number): Promise<number> {
    const count = await this.#segment.held.file.read(target, targetOffset, length, position);
    this.#check();
    this.#segment.warm.add(position, count);
    return this.#complete(count, length, position);
  }

  #complete(count: number, length: number, position: number): number {
    if (count < length) throw this.#segment.corrupt(`${count} bytes where ${length} are expected`, position);
    return count;
  }

  #check(): void {
    const segment = this.#segment;
    if (this.#isReleased) throw new StorageError('io', segment.pathOf('.log'), 'the slice was released');
    if (segment.truncations !== this.#truncations && this.#position + this.byteLength > segment.lowestTruncation) {
      throw new StorageError('io', segment.pathOf('.log'), `truncated to ${segment.lowestTruncation} while it was read`);
    }
  }

  /** Harmless when done before. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#segment.held.release();
  }
}
