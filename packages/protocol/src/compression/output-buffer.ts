import { ProtocolError } from '../protocol-error.js';

/** Decompressed bytes as they come: grows by doubling, never beyond its limit. */
export class OutputBuffer {
  bytes: Uint8Array;
  length = 0;
  readonly limit: number;

  constructor(initialBytes: number, limit: number) {
    this.limit = limit;
    this.bytes = new Uint8Array(Math.min(initialBytes, limit));
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    if (needed > this.limit) throw new ProtocolError('malformed', `decompresses to more than ${this.limit} bytes`);
    const grown = new Uint8Array(Math.min(this.limit, Math.max(needed, this.bytes.length * 2)));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** For a decoder that keeps the length to itself meanwhile: the bytes, with room for `count` more behind `length`. */
  grown(length: number, count: number): Uint8Array {
    this.length = length;
    this.reserve(count);
    return this.bytes;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Repeats `count` bytes from `distance` back; they may overlap what they make. */
  copyBack(distance: number, count: number): void {
    if (distance === 0 || distance > this.length) {
      throw new ProtocolError('malformed', `compressed data points ${distance} bytes back, only ${this.length} are there`);
    }
    this.reserve(count);
    const { bytes, length } = this;
    if (distance >= count && count > 32) bytes.copyWithin(length, length - distance, length - distance + count);
    else for (let at = length; at < length + count; at++) bytes[at] = bytes[at - distance]!;
    this.length = length + count;
  }

  /** A view of what was written. */
  result(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
