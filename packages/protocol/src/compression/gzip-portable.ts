import { gzipSync } from 'fflate';
import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { inflate } from './inflate.js';
import { OutputBuffer } from './output-buffer.js';

/** Gzip (RFC 1952) without a platform: for places that have no `node:zlib`. */

const CRC_TABLE: Int32Array = makeCrcTable();

export const portableGzip: Codec = {
  id: 1,
  name: 'gzip',
  compress: (bytes, level = -1) => gzipSync(bytes, { level: clampLevel(level), mtime: 0 }),
  decompress(bytes, maxBytes) {
    const output = new OutputBuffer(Math.min(bytes.length * 4, 65_536), maxBytes);
    // Members follow each other; what follows the last one is ignored, as zlib's callers do.
    let at = 0;
    do at = readMember(bytes, at, output);
    while (bytes[at] === 0x1f && bytes[at + 1] === 0x8b);
    return output.result();
  },
};

function clampLevel(level: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 {
  return (level >= 0 && level <= 9 ? Math.floor(level) : 6) as 6;
}

function readMember(bytes: Uint8Array, start: number, output: OutputBuffer): number {
  const from = output.length;
  const at = inflate(bytes, memberBody(bytes, start), output);
  if (at + 8 > bytes.length) throw new ProtocolError('malformed', 'gzip trailer is cut', at);
  if (word32(bytes, at) !== crc32(output.bytes, from, output.length)) throw new ProtocolError('malformed', 'gzip checksum differs', at);
  if (word32(bytes, at + 4) !== (output.length - from) >>> 0) throw new ProtocolError('malformed', 'gzip length differs', at + 4);
  return at + 8;
}

function memberBody(bytes: Uint8Array, start: number): number {
  if (bytes.length < start + 10) throw new ProtocolError('malformed', 'gzip header is cut', bytes.length);
  const flags = bytes[start + 3]!;
  if (bytes[start] !== 0x1f || bytes[start + 1] !== 0x8b || bytes[start + 2] !== 8 || (flags & 0xe0) !== 0) {
    throw new ProtocolError('malformed', 'not in gzip format', start);
  }
  let at = start + 10;
  if (flags & 4) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  if (flags & 8) at = bytes.indexOf(0, at) + 1 || bytes.length;
  if (flags & 16) at = bytes.indexOf(0, at) + 1 || bytes.length;
  if (flags & 2) at += 2;
  return at;
}

function crc32(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1;
  for (let at = start; at < end; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeCrcTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}

function word32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
