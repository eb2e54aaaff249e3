/** What DescribeProducers tells of the producers of a log. */
import { numberOfRaw } from '../raw-int64.js';
import type { ProducerState } from './producer-state.js';

export interface ActiveProducer {
  producerId: number;
  producerEpoch: number;
  lastSequence: number;
  lastTimestamp: number;
  coordinatorEpoch: number;
  /** -1: none open. */
  currentTransactionStartOffset: number;
}

export function activeProducersOf(state: ProducerState): ActiveProducer[] {
  return Array.from(state.entries(), (entry) => ({
    producerId: numberOfRaw(entry.producerId),
    producerEpoch: entry.epoch,
    lastSequence: entry.batches.at(-1)?.lastSequence ?? -1,
    lastTimestamp: numberOfRaw(entry.lastTimestamp),
    coordinatorEpoch: entry.coordinatorEpoch,
    currentTransactionStartOffset: entry.currentTransactionFirstOffset,
  }));
}
