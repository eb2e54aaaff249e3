/** How fast memory is copied: what no broker can beat. */
const BYTES = 32 * 1024 * 1024;

/** Bytes per second of copying blocks far larger than the caches. */
export function measureMemoryCopy(durationMs: number): number {
  const from = new Uint8Array(BYTES).fill(1);
  const to = new Uint8Array(BYTES).fill(2);
  let copied = 0;
  const startedAt = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < durationMs) {
    to.set(from);
    copied += BYTES;
    elapsedMs = performance.now() - startedAt;
  }
  return (copied / elapsedMs) * 1000;
}
