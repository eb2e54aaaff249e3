/**
 * Walks the batches of a segment from a position on, header by header or with all their bytes. After `next` the batch stands at `at`
 * in `buffer`. What is no whole batch ends the walk and leaves its reason in `damage`; `position` is then where it begins.
 */
import { BATCH_HEADER_BYTES, batchMagic, batchSizeInBytes, ProtocolError } from '@millrace/protocol';
import { magicEndBytes, smallestBatchBytes } from './batch-fields.js';
import { logSuffix } from './file-names.js';
import type { LogSegment } from './log-segment.js';

export class BatchScan {
  buffer: Uint8Array;
  /** The batch in `buffer`. */
  at = 0;
  /** The batch in the segment. */
  position: number;
  /** All bytes of the batch; 0 before the first and after the last. */
  size = 0;
  /** Empty while nothing is wrong. */
  damage = '';
  readonly #segment: LogSegment;
  readonly #limit: number;
  readonly #whole: boolean;
  /** The position of the first byte of the buffer, and how many it has. */
  #start = 0;
  #length = 0;

  constructor(segment: LogSegment, position: number, options: { whole: boolean; chunkBytes?: number; limit?: number }) {
    this.#segment = segment;
    this.position = position;
    this.#whole = options.whole;
    this.#limit = options.limit ?? segment.size;
    this.buffer = new Uint8Array(options.chunkBytes ?? 65_536);
  }

  next(): boolean {
    this.position += this.size;
    this.size = 0;
    const left = this.#limit - this.position;
    if (left <= 0) return false;
    if (left < magicEndBytes) return this.#fail(`${left} bytes are left, too few for a batch`);
    if (!this.#fill(Math.min(left, BATCH_HEADER_BYTES))) return this.#fail('the file ends early');
    const size = batchSizeInBytes(this.buffer, this.at);
    const magic = batchMagic(this.buffer, this.at);
    if (size < smallestBatchBytes) return this.#fail(`a batch cannot have ${size} bytes`);
    if (magic !== 2) return this.#fail(`a batch cannot have magic ${magic}`);
    if (size < BATCH_HEADER_BYTES) return this.#fail(`a batch of ${size} bytes is smaller than its header`);
    if (size > left) return this.#fail(`a batch of ${size} bytes where ${left} are left`);
    if (this.#whole && !this.#fill(size)) return this.#fail('the file ends early');
    this.size = size;
    return true;
  }

  /** After the walk: throws where it ended before the segment did. The damage is one batch's, and no failure of the log. */
  mustHaveEnded(): void {
    if (this.damage !== '') throw new ProtocolError('malformed', `${this.#segment.pathOf(logSuffix)} at position ${this.position}: ${this.damage}`);
  }

  #fail(damage: string): false {
    this.damage = damage;
    return false;
  }

  /** Sees to it that so many bytes from `position` on are in the buffer. */
  #fill(wanted: number): boolean {
    this.at = this.position - this.#start;
    if (this.at >= 0 && this.at + wanted <= this.#length) return true;
    if (wanted > this.buffer.length) this.buffer = new Uint8Array(Math.max(wanted, this.buffer.length * 2));
    const length = Math.min(this.buffer.length, this.#limit - this.position);
    this.#start = this.position;
    this.at = 0;
    this.#length = this.#segment.readSync(this.buffer, 0, length, this.position);
    return this.#length >= wanted;
  }
}
