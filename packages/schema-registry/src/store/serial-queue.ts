/** Tasks one after another, so many at most waiting. */
import { RegistryError } from '../core/registry-error.js';

export class SerialQueue {
  readonly #longest: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Rejects at once, with 50001, when too many wait. */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= this.#longest) return Promise.reject(new RegistryError(50001, `more than ${this.#longest} writes are waiting`));
    this.#waiting++;
    const result = this.#last.then(task);
    this.#last = result.then(
      () => this.#waiting--,
      () => this.#waiting--,
    );
    return result;
  }
}
