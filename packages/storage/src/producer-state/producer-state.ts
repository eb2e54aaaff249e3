/**
 * The producers of a log up to an offset: replayed from its batches, saved in snapshots.
 * A producer id is the key as a number, or as text of its halves when a number cannot hold it.
 */
import { batchBaseOffset, batchBaseSequence, batchLastOffset, batchLastOffsetDelta, batchLastSequence, batchProducerEpoch, isControlBatch, isTransactional, readInt32 } from '@millrace/protocol';
import { type RawInt64, numberOfRaw, readRawInt64 } from '../raw-int64.js';
import { maxTimestampAt, producerIdAt } from '../segment/batch-fields.js';
import { StorageError } from '../storage-error.js';
import { readEndTransactionMarker } from './end-transaction-marker.js';
import { OpenTransactions } from './open-transactions.js';
import { checkProducer, type ProducerRefusal } from './producer-checks.js';
import { addBatch, findDuplicate, moveToEpoch, newProducerEntry, type ProducerEntry, type RetainedBatch } from './producer-entry.js';
import { decodeProducerSnapshot, encodeProducerSnapshot } from './producer-snapshot.js';
import type { SnapshotFiles } from './snapshot-files.js';

export interface CompletedTransaction {
  producerId: RawInt64;
  firstOffset: number;
  lastOffset: number;
  aborted: boolean;
  /** Of the log once it is completed. */
  lastStableOffset: number;
}

export class ProducerState {
  readonly snapshots: SnapshotFiles;
  readonly transactions: OpenTransactions = new OpenTransactions();
  /** How long a producer without an open transaction is remembered. */
  expirationMs: number;
  /** The state is that before this offset. */
  endOffset = 0;
  /** Nothing is known at offset 0, which needs no snapshot. */
  #snapshotOffset = 0;
  #producers: Map<number | string, ProducerEntry> = new Map();

  constructor(snapshots: SnapshotFiles, expirationMs: number) {
    this.snapshots = snapshots;
    this.expirationMs = expirationMs;
  }

  get size(): number {
    return this.#producers.size;
  }

  entries(): IterableIterator<ProducerEntry> {
    return this.#producers.values();
  }

  find(bytes: Uint8Array, at: number): ProducerEntry | undefined {
    return this.#producers.get(keyAt(bytes, at));
  }

  /** The batch that this one repeats, if it is among the last five of its producer. */
  duplicateOf(bytes: Uint8Array, at: number): RetainedBatch | undefined {
    const entry = this.find(bytes, at);
    if (entry === undefined) return undefined;
    return findDuplicate(entry, batchProducerEpoch(bytes, at), batchBaseSequence(bytes, at), batchLastSequence(bytes, at));
  }

  check(bytes: Uint8Array, at: number, fromClient: boolean): ProducerRefusal | null {
    return checkProducer(this.find(bytes, at), bytes, at, fromClient);
  }

  /** Takes a batch of a producer that has its offsets; the transaction that it ended, if any. */
  apply(bytes: Uint8Array, at: number): CompletedTransaction | null {
    const key = keyAt(bytes, at);
    let entry = this.#producers.get(key);
    const epoch = batchProducerEpoch(bytes, at);
    if (isControlBatch(bytes, at)) {
      const marker = readEndTransactionMarker(bytes, at);
      if (marker === null) return null;
      entry ??= this.#add(key, bytes, at);
      return this.#endTransaction(key, entry, marker.aborts, marker.coordinatorEpoch, bytes, at);
    }
    entry ??= this.#add(key, bytes, at);
    if (epoch >= entry.epoch) {
      addBatch(entry, epoch, {
        lastSequence: batchLastSequence(bytes, at),
        lastOffset: batchLastOffset(bytes, at),
        offsetDelta: batchLastOffsetDelta(bytes, at),
        timestamp: readRawInt64(bytes, at + maxTimestampAt),
      });
    }
    if (isTransactional(bytes, at) && entry.currentTransactionFirstOffset < 0) {
      entry.currentTransactionFirstOffset = batchBaseOffset(bytes, at);
      this.transactions.begin(key, entry.currentTransactionFirstOffset);
    }
    return null;
  }

