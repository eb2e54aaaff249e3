import { advanceCrc32cByTable } from './crc32c-table.js';
import { type AdvanceCrc32c, loadCrc32cWasm } from './crc32c-wasm.js';

const advance: AdvanceCrc32c = loadCrc32cWasm() ?? advanceCrc32cByTable;

/**
 * CRC-32C (Castagnoli, as in RFC 3720) of `bytes[start, end)`, unsigned.
 * `seed` is the CRC of what came before, so that pieces can be checked one after another.
 */
export function crc32c(bytes: Uint8Array, start = 0, end: number = bytes.length, seed = 0): number {
  return ~advance(~seed, bytes, start, end) >>> 0;
}
