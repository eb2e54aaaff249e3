/** The coordinator begins, and ends. */
import { ErrorCode } from '@millrace/protocol';
import { type Decision, nothing } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import { GroupTurn } from './group-turn.js';
import { joinGroupResponse } from './join-group-response.js';
import { prepareRebalance } from './rebalance.js';
import { syncGroupResponse } from './sync-group-response.js';

/** Every member of a group in the log has its session timeout to be heard of; a group that is too large now has to join again. */
export function groupsLoaded(config: GroupConfig, groups: Groups, now: number): Decision {
  const all = nothing();
  for (const group of groups.classicGroups()) {
    if (group.members.size === 0) continue;
    const turn = new GroupTurn(config, group, now);
    for (const member of turn.group.members.values()) turn.renewSession(member.memberId, member.sessionTimeoutMs);
    if (turn.group.members.size > config.maxSize) prepareRebalance(turn);
    const { events, deadlines } = turn.end();
    all.events.push(...events);
    all.deadlines.push(...deadlines);
  }
  return all;
}

/** Answers whoever waits. Nothing else is needed: the machine is thrown away. */
export function groupsUnloaded(groups: Groups): Decision {
  const { responses, ...rest } = nothing();
  const errorCode = ErrorCode.NOT_COORDINATOR;
  for (const group of groups.classicGroups()) {
    for (const { memberId, awaitingJoin, awaitingSync } of group.members.values()) {
      if (awaitingJoin !== null)
        responses.push({ token: awaitingJoin.token, body: joinGroupResponse(awaitingJoin.apiVersion, { errorCode, memberId }) });
      if (awaitingSync !== null) responses.push({ token: awaitingSync.token, body: syncGroupResponse({ errorCode }) });
    }
  }
  return { ...rest, responses };
}
