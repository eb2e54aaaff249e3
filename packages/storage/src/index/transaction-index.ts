/**
 * The aborted transactions of a segment, in the order of their end: entries of 34 bytes, version int16 = 0, producerId int64,
 * firstOffset int64, lastOffset int64, lastStableOffset int64. The file is there only when there is an entry.
 */
import { readInt16, readInt64 } from '@millrace/protocol';
import { type RawInt64, readRawInt64, writeInt16, writeInt64, writeRawInt64 } from '../raw-int64.js';
import type { File, Files } from '@millrace/platform';
import { StorageError } from '../storage-error.js';
import { writeFully } from '../segment/held-file.js';

export const transactionEntryBytes = 34;

export interface AbortedTransaction {
  producerId: RawInt64;
  firstOffset: number;
  lastOffset: number;
  /** Of the log just after this transaction ended. */
  lastStableOffset: number;
}

export class TransactionIndex {
  path: string;
  readonly #files: Files;
  #entries: AbortedTransaction[] | null;
  /** Entries in the file; -1: its content is not to be kept. */
  #stored: number;

  constructor(files: Files, path: string, isNew: boolean) {
    this.#files = files;
    this.path = path;
    this.#entries = isNew ? [] : null;
    this.#stored = isNew ? -1 : 0;
  }

  append(transaction: AbortedTransaction): void {
    this.#loaded().push(transaction);
  }

  /**
   * Adds the transactions that touch [fetchOffset, upperBoundOffset). True: no later one can,
   * since everything below the upper bound was decided when an entry here was written.
   */
  collect(fetchOffset: number, upperBoundOffset: number, into: AbortedTransaction[]): boolean {
    for (const entry of this.#loaded()) {
      if (entry.lastOffset >= fetchOffset && entry.firstOffset < upperBoundOffset) into.push(entry);
      if (entry.lastStableOffset >= upperBoundOffset) return true;
    }
    return false;
  }

  /** Drops the transactions that ended at this offset or later. */
  truncateTo(offset: number): void {
    const entries = this.#loaded();
    const kept = entries.filter((entry) => entry.lastOffset < offset);
    if (kept.length === entries.length) return;
    this.#entries = kept;
    if (this.#stored > kept.length) this.#stored = -1;
  }

  /** Drops all entries, whatever the file has. */
  reset(): void {
    this.#entries = [];
    this.#stored = -1;
  }

  get isDirty(): boolean {
    if (this.#entries === null || this.#stored === this.#entries.length) return false;
    return this.#entries.length > 0 || this.#files.exists(this.path);
  }

  /** As `IndexFile.write`. */
  write(): File | null {
    if (!this.isDirty) return null;
    const entries = this.#entries!;
    const from = Math.max(0, this.#stored);
    const bytes = new Uint8Array((entries.length - from) * transactionEntryBytes);
    for (let index = from; index < entries.length; index++) encode(entries[index]!, bytes, (index - from) * transactionEntryBytes);
    const file = this.#files.open(this.path, this.#stored < 0 ? 'truncate' : 'create');
    try {
      if (bytes.length > 0) writeFully(file, bytes, bytes.length, from * transactionEntryBytes);
      this.#stored = entries.length;
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  releaseMemory(): void {
    if (!this.isDirty) {
      this.#entries = null;
      this.#stored = 0;
    }
  }

  /** Null when the file is in order; else what is wrong with it. */
  check(baseOffset: number): string | null {
    try {
      for (const entry of this.#loaded()) if (entry.lastOffset < baseOffset) return `an entry ends at ${entry.lastOffset}, before the segment`;
      return null;
    } catch (error) {
      if (error instanceof StorageError) return error.message;
      throw error;
    }
  }

  #loaded(): AbortedTransaction[] {
    if (this.#entries === null) {
      const entries = this.#files.exists(this.path) ? decode(this.#files.readAll(this.path), this.path) : [];
      this.#entries = entries;
      this.#stored = entries.length;
    }
    return this.#entries;
  }
}

function encode(entry: AbortedTransaction, bytes: Uint8Array, at: number): void {
  writeInt16(bytes, at, 0);
  writeRawInt64(bytes, at + 2, entry.producerId);
  writeInt64(bytes, at + 10, entry.firstOffset);
  writeInt64(bytes, at + 18, entry.lastOffset);
  writeInt64(bytes, at + 26, entry.lastStableOffset);
}

function decode(bytes: Uint8Array, path: string): AbortedTransaction[] {
  if (bytes.length % transactionEntryBytes !== 0) {
    throw new StorageError('corrupt', path, `${bytes.length} bytes are no whole number of entries`);
  }
  const entries: AbortedTransaction[] = [];
  for (let at = 0; at < bytes.length; at += transactionEntryBytes) {
    const version = readInt16(bytes, at);
    if (version < 0) throw new StorageError('corrupt', path, `version ${version} at byte ${at}`);
    entries.push({
      producerId: readRawInt64(bytes, at + 2),
      firstOffset: readInt64(bytes, at + 10),
      lastOffset: readInt64(bytes, at + 18),
      lastStableOffset: readInt64(bytes, at + 26),
    });
  }
  return entries;
}
