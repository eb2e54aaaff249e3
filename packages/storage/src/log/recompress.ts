/** A batch under the codec that `compression.type` of the topic asks for. */
import {
  BATCH_HEADER_BYTES,
  batchCodec,
  BATCH_LOG_OVERHEAD,
  codecById,
  codecByName,
  decompressBatch,
  ProtocolError,
  updateCrc,
} from '@millrace/protocol';
import { writeInt32 } from '../raw-int64.js';
import type { LogConfig } from './log-config.js';

const codecBits = 0x07;

/** The batch itself when it is as asked; new bytes else. A codec that is still being loaded leaves it as it is: that is a good batch too. */
export function recompress(batch: Uint8Array, compressionType: LogConfig['compressionType']): Uint8Array {
  if (compressionType === 'producer') return batch;
  const target = codecByName(compressionType === 'uncompressed' ? 'none' : compressionType)!;
  if (batchCodec(batch, 0) === target.id) return batch;
  const records = decompressBatch(batch, 0);
  const payload = compressed(records, target.id);
  if (payload === null) return batch;
  const changed = new Uint8Array(BATCH_HEADER_BYTES + payload.length);
  changed.set(batch.subarray(0, BATCH_HEADER_BYTES));
  changed.set(payload, BATCH_HEADER_BYTES);
  writeInt32(changed, 8, changed.length - BATCH_LOG_OVERHEAD);
  changed[22] = (changed[22]! & ~codecBits) | target.id;
  updateCrc(changed, 0);
  return changed;
}

function compressed(records: Uint8Array, codec: number): Uint8Array | null {
  try {
    return codecById(codec).compress(records);
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}
