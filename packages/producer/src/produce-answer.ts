/** Reads what a Produce answer says of one batch, and decides what becomes of it. */
import { ErrorCode, isRetriable } from '@millrace/protocol';

/**
 * done: the broker has it. retry: send it again as it is. renew: the broker lost track of the sequences, so send it again
 * in a new epoch. cut: too large, send it in parts. fail: give up.
 */
export type Verdict = 'done' | 'retry' | 'renew' | 'cut' | 'fail';

/** `isFirst`: nothing of this partition before this batch is unanswered. */
export function verdictOn(errorCode: number, isIdempotent: boolean, isFirst: boolean, recordCount: number): Verdict {
  switch (errorCode) {
    case ErrorCode.NONE:
    case ErrorCode.DUPLICATE_SEQUENCE_NUMBER: // it came through on an earlier attempt whose answer was lost
      return 'done';
    case ErrorCode.MESSAGE_TOO_LARGE:
      return recordCount > 1 ? 'cut' : 'fail';
    case ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER:
      // Behind a batch that is to be repeated this is expected; of the first one it means that the broker lost some.
      return !isIdempotent ? 'fail' : isFirst ? 'renew' : 'retry';
    case ErrorCode.UNKNOWN_PRODUCER_ID:
    case ErrorCode.INVALID_PRODUCER_EPOCH:
      return isIdempotent ? 'renew' : 'fail';
    default:
      return isRetriable(errorCode) ? 'retry' : 'fail';
  }
}

/** Whether the partition's leader may be another broker now. */
export function doubtsLeader(errorCode: number): boolean {
  switch (errorCode) {
    case ErrorCode.NOT_LEADER_OR_FOLLOWER:
    case ErrorCode.UNKNOWN_TOPIC_OR_PARTITION:
    case ErrorCode.UNKNOWN_TOPIC_ID:
    case ErrorCode.LEADER_NOT_AVAILABLE:
    case ErrorCode.FENCED_LEADER_EPOCH:
    case ErrorCode.UNKNOWN_LEADER_EPOCH:
    case ErrorCode.KAFKA_STORAGE_ERROR:
    case ErrorCode.REPLICA_NOT_AVAILABLE:
      return true;
    default:
      return false;
  }
}
