/** How fast our CRC-32C runs over pieces of one size; the broker checks every byte that is produced once. */
import { crc32c } from '@millrace/protocol';

/** Bytes per second. Distinct pieces in turn, so that a small one is not always in the nearest cache. */
export function measureChecksum(pieceBytes: number, durationMs: number): number {
  const bytes = new Uint8Array(Math.max(4 * 1024 * 1024, pieceBytes)).fill(0x77);
  const pieces = Math.floor(bytes.length / pieceBytes);
  let done = 0;
  let sum = 0;
  const startedAt = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < durationMs) {
    for (let i = 0; i < pieces; i++) sum ^= crc32c(bytes, i * pieceBytes, (i + 1) * pieceBytes);
    done += pieces * pieceBytes;
    elapsedMs = performance.now() - startedAt;
  }
  // The sum is used, so that no compiler may leave the work out.
  return sum === -1 ? 0 : (done / elapsedMs) * 1000;
}
