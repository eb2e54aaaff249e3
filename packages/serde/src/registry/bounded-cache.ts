/**
 * A cache with a bound: what was used longest ago goes first, and with a time to live, what is too old goes when it is met.
 * Concurrent loads of a key are one load; a load that failed is forgotten.
 */
import type { Clock } from '@millrace/platform';

export interface BoundedCacheOptions {
  /** Entries; at least 1. */
  readonly size: number;
  readonly ttlMs?: number | undefined;
  readonly clock: Clock;
}

interface Entry<V> {
  readonly value: Promise<V>;
  readonly loadedAtMs: number;
}

export class BoundedCache<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #options: BoundedCacheOptions;

  constructor(options: BoundedCacheOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The cached value, or that of `load`. */
  get(key: string, load: () => Promise<V>): Promise<V> {
    const entry = this.#entries.get(key);
    if (entry !== undefined && this.#isFresh(entry)) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      return entry.value;
    }
    const value = load();
    this.#put(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.#put(key, Promise.resolve(value));
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #put(key: string, value: Promise<V>): void {
    const entry = { value, loadedAtMs: this.#options.clock.monotonic() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#options.size) break;
      this.#entries.delete(oldest);
    }
  }

  #isFresh(entry: Entry<V>): boolean {
    return this.#options.ttlMs === undefined || this.#options.clock.monotonic() - entry.loadedAtMs < this.#options.ttlMs;
  }
}
