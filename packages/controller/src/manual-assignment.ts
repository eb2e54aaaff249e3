/** Replicas as a client wants them. */
import type { MetadataImage } from '@millrace/metadata';

/** Null when the brokers can be the replicas of a partition; `size` is the length that the others have, or null. */
export function checkAssignment(image: MetadataImage, brokerIds: readonly number[], size: number | null): string | null {
  if (brokerIds.length === 0) return 'The manual partition assignment includes an empty replica list.';
  const seen = new Set<number>();
  for (const id of [...brokerIds].sort((a, b) => a - b)) {
    if (!image.brokers.has(id)) return `The manual partition assignment includes broker ${id}, but no such broker is registered.`;
    if (seen.has(id)) return `The manual partition assignment includes the broker ${id} more than once.`;
    seen.add(id);
  }
  if (size !== null && size !== brokerIds.length) {
    return `The manual partition assignment includes a partition with ${brokerIds.length} replica(s), but this is not consistent with previous partitions, which have ${size} replica(s).`;
  }
  return null;
}
