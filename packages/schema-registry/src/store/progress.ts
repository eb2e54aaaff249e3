/** How far the log was replayed, and who waits for it. */
import type { Timer, Timers } from '@millrace/platform';

interface Waiter {
  readonly offset: number;
  readonly timer: Timer;
  readonly resolve: (isReached: boolean) => void;
}

export class Progress {
  /** The offset of the next entry. */
  position = 0;
  readonly #timers: Timers;
  readonly #waiters = new Set<Waiter>();
  #isStopped = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** True when everything before the offset was replayed; false when the time is over. */
  reach(offset: number, timeoutMs: number): Promise<boolean> {
    if (this.position >= offset) return Promise.resolve(true);
    if (this.#isStopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = this.#timers.schedule(timeoutMs, () => this.#settle(waiter, false), { keepAlive: false });
      const waiter: Waiter = { offset, timer, resolve };
      this.#waiters.add(waiter);
    });
  }

  /** The position moved. */
  notify(): void {
    for (const waiter of this.#waiters) if (this.position >= waiter.offset) this.#settle(waiter, true);
  }

  stop(): void {
    this.#isStopped = true;
    for (const waiter of this.#waiters) this.#settle(waiter, false);
  }

  #settle(waiter: Waiter, isReached: boolean): void {
    waiter.timer.cancel();
    this.#waiters.delete(waiter);
    waiter.resolve(isReached);
  }
}
