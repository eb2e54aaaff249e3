/** Requests to the controller that are answered when their records are committed, and what they changed is carried out here. */
import { ErrorCode } from '@millrace/protocol';

interface Waiter {
  readonly offset: number;
  readonly done: (errorCode: number) => void;
}

export class CommitWaiters {
  readonly #onFailed: (error: unknown) => void;
  #waiters: Waiter[] = [];
  /** What is under way of publishing. */
  #publishing: Promise<void> | null = null;

  constructor(onFailed: (error: unknown) => void) {
    this.#onFailed = onFailed;
  }

  /** In rising order of offsets. */
  add(offset: number, done: (errorCode: number) => void): void {
    this.#waiters.push({ offset, done });
  }

  /** Everything below is committed; `publishing` is what is still to be carried out of it, null for nothing. */
  committed(highWatermark: number, publishing: Promise<void> | null): void {
    if (publishing !== null) this.#publishing = publishing;
    const count = this.#waiters.findIndex((waiter) => waiter.offset >= highWatermark);
    const ready = this.#waiters.splice(0, count < 0 ? this.#waiters.length : count);
    if (ready.length === 0) return;
    const tell = () => {
      for (const waiter of ready) waiter.done(ErrorCode.NONE);
    };
    const awaited = this.#publishing;
    if (awaited === null) return tell();
    const settle = () => {
      if (this.#publishing === awaited) this.#publishing = null;
      tell();
    };
    const giveUp = (error: unknown) => {
      this.#onFailed(error);
      for (const waiter of ready) waiter.done(ErrorCode.UNKNOWN_SERVER_ERROR);
    };
    awaited.then(settle, giveUp);
  }

  fail(errorCode: number): void {
    for (const waiter of this.#waiters.splice(0)) waiter.done(errorCode);
  }
}
