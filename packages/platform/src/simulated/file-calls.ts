/**
 * The gate through which each file call of one life goes: here it is counted, may be the last, takes virtual time and may fail.
 */
import type { Random } from '../random.js';
import type { EventQueue, Life } from './event-queue.js';
import { NodeCrashedError } from './node-crashed-error.js';
import type { SimulatedDisk } from './simulated-disk.js';
import type { Trace } from './trace.js';

export interface FileCallsOptions {
  life: Life;
  queue: EventQueue;
  disk: SimulatedDisk;
  random: Random;
  trace: Trace;
  /** Whether the node is to die at the disk call of this number. */
  isLast: (call: number) => boolean;
  die: () => void;
}

export class FileCalls {
  readonly disk: SimulatedDisk;
  readonly #options: FileCallsOptions;
  /** Calls that work outside the loop, in the order they began. */
  readonly #pending: Set<() => void> = new Set();

  constructor(options: FileCallsOptions) {
    this.disk = options.disk;
    this.#options = options;
  }

  get isAlive(): boolean {
    return this.#options.life.alive;
  }

  /** A call on the loop: while it lasts the node hears nothing. */
  now<T>(operation: string, path: string, run: () => T): T {
    const { life, queue } = this.#options;
    this.#enter(operation, path, run);
    life.busyUntilMs = queue.localMs(life) + this.disk.durationMs(operation);
    this.disk.check(operation, path);
    return run();
  }

  /** A call in the pool: it happens at its end. A dead node never hears of it. */
  later<T>(operation: string, path: string, run: () => T): Promise<T> {
    const { life, queue } = this.#options;
    return new Promise<T>((resolve, reject) => {
      if (!life.alive) return;
      this.#enter(operation, path, run);
      this.#pending.add(run);
      queue.at(queue.localMs(life) + this.disk.durationMs(operation), life, operation, () => {
        this.#pending.delete(run);
        try {
          this.disk.check(operation, path);
          resolve(run());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  /** At the crash: of the calls in the pool some have happened. */
  finishSome(): void {
    for (const run of this.#pending) if (this.#options.random.below(2) === 0) attempt(run);
    this.#pending.clear();
  }

  #enter(operation: string, path: string, run: () => unknown): void {
    const { life, trace, random, isLast, die } = this.#options;
    if (!life.alive) throw new NodeCrashedError(operation, path);
    trace.text(operation);
    trace.text(path);
    this.disk.calls++;
    if (!isLast(this.disk.calls)) return;
    if (random.below(2) === 0) attempt(run);
    die();
    throw new NodeCrashedError(operation, path);
  }
}

/** The caller is dead: whether it worked is nobody's business. */
function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // nothing happened, then
  }
}
