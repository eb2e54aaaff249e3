/**
 * Sticky shares (KIP-54): as even as the subscriptions allow, and within that every member keeps what it had. Partitions
 * that nobody keeps go to the member with the fewest; then partitions move from fuller to emptier members while that helps.
 */
import { partitionKey, type TopicPartition } from '@millrace/network-client';
import { compareText, inMemberOrder, type GroupMember } from './assignor.js';

interface Share {
  readonly member: GroupMember;
  readonly topics: ReadonlySet<string>;
  readonly partitions: Map<string, TopicPartition>;
}

export function stickyShares(members: readonly GroupMember[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition[]> {
  const shares = inMemberOrder(members).map((member): Share => ({ member, topics: new Set(member.topics), partitions: new Map() }));
  const free = keepOwned(shares, allPartitions(shares, partitionCounts));
  for (const partition of free) emptiest(shares, partition.topic)?.partitions.set(partitionKey(partition.topic, partition.partition), partition);
  while (moveOne(shares));
  return new Map(shares.map(({ member, partitions }) => [member.memberId, [...partitions.values()].toSorted(inOrder)]));
}

function allPartitions(shares: readonly Share[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition> {
  const all = new Map<string, TopicPartition>();
  for (const [topic, count] of [...partitionCounts].toSorted(([left], [right]) => compareText(left, right))) {
    if (!shares.some((share) => share.topics.has(topic))) continue;
    for (let partition = 0; partition < count; partition++) all.set(partitionKey(topic, partition), { topic, partition });
  }
  return all;
}

/** Gives each member what it had, unless a member of a later generation claims it too; returns what is left over. */
function keepOwned(shares: readonly Share[], all: ReadonlyMap<string, TopicPartition>): TopicPartition[] {
  const claims = new Map<string, Share | null>();
  for (const share of shares) {
    for (const { topic, partition } of share.member.ownedPartitions) {
      const key = partitionKey(topic, partition);
      if (!all.has(key) || !share.topics.has(topic)) continue;
      const other = claims.get(key);
      const generation = other?.member.generation ?? -Infinity;
      if (other === undefined || share.member.generation > generation) claims.set(key, share);
      // Two of the same generation: one of them is wrong, and nobody knows which.
      else if (share.member.generation === generation) claims.set(key, null);
    }
  }
  const free: TopicPartition[] = [];
  for (const [key, partition] of all) {
    const owner = claims.get(key);
    if (owner === undefined || owner === null) free.push(partition);
    else owner.partitions.set(key, partition);
  }
  return free;
}

function emptiest(shares: readonly Share[], topic: string): Share | undefined {
  let least: Share | undefined;
  for (const share of shares) {
    if (share.topics.has(topic) && (least === undefined || share.partitions.size < least.partitions.size)) least = share;
  }
  return least;
}

/** Moves one partition from the fullest member possible to one that has at least two fewer. */
function moveOne(shares: readonly Share[]): boolean {
  for (const from of shares.toSorted((left, right) => right.partitions.size - left.partitions.size)) {
    // The last ones first: what a member has had longest stays.
    for (const [key, partition] of [...from.partitions].reverse()) {
      const to = emptiest(shares, partition.topic);
      if (to === undefined || to.partitions.size + 1 >= from.partitions.size) continue;
      from.partitions.delete(key);
      to.partitions.set(key, partition);
      return true;
    }
  }
  return false;
}

function inOrder(left: TopicPartition, right: TopicPartition): number {
  return compareText(left.topic, right.topic) || left.partition - right.partition;
}
