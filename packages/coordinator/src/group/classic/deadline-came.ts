/** A deadline came due. Whatever it was set for may have changed since; then nothing happens. */
import { parseDeadline } from '../deadline-id.js';
import { type Decision, nothing } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import { GroupTurn } from './group-turn.js';
import { dismiss } from './leave-group.js';
import { allJoined, removeMember } from './members.js';
import { completeJoinPhase, joinDeadlineCame, prepareRebalance, rebalanceOrComplete } from './rebalance.js';

export function deadlineCame(config: GroupConfig, groups: Groups, id: string, now: number): Decision {
  const deadline = parseDeadline(id);
  const group = deadline === null ? null : groups.classic(deadline.groupId);
  if (deadline === null || group === null) return nothing();
  const turn = new GroupTurn(config, group, now);
  switch (deadline.type) {
    case 'join':
      joinDeadlineCame(turn);
      break;
    case 'sync':
      syncDeadlineCame(turn);
      break;
    case 'session':
      sessionEnded(turn, deadline.memberId);
  }
  return turn.end();
}

/** Members that joined and then never asked for their assignment go. */
function syncDeadlineCame(turn: GroupTurn): void {
  const { group } = turn;
  if ((group.state !== 'CompletingRebalance' && group.state !== 'Stable') || group.pendingSync.size === 0) return;
  for (const memberId of group.pendingSync.keys()) dismiss(turn, memberId);
  prepareRebalance(turn);
}

function sessionEnded(turn: GroupTurn, memberId: string): void {
  const { group } = turn;
  const member = group.members.get(memberId);
  if (group.pendingJoin.has(memberId)) {
    removeMember(group, memberId);
  } else if (member === undefined) {
    return;
  } else {
    // Who waits for an answer is not expected to send heartbeats; but a new member's client may be gone for good.
    if (!member.isNew && (member.awaitingJoin !== null || member.awaitingSync !== null)) return;
    dismiss(turn, memberId);
    if (group.state === 'Stable' || group.state === 'CompletingRebalance') rebalanceOrComplete(turn);
  }
  if (group.state === 'PreparingRebalance' && allJoined(group)) completeJoinPhase(turn);
}
