import { ProtocolError } from '../protocol-error.js';
import { littleEndian } from './little-endian.js';
import type { OutputBuffer } from './output-buffer.js';

/** The raw snappy block format: a length as varint, then literals and copies (format_description.txt of google/snappy). */

const HASH_BITS = 13;
/** So many are quicker copied one by one than by a call. */
const FEW_BYTES = 64;
const HASHES: Uint16Array = new Uint16Array(1 << HASH_BITS);
// A copy of 64 bytes takes 3: whatever claims a greater ratio lies.
const MAX_RATIO = 32;

/** Largest input of one `compressSnappyBlock`: offsets have 16 bits. */
export const SNAPPY_BLOCK_BYTES: number = 32 * 1024;

/** Most bytes that a block of `length` bytes can compress to. */
export function maxSnappyBlockLength(length: number): number {
  return 32 + length + Math.ceil(length / 6);
}

/** Compresses `input[start, end)`, at most `SNAPPY_BLOCK_BYTES`, to `output` at `at`; returns the end of it. */
export function compressSnappyBlock(input: Uint8Array, start: number, end: number, output: Uint8Array, at: number): number {
  let out = at;
  let length = end - start;
  for (; length > 0x7f; length >>>= 7) output[out++] = length | 0x80;
  output[out++] = length;
  HASHES.fill(0);
  let literal = start;
  let position = start + 1;
  let misses = 32;
  while (position < end - 4) {
    const word = word32(input, position);
    const hash = Math.imul(word, 0x1e35a7bd) >>> (32 - HASH_BITS);
    const candidate = start + HASHES[hash]!;
    HASHES[hash] = position - start;
    if (candidate >= position || word32(input, candidate) !== word) {
      position += misses++ >>> 5;
      continue;
    }
    misses = 32;
    let match = 4;
    while (position + match < end && input[candidate + match] === input[position + match]) match++;
    out = emitLiteral(input, literal, position, output, out);
    out = emitCopy(position - candidate, match, output, out);
    position += match;
    literal = position;
  }
  return emitLiteral(input, literal, end, output, out);
}

function emitLiteral(input: Uint8Array, start: number, end: number, output: Uint8Array, at: number): number {
  const length = end - start;
  if (length === 0) return at;
  let out = at;
  const n = length - 1;
  if (n < 60) output[out++] = n << 2;
  else if (n < 256) {
    output[out++] = 60 << 2;
    output[out++] = n;
  } else {
    output[out++] = 61 << 2;
    output[out++] = n;
    output[out++] = n >>> 8;
  }
  if (length > 32) output.set(input.subarray(start, end), out);
  else for (let i = 0; i < length; i++) output[out + i] = input[start + i]!;
  return out + length;
}

function emitCopy(distance: number, length: number, output: Uint8Array, at: number): number {
  let out = at;
  let left = length;
  while (left > 0) {
    const step = Math.min(left, 64);
    output[out++] = ((step - 1) << 2) | 2;
    output[out++] = distance;
    output[out++] = distance >>> 8;
    left -= step;
  }
  return out;
}

/** Decompresses the block `input[start, end)` to the end of `output`. */
export function decompressSnappyBlock(input: Uint8Array, start: number, end: number, output: OutputBuffer): void {
  let at = start;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = at < end && shift < 35 ? input[at++]! : -1;
    if (byte < 0) throw new ProtocolError('malformed', 'snappy block has no length', at);
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > (end - start) * MAX_RATIO) throw new ProtocolError('malformed', `snappy block cannot hold ${length} bytes`, start);
  output.reserve(length);
  const from = output.length;
  readElements(input, at, end, output.bytes, from, from + length);
  output.length = from + length;
}

/** Fills `bytes[from, limit)`, exactly. Straight-line code: an element makes ten bytes or so, and a call for each would cost more than they do. */
function readElements(input: Uint8Array, start: number, end: number, bytes: Uint8Array, from: number, limit: number): void {
  let at = start;
  let out = from;
  while (at < end) {
    const tag = input[at++]!;
    const kind = tag & 3;
    if (kind === 0) {
      const extra = (tag >>> 2) - 59;
      if (extra > 0 && at + extra > end) throw cut(at);
      const count = 1 + (extra > 0 ? littleEndian(input, at, extra) : tag >>> 2);
      if (extra > 0) at += extra;
      if (at + count > end) throw cut(at);
      if (out + count > limit) throw tooLong(at);
      if (count > FEW_BYTES) bytes.set(input.subarray(at, at + count), out);
      else for (let i = 0; i < count; i++) bytes[out + i] = input[at + i]!;
      at += count;
      out += count;
      continue;
    }
    const extra = kind === 3 ? 4 : kind;
    if (at + extra > end) throw cut(at);
    const distance = kind === 1 ? ((tag & 0xe0) << 3) | input[at]! : kind === 2 ? input[at]! | (input[at + 1]! << 8) : littleEndian(input, at, 4);
    at += extra;
    const count = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    if (out + count > limit) throw tooLong(at);
    if (distance === 0 || distance > out - from) throw new ProtocolError('malformed', `snappy copy points ${distance} bytes back, ${out - from} are there`, at);
    if (distance >= count && count > FEW_BYTES) bytes.copyWithin(out, out - distance, out - distance + count);
    else for (let i = out; i < out + count; i++) bytes[i] = bytes[i - distance]!;
    out += count;
  }
  if (out !== limit) throw new ProtocolError('malformed', `snappy block says ${limit - from} bytes and has ${out - from}`, start);
}

function cut(at: number): ProtocolError {
  return new ProtocolError('malformed', 'snappy block is cut', at);
}

function tooLong(at: number): ProtocolError {
  return new ProtocolError('malformed', 'snappy block is longer than it says', at);
}

function word32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
