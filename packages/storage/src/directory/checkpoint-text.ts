/**
 * Kafka's checkpoint files: a version (0), a count, and so many lines of words.
 *
 *     0
 *     2
 *     orders 0 1200
 *     orders 1 845
 */
import { StorageError } from '../storage-error.js';

export function formatCheckpoint(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['0', String(lines.length), ...lines, ''].join('\n'));
}

/** The words of each line. Throws a `StorageError` of kind 'corrupt' naming file and line. */
export function parseCheckpoint(bytes: Uint8Array, path: string, wordsPerLine: number): string[][] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const corrupt = (line: number, expected: string): StorageError =>
    new StorageError('corrupt', path, `line ${line} is ${JSON.stringify(lines[line - 1] ?? '')}, expected ${expected}`);
  if (lines[0] !== '0') throw corrupt(1, 'version 0');
  const count = Number(lines[1]);
  if (lines[1] === '' || !Number.isSafeInteger(count) || count < 0) throw corrupt(2, 'a count');
  const entries: string[][] = [];
  for (let index = 0; index < count; index++) {
    const words = (lines[index + 2] ?? '').split(/\s+/).filter((word) => word !== '');
    if (words.length !== wordsPerLine) throw corrupt(index + 3, `${wordsPerLine} words`);
    entries.push(words);
  }
  for (let line = count + 2; line < lines.length; line++) if (lines[line] !== '') throw corrupt(line + 1, `the end after ${count} entries`);
  return entries;
}

/** A whole number of a checkpoint, safe as a number. */
export function checkpointNumber(word: string, path: string): number {
  const value = Number(word);
  if (!/^-?\d+$/.test(word) || !Number.isSafeInteger(value)) throw new StorageError('corrupt', path, `${JSON.stringify(word)} is no whole number`);
  return value;
}
