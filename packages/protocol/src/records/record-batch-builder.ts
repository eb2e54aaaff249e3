import { codecById } from '../compression/index.js';
import {
  BATCH_HEADER_BYTES,
  BATCH_LOG_OVERHEAD,
  CONTROL_BIT,
  DELETE_HORIZON_BIT,
  LOG_APPEND_TIME_BIT,
  type TimestampType,
  TRANSACTIONAL_BIT,
} from './batch-header.js';
import { updateCrc, writeInt16, writeInt32, writeInt64 } from './batch-header-writes.js';
import { recordBodySize, type RecordHeader, utf8Length } from './record-size.js';
import { varintSize, writeVarint, writeVarlong } from './varint.js';

/** What a batch is to be; everything has Kafka's default of a plain producer's batch. */
export interface RecordBatchOptions {
  /** 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd (after `ensureCodec(4)`). */
  readonly codec?: number;
  readonly compressionLevel?: number;
  readonly timestampType?: TimestampType;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly baseSequence?: number;
  readonly transactional?: boolean;
  readonly control?: boolean;
  /** The batch may not grow beyond this, before compression; the first record always fits. */
  readonly maxBytes?: number;
  readonly baseOffset?: number;
  readonly partitionLeaderEpoch?: number;
  /** In place of the records' greatest: the append time with LogAppendTime, or what a compacted batch had. */
  readonly maxTimestamp?: number;
  /** When tombstones may go (KIP-534); stands as base timestamp. */
  readonly deleteHorizonMs?: number;
  /** Where a compacted batch ended before, if not at its last record. */
  readonly lastOffsetDelta?: number;
}

const INITIAL_BYTES = 1024;
const NO_HEADERS: readonly RecordHeader[] = [];
const TEXT = new TextEncoder();

/**
 * Makes one record batch: `append` encodes each record once, to where it goes out from, and `build` puts header,
 * compression and checksum to it.
 */
export class RecordBatchBuilder {
  readonly options: RecordBatchOptions;
  #bytes: Uint8Array;
  #length = BATCH_HEADER_BYTES;
  #count = 0;
  #lastOffsetDelta = -1;
  #baseTimestamp = -1;
  #maxTimestamp = -1;

  /** `buffer` is used while it is large enough: hand in that of a batch whose bytes are no longer needed. */
  constructor(options: RecordBatchOptions = {}, buffer: Uint8Array = new Uint8Array(INITIAL_BYTES)) {
    this.options = options;
    this.#bytes = buffer.length < BATCH_HEADER_BYTES ? new Uint8Array(INITIAL_BYTES) : buffer;
  }

  get recordCount(): number {
    return this.#count;
  }

  /** Bytes of the batch so far, before compression. */
  get estimatedSize(): number {
    return this.#length;
  }

  /** The greatest timestamp so far, -1 without any. */
  get maxTimestamp(): number {
    return this.#maxTimestamp;
  }

  /**
   * Appends a record; returns its bytes, or -1 if the batch is full (then nothing has changed).
   * `offsetDelta` is for batches with gaps, as compaction leaves them.
   */
  append(
    timestamp: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
    headers: readonly RecordHeader[] = NO_HEADERS,
    offsetDelta: number = this.#lastOffsetDelta + 1,
  ): number {
    const base = this.#count === 0 ? (this.options.deleteHorizonMs ?? timestamp) : this.#baseTimestamp;
    const body = recordBodySize(timestamp - base, offsetDelta, key, value, headers);
    const size = varintSize(body) + body;
    if (this.#count > 0 && this.#length + size > (this.options.maxBytes ?? Infinity)) return -1;
    this.#reserve(size);
    let at = writeVarint(this.#bytes, this.#length, body);
    this.#bytes[at++] = 0;
    at = writeVarlong(this.#bytes, at, timestamp - base);
    at = writeVarint(this.#bytes, at, offsetDelta);
    at = writeBytes(this.#bytes, at, key);
    at = writeBytes(this.#bytes, at, value);
    at = writeVarint(this.#bytes, at, headers.length);
    for (const header of headers) at = writeHeader(this.#bytes, at, header);
    this.#length = at;
    this.#baseTimestamp = base;
    this.#maxTimestamp = Math.max(this.#maxTimestamp, timestamp);
    this.#lastOffsetDelta = offsetDelta;
    this.#count++;
    return size;
  }

  /** The finished batch. Without compression it is a view of the builder's buffer: append no more. */
  build(): Uint8Array {
    const { codec = 0, compressionLevel } = this.options;
    let batch = this.#bytes.subarray(0, this.#length);
    if (codec !== 0) {
      const payload = codecById(codec).compress(batch.subarray(BATCH_HEADER_BYTES), compressionLevel);
      batch = new Uint8Array(BATCH_HEADER_BYTES + payload.length);
      batch.set(payload, BATCH_HEADER_BYTES);
    }
    this.#writeHeader(batch);
    return batch;
  }

  #writeHeader(batch: Uint8Array): void {
    const options = this.options;
    writeInt64(batch, 0, options.baseOffset ?? 0);
    writeInt32(batch, 8, batch.length - BATCH_LOG_OVERHEAD);
    writeInt32(batch, 12, options.partitionLeaderEpoch ?? -1);
    batch[16] = 2;
    writeInt16(batch, 21, this.#attributes());
    writeInt32(batch, 23, options.lastOffsetDelta ?? this.#lastOffsetDelta);
    writeInt64(batch, 27, this.#count === 0 ? (options.deleteHorizonMs ?? -1) : this.#baseTimestamp);
    writeInt64(batch, 35, options.maxTimestamp ?? this.#maxTimestamp);
    writeInt64(batch, 43, options.producerId ?? -1);
    writeInt16(batch, 51, options.producerEpoch ?? -1);
    writeInt32(batch, 53, options.baseSequence ?? -1);
    writeInt32(batch, 57, this.#count);
    updateCrc(batch, 0);
  }

  #attributes(): number {
    const { codec = 0, timestampType, transactional, control, deleteHorizonMs } = this.options;
    let attributes = codec;
    if (timestampType === 'LogAppendTime') attributes |= LOG_APPEND_TIME_BIT;
    if (transactional === true) attributes |= TRANSACTIONAL_BIT;
    if (control === true) attributes |= CONTROL_BIT;
    if (deleteHorizonMs !== undefined) attributes |= DELETE_HORIZON_BIT;
    return attributes;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

function writeBytes(buffer: Uint8Array, at: number, bytes: Uint8Array | null): number {
  if (bytes === null) return writeVarint(buffer, at, -1);
  const start = writeVarint(buffer, at, bytes.length);
  // A call of `set` costs more than a short loop.
  if (bytes.length > 32) buffer.set(bytes, start);
  else for (let i = 0; i < bytes.length; i++) buffer[start + i] = bytes[i]!;
  return start + bytes.length;
}

function writeHeader(buffer: Uint8Array, at: number, header: RecordHeader): number {
  const length = utf8Length(header.key);
  const start = writeVarint(buffer, at, length);
  TEXT.encodeInto(header.key, buffer.subarray(start, start + length));
  return writeBytes(buffer, start + length, header.value);
}
