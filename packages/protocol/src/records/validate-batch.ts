import { ErrorCode } from '../error-code.js';
import { ProtocolError } from '../protocol-error.js';
import {
  BATCH_HEADER_BYTES,
  batchBaseOffset,
  batchBaseSequence,
  batchBaseTimestamp,
  batchCodec,
  batchLastOffsetDelta,
  batchMagic,
  batchMaxTimestamp,
  batchProducerId,
  batchRecordCount,
  batchSizeInBytes,
  isControlBatch,
  timestampType,
} from './batch-header.js';
import { batchDamage, nextBatchSize } from './batch-scan.js';
import type { BatchRules, BatchValidation } from './batch-validation.js';
import { decompressBatch } from './decompress-batch.js';
import { RecordCursor } from './record-cursor.js';

/**
 * The broker's checks of a batch before it appends it, as Kafka's LogValidator makes them: the records are walked once,
 * and no object is made for any.
 */

// Never entered twice: validation is synchronous.
const CURSOR: RecordCursor = new RecordCursor();
const NO_BYTES: Uint8Array = new Uint8Array(0);
const ZSTD = 4;
const NO_TIMESTAMP = -1;

/**
 * Checks the records of one partition in a Produce request: exactly one whole batch of magic 2, and that batch.
 * True if it may be appended, else `result` says why not.
 */
export function validateProduceRecords(records: Uint8Array, rules: BatchRules, result: BatchValidation): boolean {
  result.clear();
  try {
    const size = nextBatchSize(records, 0);
    if (size === 0) return result.fail(ErrorCode.INVALID_RECORD, 'records have no whole batch');
    const magic = batchMagic(records, 0);
    if (magic !== 2) return result.fail(ErrorCode.INVALID_RECORD, `record batch has magic ${magic}, only 2 can be produced`);
    if (batchCodec(records, 0) === ZSTD && size >= BATCH_HEADER_BYTES && rules.zstdAllowed === false) {
      return result.fail(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, 'zstd needs version 7 of the request');
    }
    if (nextBatchSize(records, size) !== 0) return result.fail(ErrorCode.INVALID_RECORD, 'records have more than one batch');
  } catch (error) {
    return failWith(error, ErrorCode.CORRUPT_MESSAGE, result);
  }
  return validateBatch(records, 0, rules, result);
}

/** Checks the whole batch at `position`, which `nextBatchSize` has found. True if it may be appended. */
export function validateBatch(buffer: Uint8Array, position: number, rules: BatchRules, result: BatchValidation): boolean {
  result.clear();
  const magic = batchMagic(buffer, position);
  if (magic !== 2) return result.fail(ErrorCode.INVALID_RECORD, `record batch has magic ${magic}, only 2 is kept`);
  const damage = batchDamage(buffer, position);
  if (damage !== '') return result.fail(ErrorCode.CORRUPT_MESSAGE, damage);
  if (!validateHeader(buffer, position, rules, result)) return false;
  try {
    return validateRecords(buffer, position, rules, result);
  } catch (error) {
    return failWith(error, ErrorCode.INVALID_RECORD, result);
  } finally {
    // Let go of the bytes.
    CURSOR.reset(NO_BYTES, 0, 0);
  }
}

function validateHeader(buffer: Uint8Array, position: number, rules: BatchRules, result: BatchValidation): boolean {
  const count = batchRecordCount(buffer, position);
  const lastOffsetDelta = batchLastOffsetDelta(buffer, position);
  if (count <= 0) return result.fail(ErrorCode.INVALID_RECORD, `record batch says ${count} records`);
  if (lastOffsetDelta !== count - 1) {
    return result.fail(ErrorCode.INVALID_RECORD, `record batch of ${count} records has last offset delta ${lastOffsetDelta}`);
  }
  if (rules.fromClient === false) return true;
  if (batchBaseOffset(buffer, position) !== 0) {
    return result.fail(ErrorCode.INVALID_RECORD, `record batch of a client has base offset ${batchBaseOffset(buffer, position)}`);
  }
  if (rules.timestampType === 'LogAppendTime' && timestampType(buffer, position) === 'LogAppendTime') {
    return result.fail(ErrorCode.INVALID_TIMESTAMP, "the append time is the broker's to set", 0);
  }
  if (isControlBatch(buffer, position)) return result.fail(ErrorCode.INVALID_RECORD, 'clients may not write control batches');
  if (batchProducerId(buffer, position) >= 0 && batchBaseSequence(buffer, position) < 0) {
    return result.fail(ErrorCode.INVALID_RECORD, `record batch with producer id ${batchProducerId(buffer, position)} has no sequence`);
  }
  return true;
}

function validateRecords(buffer: Uint8Array, position: number, rules: BatchRules, result: BatchValidation): boolean {
  const cursor = CURSOR;
  const compressed = batchCodec(buffer, position) !== 0;
  if (compressed) {
    const records = decompressBatch(buffer, position, rules.maxDecompressedBytes);
    cursor.reset(records, 0, records.length);
  } else cursor.reset(buffer, position + BATCH_HEADER_BYTES, position + batchSizeInBytes(buffer, position));
  const count = batchRecordCount(buffer, position);
  const base = batchBaseTimestamp(buffer, position);
  const appended = timestampType(buffer, position) === 'LogAppendTime';
  const appendTime = batchMaxTimestamp(buffer, position);
  const keyed = rules.compacted === true;
  const contiguous = compressed || rules.strictOffsets === true;
  const [earliest, latest] = timestampLimits(rules);
  for (let index = 0; index < count; index++) {
    if (!cursor.next()) return result.fail(ErrorCode.INVALID_RECORD, `${cursor.damage} (byte ${cursor.position})`, index);
    if (contiguous && cursor.offsetDelta !== index) return result.fail(ErrorCode.INVALID_RECORD, `record has offset delta ${cursor.offsetDelta}`, index);
    if (keyed && cursor.keyLength < 0) return result.fail(ErrorCode.INVALID_RECORD, 'a compacted topic takes no record without key', index);
    const timestamp = appended ? appendTime : base + cursor.timestampDelta;
    if ((timestamp < earliest || timestamp > latest) && timestamp !== NO_TIMESTAMP) return result.fail(ErrorCode.INVALID_TIMESTAMP, `timestamp ${timestamp} is out of range`, index);
    if (timestamp > result.maxTimestamp) {
      result.maxTimestamp = timestamp;
      result.maxTimestampOffsetDelta = cursor.offsetDelta;
    }
  }
  if (cursor.position !== cursor.limit) return result.fail(ErrorCode.INVALID_RECORD, `record batch has bytes after its ${count} records`);
  result.recordCount = count;
  return true;
}

function timestampLimits(rules: BatchRules): [number, number] {
  const { nowMs, timestampBeforeMaxMs = Infinity, timestampAfterMaxMs = Infinity } = rules;
  if (nowMs === undefined || rules.timestampType === 'LogAppendTime') return [-Infinity, Infinity];
  return [nowMs - timestampBeforeMaxMs, nowMs + timestampAfterMaxMs];
}

function failWith(error: unknown, code: number, result: BatchValidation): false {
  if (!(error instanceof ProtocolError)) throw error;
  return result.fail(code, error.message);
}
