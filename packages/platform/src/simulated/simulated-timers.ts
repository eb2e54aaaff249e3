/** Timers in virtual time. Stepped work takes some of it, a random number of steps at a time. */
import type { Random } from '../random.js';
import { defaultStepBudgetMs, type Timer, type Timers } from '../timers.js';
import type { EventQueue, Life } from './event-queue.js';

const mostStepsPerTurn = 32;

export class SimulatedTimers implements Timers {
  readonly #life: Life;
  readonly #queue: EventQueue;
  readonly #random: Random;

  constructor(life: Life, queue: EventQueue, random: Random) {
    this.#life = life;
    this.#queue = queue;
    this.#random = random;
  }

  schedule(delayMs: number, run: () => void, options?: { keepAlive?: boolean }): Timer {
    if (Number.isNaN(delayMs)) throw new RangeError('schedule: the delay is not a number');
    if (!this.#life.alive) return { cancel: () => {} };
    // keepAlive has no meaning where there is no process; `run` ends by its own conditions.
    const label = options?.keepAlive === false ? 'background timer' : 'timer';
    const event = this.#queue.at(this.#queue.localMs(this.#life) + Math.max(0, delayMs), this.#life, label, run);
    return { cancel: () => this.#queue.cancel(event) };
  }

  soon(run: () => void): void {
    if (this.#life.alive) this.#queue.at(this.#queue.localMs(this.#life), this.#life, 'soon', run);
  }

  runStepped<T>(steps: Generator<void, T, void>, budgetMs: number = defaultStepBudgetMs): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const turn = (): void => {
        try {
          const count = budgetMs > 0 ? 1 + this.#random.below(mostStepsPerTurn) : 1;
          for (let step = 0; step < count; step++) {
            const result = steps.next();
            if (result.done === true) {
              resolve(result.value);
              return;
            }
          }
          this.schedule(this.#random.float() * budgetMs, turn);
        } catch (error) {
          reject(error as Error);
        }
      };
      this.soon(turn);
    });
  }
}
