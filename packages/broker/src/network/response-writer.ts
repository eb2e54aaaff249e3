/**
 * Sends answers in the order of their requests. An answer is a list of pieces: bytes, or ranges of a log that are read
 * in steps of 256 KiB as the socket drains, so that a reader who lags costs a step and not a response.
 */
import type { Connection } from '@millrace/platform';
import type { ExternalRecords } from '@millrace/protocol';
import { type BufferPool, STEP_BYTES } from './buffer-pool.js';

/** A range that can be read piecewise and that holds its file until released. */
export interface ReadableRange extends ExternalRecords {
  readInto(target: Uint8Array, targetOffset: number, from: number, length: number): number | Promise<number>;
  release(): void;
}
export type Piece = Uint8Array | ReadableRange;

/** The place of one answer; `null` pieces: no answer will be sent (acks=0). */
export interface AnswerSlot {
  pieces: readonly Piece[] | null;
  done: boolean;
  bytes: number;
  /** Of these, those that are in memory already. */
  bytesInMemory: number;
}

export class ResponseWriter {
  readonly #connection: Connection;
  readonly #pool: BufferPool;
  readonly #onSent: () => void;
  readonly #slots: AnswerSlot[] = [];
  readonly #lent: Uint8Array[] = [];
  #pieceIndex = 0;
  #rangeOffset = 0;
  #blocked = false;
  #reading = false;
  #closed = false;
  #bytesOwed = 0;
  #bytesInMemory = 0;

  constructor(connection: Connection, pool: BufferPool, onSent: () => void) {
    this.#connection = connection;
    this.#pool = pool;
    this.#onSent = onSent;
  }

  /** Answers promised or not yet handed to the socket. */
  get answersOwed(): number {
    return this.#slots.length;
  }

  /** Answers that are still being made. */
  get answersAwaited(): number {
    return this.#slots.reduce((count, slot) => (slot.done ? count : count + 1), 0);
  }

  /** Bytes of answers that are ready and wait for the socket, ranges counted in full. */
  get bytesOwed(): number {
    return this.#bytesOwed;
  }

  /** Of these, those that take memory now: not the ranges. */
  get bytesInMemory(): number {
    return this.#bytesInMemory;
  }

  /** The socket takes no more: the client does not read. */
  get isBlocked(): boolean {
    return this.#blocked;
  }

  promise(): AnswerSlot {
    const slot: AnswerSlot = { pieces: null, done: false, bytes: 0, bytesInMemory: 0 };
    this.#slots.push(slot);
    return slot;
  }

  fulfil(slot: AnswerSlot, pieces: readonly Piece[] | null): void {
    if (this.#closed) {
      release(pieces);
      return;
    }
    slot.pieces = pieces;
    slot.done = true;
    for (const piece of pieces ?? []) {
      slot.bytes += piece.byteLength;
      if (piece instanceof Uint8Array) slot.bytesInMemory += piece.byteLength;
    }
    this.#bytesOwed += slot.bytes;
    this.#bytesInMemory += slot.bytesInMemory;
  }

  /** Writes what is ready, until the socket says enough. Called at the end of a turn, and when the socket drained. */
  flush(): void {
    if (this.#blocked || this.#reading || this.#closed) return;
    if (this.#lent.length > 0 && this.#connection.bufferedBytes === 0) this.#giveBack();
    const small: Uint8Array[] = [];
    while (this.#slots.length > 0 && this.#slots[0]!.done) {
      const slot = this.#slots[0]!;
      if (!this.#writeSlot(slot, small)) return;
      this.#slots.shift();
      this.#pieceIndex = 0;
      this.#bytesOwed -= slot.bytes;
      this.#bytesInMemory -= slot.bytesInMemory;
    }
    if (small.length > 0) this.#send(small);
    this.#onSent();
  }

  drained(): void {
    this.#blocked = false;
    this.#giveBack();
    this.flush();
  }

  close(): void {
    this.#closed = true;
    for (const slot of this.#slots.splice(0)) release(slot.pieces);
    this.#lent.length = 0;
    this.#bytesOwed = 0;
    this.#bytesInMemory = 0;
  }

  // False: the socket is full or a range is being read; the slot goes on from #pieceIndex later.
  #writeSlot(slot: AnswerSlot, small: Uint8Array[]): boolean {
    const pieces = slot.pieces ?? [];
    while (this.#pieceIndex < pieces.length) {
      const piece = pieces[this.#pieceIndex]!;
      if (piece instanceof Uint8Array) {
        small.push(piece);
        this.#pieceIndex++;
        continue;
      }
      if (small.length > 0 && !this.#send(small.splice(0))) return false;
      if (!this.#writeRange(piece)) return false;
    }
    return true;
  }

  #writeRange(range: ReadableRange): boolean {
    while (this.#rangeOffset < range.byteLength) {
      const buffer = this.#pool.take();
      const length = Math.min(STEP_BYTES, range.byteLength - this.#rangeOffset);
      const read = this.#read(range, buffer, length);
      if (read === null) return false;
      if (typeof read !== 'number') {
        this.#reading = true;
        this.#continueAfter(read, buffer, length);
        return false;
      }
      if (!this.#sendStep(buffer, read, length)) return false;
    }
    this.#finishRange(range);
    return true;
  }

  // Null: the range is gone (a truncation, a failed disk), and with it the connection it was promised to.
  #read(range: ReadableRange, buffer: Uint8Array, length: number): number | Promise<number> | null {
    try {
      return range.readInto(buffer, 0, this.#rangeOffset, length);
    } catch (error) {
      this.#connection.destroy(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  }

  #continueAfter(reading: Promise<number>, buffer: Uint8Array, length: number): void {
    reading.then(
      (read) => {
        this.#reading = false;
        if (this.#closed) return;
        if (this.#sendStep(buffer, read, length)) this.flush();
      },
      (error: unknown) => {
        this.#reading = false;
        this.#connection.destroy(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  #sendStep(buffer: Uint8Array, read: number, length: number): boolean {
    if (read < length) {
      // The range was cut under us (a truncation): what was promised cannot be sent.
      this.#connection.destroy(new Error(`a log range gave ${read} of ${length} bytes`));
      return false;
    }
    this.#rangeOffset += read;
    this.#lent.push(buffer);
    if (this.#connection.write(read === buffer.length ? buffer : buffer.subarray(0, read))) {
      // The system's own buffers have megabytes: nothing of that must be kept here too.
      if (this.#connection.bufferedBytes === 0) this.#giveBack();
      return true;
    }
    this.#blocked = true;
    return false;
  }

  #finishRange(range: ReadableRange): void {
    range.release();
    this.#rangeOffset = 0;
    this.#pieceIndex++;
  }

  #giveBack(): void {
    for (const buffer of this.#lent) this.#pool.give(buffer);
    this.#lent.length = 0;
  }

  #send(buffers: Uint8Array[]): boolean {
    if (this.#connection.writeAll(buffers)) return true;
    this.#blocked = true;
    return false;
  }
}

function release(pieces: readonly Piece[] | null): void {
  for (const piece of pieces ?? []) if (!(piece instanceof Uint8Array)) piece.release();
}
