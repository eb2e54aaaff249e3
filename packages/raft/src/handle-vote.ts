/** Votes and pre-votes, asked and answered (KIP-595, KIP-996). */
import { ErrorCode } from '@millrace/protocol';
import { followTold } from './follow-told.js';
import { quorumRules } from './quorum-rules.js';
import type { RaftCore } from './raft-core.js';
import type { VoteAnswer, VoteMessage } from './raft-messages.js';
import type { Campaign } from './roles.js';
import { sameReplica } from './voter-set.js';

export function handleVote(raft: RaftCore, token: number, request: VoteMessage, now: number): void {
  const errorCode = refuse(raft, request);
  if (errorCode !== ErrorCode.NONE) return answer(raft, token, errorCode, false);
  // Even a pre-vote tells that the epoch is over.
  if (request.candidateEpoch > raft.epoch) raft.becomeUnattached(request.candidateEpoch, now);
  const upToDate = quorumRules.isUpToDate(request, { lastEpoch: raft.log.lastEpoch, logEndOffset: raft.log.endOffset });
  if (request.preVote) return answer(raft, token, ErrorCode.NONE, upToDate && mayPreVote(raft));
  const { voted, leaderId } = raft.quorumState;
  const idle = raft.role.name === 'unattached' || raft.role.name === 'prospective';
  const granted = idle && quorumRules.mayVote(request.candidate, voted, leaderId, upToDate);
  if (granted && voted === null) raft.grantVote(request.candidate, now);
  answer(raft, token, ErrorCode.NONE, granted);
}

function refuse(raft: RaftCore, request: VoteMessage): number {
  if (request.clusterId !== raft.options.clusterId) return ErrorCode.INCONSISTENT_CLUSTER_ID;
  if (!sameReplica(request.voter, raft.node)) return ErrorCode.INVALID_VOTER_KEY;
  if (request.candidateEpoch < raft.epoch) return ErrorCode.FENCED_LEADER_EPOCH;
  const lowest = request.preVote ? request.lastEpoch : request.lastEpoch + 1;
  return request.candidateEpoch < lowest ? ErrorCode.INVALID_REQUEST : ErrorCode.NONE;
}

// A follower that hears from its leader has no need of another.
function mayPreVote({ role }: RaftCore): boolean {
  if (role.name === 'leader') return false;
  return role.name !== 'follower' || !role.hasFetched;
}

function answer(raft: RaftCore, token: number, errorCode: number, voteGranted: boolean): void {
  const { leaderId, epoch: leaderEpoch } = raft;
  raft.effects.push({ type: 'respond', token, answer: { type: 'vote', errorCode, leaderId, leaderEpoch, voteGranted } });
}

/** Asks every voter whose turn it is. */
export function askVotes(raft: RaftCore, campaign: Campaign, now: number): void {
  for (const voter of raft.otherVoters()) {
    if ((campaign.retryAt.get(voter.id) ?? Infinity) > now) continue;
    campaign.retryAt.set(voter.id, Infinity);
    raft.send(voter.id, {
      type: 'vote',
      clusterId: raft.options.clusterId,
      voter,
      candidate: raft.node,
      candidateEpoch: raft.epoch,
      lastEpoch: raft.log.lastEpoch,
      logEndOffset: raft.log.endOffset,
      preVote: campaign.name === 'prospective',
    });
  }
}

export function handleVoteAnswer(raft: RaftCore, from: number, request: VoteMessage, reply: VoteAnswer, now: number): void {
  if (followTold(raft, reply, now)) return;
  const campaign = ownCampaign(raft, request);
  if (campaign === undefined) return;
  if (reply.errorCode !== ErrorCode.NONE) return retryVote(raft, from, request, now);
  (reply.voteGranted ? campaign.granted : campaign.rejected).add(from);
  decideCampaign(raft, campaign, now);
}

export function retryVote(raft: RaftCore, from: number, request: VoteMessage, now: number): void {
  ownCampaign(raft, request)?.retryAt.set(from, now + raft.options.timeouts.retryBackoffMs);
}

/** Wins or loses as soon as the votes say so. */
export function decideCampaign(raft: RaftCore, campaign: Campaign, now: number): void {
  if (quorumRules.elects(campaign.granted.size, raft.voters)) {
    if (campaign.name === 'candidate') return raft.becomeLeader(campaign.granted, now);
    raft.becomeCandidate(now);
    return raft.role.name === 'candidate' ? decideCampaign(raft, raft.role, now) : undefined;
  }
  const possible = raft.voters.length - campaign.rejected.size;
  if (quorumRules.elects(possible, raft.voters) || campaign.backoffDeadline !== Infinity) return;
  if (campaign.name === 'prospective') return loseProspects(raft, now);
  campaign.backoffDeadline = now + 1 + raft.options.random.below(raft.options.timeouts.electionBackoffMaxMs);
}

/** A node without prospects goes back to the leader that it knew, if it knew one. */
export function loseProspects(raft: RaftCore, now: number): void {
  const { leaderId } = raft;
  if (leaderId >= 0) raft.becomeFollower(raft.epoch, leaderId, now);
  else raft.becomeUnattached(raft.epoch, now);
}

function ownCampaign({ role, epoch }: RaftCore, request: VoteMessage): Campaign | undefined {
  if (role.name !== (request.preVote ? 'prospective' : 'candidate') || request.candidateEpoch !== epoch) return undefined;
  return role.name === 'prospective' || role.name === 'candidate' ? role : undefined;
}
