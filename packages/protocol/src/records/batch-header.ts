/**
 * The 61-byte header of a record batch (magic 2), read where it lies: every function takes the buffer and the position
 * of the batch in it, and makes no object. Layout: docs of Kafka, "Record Batch".
 *
 *      0 baseOffset i64     8 batchLength i32    12 partitionLeaderEpoch i32   16 magic i8
 *     17 crc u32           21 attributes i16     23 lastOffsetDelta i32        27 baseTimestamp i64
 *     35 maxTimestamp i64  43 producerId i64     51 producerEpoch i16          53 baseSequence i32   57 recordCount i32
 */

/** Bytes before the length counts: base offset and length. */
export const BATCH_LOG_OVERHEAD = 12;
/** Bytes of the header of a batch with magic 2. */
export const BATCH_HEADER_BYTES = 61;
/** The checksum covers everything from here on. */
export const BATCH_CRC_START = 21;

/** When a batch's timestamps were taken. */
export type TimestampType = 'CreateTime' | 'LogAppendTime';

export const CODEC_MASK = 0x07;
export const LOG_APPEND_TIME_BIT = 0x08;
export const TRANSACTIONAL_BIT = 0x10;
export const CONTROL_BIT = 0x20;
export const DELETE_HORIZON_BIT = 0x40;

const MAX_INT32 = 0x7fff_ffff;

export function batchBaseOffset(buffer: Uint8Array, position: number): number {
  return readInt64(buffer, position);
}

/** The whole batch, header included. */
export function batchSizeInBytes(buffer: Uint8Array, position: number): number {
  return BATCH_LOG_OVERHEAD + readInt32(buffer, position + 8);
}

export function batchPartitionLeaderEpoch(buffer: Uint8Array, position: number): number {
  return readInt32(buffer, position + 12);
}

/** 2, or 0 and 1 for message sets of old; their other fields lie elsewhere. */
export function batchMagic(buffer: Uint8Array, position: number): number {
  return (buffer[position + 16]! << 24) >> 24;
}

/** The stored checksum, unsigned. */
export function batchCrc(buffer: Uint8Array, position: number): number {
  return readInt32(buffer, position + 17) >>> 0;
}

export function batchAttributes(buffer: Uint8Array, position: number): number {
  return readInt16(buffer, position + 21);
}

/** The codec's id, 0 to 7. */
export function batchCodec(buffer: Uint8Array, position: number): number {
  return buffer[position + 22]! & CODEC_MASK;
}

export function timestampType(buffer: Uint8Array, position: number): TimestampType {
  return (buffer[position + 22]! & LOG_APPEND_TIME_BIT) === 0 ? 'CreateTime' : 'LogAppendTime';
}

export function isTransactional(buffer: Uint8Array, position: number): boolean {
  return (buffer[position + 22]! & TRANSACTIONAL_BIT) !== 0;
}

export function isControlBatch(buffer: Uint8Array, position: number): boolean {
  return (buffer[position + 22]! & CONTROL_BIT) !== 0;
}

/** Whether the base timestamp is the time from which tombstones may go (KIP-534). */
export function hasDeleteHorizon(buffer: Uint8Array, position: number): boolean {
  return (buffer[position + 22]! & DELETE_HORIZON_BIT) !== 0;
}

export function batchLastOffsetDelta(buffer: Uint8Array, position: number): number {
  return readInt32(buffer, position + 23);
}

export function batchLastOffset(buffer: Uint8Array, position: number): number {
  return readInt64(buffer, position) + readInt32(buffer, position + 23);
}

export function batchBaseTimestamp(buffer: Uint8Array, position: number): number {
  return readInt64(buffer, position + 27);
}

export function batchMaxTimestamp(buffer: Uint8Array, position: number): number {
  return readInt64(buffer, position + 35);
}

/** -1 when the producer is not idempotent. */
export function batchProducerId(buffer: Uint8Array, position: number): number {
  return readInt64(buffer, position + 43);
}

export function batchProducerEpoch(buffer: Uint8Array, position: number): number {
  return readInt16(buffer, position + 51);
}

export function batchBaseSequence(buffer: Uint8Array, position: number): number {
  return readInt32(buffer, position + 53);
}

/** The last record's sequence; -1 if the batch has none. */
export function batchLastSequence(buffer: Uint8Array, position: number): number {
  const base = readInt32(buffer, position + 53);
  return base < 0 ? -1 : incrementSequence(base, readInt32(buffer, position + 23));
}

export function batchRecordCount(buffer: Uint8Array, position: number): number {
  return readInt32(buffer, position + 57);
}

/** Sequences go from 2^31-1 back to 0. */
export function incrementSequence(sequence: number, increment: number): number {
  return sequence > MAX_INT32 - increment ? increment - (MAX_INT32 - sequence) - 1 : sequence + increment;
}

/** Big-endian, signed. */
export function readInt16(buffer: Uint8Array, at: number): number {
  return ((buffer[at]! << 24) >> 16) | buffer[at + 1]!;
}

/** Big-endian, signed. */
export function readInt32(buffer: Uint8Array, at: number): number {
  return (buffer[at]! << 24) | (buffer[at + 1]! << 16) | (buffer[at + 2]! << 8) | buffer[at + 3]!;
}

/** Big-endian, signed; the nearest number. */
export function readInt64(buffer: Uint8Array, at: number): number {
  return readInt32(buffer, at) * 0x1_0000_0000 + (readInt32(buffer, at + 4) >>> 0);
}

/** Compares two int64 as they lie in their buffers: negative, 0 or positive. Exact, where numbers would round. */
export function compareInt64Bytes(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number): number {
  const high = readInt32(a, aAt) - readInt32(b, bAt);
  if (high !== 0) return high;
  return (readInt32(a, aAt + 4) >>> 0) - (readInt32(b, bAt + 4) >>> 0);
}
