import { ProtocolError } from '../protocol-error.js';
import type { OutputBuffer } from './output-buffer.js';

/** The LZ4 block format: sequences of a token, literals and a match at most 64 KiB back (lz4_Block_format.md). */

const HASH_BITS = 14;
const HASHES: Int32Array = new Int32Array(1 << HASH_BITS);
const LEAST_MATCH = 4;
// The format's end conditions: a match starts 12 bytes before the end at the latest, and the last 5 bytes are literals.
const MATCH_START_MARGIN = 12;
const LAST_LITERALS = 5;
/** So many are quicker copied one by one than by a call. */
const FEW_BYTES = 64;

/** Compresses `input[start, end)`, at most 64 KiB, to `output` at `at`; returns the end of it, or -1 if it would pass `limit`. */
export function compressLz4Block(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  at: number,
  limit: number,
): number {
  HASHES.fill(start - 1);
  let out = at;
  let literal = start;
  let position = start;
  let misses = 64;
  const matchLimit = end - LAST_LITERALS;
  while (position < end - MATCH_START_MARGIN) {
    const word = word32(input, position);
    const hash = Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
    const candidate = HASHES[hash]!;
    HASHES[hash] = position;
    if (candidate < start || position - candidate > 0xffff || word32(input, candidate) !== word) {
      position += misses++ >>> 6;
      continue;
    }
    misses = 64;
    let match = LEAST_MATCH;
    while (position + match < matchLimit && input[candidate + match] === input[position + match]) match++;
    if (out + (position - literal) + (position - literal) / 255 + match / 255 + 8 > limit) return -1;
    out = emitLiterals(input, literal, position, Math.min(match - LEAST_MATCH, 15), output, out);
    output[out++] = position - candidate;
    output[out++] = (position - candidate) >>> 8;
    if (match - LEAST_MATCH >= 15) out = emitLength(match - LEAST_MATCH - 15, output, out);
    position += match;
    literal = position;
  }
  if (out + (end - literal) + (end - literal) / 255 + 2 > limit) return -1;
  return emitLiterals(input, literal, end, 0, output, out);
}

function emitLiterals(input: Uint8Array, start: number, end: number, matchBits: number, output: Uint8Array, at: number): number {
  const length = end - start;
  let out = at;
  output[out++] = (Math.min(length, 15) << 4) | matchBits;
  if (length >= 15) out = emitLength(length - 15, output, out);
  if (length > 32) output.set(input.subarray(start, end), out);
  else for (let i = 0; i < length; i++) output[out + i] = input[start + i]!;
  return out + length;
}

function emitLength(length: number, output: Uint8Array, at: number): number {
  let out = at;
  let left = length;
  for (; left >= 255; left -= 255) output[out++] = 255;
  output[out++] = left;
  return out;
}

/** Decompresses the block `input[start, end)` to the end of `output`; matches reach back to `from` in it at most. */
export function decompressLz4Block(input: Uint8Array, start: number, end: number, output: OutputBuffer, from: number): void {
  // Straight-line code over locals: a sequence makes ten bytes or so, and a call for each would cost more than they do.
  let { bytes, length } = output;
  let at = start;
  while (at < end) {
    const token = input[at++]!;
    let literals = token >>> 4;
    if (literals === 15) {
      let byte = 255;
      while (byte === 255) {
        if (at >= end) throw cut(at);
        byte = input[at++]!;
        literals += byte;
      }
    }
    if (at + literals > end) throw cut(at);
    if (length + literals > bytes.length) bytes = output.grown(length, literals);
    if (literals > FEW_BYTES) bytes.set(input.subarray(at, at + literals), length);
    else for (let i = 0; i < literals; i++) bytes[length + i] = input[at + i]!;
    length += literals;
    at += literals;
    if (at === end) {
      output.length = length;
      return;
    }
    if (at + 2 > end) throw cut(at);
    const distance = input[at]! | (input[at + 1]! << 8);
    at += 2;
    let match = (token & 15) + LEAST_MATCH;
    if (match === 15 + LEAST_MATCH) {
      let byte = 255;
      while (byte === 255) {
        if (at >= end) throw cut(at);
        byte = input[at++]!;
        match += byte;
      }
    }
    if (distance === 0 || distance > length - from) throw new ProtocolError('malformed', `lz4 match points ${distance} bytes back, ${length - from} are there`, at);
    if (length + match > bytes.length) bytes = output.grown(length, match);
    if (match > FEW_BYTES && distance >= match) bytes.copyWithin(length, length - distance, length - distance + match);
    else for (let i = length; i < length + match; i++) bytes[i] = bytes[i - distance]!;
    length += match;
  }
  throw cut(end);
}

function cut(at: number): ProtocolError {
  return new ProtocolError('malformed', 'lz4 block is cut', at);
}

function word32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
