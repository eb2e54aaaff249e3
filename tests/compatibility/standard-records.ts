/** The records that every client produces and must read back unchanged. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';

/** As scripts in other languages read and print it, one line of JSON each. */
export interface PlainRecord {
  key: string | null;
  value: string | null;
  headers: [name: string, value: string | null][];
}

export interface SeenRecord extends PlainRecord {
  partition: number;
  offset: number;
  timestamp: number;
}

export const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type CodecName = (typeof CODECS)[number];

const bigBytes = 900_000;

/** 900 KB of letters that hardly compress, the same in each run. */
export function bigValue(): string {
  const bytes = Buffer.alloc(bigBytes);
  let state = 1;
  for (let i = 0; i < bigBytes; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = 97 + ((state >>> 24) % 26);
  }
  return bytes.toString('latin1');
}

/** Keys, none, headers, a null value, letters beyond ASCII, 900 KB, and enough small ones for batches of many. */
export function standardRecords(): PlainRecord[] {
  const records: PlainRecord[] = [
    { key: 'key', value: 'value', headers: [] },
    { key: null, value: 'no key', headers: [] },
    { key: 'tombstone', value: null, headers: [] },
    { key: 'headers', value: 'two headers', headers: [['first', 'one'], ['second', 'zwölf']] },
    { key: 'schlüssel', value: 'größe 流 🎏', headers: [] },
    { key: 'big', value: bigValue(), headers: [] },
  ];
  for (let i = 0; i < 100; i++) records.push({ key: `key-${i % 7}`, value: `record ${i} of a hundred that look alike`, headers: [] });
  return records;
}

/** Asserts that exactly these records came, in order, at offsets from 0. */
export function expectRecords(seen: SeenRecord[], expected: PlainRecord[]): void {
  const plain = seen.map(({ key, value, headers }) => short({ key, value, headers }));
  expect(plain).toEqual(expected.map(short));
  expect(seen.map(({ offset }) => offset)).toEqual(expected.map((_, index) => index));
}

// A difference in 900 KB would fill the screen.
function short(record: PlainRecord): PlainRecord {
  const { value } = record;
  if (value === null || value.length < 1000) return record;
  return { ...record, value: `${value.length} letters, ${createHash('sha256').update(value).digest('hex')}` };
}

/** Records for groups and for seeking: their value is their number. */
export function numberedRecords(from: number, count: number): PlainRecord[] {
  return Array.from({ length: count }, (_, index) => ({ key: `key-${from + index}`, value: String(from + index), headers: [] }));
}
