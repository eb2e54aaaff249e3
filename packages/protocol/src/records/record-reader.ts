import type { ProtocolError } from '../protocol-error.js';
import { batchError } from './batch-error.js';
import {
  BATCH_HEADER_BYTES,
  batchBaseOffset,
  batchBaseSequence,
  batchBaseTimestamp,
  batchCodec,
  batchLastOffset,
  batchMagic,
  batchMaxTimestamp,
  batchProducerEpoch,
  batchProducerId,
  batchRecordCount,
  batchSizeInBytes,
  incrementSequence,
  isControlBatch,
  isTransactional,
  timestampType,
} from './batch-header.js';
import { ensureValidBatch, nextBatchSize } from './batch-scan.js';
import { decompressBatch } from './decompress-batch.js';
import { RecordCursor } from './record-cursor.js';
import { RecordView } from './record-view.js';

/** How to read fetched bytes. */
export interface RecordReaderOptions {
  /** `check.crcs`; default true. */
  readonly checkCrcs?: boolean;
  /** Bound of each compressed batch's records. */
  readonly maxDecompressedBytes?: number;
}

/**
 * Reads the batches of a fetch one after another, and of each the records one after another; nothing is decoded before
 * it is asked for. The aborted transactions of read_committed are the consumer's to skip: it has producer id, control
 * type and offsets of each batch here.
 */
export class RecordReader {
  readonly buffer: Uint8Array;
  /** Where the batch at hand begins, -1 before the first. */
  position = -1;
  #end = 0;
  #left = 0;
  #count = 0;
  readonly #cursor: RecordCursor = new RecordCursor();
  readonly #options: RecordReaderOptions;

  constructor(buffer: Uint8Array, options: RecordReaderOptions = {}) {
    this.buffer = buffer;
    this.#options = options;
  }

  /**
   * Goes to the next batch; false at the end, or where only part of a batch is left.
   * @throws ProtocolError for damage, and `unsupported-version` for a message set of old
   */
  nextBatch(): boolean {
    const size = nextBatchSize(this.buffer, this.#end);
    if (size === 0) return false;
    const magic = batchMagic(this.buffer, this.#end);
    if (magic !== 2) throw batchError('magic', `message set with magic ${magic} cannot be read`, this.#end + 16, -1, 'unsupported-version');
    if (size < BATCH_HEADER_BYTES || this.#options.checkCrcs !== false) ensureValidBatch(this.buffer, this.#end);
    this.position = this.#end;
    this.#end += size;
    this.#count = batchRecordCount(this.buffer, this.position);
    if (this.#count < 0) throw batchError('recordCount', `record batch says ${this.#count} records`, this.position + 57);
    this.#left = -1;
    return true;
  }

  get baseOffset(): number {
    return batchBaseOffset(this.buffer, this.position);
  }

  get lastOffset(): number {
    return batchLastOffset(this.buffer, this.position);
  }

  get isControl(): boolean {
    return isControlBatch(this.buffer, this.position);
  }

  get isTransactional(): boolean {
    return isTransactional(this.buffer, this.position);
  }

  get producerId(): number {
    return batchProducerId(this.buffer, this.position);
  }

  get producerEpoch(): number {
    return batchProducerEpoch(this.buffer, this.position);
  }

  /**
   * The next record of the batch at hand, undefined after the last.
   * @throws ProtocolError `malformed`, with the record's index
   */
  nextRecord(): RecordView | undefined {
    if (this.position < 0) return undefined;
    if (this.#left < 0) this.#open();
    if (this.#left === 0) return undefined;
    const cursor = this.#cursor;
    if (!cursor.next()) throw this.#damaged(cursor.damage);
    this.#left--;
    if (this.#left === 0 && cursor.position !== cursor.limit) throw this.#damaged('record batch has bytes after its records');
    const { buffer, position } = this;
    const type = timestampType(buffer, position);
    const timestamp =
      type === 'LogAppendTime' ? batchMaxTimestamp(buffer, position) : batchBaseTimestamp(buffer, position) + cursor.timestampDelta;
    const baseSequence = batchBaseSequence(buffer, position);
    const sequence = baseSequence < 0 ? -1 : incrementSequence(baseSequence, cursor.offsetDelta);
    return new RecordView(cursor, batchBaseOffset(buffer, position) + cursor.offsetDelta, timestamp, type, sequence);
  }

  #open(): void {
    const { buffer, position } = this;
    if (batchCodec(buffer, position) === 0) {
      this.#cursor.reset(buffer, position + BATCH_HEADER_BYTES, position + batchSizeInBytes(buffer, position));
    } else {
      const records = decompressBatch(buffer, position, this.#options.maxDecompressedBytes);
      this.#cursor.reset(records, 0, records.length);
    }
    this.#left = this.#count;
  }

  #damaged(reason: string): ProtocolError {
    return batchError('records', reason, this.#cursor.position, this.#count - Math.max(0, this.#left));
  }
}
