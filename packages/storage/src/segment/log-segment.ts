/**
 * One segment of a log: its file, its indexes, and the bytes that were decided on and are on their way to the file.
 * `size` counts those too; `writtenSize` does not.
 */
import { batchLastOffset, batchMaxTimestamp, batchSizeInBytes } from '@millrace/protocol';
import type { Files } from '@millrace/platform';
import { OffsetIndex, offsetEntryBytes } from '../index/offset-index.js';
import { TimeIndex, timeEntryBytes } from '../index/time-index.js';
import { TransactionIndex } from '../index/transaction-index.js';
import { compareInt64, numberOfRaw, readRawInt64, type RawInt64 } from '../raw-int64.js';
import { StorageError } from '../storage-error.js';
import { maxTimestampAt, noTimestamp } from './batch-fields.js';
import { indexSuffix, logSuffix, offsetFileName, segmentSuffixes, timeIndexSuffix, transactionIndexSuffix } from './file-names.js';
import { HeldFile } from './held-file.js';
import { WarmRange } from './warm-range.js';

export interface PendingWrite {
  bytes: Uint8Array;
  position: number;
  /** The offset after it. */
  endOffset: number;
}

export interface SegmentOptions {
  files: Files;
  directory: string;
  baseOffset: number;
  /** Made anew, over whatever stands there; else opened as it is. */
  isNew: boolean;
  createdMs: number;
  /** Taken from `segmentMs`, so that segments of many partitions do not roll at once. */
  rollJitterMs: number;
  /** `.swap` while it is not the log's own. */
  nameSuffix?: string;
}

const longestRelativeOffset = 0x7fff_ffff;

export class LogSegment {
  readonly baseOffset: number;
  readonly held: HeldFile;
  readonly offsetIndex: OffsetIndex;
  readonly timeIndex: TimeIndex;
  readonly transactionIndex: TransactionIndex;
  readonly warm: WarmRange = new WarmRange();
  readonly createdMs: number;
  readonly rollJitterMs: number;
  size: number;
  writtenSize: number;
  pending: PendingWrite[] = [];
  pendingBytes = 0;
  /** Whether a flush has something to do here. */
  isDirty: boolean;
  /** The file was made, and its directory not synced since. */
  hasNewName: boolean;
  isSealed = false;
  isClosed = false;
  /**
   * The one before, as long as it matters: this segment's file is made only when that one is durable. Otherwise a loss of power
   * could keep this one and take the end of the other, and nobody could tell the hole from what compaction leaves.
   */
  predecessor: LogSegment | null = null;
  /** While one is under way, writing from the loop could stall it. */
  syncsInFlight = 0;
  /** Grows with each truncation; slices and writes of before must not go on as if nothing happened. */
  truncations = 0;
  lowestTruncation: number = Infinity;
  readonly #files: Files;
  #directory: string;
  #nameSuffix = '';
  #bytesSinceIndexEntry = 0;
  #maxTimestamp: RawInt64 | null | undefined;
  #maxTimestampOffset: number;
  #firstBatchTimestamp: number | undefined;

  constructor(options: SegmentOptions) {
    const { files, directory, baseOffset, isNew } = options;
    this.#files = files;
    this.#directory = directory;
    this.#nameSuffix = options.nameSuffix ?? '';
    this.baseOffset = baseOffset;
    this.createdMs = options.createdMs;
    this.rollJitterMs = options.rollJitterMs;
    this.held = new HeldFile(() => files.open(this.pathOf(logSuffix), isNew ? 'truncate' : 'readWrite'));
    this.offsetIndex = new OffsetIndex(files, this.pathOf(indexSuffix), baseOffset, isNew);
    this.timeIndex = new TimeIndex(files, this.pathOf(timeIndexSuffix), baseOffset, isNew);
    this.transactionIndex = new TransactionIndex(files, this.pathOf(transactionIndexSuffix), isNew);
    this.size = isNew ? 0 : this.held.file.size();
    this.writtenSize = this.size;
    this.isDirty = isNew;
    this.hasNewName = isNew;
    this.#maxTimestamp = isNew ? null : undefined;
    this.#maxTimestampOffset = baseOffset;
  }

  pathOf(suffix: string): string {
    return `${this.#directory}/${offsetFileName(this.baseOffset, suffix)}${this.#nameSuffix}`;
  }

  /** The largest timestamp of a batch in here; null when there is none. */
  get maxTimestamp(): RawInt64 | null {
    if (this.#maxTimestamp === undefined) {
      const last = this.timeIndex.last();
      this.#maxTimestamp = last?.timestamp ?? null;
      this.#maxTimestampOffset = last?.offset ?? this.baseOffset;
    }
    return this.#maxTimestamp;
  }

