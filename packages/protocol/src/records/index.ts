export * from './batch-header.js';
export {
  computeBatchCrc,
  setBaseOffset,
  setMaxTimestamp,
  setPartitionLeaderEpoch,
  updateCrc,
  writeInt64,
} from './batch-header-writes.js';
export { batchDamage, ensureValidBatch, nextBatchSize } from './batch-scan.js';
export { type BatchRules, BatchValidation } from './batch-validation.js';
export {
  buildControlBatch,
  buildEndTransactionMarker,
  CONTROL_RECORD_NAMES,
  type ControlBatchOptions,
  type ControlRecordName,
  controlRecordType,
  endTransactionCoordinatorEpoch,
  type EndTransactionMarker,
} from './control-batch.js';
export { decompressBatch, DEFAULT_MAX_DECOMPRESSED_BYTES } from './decompress-batch.js';
export { RecordBatchBuilder, type RecordBatchOptions } from './record-batch-builder.js';
export { RecordCursor } from './record-cursor.js';
export { RecordReader, type RecordReaderOptions } from './record-reader.js';
export { encodeRecordSize, type RecordHeader } from './record-size.js';
export { RecordView } from './record-view.js';
export { validateBatch, validateProduceRecords } from './validate-batch.js';
