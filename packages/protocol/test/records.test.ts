import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ProtocolError } from '../src/protocol-error.ts';
import { ensureCodec } from '../src/compression/index.ts';
import {
  batchBaseOffset,
  batchLastOffset,
  batchLastSequence,
  batchPartitionLeaderEpoch,
  BatchValidation,
  batchMaxTimestamp,
  buildEndTransactionMarker,
  compareInt64Bytes,
  controlRecordType,
  encodeRecordSize,
  endTransactionCoordinatorEpoch,
  ensureValidBatch,
  incrementSequence,
  readInt64,
  RecordBatchBuilder,
  type RecordHeader,
  RecordReader,
  setBaseOffset,
  setMaxTimestamp,
  setPartitionLeaderEpoch,
  timestampType,
  updateCrc,
  validateBatch,
  writeInt64,
} from '../src/records/index.ts';

interface PlainRecord {
  readonly timestamp: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: RecordHeader[];
}

const bytes = fc.uint8Array({ maxLength: 200 });
const record: fc.Arbitrary<PlainRecord> = fc.record({
  timestamp: fc.oneof(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_100_000 }), fc.nat({ max: Number.MAX_SAFE_INTEGER })),
  key: fc.option(bytes),
  value: fc.option(bytes),
  headers: fc.array(fc.record({ key: fc.string({ unit: 'grapheme' }), value: fc.option(bytes) }), { maxLength: 3 }),
});

const readAll = (batch: Uint8Array): PlainRecord[] => {
  const reader = new RecordReader(batch);
  const records: PlainRecord[] = [];
  while (reader.nextBatch()) {
    for (let view = reader.nextRecord(); view !== undefined; view = reader.nextRecord()) {
      records.push({ timestamp: view.timestamp, key: view.key, value: view.value, headers: view.headers });
    }
  }
  return records;
};

const oneRecord = (key: Uint8Array | null = null, timestamp = 100): Uint8Array => {
  const builder = new RecordBatchBuilder();
  builder.append(timestamp, key, Uint8Array.of(1));
  return builder.build();
};

beforeAll(() => ensureCodec(4));

test.each([0, 1, 2, 3, 4])('what was appended is read again, and passes the broker (codec %i)', (codec) => {
  const result = new BatchValidation();
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), (records) => {
      const builder = new RecordBatchBuilder({ codec });
      for (const one of records) {
        const size = builder.append(one.timestamp, one.key, one.value, one.headers);
        expect(size).toBeLessThanOrEqual(encodeRecordSize(one.key, one.value, one.headers));
      }
      const batch = builder.build();
      expect(readAll(batch)).toEqual(records);
      expect([validateBatch(batch, 0, {}, result), result.message]).toEqual([true, '']);
      expect(result.recordCount).toBe(records.length);
      expect(result.maxTimestamp).toBe(Math.max(...records.map((one) => one.timestamp)));
      expect(batchMaxTimestamp(batch, 0)).toBe(result.maxTimestamp);
    }),
    { numRuns: 100 },
  );
});

test('a full batch takes no more, and a first record always fits', () => {
  const builder = new RecordBatchBuilder({ maxBytes: 100 });
  expect(builder.append(1, null, new Uint8Array(500))).toBeGreaterThan(500);
  expect(builder.append(1, null, null)).toBe(-1);
  expect(builder.recordCount).toBe(1);
  expect(readAll(builder.build())).toHaveLength(1);
});

test('a fetch that ends within a batch is read up to it', () => {
  const batch = oneRecord();
  for (let cut = 0; cut < batch.length; cut++) {
    expect(readAll(Uint8Array.from([...batch, ...batch.subarray(0, cut)]))).toHaveLength(1);
  }
});

test('offset and leader epoch are written in place without breaking the checksum', () => {
  const batch = oneRecord();
  setBaseOffset(batch, 0, 2 ** 40 + 3);
  setPartitionLeaderEpoch(batch, 0, 9);
  ensureValidBatch(batch, 0);
  expect([batchBaseOffset(batch, 0), batchLastOffset(batch, 0), batchPartitionLeaderEpoch(batch, 0)]).toEqual([2 ** 40 + 3, 2 ** 40 + 3, 9]);
});

