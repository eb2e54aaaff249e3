/**
 * The order in which Java walks a `HashSet`: by bucket, then by insertion. Confluent lists the differences of maps in that
 * order and clients show, and sometimes compare, the list; so ours is the same. (Buckets of more than eight keys become
 * trees in Java, which keep the order of insertion too.)
 */
export function javaHashOrder<Key extends string | number>(keys: readonly Key[], more: readonly Key[] = []): Key[] {
  return inBuckets([...new Set([...keys, ...more])], powerOfTwo(Math.max(Math.floor(keys.length / 0.75) + 1, SMALLEST_TABLE)));
}

/** The order of a `HashMap` that was filled key by key. */
export function javaMapOrder<Key extends string | number>(keys: readonly Key[]): Key[] {
  return inBuckets(keys, SMALLEST_TABLE);
}

const SMALLEST_TABLE = 16;

function inBuckets<Key extends string | number>(keys: readonly Key[], smallest: number): Key[] {
  let buckets = smallest;
  while (keys.length > buckets * 0.75) buckets *= 2;
  const bucketOf = new Map(keys.map((key) => [key, spread(hashCode(key)) & (buckets - 1)]));
  return keys.toSorted((a, b) => (bucketOf.get(a) ?? 0) - (bucketOf.get(b) ?? 0));
}

function hashCode(key: string | number): number {
  if (typeof key === 'number') return key | 0;
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}

function powerOfTwo(atLeast: number): number {
  let size = 1;
  while (size < atLeast) size *= 2;
  return size;
}
