import { type TimestampType } from './batch-header.js';
import { RecordCursor } from './record-cursor.js';
import type { RecordHeader } from './record-size.js';

const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });

/** A record of a batch; key, value and headers are decoded when looked at, and are views of the batch's bytes. */
export class RecordView {
  readonly offset: number;
  readonly timestamp: number;
  readonly timestampType: TimestampType;
  /** -1 if the producer is not idempotent. */
  readonly sequence: number;
  readonly #buffer: Uint8Array;
  readonly #keyStart: number;
  readonly #keyLength: number;
  readonly #valueStart: number;
  readonly #valueLength: number;
  readonly #headersStart: number;
  readonly #headerCount: number;

  /** The record that the cursor has just gone over. */
  constructor(cursor: RecordCursor, offset: number, timestamp: number, timestampType: TimestampType, sequence: number) {
    this.offset = offset;
    this.timestamp = timestamp;
    this.timestampType = timestampType;
    this.sequence = sequence;
    this.#buffer = cursor.buffer;
    this.#keyStart = cursor.keyStart;
    this.#keyLength = cursor.keyLength;
    this.#valueStart = cursor.valueStart;
    this.#valueLength = cursor.valueLength;
    this.#headersStart = cursor.headersStart;
    this.#headerCount = cursor.headerCount;
  }

  get key(): Uint8Array | null {
    return this.#keyLength < 0 ? null : this.#buffer.subarray(this.#keyStart, this.#keyStart + this.#keyLength);
  }

  get value(): Uint8Array | null {
    return this.#valueLength < 0 ? null : this.#buffer.subarray(this.#valueStart, this.#valueStart + this.#valueLength);
  }

  /** Bytes of the key, -1 for null. */
  get keyLength(): number {
    return this.#keyLength;
  }

  /** Bytes of the value, -1 for null. */
  get valueLength(): number {
    return this.#valueLength;
  }

  get headerCount(): number {
    return this.#headerCount;
  }

  get headers(): RecordHeader[] {
    const headers: RecordHeader[] = [];
    if (this.#headerCount === 0) return headers;
    // Its bounds were checked when the cursor first went over it.
    const cursor = new RecordCursor();
    cursor.reset(this.#buffer, this.#headersStart, this.#buffer.length);
    for (let index = 0; index < this.#headerCount; index++) {
      const key = TEXT.decode(takeBytes(cursor) ?? new Uint8Array(0));
      headers.push({ key, value: takeBytes(cursor) });
    }
    return headers;
  }
}

function takeBytes(cursor: RecordCursor): Uint8Array | null {
  const length = cursor.readVarint();
  if (length < 0) return null;
  const start = cursor.position;
  cursor.position = start + length;
  return cursor.buffer.subarray(start, start + length);
}
