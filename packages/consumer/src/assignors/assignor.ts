/** How a group's leader shares out partitions. Assignors are pure: the same members and topics give the same shares. */
import type { TopicPartition } from '@millrace/network-client';

export interface GroupMember {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  readonly topics: readonly string[];
  /** What the member held in `generation`. */
  readonly ownedPartitions: readonly TopicPartition[];
  /** -1 when it does not tell. */
  readonly generation: number;
}

export interface Assignor {
  /** The name members agree on, such as `range`. */
  readonly name: string;
  /** Members keep their partitions while the group rebalances (KIP-429). */
  readonly isCooperative: boolean;
  /** Shares by member id, one for each member. `partitionCounts` has the topics that exist. */
  assign(members: readonly GroupMember[], partitionCounts: ReadonlyMap<string, number>): Map<string, TopicPartition[]>;
  /** Bytes of the assignor's own in the member's subscription. */
  userData?(owned: readonly TopicPartition[], generation: number): Uint8Array;
  /** What those bytes say of an older member that tells only so. */
  ownedFromUserData?(userData: Uint8Array): { partitions: TopicPartition[]; generation: number };
}

/** Static members by their instance id, the others by member id, as Kafka orders them: shares do not depend on arrival. */
export function inMemberOrder(members: readonly GroupMember[]): GroupMember[] {
  return members.toSorted((left, right) => {
    if (left.groupInstanceId !== null && right.groupInstanceId !== null) return compareText(left.groupInstanceId, right.groupInstanceId);
    if (left.groupInstanceId !== null) return -1;
    if (right.groupInstanceId !== null) return 1;
    return compareText(left.memberId, right.memberId);
  });
}

/** By UTF-16 units, as Java compares. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