  #add(key: number | string, bytes: Uint8Array, at: number): ProducerEntry {
    const entry = newProducerEntry(readRawInt64(bytes, at + producerIdAt));
    this.#producers.set(key, entry);
    return entry;
  }

  #endTransaction(
    key: number | string,
    entry: ProducerEntry,
    aborted: boolean,
    coordinatorEpoch: number,
    bytes: Uint8Array,
    at: number,
  ): CompletedTransaction | null {
    const firstOffset = entry.currentTransactionFirstOffset;
    const lastOffset = batchLastOffset(bytes, at);
    moveToEpoch(entry, Math.max(entry.epoch, batchProducerEpoch(bytes, at)));
    entry.coordinatorEpoch = coordinatorEpoch;
    entry.lastTimestamp = readRawInt64(bytes, at + maxTimestampAt);
    entry.currentTransactionFirstOffset = -1;
    // A marker without data before it holds nothing up, and leaves nothing to skip.
    if (firstOffset < 0) return null;
    const lastStableOffset = this.transactions.stableOffsetAfter(key, lastOffset);
    this.transactions.end(key, lastOffset);
    return { producerId: entry.producerId, firstOffset, lastOffset, aborted, lastStableOffset };
  }

  /** Forgets producers that have been silent for too long. */
  expire(now: number): void {
    for (const [key, entry] of this.#producers) if (this.#isExpired(entry, now)) this.#producers.delete(key);
  }

  #isExpired(entry: ProducerEntry, now: number): boolean {
    return entry.currentTransactionFirstOffset < 0 && now - numberOfRaw(entry.lastTimestamp) >= this.expirationMs;
  }

  /** Writes the state as of `endOffset`, unless the last snapshot has it. */
  takeSnapshot(): void {
    if (this.endOffset <= this.#snapshotOffset) return;
    this.snapshots.write(this.endOffset, encodeProducerSnapshot(this.#producers.values()));
    this.#snapshotOffset = this.endOffset;
  }

  /**
   * Goes back to the newest good snapshot in (logStartOffset, offset], or to nothing at `logStartOffset`; the caller replays from `endOffset`.
   * Snapshots beyond are dropped, a damaged one with a word.
   */
  reload(logStartOffset: number, offset: number, now: number, onDamaged: (error: StorageError) => void): void {
    this.clear(logStartOffset);
    this.snapshots.removeWhere((candidate) => candidate > offset);
    for (;;) {
      const candidate = this.snapshots.latestUpTo(offset);
      if (candidate <= logStartOffset) return;
      try {
        this.#load(decodeProducerSnapshot(this.snapshots.read(candidate), this.snapshots.pathOf(candidate)), now);
        this.endOffset = candidate;
        this.#snapshotOffset = candidate;
        return;
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        onDamaged(error);
        this.snapshots.remove(candidate);
      }
    }
  }

  /** Nothing is known, as at this offset. */
  clear(endOffset: number): void {
    this.#producers.clear();
    this.transactions.clear();
    this.endOffset = endOffset;
    this.#snapshotOffset = Math.max(0, this.snapshots.latestUpTo(endOffset));
  }

  #load(entries: ProducerEntry[], now: number): void {
    for (const entry of entries) {
      if (this.#isExpired(entry, now)) continue;
      const key = keyOf(entry.producerId.high, entry.producerId.low);
      this.#producers.set(key, entry);
      if (entry.currentTransactionFirstOffset >= 0) this.transactions.begin(key, entry.currentTransactionFirstOffset);
    }
  }
}

function keyAt(bytes: Uint8Array, at: number): number | string {
  return keyOf(readInt32(bytes, at + producerIdAt), readInt32(bytes, at + producerIdAt + 4) >>> 0);
}

function keyOf(high: number, low: number): number | string {
  return high < 0x20_0000 ? high * 2 ** 32 + low : `${high}:${low}`;
}
