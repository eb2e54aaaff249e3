/** Lets `poll` sleep until something changed: fetched bytes, a rebalance, a failure. */
import type { Timers } from '@millrace/platform';

export class ChangeSignal {
  readonly #timers: Timers;
  #waiters: (() => void)[] = [];

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Wakes everyone who waits. */
  raise(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resume of waiters) resume();
  }

  /** Resolves at the next `raise`, or after so long. */
  wait(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#timers.schedule(timeoutMs, resolve);
      this.#waiters.push(() => {
        timer.cancel();
        resolve();
      });
    });
  }
}
