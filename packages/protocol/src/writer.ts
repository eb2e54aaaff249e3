import { isExternalRecords, type ExternalRecords, type Records } from './external-records.js';
import { ProtocolError } from './protocol-error.js';
import type { UnknownTag } from './unknown-tag.js';
import { uuidIntoBytes } from './uuid.js';

const UTF8 = new TextEncoder();
const TWO_63 = 2 ** 63;
const TWO_32 = 2 ** 32;
// Records longer than this are handed on as their own piece instead of being copied.
const LARGE_RECORDS = 4096;

/** A part of a frame: bytes, or records that are elsewhere. */
export type Piece = Uint8Array | ExternalRecords;

/**
 * Writes Kafka's types, big-endian, into a buffer that grows. Large or external records are not copied: they cut the
 * output into pieces. One writer serves many frames; `reset` begins the next without touching pieces handed out before.
 */
export class Writer {
  #buffer: Uint8Array;
  #view: DataView;
  /** Where the piece being written begins, and the next byte goes. */
  #start = 0;
  #offset = 0;
  #pieces: Piece[] = [];
  #piecesLength = 0;
  #handedOut = false;

  constructor(capacity = 1024) {
    this.#buffer = new Uint8Array(capacity);
    this.#view = new DataView(this.#buffer.buffer);
  }

  /** Bytes written so far, external records included. */
  get byteLength(): number {
    return this.#piecesLength + this.#offset - this.#start;
  }

