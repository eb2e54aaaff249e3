/** Round robin: all partitions of all topics in order, dealt out one by one to the members that want them. */
import type { TopicPartition } from '@millrace/network-client';
import { inMemberOrder, type Assignor, type GroupMember } from './assignor.js';

function assign(members: readonly GroupMember[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition[]> {
  const ordered = inMemberOrder(members);
  const shares = new Map<string, TopicPartition[]>(ordered.map((member) => [member.memberId, []]));
  let next = 0;
  for (const [topic, count] of [...partitionCounts].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    if (!ordered.some((member) => member.topics.includes(topic))) continue;
    for (let partition = 0; partition < count; partition++) {
      while (!ordered[next % ordered.length]!.topics.includes(topic)) next++;
      shares.get(ordered[next++ % ordered.length]!.memberId)!.push({ topic, partition });
    }
  }
  return shares;
}

export const roundRobinAssignor: Assignor = { name: 'roundrobin', isCooperative: false, assign };
