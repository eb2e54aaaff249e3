/** The part of a run that counts: it opens after the warm-up and shuts at the end; answers between the two are added up. */
import type { LoadResult } from './jobs.js';

export class LoadWindow {
  requests = 0;
  bytes = 0;
  #isOpen = false;
  #openedAt = 0;
  #elapsedMs = 0;

  open(): void {
    this.#isOpen = true;
    this.#openedAt = performance.now();
  }

  shut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#elapsedMs = performance.now() - this.#openedAt;
  }

  add(bytes: number): void {
    if (!this.#isOpen) return;
    this.requests++;
    this.bytes += bytes;
  }

  result(): LoadResult {
    return { requests: this.requests, bytes: this.bytes, elapsedMs: this.#elapsedMs };
  }
}
