import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { compressLz4Block, decompressLz4Block } from './lz4-block.js';
import { OutputBuffer } from './output-buffer.js';
import { xxhash32 } from './xxhash32.js';

/**
 * The LZ4 frame format. Written as Kafka does: independent blocks of 64 KiB, no checksums, no content size.
 * Read with all that the format allows but dictionaries.
 */

const MAGIC = 0x184d2204;
const BLOCK_BYTES = 65_536;
const STORED = 0x8000_0000;

/** LZ4 in frames. The level is taken and ignored: there is one. */
export const lz4: Codec = {
  id: 3,
  name: 'lz4',
  compress(bytes) {
    const blocks = Math.ceil(bytes.length / BLOCK_BYTES);
    const output = new Uint8Array(7 + bytes.length + blocks * 4 + 4);
    output.set([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40]);
    output[6] = xxhash32(output, 4, 6) >>> 8;
    let out = 7;
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      const end = Math.min(bytes.length, at + BLOCK_BYTES);
      const compressedEnd = compressLz4Block(bytes, at, end, output, out + 4, out + 4 + (end - at) - 1);
      if (compressedEnd < 0) output.set(bytes.subarray(at, end), out + 4);
      const length = compressedEnd < 0 ? end - at : compressedEnd - out - 4;
      setWord32(output, out, compressedEnd < 0 ? length | STORED : length);
      out += 4 + length;
    }
    setWord32(output, out, 0);
    return output.subarray(0, out + 4);
  },
  decompress(bytes, maxBytes) {
    const frame = readFrameHeader(bytes);
    const output = new OutputBuffer(Math.min(bytes.length * 4, BLOCK_BYTES), maxBytes);
    readBlocks(bytes, frame, output);
    return output.result();
  },
};

interface FrameHeader {
  readonly end: number;
  readonly independent: boolean;
  readonly blockChecksums: boolean;
  readonly contentChecksum: boolean;
  readonly contentSize: number;
  readonly maxBlockBytes: number;
}

function readFrameHeader(bytes: Uint8Array): FrameHeader {
  if (bytes.length < 7) throw new ProtocolError('malformed', 'lz4 frame header is cut', bytes.length);
  if (word32(bytes, 0) !== MAGIC) throw new ProtocolError('malformed', 'no lz4 frame', 0);
  const flags = bytes[4]!;
  const maxBlockId = (bytes[5]! >>> 4) & 7;
  const hasContentSize = (flags & 8) !== 0;
  const end = hasContentSize ? 15 : 7;
  if (flags >>> 6 !== 1 || (flags & 3) !== 0 || maxBlockId < 4 || (bytes[5]! & 0x8f) !== 0) {
    throw new ProtocolError('malformed', 'lz4 frame header asks for what the format does not have', 4);
  }
  if (bytes.length < end) throw new ProtocolError('malformed', 'lz4 frame header is cut', bytes.length);
  if (((xxhash32(bytes, 4, end - 1) >>> 8) & 0xff) !== bytes[end - 1]) {
    throw new ProtocolError('malformed', 'lz4 header checksum differs', end - 1);
  }
  return {
    end,
    independent: (flags & 0x20) !== 0,
    blockChecksums: (flags & 0x10) !== 0,
    contentChecksum: (flags & 4) !== 0,
    contentSize: hasContentSize ? word32(bytes, 6) + word32(bytes, 10) * 0x1_0000_0000 : -1,
    maxBlockBytes: 2 ** (8 + 2 * maxBlockId),
  };
}

function readBlocks(bytes: Uint8Array, frame: FrameHeader, output: OutputBuffer): void {
  let at = frame.end;
  for (;;) {
    const word = checkedWord(bytes, at);
    at += 4;
    if (word === 0) break;
    const stored = word >= STORED;
    const length = stored ? word - STORED : word;
    if (length > frame.maxBlockBytes) throw new ProtocolError('malformed', `lz4 block of ${length} bytes is too large`, at);
    if (at + length > bytes.length) throw new ProtocolError('malformed', `lz4 block of ${length} bytes is cut`, at);
    const before = output.length;
    if (stored) output.append(bytes.subarray(at, at + length));
    else decompressLz4Block(bytes, at, at + length, output, frame.independent ? before : 0);
    if (output.length - before > frame.maxBlockBytes) throw new ProtocolError('malformed', 'lz4 block decompresses to too much', at);
    at += length;
    if (frame.blockChecksums) {
      if (checkedWord(bytes, at) !== xxhash32(bytes, at - length, at)) throw new ProtocolError('malformed', 'lz4 block checksum differs', at);
      at += 4;
    }
  }
  if (frame.contentChecksum && checkedWord(bytes, at) !== xxhash32(output.bytes, 0, output.length)) {
    throw new ProtocolError('malformed', 'lz4 content checksum differs', at);
  }
  if (frame.contentSize >= 0 && frame.contentSize !== output.length) {
    throw new ProtocolError('malformed', `lz4 frame says ${frame.contentSize} bytes and has ${output.length}`, 6);
  }
}

function checkedWord(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) throw new ProtocolError('malformed', 'lz4 frame is cut', at);
  return word32(bytes, at);
}

function word32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

function setWord32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
