/** What a log knows of one producer: its epoch, its last batches, and the transaction that it has open. */
import { noProducerEpoch, noSequence, sequenceBefore } from '../segment/batch-fields.js';
import type { RawInt64 } from '../raw-int64.js';

/** As many batches as an idempotent producer may have in flight. */
export const retainedBatches = 5;

export interface RetainedBatch {
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: RawInt64;
}

export interface ProducerEntry {
  readonly producerId: RawInt64;
  epoch: number;
  /** Oldest first. */
  batches: RetainedBatch[];
  coordinatorEpoch: number;
  lastTimestamp: RawInt64;
  /** -1: none open. */
  currentTransactionFirstOffset: number;
}

export function newProducerEntry(producerId: RawInt64): ProducerEntry {
  return {
    producerId,
    epoch: noProducerEpoch,
    batches: [],
    coordinatorEpoch: -1,
    lastTimestamp: { high: -1, low: 0xffff_ffff },
    currentTransactionFirstOffset: -1,
  };
}

export function lastSequenceOfEntry(entry: ProducerEntry): number {
  return entry.batches.at(-1)?.lastSequence ?? noSequence;
}

/** The retained batch of the same epoch with the same first and last sequence. */
export function findDuplicate(entry: ProducerEntry, epoch: number, firstSequence: number, lastSequence: number): RetainedBatch | undefined {
  if (epoch !== entry.epoch) return undefined;
  for (const batch of entry.batches) {
    if (batch.lastSequence === lastSequence && sequenceBefore(batch.lastSequence, batch.offsetDelta) === firstSequence) return batch;
  }
  return undefined;
}

export function addBatch(entry: ProducerEntry, epoch: number, batch: RetainedBatch): void {
  moveToEpoch(entry, epoch);
  if (entry.batches.length === retainedBatches) entry.batches.shift();
  entry.batches.push(batch);
  entry.lastTimestamp = batch.timestamp;
}

/** What a new epoch forgets: the batches of the old one. */
export function moveToEpoch(entry: ProducerEntry, epoch: number): void {
  if (entry.epoch === epoch) return;
  entry.epoch = epoch;
  entry.batches = [];
}
