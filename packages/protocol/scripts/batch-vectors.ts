/** Checks record batches against what Apache Kafka's own classes made of the same bytes (batches.jsonl). */
import { ErrorCode } from '../src/error-code.ts';
import {
  batchAttributes,
  batchBaseOffset,
  batchBaseSequence,
  batchBaseTimestamp,
  batchCodec,
  batchCrc,
  batchDamage,
  batchLastOffset,
  batchLastOffsetDelta,
  batchLastSequence,
  batchMagic,
  batchMaxTimestamp,
  batchPartitionLeaderEpoch,
  batchProducerEpoch,
  batchProducerId,
  batchRecordCount,
  batchSizeInBytes,
  BatchValidation,
  CONTROL_RECORD_NAMES,
  controlRecordType,
  ensureValidBatch,
  hasDeleteHorizon,
  isControlBatch,
  isTransactional,
  nextBatchSize,
  RecordReader,
  type RecordView,
  setBaseOffset,
  timestampType,
  validateProduceRecords,
} from '../src/records/index.ts';
import { ProtocolError } from '../src/protocol-error.ts';
import { codecById } from '../src/compression/index.ts';
import { reencodeBatch } from './reencode-batch.ts';

export interface BatchVectorResult {
  readonly passed: number;
  readonly failures: { readonly place: string; readonly reason: string }[];
}

interface BatchVector {
  readonly case: string;
  readonly kind: 'good' | 'legacy' | 'bad';
  readonly hex: string;
  readonly batches?: readonly Record<string, unknown>[];
  readonly batchesFound?: number;
  readonly recordsRead?: number;
  readonly error?: { readonly stage: string; readonly class: string } | null;
  readonly produce: { readonly error: keyof typeof ErrorCode };
}

const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;
const SHOWN_CHARACTERS = 400;

/** Checks every line; a failure names its case. */
export function runBatchVectors(lines: readonly string[]): BatchVectorResult {
  const failures: { place: string; reason: string }[] = [];
  let passed = 0;
  for (const line of lines) {
    const vector = JSON.parse(line) as BatchVector;
    const reason = check(vector, Uint8Array.from(Buffer.from(vector.hex, 'hex')));
    if (reason === '') passed++;
    else failures.push({ place: vector.case, reason });
  }
  return { passed, failures };
}

