/** Reads the files that Apache Kafka wrote. */
import { readFileSync } from 'node:fs';
import { RecordReader } from '@millrace/protocol';
import { decodeMetadataRecord, type MetadataRecord } from '../src/index.js';

export interface LoggedRecord {
  readonly offset: number;
  /** Null for a record of a control batch. */
  readonly value: Uint8Array | null;
}

export const dataFile = (name: string): URL => new URL(`data/${name}`, import.meta.url);

export function readLog(name: string): LoggedRecord[] {
  const reader = new RecordReader(readFileSync(dataFile(name)));
  const records: LoggedRecord[] = [];
  while (reader.nextBatch()) {
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
      records.push({ offset: record.offset, value: reader.isControl ? null : record.value });
    }
  }
  return records;
}

export function metadataRecords(name: string): MetadataRecord[] {
  return readLog(name).flatMap(({ value }) => (value === null ? [] : [decodeMetadataRecord(value)]));
}

export interface Expected {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export function readExpected(name: string): Expected[] {
  const lines = readFileSync(dataFile(name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Expected);
}