  /** The last offset of the batch that has it. */
  get maxTimestampOffset(): number {
    void this.maxTimestamp;
    return this.#maxTimestampOffset;
  }

  /** What retention goes by: the largest timestamp, or when the file was last written. */
  largestTimestampMs(): number {
    const max = this.maxTimestamp;
    return max === null ? (this.#files.stat(this.pathOf(logSuffix))?.modifiedMs ?? this.createdMs) : numberOfRaw(max);
  }

  /** Counts a batch that comes to stand at `position`, and indexes it after each `intervalBytes`. */
  noteBatch(bytes: Uint8Array, at: number, position: number, intervalBytes: number): void {
    this.#noteTimestamp(bytes, at);
    if (position === 0) this.#firstBatchTimestamp = batchMaxTimestamp(bytes, at);
    if (this.#bytesSinceIndexEntry > intervalBytes) {
      this.offsetIndex.append(batchLastOffset(bytes, at), position);
      this.#indexTime();
      this.#bytesSinceIndexEntry = 0;
    }
    this.#bytesSinceIndexEntry += batchSizeInBytes(bytes, at);
  }

  #noteTimestamp(bytes: Uint8Array, at: number): void {
    const max = this.maxTimestamp;
    const timestamp = batchMaxTimestamp(bytes, at);
    if (timestamp <= noTimestamp || (max !== null && timestamp < numberOfRaw(max))) return;
    const raw = readRawInt64(bytes, at + maxTimestampAt);
    if (max !== null && compareInt64(raw.high, raw.low, max.high, max.low) <= 0) return;
    this.#maxTimestamp = raw;
    this.#maxTimestampOffset = batchLastOffset(bytes, at);
  }

  #indexTime(): void {
    const max = this.maxTimestamp;
    if (max !== null) this.timeIndex.append(max, this.#maxTimestampOffset);
  }

  /** Whether a batch that ends at this offset has a place in the indexes. */
  takesOffset(offset: number): boolean {
    return offset >= this.baseOffset && offset - this.baseOffset <= longestRelativeOffset;
  }

  /** Whether the next batch goes into a new segment. */
  shouldRoll(batchBytes: number, batchMaxTimestampMs: number, lastOffset: number, now: number, limits: { segmentBytes: number; segmentMs: number; segmentIndexBytes: number }): boolean {
    if (this.size === 0) return !this.takesOffset(lastOffset);
    if (this.size > limits.segmentBytes - batchBytes || !this.takesOffset(lastOffset)) return true;
    if (this.offsetIndex.count >= Math.floor(limits.segmentIndexBytes / offsetEntryBytes)) return true;
    if (this.timeIndex.count >= Math.floor(limits.segmentIndexBytes / timeEntryBytes) - 1) return true;
    return this.#waitedMs(batchMaxTimestampMs, now) > limits.segmentMs - this.rollJitterMs;
  }

