import {
  batchAttributes,
  batchBaseOffset,
  batchBaseSequence,
  batchBaseTimestamp,
  batchCodec,
  batchLastOffsetDelta,
  batchMaxTimestamp,
  batchPartitionLeaderEpoch,
  batchProducerEpoch,
  batchProducerId,
  batchRecordCount,
  decompressBatch,
  hasDeleteHorizon,
  isControlBatch,
  isTransactional,
  RecordBatchBuilder,
  RecordCursor,
  RecordView,
  timestampType,
} from '../src/records/index.ts';

/** The same batch from its parts, by the builder. */
export function reencodeBatch(batch: Uint8Array): Uint8Array {
  const type = timestampType(batch, 0);
  const base = batchBaseTimestamp(batch, 0);
  const count = batchRecordCount(batch, 0);
  const builder = new RecordBatchBuilder({
    codec: batchCodec(batch, 0),
    timestampType: type,
    producerId: batchProducerId(batch, 0),
    producerEpoch: batchProducerEpoch(batch, 0),
    baseSequence: batchBaseSequence(batch, 0),
    transactional: isTransactional(batch, 0),
    control: isControlBatch(batch, 0),
    baseOffset: batchBaseOffset(batch, 0),
    partitionLeaderEpoch: batchPartitionLeaderEpoch(batch, 0),
    lastOffsetDelta: batchLastOffsetDelta(batch, 0),
    ...(type === 'LogAppendTime' || count === 0 ? { maxTimestamp: batchMaxTimestamp(batch, 0) } : {}),
    ...(hasDeleteHorizon(batch, 0) ? { deleteHorizonMs: base } : {}),
  });
  const records = decompressBatch(batch, 0);
  const cursor = new RecordCursor();
  cursor.reset(records, 0, records.length);
  for (let left = count; left > 0; left--) {
    if (!cursor.next()) throw new Error(`${cursor.damage} in a batch with attributes ${batchAttributes(batch, 0)}`);
    const view = new RecordView(cursor, 0, 0, type, -1);
    builder.append(base + cursor.timestampDelta, view.key, view.value, view.headers, cursor.offsetDelta);
  }
  return builder.build();
}
