/** Heartbeat: a member lives, and learns whether it has to join again. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { HeartbeatRequest, HeartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import { sessionDeadline } from '../deadline-id.js';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { Groups } from '../groups.js';
import type { ClassicGroup } from './classic-group.js';
import { validateMember } from './members.js';

type Request = Decoded<HeartbeatRequest>;

export function heartbeat(groups: Groups, request: Request, context: GroupContext): Decision {
  const group = groups.classic(request.groupId);
  const errorCode = validate(group, request);
  const body: HeartbeatResponse = { throttleTimeMs: 0, errorCode };
  const decision = answerOnly(context, body);
  const member = group?.members.get(request.memberId);
  if (member !== undefined && (errorCode === ErrorCode.NONE || errorCode === ErrorCode.REBALANCE_IN_PROGRESS)) {
    decision.deadlines.push({ id: sessionDeadline(request.groupId, request.memberId), atMs: context.now + member.sessionTimeoutMs });
  }
  return decision;
}

function validate(group: ClassicGroup | null, request: Request): ErrorCode {
  if (request.groupId === '') return ErrorCode.INVALID_GROUP_ID;
  if (group === null) return ErrorCode.UNKNOWN_MEMBER_ID;
  const error = validateMember(group, request.memberId, request.groupInstanceId);
  if (error !== ErrorCode.NONE) return error;
  if (request.generationId !== group.generationId) return ErrorCode.ILLEGAL_GENERATION;
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}