test('the append time stands for every record', () => {
  const batch = oneRecord();
  setMaxTimestamp(batch, 0, 777, true);
  expect(() => ensureValidBatch(batch, 0)).toThrow('crc');
  updateCrc(batch, 0);
  ensureValidBatch(batch, 0);
  expect([timestampType(batch, 0), readAll(batch)[0]?.timestamp]).toEqual(['LogAppendTime', 777]);
});

test('a marker ends a transaction', () => {
  const marker = buildEndTransactionMarker({ type: 'COMMIT', producerId: 5, producerEpoch: 2, coordinatorEpoch: 11, timestamp: 50 });
  const reader = new RecordReader(marker);
  expect(reader.nextBatch()).toBe(true);
  expect([reader.isControl, reader.isTransactional, reader.producerId, reader.producerEpoch]).toEqual([true, true, 5, 2]);
  const view = reader.nextRecord();
  expect([controlRecordType(view?.key ?? null), endTransactionCoordinatorEpoch(view?.value ?? null)]).toEqual([1, 11]);
  expect(reader.nextRecord()).toBeUndefined();
  const result = new BatchValidation();
  expect(validateBatch(marker, 0, {}, result)).toBe(false);
  expect(validateBatch(marker, 0, { fromClient: false }, result)).toBe(true);
});

test('rules of the topic are kept', () => {
  const result = new BatchValidation();
  expect([validateBatch(oneRecord(), 0, { compacted: true }, result), result.errorCode, result.recordIndex]).toEqual([false, 87, 0]);
  expect(validateBatch(oneRecord(Uint8Array.of(1)), 0, { compacted: true }, result)).toBe(true);
  const late = { nowMs: 1000, timestampBeforeMaxMs: 899 };
  expect([validateBatch(oneRecord(), 0, late, result), result.errorCode]).toEqual([false, 32]);
  expect(validateBatch(oneRecord(), 0, { ...late, timestampBeforeMaxMs: 900 }, result)).toBe(true);
  expect(validateBatch(oneRecord(null, -1), 0, late, result)).toBe(true);
  const appended = new RecordBatchBuilder({ timestampType: 'LogAppendTime' });
  appended.append(1, null, null);
  expect([validateBatch(appended.build(), 0, { timestampType: 'LogAppendTime' }, result), result.errorCode]).toEqual([false, 32]);
  expect(validateBatch(oneRecord(null, 1101), 0, { nowMs: 1000, timestampAfterMaxMs: 100 }, result)).toBe(false);
});

test('a bomb is refused by the broker and by the reader', () => {
  for (const codec of [1, 2, 3, 4]) {
    const builder = new RecordBatchBuilder({ codec });
    builder.append(1, null, new Uint8Array(8 << 20));
    const batch = builder.build();
    const result = new BatchValidation();
    expect([validateBatch(batch, 0, { maxDecompressedBytes: 1 << 20 }, result), result.errorCode]).toEqual([false, 87]);
    const reader = new RecordReader(batch, { maxDecompressedBytes: 1 << 20 });
    reader.nextBatch();
    expect(() => reader.nextRecord()).toThrow(ProtocolError);
  }
});

test('sequences wrap to zero', () => {
  expect(incrementSequence(2 ** 31 - 1, 1)).toBe(0);
  expect(incrementSequence(2 ** 31 - 3, 5)).toBe(2);
  const builder = new RecordBatchBuilder({ producerId: 1, producerEpoch: 0, baseSequence: 2 ** 31 - 1 });
  builder.append(1, null, null);
  builder.append(1, null, null);
  expect(batchLastSequence(builder.build(), 0)).toBe(0);
});

test('int64 are compared by their bytes, beyond what a number holds', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (a, b) => {
      const buffer = Buffer.alloc(16);
      buffer.writeBigInt64BE(a, 0);
      buffer.writeBigInt64BE(b, 8);
      expect(Math.sign(compareInt64Bytes(buffer, 0, buffer, 8))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(readInt64(buffer, 0)).toBe(Number(a));
    }),
  );
  const most = new Uint8Array(8);
  writeInt64(most, 0, 2 ** 63);
  expect(Buffer.from(most).toString('hex')).toBe('7fffffffffffffff');
});
