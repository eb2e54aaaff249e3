import { ProtocolError } from './protocol-error.js';
import type { UnknownTag } from './unknown-tag.js';
import { uuidFromBytes } from './uuid.js';

/** No bytes at all: the default of bytes fields. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
// Below this many bytes a loop beats the call into TextDecoder.
const SHORT_STRING = 32;
// Two bytes make an object of a tag that nobody knows. No peer has reason to send this many in one frame.
const MAX_UNKNOWN_TAGS = 10_000;

/**
 * Reads Kafka's types from bytes, big-endian. Bytes come out as views of the buffer, not copies: whoever keeps them
 * keeps the buffer. Every failure is a {@link ProtocolError} with the offset; nothing is allocated before its length is
 * known to fit into what is left.
 */
export class Reader {
  readonly buffer: Uint8Array;
  offset: number;
  readonly limit: number;
  readonly #view: DataView;
  #unknownTags = 0;
  #elementsLeft: number;

  /** Reads `buffer` from `offset` up to `limit`; all arrays together may have `maxElements`, each of which becomes an object. */
  constructor(buffer: Uint8Array, offset = 0, limit: number = buffer.length, maxElements: number = Infinity) {
    this.buffer = buffer;
    this.offset = offset;
    this.limit = limit;
    this.#elementsLeft = maxElements;
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  get remaining(): number {
    return this.limit - this.offset;
  }

  readBoolean(): boolean {
    return this.readInt8() !== 0;
  }

  readInt8(): number {
    return this.#view.getInt8(this.#take(1));
  }

  readInt16(): number {
    return this.#view.getInt16(this.#take(2));
  }

  readUint16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  readInt32(): number {
    return this.#view.getInt32(this.#take(4));
  }

  readUint32(): number {
    return this.#view.getUint32(this.#take(4));
  }

  /** The nearest number; Long.MAX_VALUE comes out as 2^63. */
  readInt64(): number {
    const at = this.#take(8);
    return this.#view.getInt32(at) * 0x1_0000_0000 + this.#view.getUint32(at + 4);
  }

  readInt64Exact(): bigint {
    return this.#view.getBigInt64(this.#take(8));
  }

  readFloat64(): number {
    return this.#view.getFloat64(this.#take(8));
  }

  readUuid(): string {
    return uuidFromBytes(this.buffer, this.#take(16));
  }

  /** A varint of at most 5 bytes and 32 bits, unsigned. */
  readUnsignedVarint(): number {
    const first = this.buffer[this.#take(1)] ?? 0;
    return first < 0x80 ? first : this.#longVarint(first & 0x7f);
  }

  readString(): string {
    const length = this.readInt16();
    return this.#text(length < 0 ? this.#refuseNull() : length);
  }

  readNullableString(): string | null {
    const length = this.readInt16();
    return length < 0 ? null : this.#text(length);
  }

  readCompactString(): string {
    const length = this.readUnsignedVarint();
    return this.#text(length === 0 ? this.#refuseNull() : length - 1);
  }

  readCompactNullableString(): string | null {
    const length = this.readUnsignedVarint();
    return length === 0 ? null : this.#text(length - 1);
  }

  readBytes(): Uint8Array {
    const length = this.readInt32();
    return this.readRaw(length < 0 ? this.#refuseNull() : length);
  }

  readNullableBytes(): Uint8Array | null {
    const length = this.readInt32();
    return length < 0 ? null : this.readRaw(length);
  }

  readCompactBytes(): Uint8Array {
    const length = this.readUnsignedVarint();
    return this.readRaw(length === 0 ? this.#refuseNull() : length - 1);
  }

  readCompactNullableBytes(): Uint8Array | null {
    const length = this.readUnsignedVarint();
    return length === 0 ? null : this.readRaw(length - 1);
  }

  /** A view of the next `length` bytes. */
  readRaw(length: number): Uint8Array {
    const start = this.#take(length);
    return this.buffer.subarray(start, start + length);
  }

  /** Number of elements, each of which takes at least `elementSize` bytes. */
  readArrayLength(elementSize: number): number {
    const length = this.readInt32();
    return this.#elements(length < 0 ? this.#refuseNull() : length, elementSize);
  }

  /** As {@link readArrayLength}, -1 for null. */
  readNullableArrayLength(elementSize: number): number {
    const length = this.readInt32();
    return length < 0 ? -1 : this.#elements(length, elementSize);
  }

  readCompactArrayLength(elementSize: number): number {
    const length = this.readUnsignedVarint();
    return this.#elements(length === 0 ? this.#refuseNull() : length - 1, elementSize);
  }

  readCompactNullableArrayLength(elementSize: number): number {
    const length = this.readUnsignedVarint();
    return length === 0 ? -1 : this.#elements(length - 1, elementSize);
  }

  /** The byte before a nullable struct: true when the struct follows. */
  readPresence(): boolean {
    return this.readInt8() >= 0;
  }

  /** The same inside a tagged field, where it is a varint. */
  readTaggedPresence(): boolean {
    return this.readUnsignedVarint() !== 0;
  }

  /** Size of a tagged field; gives the offset behind the field. */
  readTagEnd(): number {
    const size = this.readUnsignedVarint();
    if (size > this.limit - this.offset) this.#tooShort(size);
    return this.offset + size;
  }

  /** Checks that a tagged field filled its size. */
  endTag(tag: number, end: number): void {
    if (this.offset !== end) {
      throw new ProtocolError('malformed', `tagged field ${tag} should end at byte ${end}`, this.offset);
    }
  }

  /** Keeps a tagged field that no version knows; of these a frame may have 10,000 in all. */
  readUnknownTag(tags: UnknownTag[] | undefined, tag: number, end: number): UnknownTag[] {
    if (++this.#unknownTags > MAX_UNKNOWN_TAGS) {
      throw new ProtocolError('malformed', `more than ${MAX_UNKNOWN_TAGS} unknown tags`, this.offset);
    }
    const unknown = { tag, data: this.readRaw(end - this.offset) };
    if (tags === undefined) return [unknown];
    tags.push(unknown);
    return tags;
  }

  /** The tagged fields of a struct that knows none. */
  readUnknownTags(): UnknownTag[] | undefined {
    let tags: UnknownTag[] | undefined;
    for (let count = this.readUnsignedVarint(); count > 0; count--) {
      const tag = this.readUnsignedVarint();
      tags = this.readUnknownTag(tags, tag, this.readTagEnd());
    }
    return tags;
  }

  /** For generated code: a tag that belongs to another version, which Kafka refuses too. */
  refuseTag(tag: number, version: number): never {
    throw new ProtocolError('malformed', `tag ${tag} is not valid in version ${version}`, this.offset);
  }

  #take(size: number): number {
    const start = this.offset;
    if (size > this.limit - start) this.#tooShort(size);
    this.offset = start + size;
    return start;
  }

  #longVarint(low: number): number {
    let value = low;
    for (let shift = 7; shift <= 28; shift += 7) {
      const byte = this.buffer[this.#take(1)] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new ProtocolError('malformed', 'varint longer than 5 bytes', this.offset);
  }

  #text(length: number): string {
    const start = this.#take(length);
    const end = start + length;
    if (length > SHORT_STRING) return UTF8.decode(this.buffer.subarray(start, end));
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = this.buffer[i] ?? 0;
      if (byte >= 0x80) return UTF8.decode(this.buffer.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #elements(length: number, elementSize: number): number {
    if (length * elementSize > this.limit - this.offset) {
      throw new ProtocolError('malformed', `${length} elements cannot fit into the ${this.remaining} bytes left`, this.offset);
    }
    this.#elementsLeft -= length;
    if (this.#elementsLeft < 0) throw new ProtocolError('malformed', 'more elements than one message may have', this.offset);
    return length;
  }

  #refuseNull(): never {
    throw new ProtocolError('malformed', 'null where no null is allowed', this.offset);
  }

  #tooShort(size: number): never {
    throw new ProtocolError('malformed', `needs ${size} bytes, ${this.limit - this.offset} are left`, this.offset);
  }
}
