/** The files of a partition's log as they lie on the disk, read without the code that wrote them. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SegmentFile {
  readonly path: string;
  readonly baseOffset: number;
  readonly size: number;
}

/** Bytes of a log file that no flush has been waited for. */
export interface UnsyncedTail {
  readonly path: string;
  readonly baseOffset: number;
  /** Where the first batch begins that may be lost. */
  readonly position: number;
  readonly size: number;
}

/** Directories of partitions within a log directory. */
export function partitionDirectories(logDirectory: string): string[] {
  return readdirSync(logDirectory).filter((name) => /^.+-\d+$/.test(name) && statSync(join(logDirectory, name)).isDirectory());
}

/** In the order of their offsets. */
export function segmentFiles(directory: string): SegmentFile[] {
  return filesEnding(directory, '.log').map((path) => ({ path, baseOffset: Number.parseInt(path.slice(-24), 10), size: statSync(path).size }));
}

/** Paths, sorted by name. */
export function filesEnding(directory: string, ...suffixes: string[]): string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => suffixes.some((suffix) => name.endsWith(suffix)));
  return names.toSorted().map((name) => join(directory, name));
}

/** What a power cut may take when everything below `durableEnd` was waited for: parts of one segment, and all later ones. */
export function unsyncedTails(directory: string, durableEnd: number): UnsyncedTail[] {
  const segments = segmentFiles(directory);
  return segments.flatMap(({ path, baseOffset, size }, index) => {
    const next = segments[index + 1]?.baseOffset ?? Infinity;
    if (next <= durableEnd) return [];
    const position = baseOffset >= durableEnd ? 0 : positionOf(path, size, durableEnd);
    return [{ path, baseOffset, position, size }];
  });
}

/** Where the first batch at this offset or beyond begins; the end of the file when there is none. */
function positionOf(path: string, size: number, offset: number): number {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(12);
    let at = 0;
    while (at + header.length <= size) {
      readSync(file, header, 0, header.length, at);
      if (Number(header.readBigInt64BE(0)) >= offset) return at;
      at += header.length + header.readInt32BE(8);
    }
    return Math.min(at, size);
  } finally {
    closeSync(file);
  }
}
