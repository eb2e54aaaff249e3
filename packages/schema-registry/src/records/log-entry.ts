/** Records of the topic to and from records of the registry. */
import { parseWriter, writerText, type Writer } from '../core/leader-claims.js';
import type { RegistryRecord } from '../core/registry-record.js';
import { JsonMembers } from './json-members.js';
import { keyText, readKey } from './record-key.js';
import { readRecord, valueText } from './record-value.js';

/** A record as it stands in the topic. */
export interface LogEntry {
  readonly offset: number;
  readonly timestampMs: number;
  readonly key: string | null;
  readonly value: string | null;
  /** The header that names the leader; null where there is none. */
  readonly writer: string | null;
}

export interface EncodedRecord {
  readonly key: string;
  readonly value: string | null;
  readonly writer: string;
}

/** What became of an entry: a record, or why there is none. */
export type DecodedEntry = { readonly record: RegistryRecord; readonly writer: Writer | null } | { readonly skipped: string };

export function encodeRecord(record: RegistryRecord, writer: Writer): EncodedRecord {
  return { key: keyText(record), value: valueText(record), writer: writerText(writer) };
}

/** What cannot be read is skipped, as Confluent does: another program, or a later release, may have written it. */
export function decodeEntry(entry: LogEntry): DecodedEntry {
  if (entry.key === null) return { skipped: 'it has no key' };
  try {
    const key = readKey(entry.key);
    if (key === undefined) return { skipped: 'its type of key is not known' };
    const value = entry.value === null ? null : new JsonMembers(JSON.parse(entry.value), '');
    return { record: readRecord(key, value), writer: entry.writer === null ? null : parseWriter(entry.writer) };
  } catch (error) {
    return { skipped: (error as Error).message };
  }
}
