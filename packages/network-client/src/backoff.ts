/** How long to wait before the next attempt: doubling, with a fifth of jitter, as Kafka's clients do (KIP-144, KIP-580). */
import type { Random } from '@millrace/platform';

const jitter = 0.2;

export class Backoff {
  readonly #initialMs: number;
  readonly #maxMs: number;
  readonly #random: Random;

  constructor(random: Random, initialMs: number, maxMs: number) {
    this.#random = random;
    this.#initialMs = initialMs;
    this.#maxMs = Math.max(initialMs, maxMs);
  }

  /** Milliseconds to wait after so many failures in a row, at least 1. */
  afterFailures(failures: number): number {
    const plain = Math.min(this.#maxMs, this.#initialMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
    return plain * (1 - jitter + 2 * jitter * this.#random.float());
  }
}
