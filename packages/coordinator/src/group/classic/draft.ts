/**
 * A map that a decision changes without touching what it reads: what is new lies beside what was there until
 * `settle` puts it in. So a decision costs what it changes, not what the group has: one that copied the group for
 * each member who comes would take quadratic time for a flood of them.
 */

/** A Map, or a draft of one; in the order of a Map. */
export interface Keyed<K, V> extends Iterable<[K, V]> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
  delete(key: K): boolean;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
}

export class DraftMap<K, V> implements Keyed<K, V> {
  readonly #base: Map<K, V>;
  readonly #copy: (value: V) => V;
  readonly #deleted = new Set<K>();
  /** Over those of the base, and behind them. */
  readonly #own = new Map<K, V>();
  #size: number;

  /** `copy` makes what the decision may change of a value that it looks at. */
  constructor(base: Map<K, V>, copy: (value: V) => V = (value) => value) {
    this.#base = base;
    this.#copy = copy;
    this.#size = base.size;
  }

  get size(): number {
    return this.#size;
  }

  has(key: K): boolean {
    return this.#own.has(key) || this.#isOfBase(key);
  }

  get(key: K): V | undefined {
    if (this.#own.has(key)) return this.#own.get(key);
    return this.#isOfBase(key) ? this.#owned(key, this.#base.get(key) as V) : undefined;
  }

  set(key: K, value: V): void {
    if (!this.has(key)) this.#size++;
    this.#own.set(key, value);
  }

  delete(key: K): boolean {
    if (!this.has(key)) return false;
    this.#own.delete(key);
    if (this.#base.has(key)) this.#deleted.add(key);
    this.#size--;
    return true;
  }

  *[Symbol.iterator](): Generator<[K, V], void, void> {
    for (const key of this.keys()) yield [key, this.get(key) as V];
  }

  *keys(): Generator<K, void, void> {
    for (const key of this.#base.keys()) if (this.#isOfBase(key)) yield key;
    for (const key of this.#own.keys()) if (!this.#isOfBase(key)) yield key;
  }

  *values(): Generator<V, void, void> {
    for (const [, value] of this) yield value;
  }

  /** Makes the base what the draft is, and gives it. */
  settle(): Map<K, V> {
    for (const key of this.#deleted) this.#base.delete(key);
    for (const [key, value] of this.#own) this.#base.set(key, value);
    return this.#base;
  }

  #isOfBase(key: K): boolean {
    return this.#base.has(key) && !this.#deleted.has(key);
  }

  #owned(key: K, value: V): V {
    const copy = this.#copy(value);
    if (copy !== value) this.#own.set(key, copy);
    return copy;
  }
}
