/**
 * A map that never changes and shares what it can with the one that it was made from: the entries are spread over 64
 * small maps, and a change copies only those that it touches. The order of iteration depends on nothing but the
 * entries' history, so it repeats.
 */
const SHARDS = 64;

type Shards<K, V> = readonly ReadonlyMap<K, V>[];

export class ImmutableMap<K extends string | number, V> implements Iterable<[K, V]> {
  readonly size: number;
  readonly #shards: Shards<K, V>;

  private constructor(shards: Shards<K, V>, size: number) {
    this.#shards = shards;
    this.size = size;
  }

  static empty<K extends string | number, V>(): ImmutableMap<K, V> {
    const none: ReadonlyMap<K, V> = new Map();
    return new ImmutableMap(Array.from({ length: SHARDS }, () => none), 0);
  }

  get(key: K): V | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  has(key: K): boolean {
    return this.#shards[shardOf(key)]?.has(key) ?? false;
  }

  /** This map with some entries put in its place; undefined as a value takes the entry out. */
  with(changes: ReadonlyMap<K, V | undefined>): ImmutableMap<K, V> {
    if (changes.size === 0) return this;
    const shards = [...this.#shards];
    const copied = new Map<number, Map<K, V>>();
    let size = this.size;
    for (const [key, value] of changes) {
      const index = shardOf(key);
      let shard = copied.get(index);
      if (shard === undefined) {
        shard = new Map(shards[index]);
        copied.set(index, shard);
        shards[index] = shard;
      }
      size -= shard.size;
      if (value === undefined) shard.delete(key);
      else shard.set(key, value);
      size += shard.size;
    }
    return new ImmutableMap(shards, size);
  }

  *[Symbol.iterator](): Generator<[K, V]> {
    for (const shard of this.#shards) yield* shard;
  }

  *keys(): Generator<K> {
    for (const shard of this.#shards) yield* shard.keys();
  }

  *values(): Generator<V> {
    for (const shard of this.#shards) yield* shard.values();
  }
}

/** Changes to an {@link ImmutableMap} before they are put into a new one. */
export class MapDraft<K extends string | number, V> {
  readonly base: ImmutableMap<K, V>;
  readonly #changes = new Map<K, V | undefined>();

  constructor(base: ImmutableMap<K, V>) {
    this.base = base;
  }

  get(key: K): V | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.base.get(key);
  }

  set(key: K, value: V): void {
    this.#changes.set(key, value);
  }

  delete(key: K): void {
    this.#changes.set(key, undefined);
  }

  /** The keys that were set or deleted, in the order of their first change. */
  changedKeys(): K[] {
    return [...this.#changes.keys()];
  }

  /** The keys there are now. */
  *keys(): Generator<K> {
    for (const key of this.base.keys()) if (!this.#changes.has(key)) yield key;
    for (const [key, value] of this.#changes) if (value !== undefined) yield key;
  }

  finish(): ImmutableMap<K, V> {
    return this.base.with(this.#changes);
  }
}

function shardOf(key: string | number): number {
  if (typeof key === 'number') return key & (SHARDS - 1);
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & (SHARDS - 1);
}
