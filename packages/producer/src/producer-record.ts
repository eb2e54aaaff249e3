/** A record as it is handed to `send`, and what comes back. Text is written as UTF-8. */
import { checkedNumber } from '@millrace/network-client';
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

/** Of bad input a batch that others share must see nothing. @throws TypeError or RangeError naming what is wrong */
export function ensureRecord(record: ProducerRecord): void {
  if (typeof record !== 'object' || record === null) throw new TypeError('send: a record is needed, as in { topic, value }');
  const { topic, partition, timestamp, key, value, headers } = record;
  if (typeof topic !== 'string' || topic === '') throw new TypeError(`topic: ${topic === '' ? "''" : String(topic)} is not the name of a topic`);
  if (partition !== undefined) checkedNumber('partition', partition, 0);
  if (timestamp !== undefined) checkedNumber('timestamp', timestamp, 0);
  ensureData('key', key);
  ensureData('value', value);
  if (headers !== undefined) for (const header of entriesOf(headers)) ensureHeader(header);
}

function ensureHeader(header: readonly [string, Data]): void {
  if (!Array.isArray(header) || typeof header[0] !== 'string') throw new TypeError('headers: each is a pair of a name and its value');
  ensureData(`headers: ${header[0]}`, header[1]);
}

function ensureData(name: string, data: Data | undefined): void {
  if (typeof data === 'string' || data instanceof Uint8Array || data === null || data === undefined) return;
  throw new TypeError(`${name}: ${typeof data === 'object' ? 'an object' : `a ${typeof data}`} is neither bytes, text nor null`);
}

/** The bytes of a key or value. */
export function bytesOf(data: Data | undefined): Uint8Array | null {
  if (data === null || data === undefined) return null;
  return typeof data === 'string' ? utf8.encode(data) : data;
}

const noHeaders: readonly RecordHeader[] = [];

/** Headers as they are written, in the order given. */
export function headersOf(headers: RecordHeaders | undefined): readonly RecordHeader[] {
  if (headers === undefined) return noHeaders;
  return entriesOf(headers).map(([key, value]) => ({ key, value: bytesOf(value) }));
}

function entriesOf(headers: RecordHeaders): readonly (readonly [string, Data])[] {
  return Array.isArray(headers) ? (headers as readonly (readonly [string, Data])[]) : Object.entries(headers);
}
