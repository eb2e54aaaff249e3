import { codecById } from '../compression/index.js';
import { ProtocolError } from '../protocol-error.js';
import { batchError } from './batch-error.js';
import { BATCH_HEADER_BYTES, batchCodec, batchSizeInBytes } from './batch-header.js';

/** Most bytes that the records of one batch may decompress to unless said otherwise: what a heap can bear. */
export const DEFAULT_MAX_DECOMPRESSED_BYTES: number = 128 * 1024 * 1024;

/**
 * The records of the whole batch at `position`, without the header: a view of the buffer if they are not compressed.
 * @throws ProtocolError `malformed` for an unknown codec, damaged data or more than `maxBytes`
 */
export function decompressBatch(
  buffer: Uint8Array,
  position: number,
  maxBytes: number = DEFAULT_MAX_DECOMPRESSED_BYTES,
): Uint8Array {
  const end = position + batchSizeInBytes(buffer, position);
  if (end > buffer.length || end < position + BATCH_HEADER_BYTES) {
    throw batchError('batchLength', 'record batch is not whole', position + 8);
  }
  const payload = buffer.subarray(position + BATCH_HEADER_BYTES, end);
  const codec = batchCodec(buffer, position);
  if (codec === 0) return payload;
  try {
    return codecById(codec).decompress(payload, maxBytes);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw batchError('records', cause.message, position + BATCH_HEADER_BYTES, -1, 'malformed', { cause });
  }
}
