import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { OutputBuffer } from './output-buffer.js';
import { compressSnappyBlock, decompressSnappyBlock, maxSnappyBlockLength, SNAPPY_BLOCK_BYTES } from './snappy-block.js';

/**
 * Snappy as the Java client frames it (xerial): a header of 16 bytes, then int32 length and raw block, 32 KiB each.
 * Some clients write one bare raw block, so that is read as well.
 */

const XERIAL_MAGIC: readonly number[] = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0];
const XERIAL_HEADER: readonly number[] = [...XERIAL_MAGIC, 0, 0, 0, 1, 0, 0, 0, 1];

/** Snappy, written with xerial framing and read with or without. */
export const snappy: Codec = {
  id: 2,
  name: 'snappy',
  compress(bytes) {
    const blocks = Math.ceil(bytes.length / SNAPPY_BLOCK_BYTES);
    const output = new Uint8Array(XERIAL_HEADER.length + maxSnappyBlockLength(bytes.length) + blocks * 40);
    output.set(XERIAL_HEADER);
    let out = XERIAL_HEADER.length;
    for (let at = 0; at < bytes.length; at += SNAPPY_BLOCK_BYTES) {
      const end = compressSnappyBlock(bytes, at, Math.min(bytes.length, at + SNAPPY_BLOCK_BYTES), output, out + 4);
      const length = end - out - 4;
      output[out] = length >>> 24;
      output[out + 1] = length >>> 16;
      output[out + 2] = length >>> 8;
      output[out + 3] = length;
      out = end;
    }
    return output.subarray(0, out);
  },
  decompress(bytes, maxBytes) {
    if (bytes.length === 0) throw new ProtocolError('malformed', 'snappy stream is empty', 0);
    const output = new OutputBuffer(Math.min(bytes.length * 4, 65_536), maxBytes);
    if (!XERIAL_MAGIC.every((byte, at) => bytes[at] === byte)) decompressSnappyBlock(bytes, 0, bytes.length, output);
    else readXerialBlocks(bytes, output);
    return output.result();
  },
};

function readXerialBlocks(bytes: Uint8Array, output: OutputBuffer): void {
  let at = XERIAL_HEADER.length;
  if (bytes.length < at) throw new ProtocolError('malformed', 'snappy header is cut', bytes.length);
  while (at < bytes.length) {
    if (at + 4 > bytes.length) throw new ProtocolError('malformed', 'snappy block length is cut', at);
    const length = ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
    at += 4;
    if (at + length > bytes.length) throw new ProtocolError('malformed', `snappy block of ${length} bytes is cut`, at);
    decompressSnappyBlock(bytes, at, at + length, output);
    at += length;
  }
}
