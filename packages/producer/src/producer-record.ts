/** A record as it is handed to `send`, and what comes back. Text is written as UTF-8. */

import type { RecordHeader } from '@millrace/protocol';

export type Data = Uint8Array | string | null;

export type RecordHeaders = readonly (readonly [string, Data])[] | Readonly<Record<string, Data>>;

/** A record whose topic is said elsewhere. */
export interface TopicRecord {
  /** Otherwise the partitioner chooses. */
  partition?: number | undefined;
  key?: Data | undefined;
  /** Null deletes the key in a compacted topic. */
  value: Data;
  headers?: RecordHeaders | undefined;
  /** Milliseconds since the epoch. Default: now. */
  timestamp?: number | undefined;
}

export interface ProducerRecord extends TopicRecord {
  topic: string;
}

export interface RecordMetadata {
  readonly topic: string;
  readonly partition: number;
  /** -1 when the broker did not say: acks 0, or a duplicate that it no longer remembers. */
  readonly offset: number;
  /** The record's own, or the broker's when the topic has LogAppendTime. */
  readonly timestamp: number;
}

const utf8 = new TextEncoder();

/** The bytes of a key or value. */
export function bytesOf(data: Data | undefined): Uint8Array | null {
  if (data === null || data === undefined) return null;
  return typeof data === 'string' ? utf8.encode(data) : data;
}

const noHeaders: readonly RecordHeader[] = [];

/** Headers as they are written, in the order given. */
export function headersOf(headers: RecordHeaders | undefined): readonly RecordHeader[] {
  if (headers === undefined) return noHeaders;
  const entries = Array.isArray(headers) ? (headers as readonly (readonly [string, Data])[]) : Object.entries(headers);
  return entries.map(([key, value]) => ({ key, value: bytesOf(value) }));
}
