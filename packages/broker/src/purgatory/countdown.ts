/**
 * Waits for several things at once, at most so long: `finish` runs once, when all have reported or the time is over.
 * With a time-out of 0 and something outstanding it runs at once, as Kafka's purgatory does.
 */
import type { Timer, Timers } from '@millrace/platform';

export class Countdown {
  readonly #finish: (timedOut: boolean) => void;
  #outstanding: number;
  #timer: Timer | null = null;
  #finished = false;

  constructor(outstanding: number, finish: (timedOut: boolean) => void) {
    this.#outstanding = outstanding;
    this.#finish = finish;
  }

  /** To be called after the waits were registered, since some may have reported already. */
  start(timers: Timers, timeoutMs: number): void {
    if (this.#finished) return;
    if (this.#outstanding === 0) this.#end(false);
    else this.#timer = timers.schedule(Math.max(0, timeoutMs), () => this.#end(true), { keepAlive: false });
  }

  report(): void {
    this.#outstanding--;
    if (this.#outstanding === 0 && !this.#finished) this.#end(false);
  }

  #end(timedOut: boolean): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#timer?.cancel();
    this.#finish(timedOut);
  }
}
