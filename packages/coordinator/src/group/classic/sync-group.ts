/** SyncGroup: the leader hands in the assignments, everybody gets its own. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { SyncGroupRequest } from '@millrace/protocol/messages/sync-group';
import { syncDeadline } from '../deadline-id.js';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import type { ClassicGroup } from './classic-group.js';
import { groupRecord } from './group-metadata.js';
import { GroupTurn } from './group-turn.js';
import { validateMember } from './members.js';
import { syncGroupResponse } from './sync-group-response.js';

type Request = Decoded<SyncGroupRequest>;

export function syncGroup(config: GroupConfig, groups: Groups, request: Request, context: GroupContext): Decision {
  const group = groups.classic(request.groupId);
  const errorCode = validate(group, request);
  if (group === null || errorCode !== ErrorCode.NONE) return answerOnly(context, syncGroupResponse({ errorCode }));

  const turn = new GroupTurn(config, group, context.now);
  const member = turn.group.members.get(request.memberId);
  if (member === undefined) return answerOnly(context, syncGroupResponse({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID }));
  // A sync that the member sent before and has given up on, since it sends another.
  turn.completeSync(member, { errorCode: ErrorCode.REBALANCE_IN_PROGRESS });
  member.awaitingSync = { token: context.token, apiVersion: context.apiVersion };
  turn.group.pendingSync.delete(member.memberId);
  if (turn.group.pendingSync.size === 0) turn.cancelDeadline(syncDeadline(group.groupId));
  if (turn.group.state === 'Stable') answerSyncs(turn);
  else if (turn.group.leader === member.memberId) assign(turn, request.assignments);
  return turn.end();
}

function validate(group: ClassicGroup | null, request: Request): ErrorCode {
  if (request.groupId === '') return ErrorCode.INVALID_GROUP_ID;
  if (group === null || group.state === 'Empty') return ErrorCode.UNKNOWN_MEMBER_ID;
  const error = validateMember(group, request.memberId, request.groupInstanceId);
  if (error !== ErrorCode.NONE) return error;
  if (request.generationId !== group.generationId) return ErrorCode.ILLEGAL_GENERATION;
  if (differs(request.protocolType, group.protocolType) || differs(request.protocolName, group.protocolName)) {
    return ErrorCode.INCONSISTENT_GROUP_PROTOCOL;
  }
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}

function differs(asked: string | null, present: string | null): boolean {
  return asked !== null && present !== null && asked !== present;
}

/** Writes the generation with its assignments; a member that the leader forgot has an empty one. */
function assign(turn: GroupTurn, assignments: Request['assignments']): void {
  const byMember = new Map(assignments.map(({ memberId, assignment }) => [memberId, assignment.slice()]));
  for (const member of turn.group.members.values()) member.assignment = byMember.get(member.memberId) ?? new Uint8Array(0);
  turn.write(groupRecord(turn.group));
  turn.transitionTo('Stable');
  answerSyncs(turn);
}

/** Gives each member that waits its assignment; its session counts from now. */
function answerSyncs(turn: GroupTurn): void {
  const { protocolType, protocolName, members } = turn.group;
  for (const member of members.values()) {
    if (turn.completeSync(member, { protocolType, protocolName, assignment: member.assignment }))
      turn.renewSession(member.memberId, member.sessionTimeoutMs);
  }
}
