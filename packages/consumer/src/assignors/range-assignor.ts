/** Range: of each topic, every member gets a run of neighbouring partitions; the first members one more if it does not come out even. */
import type { TopicPartition } from '@millrace/network-client';
import { inMemberOrder, type Assignor, type GroupMember } from './assignor.js';

function assign(members: readonly GroupMember[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition[]> {
  const ordered = inMemberOrder(members);
  const shares = new Map<string, TopicPartition[]>(ordered.map((member) => [member.memberId, []]));
  for (const [topic, count] of [...partitionCounts].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    const subscribers = ordered.filter((member) => member.topics.includes(topic));
    const each = Math.floor(count / subscribers.length);
    const withOneMore = count % subscribers.length;
    let partition = 0;
    for (const [index, member] of subscribers.entries()) {
      const end = partition + each + (index < withOneMore ? 1 : 0);
      for (; partition < end; partition++) shares.get(member.memberId)!.push({ topic, partition });
    }
  }
  return shares;
}

export const rangeAssignor: Assignor = { name: 'range', isCooperative: false, assign };
