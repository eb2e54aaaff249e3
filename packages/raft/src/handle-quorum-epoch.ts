/** BeginQuorumEpoch and EndQuorumEpoch: a leader makes itself known, and takes its leave. */
import { ErrorCode } from '@millrace/protocol';
import { followTold } from './follow-told.js';
import type { RaftCore } from './raft-core.js';
import type { BeginQuorumEpochAnswer, BeginQuorumEpochMessage, EndQuorumEpochMessage } from './raft-messages.js';
import type { Leader } from './roles.js';
import { sameReplica } from './voter-set.js';

export function handleBeginQuorumEpoch(raft: RaftCore, token: number, request: BeginQuorumEpochMessage, now: number): void {
  let errorCode: number = ErrorCode.NONE;
  if (request.clusterId !== raft.options.clusterId) errorCode = ErrorCode.INCONSISTENT_CLUSTER_ID;
  else if (!sameReplica(request.voter, raft.node)) errorCode = ErrorCode.INVALID_VOTER_KEY;
  else if (request.leaderEpoch < raft.epoch) errorCode = ErrorCode.FENCED_LEADER_EPOCH;
  else followAnnounced(raft, request, now);
  const { leaderId, epoch: leaderEpoch } = raft;
  raft.effects.push({ type: 'respond', token, answer: { type: 'beginQuorumEpoch', errorCode, leaderId, leaderEpoch } });
}

function followAnnounced(raft: RaftCore, { leaderId, leaderEpoch }: BeginQuorumEpochMessage, now: number): void {
  const { role } = raft;
  const following = role.name === 'follower' && role.leaderId === leaderId && leaderEpoch === raft.epoch;
  if (!following && role.name !== 'leader') raft.becomeFollower(leaderEpoch, leaderId, now);
  else if (role.name === 'leader' && leaderEpoch > raft.epoch) raft.becomeFollower(leaderEpoch, leaderId, now);
}

/** Tells each voter that has not fetched for a while that this node leads. */
export function tellVoters(raft: RaftCore, leader: Leader, now: number): void {
  for (const voter of raft.otherVoters()) {
    if ((leader.tellAt.get(voter.id) ?? Infinity) > now) continue;
    leader.tellAt.set(voter.id, now + tellPeriod(raft));
    const { clusterId } = raft.options;
    raft.send(voter.id, { type: 'beginQuorumEpoch', clusterId, voter, leaderId: raft.node.id, leaderEpoch: raft.epoch });
  }
}

export function tellPeriod(raft: RaftCore): number {
  return Math.floor(raft.options.timeouts.fetchTimeoutMs / 2);
}

export function handleBeginQuorumEpochAnswer(raft: RaftCore, reply: BeginQuorumEpochAnswer, now: number): void {
  followTold(raft, reply, now);
}

export function handleEndQuorumEpoch(raft: RaftCore, token: number, request: EndQuorumEpochMessage, now: number): void {
  let errorCode: number = ErrorCode.NONE;
  if (request.clusterId !== raft.options.clusterId) errorCode = ErrorCode.INCONSISTENT_CLUSTER_ID;
  else if (request.leaderEpoch < raft.epoch) errorCode = ErrorCode.FENCED_LEADER_EPOCH;
  else standUp(raft, request, now);
  const { leaderId, epoch: leaderEpoch } = raft;
  raft.effects.push({ type: 'respond', token, answer: { type: 'endQuorumEpoch', errorCode, leaderId, leaderEpoch } });
}

// The most caught up stands at once, the others later, each later than the one before.
function standUp(raft: RaftCore, request: EndQuorumEpochMessage, now: number): void {
  const { role } = raft;
  const concerns = role.name === 'unattached' || (role.name === 'follower' && role.leaderId === request.leaderId);
  if (request.leaderEpoch > raft.epoch) raft.becomeUnattached(request.leaderEpoch, now);
  else if (!concerns || !raft.isVoter) return;
  const candidates = request.preferredCandidates;
  const index = candidates.findIndex((candidate) => sameReplica(candidate, raft.node));
  const max = raft.options.timeouts.electionBackoffMaxMs;
  const wait = index < 0 ? max : index === 0 ? 0 : Math.min(max, (max >> (candidates.length - 1)) << (index - 1));
  raft.becomeUnattached(raft.epoch, now, now + wait);
}

/** The leader goes, and says who should follow it. */
export function resign(raft: RaftCore, leader: Leader, now: number): void {
  const preferred = [...leader.voters.values()].sort((a, b) => b.endOffset - a.endOffset).map((voter) => voter.key);
  const { clusterId } = raft.options;
  for (const voter of raft.otherVoters()) {
    raft.send(voter.id, { type: 'endQuorumEpoch', clusterId, leaderId: raft.node.id, leaderEpoch: raft.epoch, preferredCandidates: preferred });
  }
  raft.becomeResigned(now);
}