function check(vector: BatchVector, bytes: Uint8Array): string {
  try {
    return (vector.kind === 'legacy' ? checkLegacy(vector, bytes) : checkBatches(vector, bytes)) || checkProduce(vector, bytes);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** Old message sets are found, and refused by the reader. */
function checkLegacy(vector: BatchVector, bytes: Uint8Array): string {
  const found: unknown[] = [];
  for (let at = 0, size = nextBatchSize(bytes, 0); size > 0; at += size, size = nextBatchSize(bytes, at)) {
    found.push({ sizeInBytes: size, magic: batchMagic(bytes, at) });
  }
  const expected = vector.batches?.map(({ sizeInBytes, magic }) => ({ sizeInBytes, magic }));
  return difference('batches', found, expected) || refusal(bytes);
}

function refusal(bytes: Uint8Array): string {
  const reader = new RecordReader(bytes);
  try {
    while (reader.nextBatch());
  } catch (error) {
    return error instanceof ProtocolError && error.kind === 'unsupported-version' ? '' : `refused as ${String(error)}`;
  }
  return 'was not refused';
}

function checkBatches(vector: BatchVector, bytes: Uint8Array): string {
  const read = readAll(bytes);
  if (vector.case.startsWith('bad/legacy/') || (vector.error?.stage === 'check' && read.stage === 'legacy')) return '';
  if (read.stage !== (vector.error?.stage ?? '')) return `failed at '${read.stage}' (${read.reason}), expected '${vector.error?.stage ?? ''}'`;
  if (vector.batchesFound !== undefined && vector.batchesFound !== read.found) return `found ${read.found} batches, expected ${vector.batchesFound}`;
  if (read.stage !== '') return '';
  const expected = (vector.batches ?? []).map((batch) => rounded(batch));
  return difference('batches', read.batches, expected) || (vector.kind === 'good' ? checkReencoded(bytes, read.batches.length) : '');
}

interface ReadBatches {
  readonly stage: string;
  readonly reason: string;
  readonly found: number;
  readonly batches: unknown[];
}

/** Kafka's three stages of each batch: find it, check it, read its records. */
function readAll(bytes: Uint8Array): ReadBatches {
  const batches: unknown[] = [];
  let stage = 'find';
  let found = 0;
  try {
    for (let at = 0; ; ) {
      stage = 'find';
      const size = nextBatchSize(bytes, at);
      if (size === 0) break;
      found++;
      stage = batchMagic(bytes, at) === 2 ? 'check' : 'legacy';
      if (stage === 'check') ensureValidBatch(bytes, at);
      if (stage === 'check') stage = 'records';
      batches.push(readBatch(bytes, at));
      at += size;
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { stage, reason: error.message, found, batches };
  }
  return { stage: '', reason: '', found, batches };
}

function readBatch(bytes: Uint8Array, at: number): unknown {
  const reader = new RecordReader(bytes.subarray(at, at + batchSizeInBytes(bytes, at)), { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES });
  const records: unknown[] = [];
  reader.nextBatch();
  for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
    records.push(recordJson(record, isControlBatch(bytes, at)));
  }
  return {
    baseOffset: batchBaseOffset(bytes, at),
    lastOffset: batchLastOffset(bytes, at),
    nextOffset: batchLastOffset(bytes, at) + 1,
    sizeInBytes: batchSizeInBytes(bytes, at),
    magic: batchMagic(bytes, at),
    crc: batchCrc(bytes, at),
    crcValid: batchDamage(bytes, at) === '',
    compression: codecById(batchCodec(bytes, at)).name,
    timestampType: timestampType(bytes, at),
    maxTimestamp: batchMaxTimestamp(bytes, at),
    batchLength: batchSizeInBytes(bytes, at) - 12,
    partitionLeaderEpoch: batchPartitionLeaderEpoch(bytes, at),
    attributes: batchAttributes(bytes, at),
    lastOffsetDelta: batchLastOffsetDelta(bytes, at),
    baseTimestamp: batchBaseTimestamp(bytes, at),
    producerId: batchProducerId(bytes, at),
    producerEpoch: batchProducerEpoch(bytes, at),
    baseSequence: batchBaseSequence(bytes, at),
    lastSequence: batchLastSequence(bytes, at),
    recordCount: batchRecordCount(bytes, at),
    isTransactional: isTransactional(bytes, at),
    isControl: isControlBatch(bytes, at),
    ...(hasDeleteHorizon(bytes, at) ? { deleteHorizonMs: batchBaseTimestamp(bytes, at) } : {}),
    records,
  };
}

function recordJson(record: RecordView, control: boolean): unknown {
  return {
    offset: record.offset,
    timestamp: record.timestamp,
    sequence: record.sequence,
    key: base64(record.key),
    value: base64(record.value),
    headers: record.headers.map((header) => [header.key, base64(header.value)]),
    ...(control ? { controlType: CONTROL_RECORD_NAMES[controlRecordType(record.key)] ?? 'UNKNOWN' } : {}),
  };
}

/** Without compression there is one encoding only; with it, ours must read back as the same. */
function checkReencoded(bytes: Uint8Array, count: number): string {
  for (let at = 0, index = 0; index < count; index++, at += nextBatchSize(bytes, at)) {
    const original = bytes.subarray(at, at + batchSizeInBytes(bytes, at));
    const encoded = reencodeBatch(original);
    if (batchCodec(original, 0) === 0) {
      if (!Buffer.from(original).equals(encoded)) return `batch ${index} encoded again differs: ${difference('hex', hex(encoded), hex(original))}`;
      continue;
    }
    const [before, after] = [readBatch(original, 0), readBatch(encoded, 0)].map((batch) => (batch as { records: unknown }).records);
    const differs = difference(`records of batch ${index} compressed again`, after, before);
    if (differs !== '') return differs;
  }
  return '';
}

/** The broker's checks; what Kafka did not foresee may be either of two clear errors here. */
function checkProduce(vector: BatchVector, bytes: Uint8Array): string {
  const records = bytes.slice();
  if (records.length >= 8 && batchBaseOffset(records, 0) > 0) setBaseOffset(records, 0, 0);
  const result = new BatchValidation();
  validateProduceRecords(records, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES }, result);
  const expected = ErrorCode[vector.produce.error];
  if (result.errorCode === expected) return '';
  const clear = result.errorCode === ErrorCode.CORRUPT_MESSAGE || result.errorCode === ErrorCode.INVALID_RECORD;
  if (expected === ErrorCode.UNKNOWN_SERVER_ERROR && clear) return '';
  return `produce gives ${result.errorCode} (${result.message}), expected ${expected}`;
}

/** Numbers beyond 2^53 come as decimal strings, and are read to the nearest here. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    typeof part === 'string' && /offset|timestamp|sequence|producerId/i.test(key) && /^-?\d+$/.test(part) ? Number(part) : part,
  );
}

function difference(what: string, actual: unknown, expected: unknown): string {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(0, at - 60);
  return `${what} differ: …${a.slice(from, from + SHOWN_CHARACTERS)} expected …${b.slice(from, from + SHOWN_CHARACTERS)}`;
}

function base64(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('base64');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
