/** How fast a file grows: into the page cache, to the disk, and how often a small write can be synced. */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The file starts anew after this, so that a fast machine does not fill its disk. */
const LARGEST_FILE = 512 * 1024 * 1024;
const SMALL_WRITE = 4096;

/** Bytes per second of sequential writes of this size, into the page cache. */
export function measureWrite(directory: string, writeBytes: number, durationMs: number): number {
  return writing(directory, writeBytes, durationMs, () => undefined);
}

/** Bytes per second when each write is followed by fdatasync. */
export function measureSyncedWrite(directory: string, writeBytes: number, durationMs: number): number {
  return writing(directory, writeBytes, durationMs, fdatasyncSync);
}

/** How many 4 KiB writes a second can be synced one by one. */
export function measureSyncs(directory: string, durationMs: number): number {
  return measureSyncedWrite(directory, SMALL_WRITE, durationMs) / SMALL_WRITE;
}

function writing(directory: string, writeBytes: number, durationMs: number, after: (fd: number) => void): number {
  const path = join(directory, 'write-limit');
  const fd = openSync(path, 'w');
  const bytes = new Uint8Array(writeBytes).fill(0x33);
  try {
    let written = 0;
    let position = 0;
    const startedAt = performance.now();
    let elapsedMs = 0;
    while (elapsedMs < durationMs) {
      if (position >= LARGEST_FILE) {
        ftruncateSync(fd, 0);
        position = 0;
      }
      writeSync(fd, bytes, 0, writeBytes, position);
      after(fd);
      position += writeBytes;
      written += writeBytes;
      elapsedMs = performance.now() - startedAt;
    }
    return (written / elapsedMs) * 1000;
  } finally {
    closeSync(fd);
    rmSync(path);
  }
}
