/** What came of an append; its own file so that the broker's types need nothing else. */
export interface AppendOptions {
  leaderEpoch: number;
  /** client: all checks of Produce. coordinator, raft: our own batches, control batches among them. replication: offsets are assigned. */
  origin: 'client' | 'coordinator' | 'replication' | 'raft';
  /** Milliseconds since the epoch. */
  now: number;
}

export interface RecordError {
  batchIndex: number;
  message: string | null;
}

export interface AppendResult {
  /** 0, or Kafka's error code; then nothing has changed. */
  errorCode: number;
  errorMessage: string | null;
  /** Of this append, or of the batch that it repeats; -1 with an error. */
  baseOffset: number;
  lastOffset: number;
  /** -1 unless the log stamps append times. */
  logAppendTimeMs: number;
  duplicate: boolean;
  /** The records at fault, usually none. */
  recordErrors: readonly RecordError[];
}

const noRecordErrors: readonly RecordError[] = [];

export function appended(baseOffset: number, lastOffset: number, logAppendTimeMs: number, duplicate: boolean): AppendResult {
  return { errorCode: 0, errorMessage: null, baseOffset, lastOffset, logAppendTimeMs, duplicate, recordErrors: noRecordErrors };
}

export function refused(errorCode: number, errorMessage: string, recordErrors: readonly RecordError[] = noRecordErrors): AppendResult {
  return { errorCode, errorMessage, baseOffset: -1, lastOffset: -1, logAppendTimeMs: -1, duplicate: false, recordErrors };
}
