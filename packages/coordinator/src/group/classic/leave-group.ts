/** LeaveGroup: members go, or an administrator removes static ones by their instance id. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { LeaveGroupRequest, LeaveGroupResponse } from '@millrace/protocol/messages/leave-group';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import { GroupTurn } from './group-turn.js';
import { removeMember, validateMember } from './members.js';
import { rebalanceOrComplete } from './rebalance.js';

type Request = Decoded<LeaveGroupRequest>;

interface Leaving {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

/** From this version on a request names several members and each has its own error. */
const FIRST_VERSION_WITH_MEMBERS = 3;

export function leaveGroup(config: GroupConfig, groups: Groups, request: Request, context: GroupContext): Decision {
  if (request.groupId === '') return answerOnly(context, leaveGroupResponse(ErrorCode.INVALID_GROUP_ID));
  const leaving: Leaving[] =
    context.apiVersion < FIRST_VERSION_WITH_MEMBERS ? [{ memberId: request.memberId, groupInstanceId: null }] : request.members;
  const group = groups.classic(request.groupId);
  if (group === null) {
    return answerOnly(
      context,
      bodyOf(
        context,
        leaving,
        leaving.map(() => ErrorCode.UNKNOWN_MEMBER_ID),
      ),
    );
  }
  const turn = new GroupTurn(config, group, context.now);
  const errors = leaving.map((member) => leave(turn, member));
  turn.answer(context.token, bodyOf(context, leaving, errors));
  if (errors.includes(ErrorCode.NONE) && turn.group.state !== 'Empty') rebalanceOrComplete(turn);
  return turn.end();
}

function leave(turn: GroupTurn, { memberId, groupInstanceId }: Leaving): ErrorCode {
  const { group } = turn;
  if (memberId === '') {
    const staticMemberId = groupInstanceId === null ? undefined : group.staticMembers.get(groupInstanceId);
    if (staticMemberId === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
    return dismiss(turn, staticMemberId);
  }
  if (group.pendingJoin.has(memberId)) return dismiss(turn, memberId);
  const error = validateMember(group, memberId, groupInstanceId);
  return error === ErrorCode.NONE ? dismiss(turn, memberId) : error;
}

/** Takes a member out of the group; if its join or sync still waits it is answered, so that a client that lives comes again. */
export function dismiss(turn: GroupTurn, memberId: string): ErrorCode {
  const member = turn.group.members.get(memberId);
  if (member !== undefined) {
    turn.completeJoin(member, { errorCode: ErrorCode.UNKNOWN_MEMBER_ID, memberId: '' });
    turn.completeSync(member, { errorCode: ErrorCode.UNKNOWN_MEMBER_ID });
  }
  removeMember(turn.group, memberId);
  turn.endSession(memberId);
  return ErrorCode.NONE;
}

function bodyOf({ apiVersion }: GroupContext, leaving: readonly Leaving[], errors: readonly ErrorCode[]): LeaveGroupResponse {
  if (apiVersion < FIRST_VERSION_WITH_MEMBERS) return leaveGroupResponse(errors[0] ?? ErrorCode.NONE);
  const members = leaving.map(({ memberId, groupInstanceId }, index) => ({
    memberId,
    groupInstanceId,
    errorCode: errors[index] ?? ErrorCode.NONE,
  }));
  return { ...leaveGroupResponse(ErrorCode.NONE), members };
}

function leaveGroupResponse(errorCode: ErrorCode): LeaveGroupResponse {
  return { throttleTimeMs: 0, errorCode, members: [] };
}
