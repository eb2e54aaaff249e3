/** What is done to record batches: checksum, the broker's validation, the producer's building, the consumer's reading. */
import { BatchValidation, crc32c, RecordBatchBuilder, RecordReader, validateProduceRecords } from '@millrace/protocol';
import { encodeBatch, RECORD_BYTES } from '../load/request-frames.js';
import { KIB, MIB, sizeName } from '../profile.js';
import type { MicroTask } from './timing.js';

const SIZES = [KIB, 16 * KIB, MIB] as const;
const NOW = 1_700_000_000_000;

export function batchTasks(): MicroTask[] {
  return SIZES.flatMap((size) => [checksum(size), validate(size), build(size), read(size)]);
}

function checksum(size: number): MicroTask {
  const bytes = new Uint8Array(size).fill(0x42);
  return { name: `CRC-32C of ${sizeName(size)}`, bytes: size, run: () => crc32c(bytes) };
}

function validate(size: number): MicroTask {
  const { bytes, records } = encodeBatch(size, NOW);
  const result = new BatchValidation();
  const rules = { nowMs: NOW, timestampAfterMaxMs: 3_600_000 };
  const run = (): number => {
    if (!validateProduceRecords(bytes, rules, result)) throw new Error(result.message);
    return result.recordCount;
  };
  return { name: `validate a batch of ${sizeName(size)}`, bytes: bytes.length, records, run };
}

function build(size: number): MicroTask {
  const { bytes, records } = encodeBatch(size, NOW);
  const value = new Uint8Array(RECORD_BYTES).fill(0x61);
  const buffer = new Uint8Array(size + 2 * RECORD_BYTES);
  const run = (): number => {
    const builder = new RecordBatchBuilder({ maxBytes: size }, buffer);
    while (builder.append(NOW, null, value) >= 0);
    return builder.build().length;
  };
  return { name: `build a batch of ${sizeName(size)}`, bytes: bytes.length, records, run };
}

function read(size: number): MicroTask {
  const { bytes, records } = encodeBatch(size, NOW);
  const run = (): number => {
    const reader = new RecordReader(bytes);
    let read = 0;
    while (reader.nextBatch()) {
      for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) read += record.offset;
    }
    return read;
  };
  return { name: `read a batch of ${sizeName(size)}`, bytes: bytes.length, records, run };
}
