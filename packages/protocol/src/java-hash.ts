/** Java's String.hashCode: 31-fold sums of UTF-16 units, wrapped to int32. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/**
 * The partition of an internal topic (`__consumer_offsets`, `__transaction_state`) that belongs to a group or
 * transactional id. Java's absolute value of the smallest int is negative; Kafka takes 0 for it.
 */
export function partitionForGroup(id: string, partitionCount: number): number {
  const hash = javaHash(id);
  return (hash === -0x8000_0000 ? 0 : Math.abs(hash)) % partitionCount;
}
