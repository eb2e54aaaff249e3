/**
 * Entries of a fixed size, in rising order. The entries of a segment that is written to are in memory and reach the file when the
 * segment is flushed: after a crash an index is rebuilt from the log, so it need not be there before. A sealed index is
 * searched in its file and takes no memory. Kafka preallocates the file of an active segment: zeros at the end are no entries.
 */
import type { File, Files } from '@millrace/platform';
import { StorageError } from '../storage-error.js';
import { writeFully } from '../segment/held-file.js';

const initialEntries = 16;

export class IndexFile {
  path: string;
  readonly #files: Files;
  readonly #entryBytes: number;
  /** All entries while the segment is written to; null when they are only in the file. */
  #content: Uint8Array | null;
  /** -1 until looked for. */
  #count: number;
  /** Entries that the file has, from its beginning; -1 when what it has is not to be kept. */
  #stored: number;
  readonly #scratch: Uint8Array;
  #searched: File | null = null;

  private constructor(files: Files, path: string, entryBytes: number, fresh: boolean) {
    this.#files = files;
    this.path = path;
    this.#entryBytes = entryBytes;
    this.#content = fresh ? new Uint8Array(initialEntries * entryBytes) : null;
    this.#count = fresh ? 0 : -1;
    this.#stored = -1;
    this.#scratch = new Uint8Array(entryBytes);
  }

  /** Without entries; whatever the file has is dropped when the first flush writes it. */
  static empty(files: Files, path: string, entryBytes: number): IndexFile {
    return new IndexFile(files, path, entryBytes, true);
  }

  static existing(files: Files, path: string, entryBytes: number): IndexFile {
    return new IndexFile(files, path, entryBytes, false);
  }

  get count(): number {
    if (this.#count < 0) this.#count = this.#countStored();
    return this.#count;
  }

  /** Whether a flush would write something. */
  get isDirty(): boolean {
    return this.#content !== null && this.#stored !== this.#count;
  }

  /** Makes room for one more entry and gives its place in `bytes`. */
  append(): { bytes: Uint8Array; at: number } {
    const content = this.#loaded();
    const at = this.count * this.#entryBytes;
    if (at === content.length) {
      const grown = new Uint8Array(Math.max(initialEntries * this.#entryBytes, content.length * 2));
      grown.set(content);
      this.#content = grown;
    }
    this.#count++;
    return { bytes: this.#content!, at };
  }

  /** Drops all entries, whatever the file has. */
  reset(): void {
    this.#content = new Uint8Array(initialEntries * this.#entryBytes);
    this.#count = 0;
    this.#stored = -1;
  }

  /** Keeps the first entries. */
  keep(entries: number): void {
    if (entries >= this.count) return;
    this.#loaded().fill(0, entries * this.#entryBytes);
    this.#count = entries;
    if (this.#stored > entries) this.#stored = -1;
  }

  /** Calls with the place of an entry; undefined when there is no such one. */
  at<T>(index: number, read: (bytes: Uint8Array, at: number) => T): T | undefined {
    if (index < 0 || index >= this.count) return undefined;
    if (this.#content !== null) return read(this.#content, index * this.#entryBytes);
    return this.#searching(() => read(this.#readEntry(index), 0));
  }

  /** The number of the last entry that is not after what is looked for, -1 when all are. */
  floor(isAfter: (bytes: Uint8Array, at: number) => boolean): number {
    const count = this.count;
    return count === 0 ? -1 : this.#searching(() => this.#floorWithin(count, isAfter));
  }

  /** Writes what is missing and gives the open file, to be synced and closed by the caller; null when nothing is missing. */
  write(): File | null {
    if (!this.isDirty) return null;
    const content = this.#loaded();
    const file = this.#files.open(this.path, this.#stored < 0 ? 'truncate' : 'create');
    try {
      const from = Math.max(0, this.#stored) * this.#entryBytes;
      const length = this.#count * this.#entryBytes - from;
      if (length > 0) writeFully(file, content.subarray(from, from + length), length, from);
      this.#stored = this.#count;
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** No more entries will come: once written they need not stay in memory. */
  releaseMemory(): void {
    if (!this.isDirty) this.#content = null;
  }

  #loaded(): Uint8Array {
    if (this.#content !== null) return this.#content;
    const count = this.count;
    const content = new Uint8Array(Math.max(initialEntries, count) * this.#entryBytes);
    if (count > 0) this.#searching(() => this.#searched!.readSync(content, 0, count * this.#entryBytes, 0));
    this.#content = content;
    // Zeros behind the entries, if any, go with the next write.
    const fileBytes = this.#files.stat(this.path)?.size ?? 0;
    this.#stored = fileBytes === count * this.#entryBytes ? count : -1;
    return content;
  }

  #countStored(): number {
    const size = this.#files.stat(this.path)?.size ?? 0;
    const entries = Math.floor(size / this.#entryBytes);
    if (entries === 0) return 0;
    return this.#searching(() => this.#floorWithin(entries, (bytes, at) => isZero(bytes, at, this.#entryBytes))) + 1;
  }

  #floorWithin(count: number, isAfter: (bytes: Uint8Array, at: number) => boolean): number {
    let low = -1;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const content = this.#content;
      const after = content === null ? isAfter(this.#readEntry(middle), 0) : isAfter(content, middle * this.#entryBytes);
      if (after) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  #searching<T>(search: () => T): T {
    if (this.#content !== null || this.#searched !== null) return search();
    this.#searched = this.#files.open(this.path, 'read');
    try {
      return search();
    } finally {
      this.#searched.close();
      this.#searched = null;
    }
  }

  #readEntry(index: number): Uint8Array {
    const read = this.#searched!.readSync(this.#scratch, 0, this.#entryBytes, index * this.#entryBytes);
    if (read < this.#entryBytes) throw new StorageError('corrupt', this.path, `ends within entry ${index}`);
    return this.#scratch;
  }
}

function isZero(bytes: Uint8Array, at: number, length: number): boolean {
  for (let index = at; index < at + length; index++) if (bytes[index] !== 0) return false;
  return true;
}
