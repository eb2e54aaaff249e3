import { buildEndTransactionMarker, RecordBatchBuilder } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { FetchedRecords } from '../src/fetched-records.js';

const text = new TextEncoder();

function batch(baseOffset: number, values: readonly string[], options: { producerId?: number; transactional?: boolean; lastOffsetDelta?: number } = {}): Uint8Array {
  const builder = new RecordBatchBuilder({ baseOffset, partitionLeaderEpoch: 3, producerEpoch: 0, baseSequence: 0, ...options });
  for (const value of values) builder.append(1000, null, text.encode(value));
  return builder.build();
}

const marker = (type: 'ABORT' | 'COMMIT', producerId: number, baseOffset: number): Uint8Array =>
  buildEndTransactionMarker({ type, producerId, producerEpoch: 0, coordinatorEpoch: 0, timestamp: 1000, baseOffset });

function read(batches: readonly Uint8Array[], fetchOffset: number, aborted: readonly { producerId: number; firstOffset: number }[] | null = null): { values: string[]; nextOffset: number } {
  const bytes = Uint8Array.from(batches.flatMap((one) => [...one]));
  const fetched = new FetchedRecords('t', 0, bytes, fetchOffset, true, aborted);
  const values: string[] = [];
  for (let record = fetched.next(); record !== undefined; record = fetched.next()) values.push(`${record.offset}=${record.valueText}`);
  return { values, nextOffset: fetched.nextOffset };
}

test('records before the offset asked for are skipped', () => {
  expect(read([batch(10, ['a', 'b', 'c'])], 11)).toEqual({ values: ['11=b', '12=c'], nextOffset: 13 });
});

test('a batch whose last records are compacted away moves the position behind it all the same', () => {
  expect(read([batch(10, ['a'], { lastOffsetDelta: 9 })], 10)).toEqual({ values: ['10=a'], nextOffset: 20 });
});

test('a batch cut off at the end is left for the next fetch', () => {
  const [whole, cut] = [batch(0, ['a']), batch(1, ['b']).subarray(0, 40)];
  expect(read([whole, cut], 0)).toEqual({ values: ['0=a'], nextOffset: 1 });
});

test('control records are never given out', () => {
  expect(read([batch(0, ['a'], { producerId: 1, transactional: true }), marker('COMMIT', 1, 1), batch(2, ['b'])], 0)).toEqual({ values: ['0=a', '2=b'], nextOffset: 3 });
});

test('read_committed leaves out what was aborted, and only that', () => {
  const log = [
    batch(0, ['one'], { producerId: 1, transactional: true }),
    batch(1, ['two'], { producerId: 2, transactional: true }),
    batch(2, ['plain']),
    marker('ABORT', 1, 3),
    batch(4, ['one again'], { producerId: 1, transactional: true }),
    marker('COMMIT', 2, 5),
    marker('COMMIT', 1, 6),
  ];
  expect(read(log, 0, [{ producerId: 1, firstOffset: 0 }])).toEqual({ values: ['1=two', '2=plain', '4=one again'], nextOffset: 7 });
  expect(read(log, 0, null).values).toEqual(['0=one', '1=two', '2=plain', '4=one again']);
});

test('several aborted transactions of one producer, also one that began before the fetch', () => {
  const log = [
    batch(10, ['a'], { producerId: 1, transactional: true }), marker('ABORT', 1, 11),
    batch(12, ['b'], { producerId: 1, transactional: true }), marker('COMMIT', 1, 13),
    batch(14, ['c'], { producerId: 1, transactional: true }), marker('ABORT', 1, 15),
  ];
  expect(read(log, 10, [{ producerId: 1, firstOffset: 14 }, { producerId: 1, firstOffset: 3 }])).toEqual({ values: ['12=b'], nextOffset: 16 });
});

test('a damaged batch is an error that names the place', () => {
  const bytes = batch(0, ['a']);
  bytes[65]! ^= 1;
  expect(() => read([bytes], 0)).toThrow('record batch has crc');
});
