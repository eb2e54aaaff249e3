/** Those who wait until an offset of a log is reached. */
interface Waiter {
  offset: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

export class OffsetWaiters {
  #waiters: Waiter[] = [];

  wait(offset: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ offset, resolve, reject });
    });
  }

  get isEmpty(): boolean {
    return this.#waiters.length === 0;
  }

  reached(offset: number): void {
    if (this.#waiters.length === 0) return;
    const ready = this.#waiters.filter((waiter) => waiter.offset <= offset);
    if (ready.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => waiter.offset > offset);
    for (const waiter of ready) waiter.resolve();
  }

  /** Those beyond this offset will not get what they waited for. */
  fail(beyond: number, error: Error): void {
    const failed = this.#waiters.filter((waiter) => waiter.offset > beyond);
    this.#waiters = this.#waiters.filter((waiter) => waiter.offset <= beyond);
    for (const waiter of failed) waiter.reject(error);
  }
}
