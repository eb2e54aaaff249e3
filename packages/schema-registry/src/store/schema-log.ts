/** The topic as the store needs it. `KafkaSchemaLog` is the real one; a simulation has its own. */
import type { EncodedRecord, LogEntry } from '../records/log-entry.js';

/** Where a record came to stand. An offset of -1 is not known, though the record is there. */
export interface WrittenRecord {
  readonly offset: number;
  readonly timestampMs: number;
}

export interface LogReader {
  /** Entries in their order, and the offset after them; some offsets have none. */
  onEntries(entries: readonly LogEntry[], nextOffset: number): void;
  /** The log is another one, as after its topic was deleted: all that was read is void, and entries come from its beginning. */
  onRestart(): void;
}

/** The record is larger than the topic takes; nothing was written. */
export class RecordTooLargeError extends Error {
  override readonly name = 'RecordTooLargeError';
}

/** No answer in time: the records may be there, or may come yet. */
export class LogTimeoutError extends Error {
  override readonly name = 'LogTimeoutError';
}

export interface SchemaLog {
  /** Reads from the beginning and on until `close`. Called once. */
  read(reader: LogReader): void;
  /** The offset after the last committed record. */
  endOffset(): Promise<number>;
  /** Adds records in their order; resolves when they are committed. After an error some may be there, or come later. */
  append(records: readonly EncodedRecord[], timeoutMs: number): Promise<WrittenRecord[]>;
  close(): Promise<void>;
}
