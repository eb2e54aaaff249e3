/**
 * The sparse index from timestamps to offsets: entries of 12 bytes, the largest timestamp so far (int64) and the last offset of the
 * batch that has it, less the segment's base offset (int32). Timestamps keep their eight bytes.
 */
import { readInt32, readInt64 } from '@millrace/protocol';
import { type RawInt64, compareInt64, readRawInt64, writeInt32, writeRawInt64 } from '../raw-int64.js';
import type { File, Files } from '@millrace/platform';
import { IndexFile } from './index-file.js';

export const timeEntryBytes = 12;

export interface TimeEntry {
  timestamp: RawInt64;
  offset: number;
}

export class TimeIndex {
  readonly #entries: IndexFile;
  readonly #baseOffset: number;

  constructor(files: Files, path: string, baseOffset: number, isNew: boolean) {
    this.#entries = isNew ? IndexFile.empty(files, path, timeEntryBytes) : IndexFile.existing(files, path, timeEntryBytes);
    this.#baseOffset = baseOffset;
  }

  get path(): string {
    return this.#entries.path;
  }

  set path(path: string) {
    this.#entries.path = path;
  }

  get count(): number {
    return this.#entries.count;
  }

  /** Only a timestamp larger than the last one adds an entry. */
  append(timestamp: RawInt64, offset: number): void {
    const last = this.last();
    if (last === undefined ? timestamp.high < 0 : compareInt64(timestamp.high, timestamp.low, last.timestamp.high, last.timestamp.low) <= 0) return;
    if (last !== undefined && offset < last.offset) return;
    const { bytes, at } = this.#entries.append();
    writeRawInt64(bytes, at, timestamp);
    writeInt32(bytes, at + 8, offset - this.#baseOffset);
  }

  last(): TimeEntry | undefined {
    return this.#entryAt(this.#entries.count - 1);
  }

  /** No batch before the one that ends at this offset has a timestamp that reaches the one asked for. */
  offsetFor(timestamp: number): number {
    const found = this.#entries.floor((bytes, at) => readInt64(bytes, at) > timestamp);
    return this.#entryAt(found)?.offset ?? this.#baseOffset;
  }

  /** Drops the entries of this offset and later. */
  truncateTo(offset: number): void {
    const relative = offset - this.#baseOffset;
    this.#entries.keep(this.#entries.floor((bytes, at) => readInt32(bytes, at + 8) >= relative) + 1);
  }

  reset(): void {
    this.#entries.reset();
  }

  write(): File | null {
    return this.#entries.write();
  }

  get isDirty(): boolean {
    return this.#entries.isDirty;
  }

  releaseMemory(): void {
    this.#entries.releaseMemory();
  }

  #entryAt(index: number): TimeEntry | undefined {
    return this.#entries.at(index, (bytes, at) => ({
      timestamp: readRawInt64(bytes, at),
      offset: this.#baseOffset + readInt32(bytes, at + 8),
    }));
  }
}
