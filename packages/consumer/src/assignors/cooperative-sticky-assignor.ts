/**
 * Cooperative sticky (KIP-429): members keep their partitions during a rebalance. A partition that moves is first only
 * taken away; its owner gives it up and rejoins, and the next rebalance gives it to the other.
 */
import { partitionKey, type TopicPartition } from '@millrace/network-client';
import type { Assignor, GroupMember } from './assignor.js';
import { stickyShares } from './sticky-shares.js';

function assign(members: readonly GroupMember[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition[]> {
  const owners = new Map<string, GroupMember>();
  for (const member of members) {
    for (const { topic, partition } of member.ownedPartitions) {
      const key = partitionKey(topic, partition);
      if (member.generation >= (owners.get(key)?.generation ?? -Infinity)) owners.set(key, member);
    }
  }
  const shares = stickyShares(members, partitionCounts);
  for (const [memberId, partitions] of shares) {
    shares.set(memberId, partitions.filter(({ topic, partition }) => {
      const owner = owners.get(partitionKey(topic, partition));
      return owner === undefined || owner.memberId === memberId;
    }));
  }
  return shares;
}

export const cooperativeStickyAssignor: Assignor = { name: 'cooperative-sticky', isCooperative: true, assign };
