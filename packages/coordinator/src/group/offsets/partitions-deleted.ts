/** Topics or partitions are gone, and with them all offsets in them, whichever group committed them. */
import type { OffsetCommitRecord } from '../../records.js';
import { type Decision, nothing } from '../decision.js';
import type { Groups } from '../groups.js';
import { offsetTombstone } from './offset-records.js';

export function partitionsDeleted(
  { offsets }: Groups,
  partitions: readonly { readonly topic: string; readonly partition: number }[],
): Decision {
  const records: OffsetCommitRecord[] = [];
  const topics = new Map<string, number[]>();
  for (const { topic, partition } of partitions) {
    const gone = topics.get(topic);
    if (gone === undefined) topics.set(topic, [partition]);
    else gone.push(partition);
  }
  for (const groupId of new Set([...offsets.groupIds(), ...offsets.pendingGroupIds()])) {
    for (const [topic, gone] of topics) {
      // Most groups have nothing of a topic, however many partitions it had.
      if (!offsets.knowsTopic(groupId, topic)) continue;
      for (const partition of gone) {
        const isThere = offsets.get(groupId, topic, partition) !== undefined || offsets.hasPending(groupId, topic, partition);
        if (isThere) records.push(offsetTombstone(groupId, topic, partition));
      }
    }
  }
  return { ...nothing(), records };
}
