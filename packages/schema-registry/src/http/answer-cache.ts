/**
 * Answers as bytes, by the URL that asked, for requests that look at nothing but the state: most of what a registry is asked
 * was asked before. Any change of the state voids them all.
 */
import type { RegistryState } from '../core/registry-state.js';

/** Bytes of answers and URLs that are kept at most. */
const mostBytes = 32 * 1_048_576;

export class AnswerCache {
  readonly #answers = new Map<string, Buffer>();
  #bytes = 0;
  #state: RegistryState | null = null;
  #revision = 0;

  get(url: string, state: RegistryState): Buffer | undefined {
    if (state !== this.#state || state.revision !== this.#revision) this.#empty(state);
    return this.#answers.get(url);
  }

  /** Of the state that `get` was asked for last. */
  set(url: string, answer: Buffer): void {
    this.#bytes += url.length + answer.length;
    if (this.#bytes > mostBytes) return;
    this.#answers.set(url, answer);
  }

  #empty(state: RegistryState): void {
    this.#answers.clear();
    this.#bytes = 0;
    this.#state = state;
    this.#revision = state.revision;
  }
}
