/** One heap of timers over one setTimeout, however many there are; and stepped work, all of it sharing one budget per turn. */
import type { Timer, Timers } from '../timers.js';
import { defaultStepBudgetMs } from '../timers.js';
import { TimerHeap, type Due } from '../timer-heap.js';

/** Beyond this setTimeout fires at once; the heap looks again then. */
const longestSleepMs = 2 ** 31 - 1;

interface Entry extends Due {
  readonly run: () => void;
  readonly keepAlive: boolean;
}

interface SteppedWork {
  /** Works until it is done or the time is over; true when done. */
  work(untilMs: number): boolean;
  readonly budgetMs: number;
}

class NodeTimers implements Timers {
  readonly #heap = new TimerHeap<Entry>();
  #order = 0;
  #holding = 0;
  #sleep: NodeJS.Timeout | null = null;
  #sleepUntilMs = Infinity;
  readonly #stepped: SteppedWork[] = [];
  #steppingPlanned = false;

  schedule(delayMs: number, run: () => void, options?: { keepAlive?: boolean }): Timer {
    if (Number.isNaN(delayMs)) throw new RangeError('schedule: the delay is not a number');
    const dueMs = performance.now() + Math.max(0, delayMs);
    const entry: Entry = { dueMs, order: this.#order++, heapIndex: -1, run, keepAlive: options?.keepAlive !== false };
    this.#heap.add(entry);
    if (entry.keepAlive) this.#holding++;
    if (dueMs < this.#sleepUntilMs) this.#sleepToNext();
    else this.#holdProcess();
    return { cancel: () => this.#cancel(entry) };
  }

  soon(run: () => void): void {
    setImmediate(run);
  }

  runStepped<T>(steps: Generator<void, T, void>, budgetMs: number = defaultStepBudgetMs): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const work = (untilMs: number): boolean => {
        try {
          do {
            const step = steps.next();
            if (step.done === true) {
              resolve(step.value);
              return true;
            }
          } while (performance.now() < untilMs);
          return false;
        } catch (error) {
          reject(error as Error);
          return true;
        }
      };
      this.#stepped.push({ work, budgetMs });
      this.#planStepping();
    });
  }

  #cancel(entry: Entry): void {
    if (!this.#heap.remove(entry)) return;
    if (entry.keepAlive) this.#holding--;
    // A sleep that ends too early only looks again; one with nothing left must not hold the process.
    if (this.#heap.size === 0) this.#sleepToNext();
    else this.#holdProcess();
  }

  #sleepToNext(): void {
    if (this.#sleep !== null) clearTimeout(this.#sleep);
    const next = this.#heap.peek();
    if (next === undefined) {
      this.#sleep = null;
      this.#sleepUntilMs = Infinity;
      return;
    }
    const delayMs = Math.min(longestSleepMs, Math.max(0, Math.ceil(next.dueMs - performance.now())));
    this.#sleepUntilMs = next.dueMs;
    this.#sleep = setTimeout(() => this.#runDue(), delayMs);
    this.#holdProcess();
  }

  #holdProcess(): void {
    if (this.#holding > 0) this.#sleep?.ref();
    else this.#sleep?.unref();
  }

  #runDue(): void {
    const nowMs = performance.now();
    // What the running timers schedule belongs to the next round, even when it is due at once.
    const orderLimit = this.#order;
    this.#sleepUntilMs = -Infinity;
    try {
      for (;;) {
        const entry = this.#heap.peek();
        if (entry === undefined || entry.dueMs > nowMs || entry.order >= orderLimit) break;
        this.#heap.remove(entry);
        if (entry.keepAlive) this.#holding--;
        entry.run();
      }
    } finally {
      this.#sleepToNext();
    }
  }

  #planStepping(): void {
    if (this.#steppingPlanned) return;
    this.#steppingPlanned = true;
    // Immediates run after the poll for input and output: requests come first.
    setImmediate(() => {
      this.#steppingPlanned = false;
      const work = this.#stepped.shift();
      if (work === undefined) return;
      if (!work.work(performance.now() + work.budgetMs)) this.#stepped.push(work);
      if (this.#stepped.length > 0) this.#planStepping();
    });
  }
}

export function nodeTimers(): Timers {
  return new NodeTimers();
}
