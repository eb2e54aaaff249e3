/** The checks of a batch that is to get its offsets here, as Kafka's LogValidator makes them, and what they change in it. */
import {
  batchMaxTimestamp,
  BatchValidation,
  DEFAULT_MAX_DECOMPRESSED_BYTES,
  ErrorCode,
  nextBatchSize,
  ProtocolError,
  setMaxTimestamp,
  timestampType,
  updateCrc,
  validateBatch,
  validateProduceRecords,
} from '@millrace/protocol';
import { refused, type AppendOptions, type AppendResult } from './append-result.js';
import type { LogConfig } from './log-config.js';
import { recompress } from './recompress.js';

// Never entered twice: appending is synchronous.
const validation: BatchValidation = new BatchValidation();

/** Null when the batch is good. */
export function checkBatch(batch: Uint8Array, config: LogConfig, options: AppendOptions): AppendResult | null {
  const fromClient = options.origin === 'client';
  if (fromClient && batch.length > config.maxMessageBytes) {
    return refused(ErrorCode.MESSAGE_TOO_LARGE, `a batch of ${batch.length} bytes where ${config.maxMessageBytes} are allowed`);
  }
  const rules = {
    compacted: config.cleanupCompact,
    timestampType: config.messageTimestampType,
    nowMs: options.now,
    timestampBeforeMaxMs: config.messageTimestampBeforeMaxMs,
    timestampAfterMaxMs: config.messageTimestampAfterMaxMs,
    fromClient,
    maxDecompressedBytes: Math.min(config.maxDecompressedBytes, DEFAULT_MAX_DECOMPRESSED_BYTES),
  };
  const isGood = fromClient ? validateProduceRecords(batch, rules, validation) : validateOwn(batch, validation);
  if (!isGood) return refusal(validation);
  if (batch.length > config.segmentBytes) {
    return refused(ErrorCode.RECORD_LIST_TOO_LARGE, `a batch of ${batch.length} bytes where a segment has ${config.segmentBytes}`);
  }
  return null;
}

/** What the topic's codec makes of a batch may be larger than what came; null when that is good too. */
export function checkConformed(bytes: Uint8Array, batch: Uint8Array, config: LogConfig): AppendResult | null {
  if (bytes === batch || bytes.length <= Math.min(config.maxMessageBytes, config.segmentBytes)) return null;
  return bytes.length > config.maxMessageBytes
    ? refused(ErrorCode.MESSAGE_TOO_LARGE, `a batch of ${bytes.length} bytes after recompression where ${config.maxMessageBytes} are allowed`)
    : refused(ErrorCode.RECORD_LIST_TOO_LARGE, `a batch of ${bytes.length} bytes after recompression where a segment has ${config.segmentBytes}`);
}

/** Our own batches may be control batches, and their keys and times are our affair. */
function validateOwn(batch: Uint8Array, result: BatchValidation): boolean {
  result.clear();
  try {
    if (nextBatchSize(batch, 0) !== batch.length) return result.fail(ErrorCode.INVALID_RECORD, 'records are not exactly one batch');
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return result.fail(ErrorCode.CORRUPT_MESSAGE, error.message);
  }
  return validateBatch(batch, 0, { fromClient: false }, result);
}

function refusal(result: BatchValidation): AppendResult {
  const recordErrors = result.recordIndex < 0 ? undefined : [{ batchIndex: result.recordIndex, message: result.message }];
  return refused(result.errorCode, result.message, recordErrors);
}

/** Codec and timestamps as the topic asks; call it after `checkBatch` found the batch good. The same bytes unless it was recompressed. */
export function conformBatch(batch: Uint8Array, config: LogConfig, options: AppendOptions): Uint8Array {
  if (options.origin !== 'client') return batch;
  const conformed = recompress(batch, config.compressionType);
  const stampsAppendTime = config.messageTimestampType === 'LogAppendTime';
  const maxTimestamp = stampsAppendTime ? options.now : validation.maxTimestamp;
  if (timestampType(conformed, 0) !== config.messageTimestampType || batchMaxTimestamp(conformed, 0) !== maxTimestamp) {
    setMaxTimestamp(conformed, 0, maxTimestamp, stampsAppendTime);
    updateCrc(conformed, 0);
  }
  return conformed;
}
