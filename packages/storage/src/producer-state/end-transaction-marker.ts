/** The one record of a control batch, as far as the producer state needs it. */
import { BATCH_HEADER_BYTES, batchSizeInBytes, readInt16, readInt32 } from '@millrace/protocol';

export interface EndTransactionMarker {
  aborts: boolean;
  coordinatorEpoch: number;
}

const abortType = 0;
const commitType = 1;

/** Null for other kinds of control records, and for bytes that are none. */
export function readEndTransactionMarker(bytes: Uint8Array, at: number): EndTransactionMarker | null {
  const end = at + batchSizeInBytes(bytes, at);
  let next = skipVarint(bytes, at + BATCH_HEADER_BYTES, end); // length
  next = skipVarint(bytes, next + 1, end); // attributes, timestamp delta
  next = skipVarint(bytes, next, end); // offset delta
  const keyAt = skipVarint(bytes, next, end);
  if (keyAt + 4 > end) return null;
  const type = readInt16(bytes, keyAt + 2);
  if (type !== abortType && type !== commitType) return null;
  const valueAt = skipVarint(bytes, keyAt + 4, end);
  if (valueAt + 6 > end) return null;
  return { aborts: type === abortType, coordinatorEpoch: readInt32(bytes, valueAt + 2) };
}

function skipVarint(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && bytes[next]! >= 0x80) next++;
  return next + 1;
}
