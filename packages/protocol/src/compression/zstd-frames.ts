import { ProtocolError } from '../protocol-error.js';
import { littleEndian } from './little-endian.js';

/** The frame structure of zstd (RFC 8878, section 3.1), as far as it takes to know what a stream may need. */

const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a5;
const MAX_BLOCK_BYTES = 128 * 1024;
// What zstd's own decoder takes at most by default.
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;

/**
 * Checks that `bytes` is whole frames and nothing else.
 * Returns a copy whose frames claim no greater window than their blocks can fill, so that a decoder which allocates
 * what a header claims allocates no more than what can come.
 */
export function tameZstdFrames(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 5 > bytes.length) throw cut(at);
    const magic = word32(bytes, at);
    if (magic >>> 4 === SKIPPABLE_MAGIC) {
      if (at + 8 > bytes.length) throw cut(at);
      at += 8 + word32(bytes, at + 4);
      if (at > bytes.length) throw cut(at);
      continue;
    }
    if (magic !== FRAME_MAGIC) throw new ProtocolError('malformed', 'no zstd frame', at);
    at = tameFrame(bytes, at, pieces);
  }
  return concatenate(pieces);
}

// The copy always has a window descriptor and no content size: the form in which the window can be set freely.
function tameFrame(bytes: Uint8Array, start: number, pieces: Uint8Array[]): number {
  const descriptor = bytes[start + 4]!;
  const singleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  const sizeCode = descriptor >>> 6;
  const sizeBytes = sizeCode === 0 ? (singleSegment ? 1 : 0) : 2 ** sizeCode;
  const blocks = start + 5 + (singleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
  if (blocks > bytes.length) throw cut(bytes.length);
  if ((descriptor & 8) !== 0) throw new ProtocolError('malformed', 'zstd frame header has a reserved bit', start + 4);
  for (let i = 0; i < dictionaryBytes; i++) {
    if (bytes[blocks - sizeBytes - 1 - i] !== 0) throw new ProtocolError('malformed', 'zstd frame needs a dictionary', start + 4);
  }
  const claimed = singleSegment ? littleEndian(bytes, blocks - sizeBytes, sizeBytes) + (sizeCode === 1 ? 256 : 0) : windowBytes(bytes[start + 5]!);
  if (!singleSegment && claimed > MAX_WINDOW_BYTES) throw new ProtocolError('malformed', `zstd window of ${claimed} bytes is too large`, start + 5);
  const { end, possible } = scanBlocks(bytes, blocks);
  const hasChecksum = (descriptor & 4) !== 0;
  const frameEnd = end + (hasChecksum ? 4 : 0);
  if (frameEnd > bytes.length) throw cut(bytes.length);
  pieces.push(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, descriptor & 4, windowDescriptor(Math.min(claimed, possible))]));
  pieces.push(bytes.subarray(blocks, frameEnd));
  return frameEnd;
}

function scanBlocks(bytes: Uint8Array, start: number): { end: number; possible: number } {
  let at = start;
  let possible = 0;
  for (let last = false; !last; ) {
    if (at + 3 > bytes.length) throw cut(at);
    const header = littleEndian(bytes, at, 3);
    const type = (header >>> 1) & 3;
    const size = header >>> 3;
    last = (header & 1) === 1;
    if (type === 3 || size > MAX_BLOCK_BYTES) throw new ProtocolError('malformed', 'zstd block header is damaged', at);
    possible += type === 2 ? MAX_BLOCK_BYTES : size;
    at += 3 + (type === 1 ? 1 : size);
    if (at > bytes.length) throw cut(bytes.length);
  }
  return { end: at, possible };
}

function windowBytes(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** The descriptor of the least window, a power of two from a whole block up, that holds `bytes`. */
function windowDescriptor(bytes: number): number {
  let exponent = 17;
  while (2 ** exponent < bytes) exponent++;
  return (exponent - 10) << 3;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function cut(at: number): ProtocolError {
  return new ProtocolError('malformed', 'zstd frame is cut', at);
}

function word32(bytes: Uint8Array, at: number): number {
  return littleEndian(bytes, at, 4);
}
