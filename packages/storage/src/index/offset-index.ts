/**
 * The sparse index from offsets to positions: entries of 8 bytes, the last offset of a batch less the segment's base offset (int32)
 * and the batch's position (int32). One entry after each `index.interval.bytes` of log.
 */
import { readInt32 } from '@millrace/protocol';
import { writeInt32 } from '../raw-int64.js';
import type { File, Files } from '@millrace/platform';
import { IndexFile } from './index-file.js';

export const offsetEntryBytes = 8;

export class OffsetIndex {
  readonly #entries: IndexFile;
  readonly #baseOffset: number;

  constructor(files: Files, path: string, baseOffset: number, isNew: boolean) {
    this.#entries = isNew ? IndexFile.empty(files, path, offsetEntryBytes) : IndexFile.existing(files, path, offsetEntryBytes);
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

  /** Offsets that are not after the last entry's add nothing. */
  append(offset: number, position: number): void {
    const last = this.last();
    if (last !== undefined && offset <= last.offset) return;
    const { bytes, at } = this.#entries.append();
    writeInt32(bytes, at, offset - this.#baseOffset);
    writeInt32(bytes, at + 4, position);
  }

  last(): { offset: number; position: number } | undefined {
    return this.#entryAt(this.#entries.count - 1);
  }

  /** Where to look for an offset: the position of the last entry not after it, or 0. */
  positionFor(offset: number): number {
    const relative = offset - this.#baseOffset;
    const found = this.#entries.floor((bytes, at) => readInt32(bytes, at) > relative);
    return this.#entryAt(found)?.position ?? 0;
  }

  /** The offset of the first entry at this position or after it; null when there is none. */
  offsetFromPosition(position: number): number | null {
    const before = this.#entries.floor((bytes, at) => readInt32(bytes, at + 4) >= position);
    return this.#entryAt(before + 1)?.offset ?? null;
  }

  /** Drops the entries of this offset and later. */
  truncateTo(offset: number): void {
    const relative = offset - this.#baseOffset;
    this.#entries.keep(this.#entries.floor((bytes, at) => readInt32(bytes, at) >= relative) + 1);
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

  #entryAt(index: number): { offset: number; position: number } | undefined {
    return this.#entries.at(index, (bytes, at) => ({
      offset: this.#baseOffset + readInt32(bytes, at),
      position: readInt32(bytes, at + 4),
    }));
  }
}
