/** From one generation to the next: PreparingRebalance while members join, then CompletingRebalance until the leader has assigned. */
import { ErrorCode } from '@millrace/protocol';
import { joinDeadline, syncDeadline } from '../deadline-id.js';
import { type ClassicGroup } from './classic-group.js';
import { groupRecord } from './group-metadata.js';
import type { GroupTurn } from './group-turn.js';
import type { JoinAnswer } from './join-group-response.js';
import { allJoined, electJoinedLeader, membersForLeader, rebalanceTimeoutMs, removeMember } from './members.js';
import { selectProtocol } from './protocol-selection.js';
import { subscribedTopics } from './subscription.js';

/** Something changed that asks for a new generation; or, when one is being made already, may complete it. */
export function rebalanceOrComplete(turn: GroupTurn): void {
  if (turn.group.state === 'PreparingRebalance') completeJoinIfAll(turn);
  else prepareRebalance(turn);
}

/** Starts a join phase. The first of a group waits for more members to come; others end when all have joined. */
export function prepareRebalance(turn: GroupTurn): void {
  const { group } = turn;
  if (group.state === 'CompletingRebalance') cancelSyncs(turn);
  forgetPendingSyncs(group);
  turn.cancelDeadline(syncDeadline(group.groupId));
  const isInitial = group.state === 'Empty';
  turn.transitionTo('PreparingRebalance');
  if (isInitial) {
    const remainingMs = Math.max(rebalanceTimeoutMs(group) - turn.config.initialRebalanceDelayMs, 0);
    delayInitialRebalance(turn, turn.config.initialRebalanceDelayMs, remainingMs);
  } else if (allJoined(group)) {
    completeJoinPhase(turn);
  } else {
    turn.setDeadline(joinDeadline(group.groupId), rebalanceTimeoutMs(group));
  }
}

function forgetPendingSyncs({ pendingSync }: ClassicGroup): void {
  for (const memberId of pendingSync.keys()) pendingSync.delete(memberId);
}

/** Members that wait for an assignment are to join again. */
function cancelSyncs(turn: GroupTurn): void {
  for (const member of turn.group.members.values()) {
    member.assignment = NO_ASSIGNMENT;
    if (turn.completeSync(member, { errorCode: ErrorCode.REBALANCE_IN_PROGRESS }))
      turn.renewSession(member.memberId, member.sessionTimeoutMs);
  }
}

function delayInitialRebalance(turn: GroupTurn, delayMs: number, remainingMs: number): void {
  const { group } = turn;
  group.newMemberAdded = false;
  group.initialDelayMs = delayMs;
  group.initialRemainingMs = remainingMs;
  turn.setDeadline(joinDeadline(group.groupId), delayMs);
}

/** Ends the join phase when everyone is there; the initial delay is always waited for. */
export function completeJoinIfAll(turn: GroupTurn): void {
  const { group } = turn;
  if (group.state === 'PreparingRebalance' && group.previousState !== 'Empty' && allJoined(group)) completeJoinPhase(turn);
}

/** The join deadline came: extends the initial delay while members keep coming, else goes on with those who joined. */
export function joinDeadlineCame(turn: GroupTurn): void {
  const { group } = turn;
  if (group.state !== 'PreparingRebalance') return;
  if (group.previousState === 'Empty' && group.newMemberAdded && group.initialRemainingMs !== 0) {
    const delayMs = Math.min(turn.config.initialRebalanceDelayMs, group.initialRemainingMs);
    delayInitialRebalance(turn, delayMs, Math.max(group.initialRemainingMs - group.initialDelayMs, 0));
  } else {
    completeJoinPhase(turn);
  }
}

/** Makes the next generation of the members that joined; without any the group is Empty, and says so in the log. */
export function completeJoinPhase(turn: GroupTurn): void {
  const { group } = turn;
  turn.cancelDeadline(joinDeadline(group.groupId));
  dropAbsentDynamicMembers(turn);
  if (group.members.size > 0 && !electJoinedLeader(group)) {
    // Only static members are left and none has come: their sessions will end this, one way or the other.
    turn.setDeadline(joinDeadline(group.groupId), rebalanceTimeoutMs(group));
    return;
  }
  group.generationId++;
  group.protocolName = selectProtocol(group);
  group.subscribedTopics = subscribedTopics(group);
  forgetPendingSyncs(group);
  if (group.members.size === 0) {
    turn.transitionTo('Empty');
    turn.write(groupRecord(group));
  } else {
    turn.transitionTo('CompletingRebalance');
    answerJoins(turn);
    turn.setDeadline(syncDeadline(group.groupId), rebalanceTimeoutMs(group));
  }
}

function dropAbsentDynamicMembers(turn: GroupTurn): void {
  for (const member of turn.group.members.values()) {
    if (member.awaitingJoin !== null || member.groupInstanceId !== null) continue;
    removeMember(turn.group, member.memberId);
    turn.endSession(member.memberId);
  }
}

function answerJoins(turn: GroupTurn): void {
  const { group } = turn;
  for (const member of group.members.values()) {
    turn.completeJoin(member, currentGeneration(group, member.memberId));
    turn.renewSession(member.memberId, member.sessionTimeoutMs);
    member.isNew = false;
    group.pendingSync.set(member.memberId, true);
  }
}

/** What a member is told of the generation: its number, protocol and leader; the leader also who is in it. */
export function currentGeneration(group: ClassicGroup, memberId: string): JoinAnswer {
  return {
    memberId,
    generationId: group.generationId,
    protocolType: group.protocolType,
    protocolName: group.protocolName,
    leader: group.leader,
    members: group.leader === memberId ? membersForLeader(group) : [],
  };
}

const NO_ASSIGNMENT = new Uint8Array(0);
