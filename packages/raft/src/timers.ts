/** What time does: deadlines of each role, and what happens when one has come. */
import { askVotes, loseProspects } from './handle-vote.js';
import { answerWaiting, forgetObservers } from './handle-fetch.js';
import { resign, tellVoters } from './handle-quorum-epoch.js';
import { fetchIfIdle } from './follow-leader.js';
import type { RaftCore } from './raft-core.js';
import type { Leader } from './roles.js';
import { majority } from './voter-set.js';

/** Does whatever is due. Called after every event, so that what an event made possible happens at once. */
export function runTimers(raft: RaftCore, now: number): void {
  changeRole(raft, now);
  const { role } = raft;
  if (role.name === 'prospective' || role.name === 'candidate') askVotes(raft, role, now);
  if (role.name === 'leader') {
    tellVoters(raft, role, now);
    answerWaiting(raft, role, now);
    forgetObservers(role, now);
  }
  fetchIfIdle(raft, now);
}

function changeRole(raft: RaftCore, now: number): void {
  const { role } = raft;
  switch (role.name) {
    case 'unattached':
      if (raft.isVoter && role.electionDeadline <= now) raft.becomeProspective(now);
      return;
    case 'resigned':
      // The next epoch, since this one had its leader.
      if (role.electionDeadline <= now) raft.becomeUnattached(raft.epoch + 1, now);
      return;
    case 'follower':
      if (role.fetchDeadline > now) return;
      if (raft.isVoter) raft.becomeProspective(now);
      else raft.becomeUnattached(raft.epoch, now);
      return;
    case 'prospective':
      if (role.electionDeadline <= now) loseProspects(raft, now);
      return;
    case 'candidate':
      if (Math.min(role.electionDeadline, role.backoffDeadline) <= now) raft.becomeProspective(now);
      return;
    case 'leader':
      if (quorumDeadline(raft, role) <= now) resign(raft, role, now);
      return;
  }
}

/** When a majority, this node included, will have been silent too long; Infinity for a single voter. */
function quorumDeadline(raft: RaftCore, leader: Leader): number {
  const needed = majority(raft.voters) - (raft.isVoter ? 1 : 0);
  if (needed <= 0) return Infinity;
  const heard = [...leader.heardMs.values()].sort((a, b) => b - a);
  const last = heard[needed - 1];
  return last === undefined ? Infinity : last + Math.floor(raft.options.timeouts.fetchTimeoutMs * 1.5);
}

/** When `tick` is wanted. */
export function nextDeadline(raft: RaftCore): number {
  return Math.min(raft.fetchInFlight === null ? raft.retryFetchAt : Infinity, roleDeadline(raft));
}

function roleDeadline(raft: RaftCore): number {
  const { role } = raft;
  switch (role.name) {
    case 'unattached':
      return raft.isVoter ? role.electionDeadline : Infinity;
    case 'resigned':
      return role.electionDeadline;
    case 'follower':
      return role.fetchDeadline;
    case 'prospective':
    case 'candidate':
      return Math.min(role.electionDeadline, role.backoffDeadline, ...role.retryAt.values());
    case 'leader':
      return Math.min(quorumDeadline(raft, role), ...role.tellAt.values(), ...role.waiting.map((one) => one.deadline));
  }
}
