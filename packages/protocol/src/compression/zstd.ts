import { Decompress } from 'fzstd';
import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { OutputBuffer } from './output-buffer.js';
import { tameZstdFrames } from './zstd-frames.js';

/**
 * Zstandard: read by JavaScript at once; written by WebAssembly, which `load` brings on first use.
 */

interface Compressor {
  compress(bytes: Uint8Array, level?: number): Uint8Array;
}

const DEFAULT_LEVEL = 3;

let compressor: Compressor | undefined;

export const zstd: Codec = {
  id: 4,
  name: 'zstd',
  async load() {
    if (compressor !== undefined) return;
    const { Zstd } = await import('@hpcc-js/wasm-zstd');
    compressor = await Zstd.load();
  },
  compress(bytes, level = DEFAULT_LEVEL) {
    if (compressor === undefined) throw new ProtocolError('invalid-value', 'zstd is not loaded: await ensureCodec(4) before the first compress');
    return compressor.compress(bytes, level);
  },
  decompress(bytes, maxBytes) {
    const tame = tameZstdFrames(bytes);
    const output = new OutputBuffer(Math.min(bytes.length * 4, 65_536), maxBytes);
    if (tame.length === 0) return output.result();
    try {
      // Blocks come one at a time, so that the limit is looked at every 128 KiB.
      const stream = new Decompress((chunk) => output.append(chunk));
      stream.push(tame, true);
    } catch (cause) {
      if (cause instanceof ProtocolError) throw cause;
      throw new ProtocolError('malformed', `zstd: ${cause instanceof Error ? cause.message : 'damaged'}`, 0, { cause });
    }
    return output.result();
  },
};
