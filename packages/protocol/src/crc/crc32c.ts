import { advanceCrc32cByTable } from './crc32c-table.js';

/**
 * CRC-32C (Castagnoli, as in RFC 3720) of `bytes[start, end)`, unsigned.
 * `seed` is the CRC of what came before, so that pieces can be checked one after another.
 */
export function crc32c(bytes: Uint8Array, start = 0, end: number = bytes.length, seed = 0): number {
  return ~advanceCrc32cByTable(~seed, bytes, start, end) >>> 0;
}
