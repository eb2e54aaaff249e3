/** May this batch of a producer be appended? The rules of idempotence (KIP-98, KIP-360). */
import { ErrorCode, batchBaseSequence, batchProducerEpoch, isControlBatch, isTransactional } from '@millrace/protocol';
import { noProducerEpoch } from '../segment/batch-fields.js';
import { readEndTransactionMarker } from './end-transaction-marker.js';
import { lastSequenceOfEntry, type ProducerEntry } from './producer-entry.js';

export interface ProducerRefusal {
  errorCode: number;
  reason: string;
}

/** Null when it may. `entry` is undefined for a producer that is not known here. */
export function checkProducer(entry: ProducerEntry | undefined, bytes: Uint8Array, at: number, fromClient: boolean): ProducerRefusal | null {
  const epoch = batchProducerEpoch(bytes, at);
  if (entry !== undefined && epoch < entry.epoch) {
    return refuse(ErrorCode.INVALID_PRODUCER_EPOCH, `producer epoch ${epoch} is older than ${entry.epoch}, the last one seen`);
  }
  if (isControlBatch(bytes, at)) return checkMarker(entry, bytes, at);
  if (fromClient) {
    const refusal = checkSequence(entry, epoch, batchBaseSequence(bytes, at));
    if (refusal !== null) return refusal;
  }
  if (entry !== undefined && entry.currentTransactionFirstOffset >= 0 && !isTransactional(bytes, at)) {
    return refuse(ErrorCode.INVALID_TXN_STATE, `expected a transactional batch: a transaction is open since offset ${entry.currentTransactionFirstOffset}`);
  }
  return null;
}

function checkMarker(entry: ProducerEntry | undefined, bytes: Uint8Array, at: number): ProducerRefusal | null {
  const marker = readEndTransactionMarker(bytes, at);
  if (marker === null || entry === undefined || entry.coordinatorEpoch <= marker.coordinatorEpoch) return null;
  return refuse(
    ErrorCode.TRANSACTION_COORDINATOR_FENCED,
    `coordinator epoch ${marker.coordinatorEpoch} is older than ${entry.coordinatorEpoch}, the last one seen`,
  );
}

function checkSequence(entry: ProducerEntry | undefined, epoch: number, firstSequence: number): ProducerRefusal | null {
  // Nothing is known, perhaps since all its records were deleted: any sequence is good.
  if (entry === undefined || entry.epoch === noProducerEpoch) return null;
  if (epoch !== entry.epoch) {
    if (firstSequence === 0) return null;
    return refuse(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, `sequence ${firstSequence} for new epoch ${epoch} (last epoch ${entry.epoch}), expected 0`);
  }
  const last = lastSequenceOfEntry(entry);
  if (firstSequence === last + 1 || (firstSequence === 0 && last === 0x7fff_ffff)) return null;
  return refuse(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, `sequence ${firstSequence} after ${last} in epoch ${epoch}`);
}

function refuse(errorCode: number, reason: string): ProducerRefusal {
  return { errorCode, reason };
}