  /** Begins anew. Pieces handed out stay as they are. */
  reset(): void {
    if (!this.#handedOut) this.#offset = 0;
    this.#start = this.#offset;
    this.#pieces = [];
    this.#piecesLength = 0;
  }

  /** A copy of everything written, in one array. External records have no bytes here and are refused. */
  finish(): Uint8Array {
    if (this.#pieces.length === 0) return this.#buffer.slice(this.#start, this.#offset);
    const whole = new Uint8Array(this.byteLength);
    let at = 0;
    for (const piece of this.#pieces) {
      if (isExternalRecords(piece)) throw new ProtocolError('invalid-value', 'external records cannot be copied into one array', at);
      whole.set(piece, at);
      at += piece.length;
    }
    whole.set(this.#buffer.subarray(this.#start, this.#offset), at);
    return whole;
  }

  /** Everything written, in order and without a copy; the bytes belong to the caller from here on. */
  pieces(): Piece[] {
    this.#cut();
    this.#handedOut = true;
    return this.#pieces;
  }

  writeBoolean(value: boolean): void {
    const at = this.#take(1);
    this.#buffer[at] = value ? 1 : 0;
  }

  writeInt8(value: number): void {
    if ((value << 24) >> 24 !== value) refuse(value, 'int8');
    const at = this.#take(1);
    this.#buffer[at] = value;
  }

  writeInt16(value: number): void {
    if ((value << 16) >> 16 !== value) refuse(value, 'int16');
    const at = this.#take(2);
    this.#view.setInt16(at, value);
  }

  writeUint16(value: number): void {
    if ((value & 0xffff) !== value) refuse(value, 'uint16');
    const at = this.#take(2);
    this.#view.setUint16(at, value);
  }

  writeInt32(value: number): void {
    if ((value | 0) !== value) refuse(value, 'int32');
    const at = this.#take(4);
    this.#view.setInt32(at, value);
  }

  writeUint32(value: number): void {
    if (value >>> 0 !== value) refuse(value, 'uint32');
    const at = this.#take(4);
    this.#view.setUint32(at, value);
  }

  /** A whole number within ±2^63; 2^63 itself is written as Long.MAX_VALUE. */
  writeInt64(value: number): void {
    if (!Number.isInteger(value) || value > TWO_63 || value < -TWO_63) refuse(value, 'int64');
    const at = this.#take(8);
    const high = Math.floor(value / TWO_32);
    this.#view.setInt32(at, value === TWO_63 ? 0x7fff_ffff : high);
    this.#view.setUint32(at + 4, value === TWO_63 ? 0xffff_ffff : value - high * TWO_32);
  }

  writeInt64Exact(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) refuse(value, 'int64');
    const at = this.#take(8);
    this.#view.setBigInt64(at, value);
  }

  writeFloat64(value: number): void {
    const at = this.#take(8);
    this.#view.setFloat64(at, value);
  }

  writeUuid(value: string): void {
    const at = this.#take(16);
    if (!uuidIntoBytes(value, this.#buffer, at)) refuse(value, 'uuid of 22 base64url characters');
  }

  writeUnsignedVarint(value: number): void {
    if (value < 0x80 && value >= 0) {
      const at = this.#take(1);
      this.#buffer[at] = value;
      return;
    }
    if (value >>> 0 !== value) refuse(value, 'uint32');
    this.#reserve(5);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#buffer[this.#offset++] = (rest & 0x7f) | 0x80;
    this.#buffer[this.#offset++] = rest;
  }

  writeString(value: string): void {
    // Room for the whole text first: growing moves what is written, and the length is filled in afterwards.
    this.#reserve(2 + 3 * value.length);
    const start = this.#take(2);
    this.#writeText(value);
    const length = this.#offset - start - 2;
    if (length > 0x7fff) throw new ProtocolError('invalid-value', `string of ${length} bytes, at most 32767 fit`);
    this.#view.setInt16(start, length);
  }

  writeNullableString(value: string | null): void {
    if (value === null) this.writeInt16(-1);
    else this.writeString(value);
  }

  writeCompactString(value: string): void {
    // Short text takes at most 3 bytes for each of 42 characters, so its length always fits into one byte.
    if (value.length > 42) return this.#writeLongCompactString(value);
    this.#reserve(1 + 3 * value.length);
    const start = this.#take(1);
    this.#writeText(value);
    this.#buffer[start] = this.#offset - start;
  }

  writeCompactNullableString(value: string | null): void {
    if (value === null) this.writeUnsignedVarint(0);
    else this.writeCompactString(value);
  }

  writeBytes(value: Uint8Array): void {
    this.writeInt32(value.length);
    this.writeRaw(value);
  }

  writeNullableBytes(value: Uint8Array | null): void {
    if (value === null) this.writeInt32(-1);
    else this.writeBytes(value);
  }

  writeCompactBytes(value: Uint8Array): void {
    this.writeUnsignedVarint(value.length + 1);
    this.writeRaw(value);
  }

  writeCompactNullableBytes(value: Uint8Array | null): void {
    if (value === null) this.writeUnsignedVarint(0);
    else this.writeCompactBytes(value);
  }

  writeRecords(value: Records): void {
    this.writeInt32(value.byteLength);
    this.#writePiece(value);
  }

  writeNullableRecords(value: Records | null): void {
    if (value === null) this.writeInt32(-1);
    else this.writeRecords(value);
  }

  writeCompactRecords(value: Records): void {
    this.writeUnsignedVarint(value.byteLength + 1);
    this.#writePiece(value);
  }

  writeCompactNullableRecords(value: Records | null): void {
    if (value === null) this.writeUnsignedVarint(0);
    else this.writeCompactRecords(value);
  }

  /** Copies bytes as they are. */
  writeRaw(value: Uint8Array): void {
    const at = this.#take(value.length);
    this.#buffer.set(value, at);
  }

  /** Leaves one byte for the size of a tagged field; gives a mark for {@link endTag}. */
  beginTag(tag: number): number {
    this.writeUnsignedVarint(tag);
    return this.#take(1) - this.#start;
  }

  /** Fills in the size of a tagged field; a size of more than one byte moves the field. */
  endTag(mark: number): void {
    const size = this.#offset - this.#start - mark - 1;
    if (size < 0x80) {
      this.#buffer[this.#start + mark] = size;
      return;
    }
    const extra = size < 0x4000 ? 1 : size < 0x20_0000 ? 2 : size < 0x1000_0000 ? 3 : 4;
    this.#reserve(extra);
    const start = this.#start + mark;
    const end = this.#offset;
    this.#buffer.copyWithin(start + 1 + extra, start + 1, end);
    this.#offset = start;
    this.writeUnsignedVarint(size);
    this.#offset = end + extra;
  }

  /** The tagged fields of a struct that knows none. */
  writeUnknownTags(tags: readonly UnknownTag[]): void {
    this.writeUnsignedVarint(tags.length);
    this.writeUnknownTagsBelow(tags, 0, Infinity);
  }

  /** Writes unknown tags from index `next` while they come before `tag`; gives the index of the first one left. */
  writeUnknownTagsBelow(tags: readonly UnknownTag[], next: number, tag: number): number {
    let index = next;
    for (; index < tags.length; index++) {
      const unknown = tags[index];
      if (unknown === undefined || unknown.tag > tag) break;
      if (unknown.tag === tag) throw new ProtocolError('invalid-value', `unknown tag ${tag} is a known one`);
      this.writeUnsignedVarint(unknown.tag);
      this.writeCompactSize(unknown.data);
    }
    return index;
  }

  /** Bytes with their plain length before them, as tagged fields have it. */
  writeCompactSize(value: Uint8Array): void {
    this.writeUnsignedVarint(value.length);
    this.writeRaw(value);
  }

  #writePiece(value: Records): void {
    if (!isExternalRecords(value) && value.length <= LARGE_RECORDS) {
      this.writeRaw(value);
      return;
    }
    this.#cut();
    this.#pieces.push(value);
    this.#piecesLength += value.byteLength;
  }

  #cut(): void {
    if (this.#offset === this.#start) return;
    this.#pieces.push(this.#buffer.subarray(this.#start, this.#offset));
    this.#piecesLength += this.#offset - this.#start;
    this.#start = this.#offset;
  }

  #writeLongCompactString(value: string): void {
    const bytes = UTF8.encode(value);
    this.writeUnsignedVarint(bytes.length + 1);
    this.writeRaw(bytes);
  }

  #writeText(value: string): void {
    const length = value.length;
    this.#reserve(length * 3);
    const buffer = this.#buffer;
    let offset = this.#offset;
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i);
      if (code >= 0x80) {
        this.#offset += UTF8.encodeInto(value, buffer.subarray(this.#offset)).written;
        return;
      }
      buffer[offset++] = code;
    }
    this.#offset = offset;
  }

  #take(size: number): number {
    this.#reserve(size);
    const start = this.#offset;
    this.#offset = start + size;
    return start;
  }

  #reserve(size: number): void {
    if (this.#offset + size <= this.#buffer.length) return;
    const written = this.#offset - this.#start;
    const grown = new Uint8Array(Math.max(4096, 2 * (written + size)));
    grown.set(this.#buffer.subarray(this.#start, this.#offset));
    this.#buffer = grown;
    this.#view = new DataView(grown.buffer);
    this.#start = 0;
    this.#offset = written;
  }
}

function refuse(value: unknown, type: string): never {
  throw new ProtocolError('invalid-value', `${String(value)} does not fit ${type}`);
}
