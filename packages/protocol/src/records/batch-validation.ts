import type { TimestampType } from './batch-header.js';

/** What the topic asks of batches. */
export interface BatchRules {
  /** `cleanup.policy` has compact: every record needs a key. */
  readonly compacted?: boolean;
  /** `message.timestamp.type`; with LogAppendTime the records' own timestamps are not checked. */
  readonly timestampType?: TimestampType;
  /** The time now, for the two limits below. */
  readonly nowMs?: number;
  /** `message.timestamp.before.max.ms`. */
  readonly timestampBeforeMaxMs?: number;
  /** `message.timestamp.after.max.ms`. */
  readonly timestampAfterMaxMs?: number;
  /** Bound of a compressed batch's records. */
  readonly maxDecompressedBytes?: number;
  /**
   * Whether a client sent the batch: then base offset 0, and no control batch. Default true. What a follower fetches is
   * not validated at all but for length and checksum (`batchDamage`): compaction leaves gaps.
   */
  readonly fromClient?: boolean;
  /** Refuse uncompressed batches whose offset deltas are not 0, 1, 2 …, which Kafka lets pass. Default false. */
  readonly strictOffsets?: boolean;
  /** Whether zstd may be used (Produce from version 7). Default true. */
  readonly zstdAllowed?: boolean;
}

/** What validation found; made once and used again. */
export class BatchValidation {
  /** 0, or the error code for the partition. */
  errorCode = 0;
  message = '';
  /** Index of the record at fault, -1 if it is the batch. */
  recordIndex = -1;
  recordCount = 0;
  /** Greatest timestamp of the records, -1 without any. Where the header has another, `setMaxTimestamp` and `updateCrc` mend it. */
  maxTimestamp = -1;
  /** Offset delta of the first record with it. */
  maxTimestampOffsetDelta = -1;

  /** Back to nothing found. */
  clear(): void {
    this.errorCode = 0;
    this.message = '';
    this.recordIndex = -1;
    this.recordCount = 0;
    this.maxTimestamp = -1;
    this.maxTimestampOffsetDelta = -1;
  }

  /** Notes an error; returns false, for the caller to pass on. */
  fail(errorCode: number, message: string, recordIndex = -1): false {
    this.errorCode = errorCode;
    this.message = message;
    this.recordIndex = recordIndex;
    return false;
  }
}
