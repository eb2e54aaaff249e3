/** A topic in memory, for one instance or several. */
import type { EncodedRecord, LogEntry } from '../src/records/log-entry.js';
import type { LogReader, SchemaLog, WrittenRecord } from '../src/store/schema-log.js';

export class MemoryTopic {
  readonly entries: LogEntry[] = [];
  readonly readers: Set<LogReader> = new Set();

  append(records: readonly Pick<EncodedRecord, 'key' | 'value'>[], writer: string | null): WrittenRecord[] {
    const written = records.map(({ key, value }) => {
      const entry: LogEntry = { offset: this.entries.length, timestampMs: 1_700_000_000_000 + this.entries.length, key, value, writer };
      this.entries.push(entry);
      return entry;
    });
    for (const reader of this.readers) reader.onEntries(written, this.entries.length);
    return written;
  }
}

export class MemoryLog implements SchemaLog {
  readonly #topic: MemoryTopic;
  /** Fails the next append with this; the records are there all the same when `isWritten`. */
  failNext: { readonly error: Error; readonly isWritten: boolean } | null = null;

  constructor(topic: MemoryTopic = new MemoryTopic()) {
    this.#topic = topic;
  }

  read(reader: LogReader): void {
    reader.onEntries(this.#topic.entries, this.#topic.entries.length);
    this.#topic.readers.add(reader);
  }

  endOffset(): Promise<number> {
    return Promise.resolve(this.#topic.entries.length);
  }

  append(records: readonly EncodedRecord[]): Promise<WrittenRecord[]> {
    const failure = this.failNext;
    this.failNext = null;
    if (failure !== null && !failure.isWritten) return Promise.reject(failure.error);
    const written = this.#topic.append(records, records[0]?.writer ?? null);
    return failure === null ? Promise.resolve(written) : Promise.reject(failure.error);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
