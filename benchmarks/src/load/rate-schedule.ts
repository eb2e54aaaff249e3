/**
 * When requests of a fixed rate are due. The schedule knows nothing of answers: a request that could not be sent in
 * time is still counted from here, so a broker that stands still is charged for everything that waited (no coordinated omission).
 */
export class RateSchedule {
  readonly total: number;
  readonly #intervalMs: number;
  #next = 0;

  /** `ratePerSecond` requests over `durationMs`, the first at 0. */
  constructor(ratePerSecond: number, durationMs: number) {
    if (!(ratePerSecond > 0) || !(durationMs > 0)) throw new RangeError(`no schedule of ${ratePerSecond}/s over ${durationMs} ms`);
    this.#intervalMs = 1000 / ratePerSecond;
    this.total = Math.floor((durationMs * ratePerSecond) / 1000);
  }

  get done(): boolean {
    return this.#next >= this.total;
  }

  /** When the next one is due, in ms from the start. */
  get nextDueMs(): number {
    return this.#next * this.#intervalMs;
  }

  /** Takes the next one if it is due by now: its due time, or -1. */
  take(nowMs: number): number {
    if (this.done) return -1;
    const dueMs = this.nextDueMs;
    if (dueMs > nowMs) return -1;
    this.#next++;
    return dueMs;
  }
}
