/**
 * Answers as bytes, by the URL that asked, for requests that look at nothing but the state: most of what a registry is asked
 * was asked before. Any change of the state voids them all.
 */
import type { RegistryState } from '../core/registry-state.js';

export interface KeptAnswer {
  readonly bytes: Buffer;
  /** The path of the table that the URL fits, for the metrics. */
  readonly route: string;
}

/** Bytes of answers and URLs that are kept at most. */
const mostBytes = 32 * 1_048_576;

export class AnswerCache {
  readonly #answers = new Map<string, KeptAnswer>();
  #bytes = 0;
  #state: RegistryState | null = null;
  #revision = 0;

  get(url: string, state: RegistryState): KeptAnswer | undefined {
    if (state !== this.#state || state.revision !== this.#revision) this.#empty(state);
    return this.#answers.get(url);
  }

  /** Of the state that `get` was asked for last. */
  set(url: string, answer: KeptAnswer): void {
    this.#bytes += url.length + answer.bytes.length;
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