  #waitedMs(batchMaxTimestampMs: number, now: number): number {
    const first = this.firstBatchTimestamp();
    return first >= 0 ? batchMaxTimestampMs - first : now - this.createdMs;
  }

  /** The largest timestamp of its first batch; -1 when it has none. */
  firstBatchTimestamp(): number {
    if (this.#firstBatchTimestamp === undefined) {
      const header = new Uint8Array(maxTimestampAt + 8);
      const whole = this.size >= header.length && this.readSync(header, 0, header.length, 0) === header.length;
      if (!whole) return noTimestamp;
      this.#firstBatchTimestamp = batchMaxTimestamp(header, 0);
    }
    return this.#firstBatchTimestamp;
  }

  /** Takes bytes that will be written; whoever drains calls `takeWritten` afterwards. */
  append(bytes: Uint8Array, endOffset: number): void {
    this.pending.push({ bytes, position: this.size, endOffset });
    this.pendingBytes += bytes.length;
    this.size += bytes.length;
    this.isDirty = true;
  }

  /** Makes the file now, also when the end of the one before may still be lost: for when that one goes anyway. */
  makeNameDurable(): void {
    void this.held.file;
    this.#files.syncDirectory(this.#directory);
    this.hasNewName = false;
  }

  /** Whether everything in here survives a loss of power. */
  get isDurable(): boolean {
    return this.isClosed || (!this.isDirty && !this.hasNewName && this.pending.length === 0 && this.syncsInFlight === 0);
  }

  get mayBeWritten(): boolean {
    if (this.predecessor?.isDurable === true) this.predecessor = null;
    return this.predecessor === null;
  }

  /** The first `count` pending writes are in the file. */
  takeWritten(count: number): number {
    let endOffset = -1;
    // A sync under way may have missed them.
    this.isDirty = true;
    for (let index = 0; index < count; index++) {
      const write = this.pending[index]!;
      this.writtenSize = write.position + write.bytes.length;
      this.pendingBytes -= write.bytes.length;
      endOffset = write.endOffset;
      this.warm.add(write.position, write.bytes.length);
    }
    this.pending.splice(0, count);
    return endOffset;
  }

  /** Bytes from the file or from what is on its way there; fewer only at the end. */
  readSync(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    const stored = Math.max(0, Math.min(wanted, this.writtenSize - position));
    let done = stored === 0 ? 0 : this.held.file.readSync(target, targetOffset, stored, position);
    if (done < stored) return done;
    if (done < wanted) done += this.readPending(target, targetOffset + done, wanted - done, position + done);
    return done;
  }

  readPending(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    let done = 0;
    for (const write of this.pending) {
      const skip = position + done - write.position;
      if (skip < 0 || skip >= write.bytes.length) continue;
      const count = Math.min(length - done, write.bytes.length - skip);
      target.set(write.bytes.subarray(skip, skip + count), targetOffset + done);
      done += count;
      if (done === length) break;
    }
    return done;
  }

  /** Cuts at `position`, where the batch of `offset` begins. A write under way is undone when it ends. */
  truncateTo(position: number, offset: number, mayTouchFile: boolean): void {
    if (position >= this.size) return;
    this.truncations++;
    this.lowestTruncation = Math.min(this.lowestTruncation, position);
    this.pending = this.pending.filter((write) => write.position < position);
    const last = this.pending.at(-1);
    if (last !== undefined && last.position + last.bytes.length > position) {
      last.bytes = last.bytes.subarray(0, position - last.position);
      last.endOffset = offset;
    }
    this.pendingBytes = this.pending.reduce((sum, write) => sum + write.bytes.length, 0);
    this.size = position;
    this.isDirty = true;
    if (this.writtenSize > position) this.writtenSize = position;
    if (mayTouchFile && this.held.isOpen) this.held.file.truncate(this.writtenSize);
    this.offsetIndex.truncateTo(offset);
    this.timeIndex.truncateTo(offset);
    this.transactionIndex.truncateTo(offset);
    this.#maxTimestamp = undefined;
    this.#bytesSinceIndexEntry = 0;
    if (position === 0) {
      this.#firstBatchTimestamp = undefined;
      this.#maxTimestamp = null;
    }
  }

  /** Forgets the indexes, to be built again batch by batch. */
  resetIndexes(): void {
    this.offsetIndex.reset();
    this.timeIndex.reset();
    this.transactionIndex.reset();
    this.#maxTimestamp = null;
    this.#maxTimestampOffset = this.baseOffset;
    this.#bytesSinceIndexEntry = 0;
    this.isDirty = true;
    // Whether a life before this one came to sync the directory is not known.
    this.hasNewName = true;
  }

  /** No more batches will come: the time index ends with the largest timestamp of all, as Kafka closes its segments. */
  finish(): void {
    this.#indexTime();
    this.isSealed = true;
    if (this.offsetIndex.isDirty || this.timeIndex.isDirty || this.transactionIndex.isDirty) this.isDirty = true;
  }

  /** Takes the directory's new name, or gets a suffix such as `.deleted`. */
  moveTo(directory: string): void {
    this.#directory = directory;
    this.#takeNames();
  }

  renameWithSuffix(suffix: string): void {
    const from = segmentSuffixes.map((name) => this.pathOf(name));
    this.#nameSuffix = suffix;
    for (const [index, name] of segmentSuffixes.entries()) {
      if (this.#files.exists(from[index]!)) this.#files.rename(from[index]!, this.pathOf(name));
    }
    this.#takeNames();
  }

  #takeNames(): void {
    this.offsetIndex.path = this.pathOf(indexSuffix);
    this.timeIndex.path = this.pathOf(timeIndexSuffix);
    this.transactionIndex.path = this.pathOf(transactionIndexSuffix);
  }

  async removeFiles(): Promise<void> {
    this.close();
    for (const suffix of segmentSuffixes) await this.#files.remove(this.pathOf(suffix));
  }

  /** The file stays open for the slices that hold it. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.held.release();
  }

  corrupt(reason: string, position: number): StorageError {
    return new StorageError('corrupt', this.pathOf(logSuffix), `${reason} at position ${position}`);
  }
}
