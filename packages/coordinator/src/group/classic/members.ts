/** Who is in a group, and who may come. */
import { ErrorCode } from '@millrace/protocol';
import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { ClassicGroup, ClassicMember } from './classic-group.js';
import { countProtocols, metadataOf } from './protocol-selection.js';

/** Takes in a member; the first one gives the group its type and is its leader. */
export function addMember(group: ClassicGroup, member: ClassicMember, protocolType: string): void {
  if (group.members.size === 0) group.protocolType = protocolType;
  group.leader ??= member.memberId;
  group.members.set(member.memberId, member);
  if (member.groupInstanceId !== null) group.staticMembers.set(member.groupInstanceId, member.memberId);
  group.pendingJoin.delete(member.memberId);
}

/** Forgets a member, or an id handed out; when it led the group, the member that has been there longest leads. */
export function removeMember(group: ClassicGroup, memberId: string): void {
  const member = group.members.get(memberId);
  if (member !== undefined) {
    countProtocols(group, member.protocols, -1);
    if (member.awaitingJoin !== null) group.joinedCount--;
    if (member.groupInstanceId !== null) group.staticMembers.delete(member.groupInstanceId);
  }
  group.members.delete(memberId);
  if (group.leader === memberId) group.leader = group.members.keys().next().value ?? null;
  group.pendingJoin.delete(memberId);
  group.pendingSync.delete(memberId);
}

/** The error for a request that claims to be this member: UNKNOWN_MEMBER_ID, FENCED_INSTANCE_ID, or NONE. */
export function validateMember(group: ClassicGroup, memberId: string, groupInstanceId: string | null): ErrorCode {
  if (groupInstanceId !== null) {
    const existing = group.staticMembers.get(groupInstanceId);
    if (existing === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
    if (existing !== memberId) return ErrorCode.FENCED_INSTANCE_ID;
  }
  return group.members.has(memberId) ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
}

/** Everyone known has asked to join, and nobody who was given an id is still on the way. */
export function allJoined(group: ClassicGroup): boolean {
  return group.pendingJoin.size === 0 && group.joinedCount === group.members.size;
}

/** The longest of the members' rebalance timeouts. */
export function rebalanceTimeoutMs(group: ClassicGroup): number {
  let longest = 0;
  for (const member of group.members.values()) longest = Math.max(longest, member.rebalanceTimeoutMs);
  return longest;
}

/** What the leader is told of the members, itself included. */
export function membersForLeader(group: ClassicGroup): JoinGroupResponse['members'] {
  return [...group.members.values()].map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    metadata: metadataOf(member.protocols, group.protocolName),
  }));
}

/** Makes sure that the leader is one who has joined; false when nobody has. */
export function electJoinedLeader(group: ClassicGroup): boolean {
  if (group.leader === null) return false;
  if (group.members.get(group.leader)?.awaitingJoin != null) return true;
  for (const member of group.members.values()) {
    if (member.awaitingJoin === null) continue;
    group.leader = member.memberId;
    return true;
  }
  return false;
}
