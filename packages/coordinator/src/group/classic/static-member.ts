/** A static member (KIP-345) that comes back without its id: it gets a new one, its old one is fenced, and a stable group goes on as it is. */
import { ErrorCode } from '@millrace/protocol';
import type { GroupContext } from '../decision.js';
import type { ClassicMember } from './classic-group.js';
import { groupRecord } from './group-metadata.js';
import type { GroupTurn } from './group-turn.js';
import { awaitJoin, type JoinRequest } from './await-join.js';
import { selectProtocol } from './protocol-selection.js';
import { completeJoinIfAll, currentGeneration, prepareRebalance, rebalanceOrComplete } from './rebalance.js';

/** From this version on the leader is told to keep the assignment (KIP-814). */
const FIRST_VERSION_WITH_SKIP_ASSIGNMENT = 9;

export function replaceStaticMember(
  turn: GroupTurn,
  request: JoinRequest,
  context: GroupContext,
  oldMemberId: string,
  newMemberId: string,
): void {
  const { group } = turn;
  const oldLeader = group.leader;
  const member = rename(turn, oldMemberId, newMemberId);
  if (member === null) return;
  awaitJoin(turn, member, request, context);
  turn.renewSession(member.memberId, member.sessionTimeoutMs);
  switch (group.state) {
    case 'Stable':
      if (selectProtocol(group) === group.protocolName) goOn(turn, member, context, oldLeader);
      else rebalanceOrComplete(turn);
      return;
    case 'CompletingRebalance':
      // The leader may be assigning to the old id this very moment.
      prepareRebalance(turn);
      return;
    default:
      completeJoinIfAll(turn);
  }
}

/** Gives the member its new id, and fences who waits under the old one. */
function rename(turn: GroupTurn, oldMemberId: string, newMemberId: string): ClassicMember | null {
  const { group } = turn;
  const old = group.members.get(oldMemberId);
  if (old === undefined) return null;
  turn.completeJoin(old, { errorCode: ErrorCode.FENCED_INSTANCE_ID, memberId: oldMemberId });
  turn.completeSync(old, { errorCode: ErrorCode.FENCED_INSTANCE_ID });
  turn.endSession(oldMemberId);
  const member: ClassicMember = { ...old, memberId: newMemberId, isNew: false };
  group.members.delete(oldMemberId);
  group.members.set(newMemberId, member);
  if (member.groupInstanceId !== null) group.staticMembers.set(member.groupInstanceId, newMemberId);
  if (group.leader === oldMemberId) group.leader = newMemberId;
  if (group.pendingSync.delete(oldMemberId)) group.pendingSync.set(newMemberId, true);
  return member;
}

/** No rebalance: the group is written with the new id. A leader that cannot be told to skip the assignment is told that the old id leads. */
function goOn(turn: GroupTurn, member: ClassicMember, context: GroupContext, oldLeader: string | null): void {
  const { group } = turn;
  turn.write(groupRecord(group));
  const answer = currentGeneration(group, member.memberId);
  const isLeader = group.leader === member.memberId;
  if (context.apiVersion >= FIRST_VERSION_WITH_SKIP_ASSIGNMENT) turn.completeJoin(member, { ...answer, skipAssignment: isLeader });
  else turn.completeJoin(member, { ...answer, leader: oldLeader, members: [] });
}
