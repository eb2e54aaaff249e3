import { BATCH_HEADER_BYTES, BATCH_LOG_OVERHEAD, batchCrc, batchMagic, readInt32 } from './batch-header.js';
import { batchError } from './batch-error.js';
import { computeBatchCrc } from './batch-header-writes.js';

/** Finding batches in bytes: message sets of old (magic 0 and 1) begin alike, so they are found as well. */

const BYTES_TO_MAGIC = 17;
const LEAST_LEGACY_LENGTH = 14;
const MAX_INT32 = 0x7fff_ffff;

/**
 * The size of the batch at `position`, header included; 0 if what is left is not a whole batch, which is no error: a
 * fetch may end in the middle of one.
 * @throws ProtocolError `malformed` for a length or magic that no batch has
 */
export function nextBatchSize(buffer: Uint8Array, position: number, limit: number = buffer.length): number {
  const left = limit - position;
  if (left < BATCH_LOG_OVERHEAD) return 0;
  const length = readInt32(buffer, position + 8);
  if (length < LEAST_LEGACY_LENGTH || length > MAX_INT32 - BATCH_LOG_OVERHEAD) {
    throw batchError('batchLength', `a record batch cannot have length ${length}`, position + 8);
  }
  if (left < BYTES_TO_MAGIC) return 0;
  const magic = batchMagic(buffer, position);
  if (magic < 0 || magic > 2) throw batchError('magic', `no record batch has magic ${magic}`, position + 16);
  return left < length + BATCH_LOG_OVERHEAD ? 0 : length + BATCH_LOG_OVERHEAD;
}

/** What is wrong with length or checksum of the whole batch (magic 2) at `position`; empty if nothing is. */
export function batchDamage(buffer: Uint8Array, position: number): string {
  const size = BATCH_LOG_OVERHEAD + readInt32(buffer, position + 8);
  if (size < BATCH_HEADER_BYTES) return `record batch of ${size} bytes is smaller than its header of ${BATCH_HEADER_BYTES}`;
  const stored = batchCrc(buffer, position);
  const computed = computeBatchCrc(buffer, position);
  return stored === computed ? '' : `record batch has crc ${stored}, its bytes have ${computed}`;
}

/**
 * Checks length and checksum of the whole batch (magic 2) at `position`.
 * @throws ProtocolError `malformed`
 */
export function ensureValidBatch(buffer: Uint8Array, position: number): void {
  const damage = batchDamage(buffer, position);
  if (damage !== '') throw batchError('crc', damage, position + 17);
}
