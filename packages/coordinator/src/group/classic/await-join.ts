import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { JoinGroupRequest } from '@millrace/protocol/messages/join-group';
import type { GroupContext } from '../decision.js';
import type { ClassicMember } from './classic-group.js';
import type { GroupTurn } from './group-turn.js';
import { countProtocols } from './protocol-selection.js';

export type JoinRequest = Decoded<JoinGroupRequest>;

/** The member says who it is now, and waits for the join phase to end. */
export function awaitJoin(turn: GroupTurn, member: ClassicMember, request: JoinRequest, context: GroupContext): void {
  // A request that the member sent before and has given up on, since it sends another.
  turn.completeJoin(member, { errorCode: ErrorCode.REBALANCE_IN_PROGRESS, memberId: member.memberId });
  countProtocols(turn.group, member.protocols, -1);
  member.protocols = request.protocols.map(({ name, metadata }) => ({ name, metadata: metadata.slice() }));
  countProtocols(turn.group, member.protocols, 1);
  member.sessionTimeoutMs = request.sessionTimeoutMs;
  // Version 0 has one timeout for both.
  member.rebalanceTimeoutMs = request.rebalanceTimeoutMs === -1 ? request.sessionTimeoutMs : request.rebalanceTimeoutMs;
  turn.group.joinedCount++;
  member.awaitingJoin = { token: context.token, apiVersion: context.apiVersion };
}
