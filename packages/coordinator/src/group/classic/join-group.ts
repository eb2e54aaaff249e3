/** JoinGroup: who wants to be in the group, and with which protocols. */
import { ErrorCode } from '@millrace/protocol';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import { type GroupConfig, NEW_MEMBER_JOIN_TIMEOUT_MS } from '../group-config.js';
import type { Groups } from '../groups.js';
import { awaitJoin, type JoinRequest } from './await-join.js';
import { type ClassicGroup, type ClassicMember, emptyGroup } from './classic-group.js';
import { newGroupRecord } from './group-metadata.js';
import { GroupTurn } from './group-turn.js';
import { joinGroupResponse } from './join-group-response.js';
import { newMemberId } from './member-id.js';
import { addMember, removeMember, validateMember } from './members.js';
import { sameProtocols, supportsProtocols } from './protocol-selection.js';
import { currentGeneration, rebalanceOrComplete } from './rebalance.js';
import { replaceStaticMember } from './static-member.js';

/** From this version on a dynamic member is given an id first and joins with it (KIP-394). */
const FIRST_VERSION_WITH_MEMBER_ID_REQUIRED = 4;

export function joinGroup(config: GroupConfig, groups: Groups, request: JoinRequest, context: GroupContext): Decision {
  const { groupId, memberId } = request;
  const refuse = (errorCode: ErrorCode, id: string = memberId): Decision =>
    answerOnly(context, joinGroupResponse(context.apiVersion, { errorCode, memberId: id }));
  if (groupId === '') return refuse(ErrorCode.INVALID_GROUP_ID);
  if (request.sessionTimeoutMs < config.minSessionTimeoutMs || request.sessionTimeoutMs > config.maxSessionTimeoutMs) {
    return refuse(ErrorCode.INVALID_SESSION_TIMEOUT);
  }
  const foreign = groups.foreign(groupId);
  // An empty consumer group may become a classic one; other kinds stay what they are.
  if (foreign !== null && (foreign.type !== 'consumer' || foreign.hasMembers)) return refuse(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, '');
  const existing = groups.classic(groupId);
  if (existing === null && memberId !== '') return refuse(ErrorCode.UNKNOWN_MEMBER_ID);

  const turn = new GroupTurn(config, existing ?? emptyGroup(groupId, context.now), context.now);
  if (existing === null) {
    if (foreign !== null) turn.write(...foreign.tombstones());
    turn.write(newGroupRecord(groupId, context.now));
  }
  if (!hasRoom(config, turn.group, memberId)) {
    removeMember(turn.group, memberId);
    refuseIn(turn, context, '', ErrorCode.GROUP_MAX_SIZE_REACHED);
  } else if (!supportsProtocols(turn.group, request.protocolType, request.protocols)) {
    refuseIn(turn, context, memberId, ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  } else if (memberId === '') {
    joinWithoutId(turn, request, context);
  } else {
    joinWithId(turn, request, context);
  }
  return turn.end();
}

function refuseIn(turn: GroupTurn, context: GroupContext, memberId: string, errorCode: ErrorCode): void {
  turn.answerJoin(context, { errorCode, memberId });
}

/** Whether `group.max.size` lets the member in. In a join phase those who have joined count, so that the last to come are left out. */
function hasRoom(config: GroupConfig, group: ClassicGroup, memberId: string): boolean {
  const member = group.members.get(memberId);
  switch (group.state) {
    case 'Empty':
      return true;
    case 'PreparingRebalance':
      return member?.awaitingJoin != null || group.joinedCount < config.maxSize;
    default:
      return member !== undefined || group.members.size < config.maxSize;
  }
}

function joinWithoutId(turn: GroupTurn, request: JoinRequest, context: GroupContext): void {
  const { group } = turn;
  const { groupInstanceId } = request;
  const memberId = newMemberId(groupInstanceId ?? context.clientId, context.random);
  const existing = groupInstanceId === null ? undefined : group.staticMembers.get(groupInstanceId);
  if (existing !== undefined) {
    replaceStaticMember(turn, request, context, existing, memberId);
  } else if (groupInstanceId === null && context.apiVersion >= FIRST_VERSION_WITH_MEMBER_ID_REQUIRED) {
    group.pendingJoin.set(memberId, true);
    turn.renewSession(memberId, request.sessionTimeoutMs);
    refuseIn(turn, context, memberId, ErrorCode.MEMBER_ID_REQUIRED);
  } else {
    joinAsNew(turn, request, context, memberId);
  }
}

function joinAsNew(turn: GroupTurn, request: JoinRequest, context: GroupContext, memberId: string): void {
  const { group } = turn;
  const member: ClassicMember = {
    memberId,
    groupInstanceId: request.groupInstanceId,
    clientId: context.clientId,
    clientHost: context.clientHost,
    rebalanceTimeoutMs: 0,
    sessionTimeoutMs: 0,
    protocols: [],
    assignment: new Uint8Array(0),
    isNew: true,
    awaitingJoin: null,
    awaitingSync: null,
  };
  if (group.state === 'PreparingRebalance' && group.previousState === 'Empty') group.newMemberAdded = true;
  addMember(group, member, request.protocolType);
  awaitJoin(turn, member, request, context);
  turn.renewSession(memberId, NEW_MEMBER_JOIN_TIMEOUT_MS);
  rebalanceOrComplete(turn);
}

function joinWithId(turn: GroupTurn, request: JoinRequest, context: GroupContext): void {
  const { group } = turn;
  const { memberId } = request;
  if (group.pendingJoin.has(memberId) && request.groupInstanceId === null) {
    joinAsNew(turn, request, context, memberId);
    return;
  }
  const error = validateMember(group, memberId, request.groupInstanceId);
  const member = group.members.get(memberId);
  if (error !== ErrorCode.NONE || member === undefined || group.state === 'Empty') {
    refuseIn(turn, context, memberId, error === ErrorCode.NONE ? ErrorCode.UNKNOWN_MEMBER_ID : error);
  } else if (repeatsItself(group, member, request)) {
    turn.answerJoin(context, currentGeneration(group, memberId));
  } else {
    awaitJoin(turn, member, request, context);
    rebalanceOrComplete(turn);
  }
}

/** Whether the member is in the generation already and has nothing new to say. A leader that joins again in a stable group wants a rebalance. */
function repeatsItself(group: ClassicGroup, member: ClassicMember, request: JoinRequest): boolean {
  if (group.state === 'PreparingRebalance' || !sameProtocols(member.protocols, request.protocols)) return false;
  return group.state === 'CompletingRebalance' || group.leader !== member.memberId;
}
