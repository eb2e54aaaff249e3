import { crc32c } from '../crc/index.js';
import { BATCH_CRC_START, batchSizeInBytes, LOG_APPEND_TIME_BIT } from './batch-header.js';

/** What is changed in a batch where it lies. Offset and leader epoch are outside the checksum; after the rest comes `updateCrc`. */

/** Kafka's `setLastOffset` by its other end; outside the checksum. */
export function setBaseOffset(buffer: Uint8Array, position: number, baseOffset: number): void {
  writeInt64(buffer, position, baseOffset);
}

/** Outside the checksum. */
export function setPartitionLeaderEpoch(buffer: Uint8Array, position: number, leaderEpoch: number): void {
  writeInt32(buffer, position + 12, leaderEpoch);
}

/** Sets the greatest timestamp, and with `logAppendTime` that it stands for all records; then call `updateCrc`. */
export function setMaxTimestamp(buffer: Uint8Array, position: number, maxTimestamp: number, logAppendTime: boolean): void {
  const attributes = buffer[position + 22]!;
  buffer[position + 22] = logAppendTime ? attributes | LOG_APPEND_TIME_BIT : attributes & ~LOG_APPEND_TIME_BIT;
  writeInt64(buffer, position + 35, maxTimestamp);
}

/** Writes the checksum of the batch as it now is. */
export function updateCrc(buffer: Uint8Array, position: number): void {
  writeInt32(buffer, position + 17, computeBatchCrc(buffer, position));
}

/** The checksum that the batch should have, unsigned. */
export function computeBatchCrc(buffer: Uint8Array, position: number): number {
  return crc32c(buffer, position + BATCH_CRC_START, position + batchSizeInBytes(buffer, position));
}

export function writeInt16(buffer: Uint8Array, at: number, value: number): void {
  buffer[at] = value >>> 8;
  buffer[at + 1] = value;
}

export function writeInt32(buffer: Uint8Array, at: number, value: number): void {
  buffer[at] = value >>> 24;
  buffer[at + 1] = value >>> 16;
  buffer[at + 2] = value >>> 8;
  buffer[at + 3] = value;
}

/** 2^63 and more is written as Long.MAX_VALUE, which is what the nearest number of that stands for. */
export function writeInt64(buffer: Uint8Array, at: number, value: number): void {
  if (value >= 2 ** 63) {
    writeInt32(buffer, at, 0x7fff_ffff);
    writeInt32(buffer, at + 4, -1);
    return;
  }
  writeInt32(buffer, at, Math.floor(value / 0x1_0000_0000));
  writeInt32(buffer, at + 4, value - Math.floor(value / 0x1_0000_0000) * 0x1_0000_0000);
}
