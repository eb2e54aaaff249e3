/**
 * A partition as its leader sees it: appends, the high watermark, and who waits for it to pass an offset.
 * With one replica the high watermark is what is written (or flushed, with flush.messages=1).
 */
import { ErrorCode } from '@millrace/protocol';
import type { AppendOptions, AppendResult, Log } from '@millrace/storage';

interface OffsetWaiter {
  offset: number;
  run: (errorCode: number) => void;
}

/** Told when a reader may find more than before, or when the partition is no longer here. */
export interface DataWaiter {
  moreData(): void;
}

const FAILED_LOG: AppendResult = {
  errorCode: ErrorCode.KAFKA_STORAGE_ERROR,
  errorMessage: 'The log directory failed.',
  baseOffset: -1,
  lastOffset: -1,
  logAppendTimeMs: -1,
  duplicate: false,
  recordErrors: [],
};

export class Partition {
  readonly topic: string;
  readonly topicId: string;
  readonly index: number;
  readonly log: Log;
  leaderEpoch: number;
  readonly #offsetWaiters: OffsetWaiter[] = [];
  readonly #dataWaiters = new Set<DataWaiter>();
  #gone = false;

  constructor(log: Log, leaderEpoch: number) {
    this.topic = log.topic;
    this.topicId = log.topicId;
    this.index = log.partition;
    this.log = log;
    this.leaderEpoch = leaderEpoch;
    log.onWritten = () => this.advanceHighWatermark();
    log.onTakenBack = () => this.#failLostAppends();
    log.assignEpochStart(leaderEpoch, log.logEndOffset);
    this.advanceHighWatermark();
    // After a crash what was written may not be flushed, and no append may come that would see to it. Waiters hear of a failure by onTakenBack.
    if (log.config.flushMessages === 1 && log.flushedOffset < log.logEndOffset) log.flush().catch(() => {});
  }

  get name(): string {
    return `${this.topic}-${this.index}`;
  }

  /** NONE, or why a request that knows this leader epoch (-1: none) cannot be served (KIP-320). */
  checkLeaderEpoch(known: number): number {
    if (known === -1 || known === this.leaderEpoch) return ErrorCode.NONE;
    return known < this.leaderEpoch ? ErrorCode.FENCED_LEADER_EPOCH : ErrorCode.UNKNOWN_LEADER_EPOCH;
  }

  becomeLeader(leaderEpoch: number): void {
    this.leaderEpoch = leaderEpoch;
    this.log.assignEpochStart(leaderEpoch, this.log.logEndOffset);
    this.advanceHighWatermark();
  }

  /** As the log's append; a log whose disk failed answers KAFKA_STORAGE_ERROR. */
  append(batch: Uint8Array, origin: AppendOptions['origin'], now: number): AppendResult {
    if (this.log.failure !== null) return FAILED_LOG;
    return this.log.append(batch, { leaderEpoch: this.leaderEpoch, origin, now });
  }

  /** Runs when the high watermark reaches `offset`, at once if it has; with an error code if it never will. */
  whenCommitted(offset: number, run: (errorCode: number) => void): void {
    if (this.#gone) run(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    else if (this.log.highWatermark >= offset) run(ErrorCode.NONE);
    else {
      // Rising: who sends a batch again waits for less than those who came after the first time.
      const before = this.#offsetWaiters.findLastIndex((waiter) => waiter.offset <= offset);
      this.#offsetWaiters.splice(before + 1, 0, { offset, run });
    }
  }

  watchData(waiter: DataWaiter): void {
    this.#dataWaiters.add(waiter);
  }

  unwatchData(waiter: DataWaiter): void {
    this.#dataWaiters.delete(waiter);
  }

  advanceHighWatermark(): void {
    const log = this.log;
    const own = log.config.flushMessages === 1 ? log.flushedOffset : log.writtenOffset;
    if (!log.updateHighWatermark(Math.min(own, log.logEndOffset))) return;
    const waiters = this.#offsetWaiters;
    let done = 0;
    while (done < waiters.length && waiters[done]!.offset <= log.highWatermark) done++;
    for (const waiter of waiters.splice(0, done)) waiter.run(ErrorCode.NONE);
    this.notifyData();
  }

  notifyData(): void {
    for (const waiter of [...this.#dataWaiters]) waiter.moreData();
  }

  /** The topic was deleted, or the disk failed: nobody will be answered from here any more. */
  resign(): void {
    this.#gone = true;
    this.log.onWritten = null;
    this.log.onTakenBack = null;
    for (const waiter of this.#offsetWaiters.splice(0)) waiter.run(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    this.notifyData();
  }

  // A failed disk takes the log end back: whoever waited for what was taken back must hear of it.
  #failLostAppends(): void {
    const end = this.log.logEndOffset;
    const waiters = this.#offsetWaiters;
    let keep = waiters.length;
    while (keep > 0 && waiters[keep - 1]!.offset > end) keep--;
    for (const waiter of waiters.splice(keep)) waiter.run(ErrorCode.KAFKA_STORAGE_ERROR);
  }
}
