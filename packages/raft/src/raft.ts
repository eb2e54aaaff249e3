/** One node of the quorum. `step` takes an event and the time, and gives what is to be done and when to come again. */
import { fetchIfIdle, followHighWatermark, handleFetchAnswer, handleFetchSnapshotAnswer, retryFetch } from './follow-leader.js';
import { handleFetch, updateHighWatermark } from './handle-fetch.js';
import { handleFetchSnapshot } from './handle-fetch-snapshot.js';
import { handleBeginQuorumEpoch, handleBeginQuorumEpochAnswer, handleEndQuorumEpoch, resign } from './handle-quorum-epoch.js';
import { decideCampaign, handleVote, handleVoteAnswer, retryVote } from './handle-vote.js';
import type { RaftEvent, RaftOptions, StepResult } from './raft-api.js';
import { newProgress, RaftCore } from './raft-core.js';
import type { RaftAnswer, RaftRequest } from './raft-messages.js';
import type { QuorumState } from './quorum-state.js';
import type { Role } from './roles.js';
import { nextDeadline, runTimers } from './timers.js';
import type { VoterSet } from './voter-set.js';

export class Raft {
  readonly #core: RaftCore;

  constructor(options: RaftOptions) {
    this.#core = new RaftCore(options);
  }

  get role(): Role {
    return this.#core.role;
  }

  get isLeader(): boolean {
    return this.#core.role.name === 'leader';
  }

  get epoch(): number {
    return this.#core.epoch;
  }

  /** -1 when unknown. */
  get leaderId(): number {
    return this.#core.leaderId;
  }

  /** All below it is committed; -1 while unknown. */
  get highWatermark(): number {
    return this.#core.highWatermark;
  }

  get logEndOffset(): number {
    return this.#core.log.endOffset;
  }

  get voters(): VoterSet {
    return this.#core.voters;
  }

  get kraftVersion(): number {
    return this.#core.kraftVersion;
  }

  get quorumState(): QuorumState {
    return this.#core.quorumState;
  }

  get nodeId(): number {
    return this.#core.node.id;
  }

  /** @throws RangeError when it is told what cannot be (a gap in the log, committed records to be cut): the node must stop. */
  step(event: RaftEvent, now: number): StepResult {
    const core = this.#core;
    core.effects = [];
    apply(core, event, now);
    if (!core.shuttingDown) runTimers(core, now);
    return { effects: core.effects, deadline: core.shuttingDown ? Infinity : nextDeadline(core) };
  }
}

function apply(core: RaftCore, event: RaftEvent, now: number): void {
  switch (event.type) {
    case 'start':
      return start(core, now);
    case 'tick':
      return;
    case 'request':
      return handleRequest(core, event.token, event.request, now);
    case 'answer':
      return handleAnswer(core, event.from, event.request, event.answer, now);
    case 'noAnswer':
      return handleNoAnswer(core, event.from, event.request, now);
    case 'logAppended':
      if (core.role.name === 'leader' && event.epoch !== core.epoch) {
        throw new RangeError(`the leader of epoch ${core.epoch} appended in epoch ${event.epoch}`);
      }
      core.log.append(event.baseOffset, event.endOffset, event.epoch);
      return updateHighWatermark(core);
    case 'logFlushed':
      return flushed(core, event.offset);
    case 'snapshotCreated':
      return core.log.addSnapshot(event.id);
    case 'snapshotInstalled':
      return installed(core, event.id);
    case 'logStartMoved':
      return core.log.moveStart(event.offset);
    case 'votersChanged':
      return changeVoters(core, event.voters, event.kraftVersion, now);
    case 'shutdown':
      if (core.role.name === 'leader') resign(core, core.role, now);
      core.shuttingDown = true;
      return;
  }
}

// A single voter has nobody to wait for. One that led before is not believed in that epoch again, even by itself.
function start(core: RaftCore, now: number): void {
  const { leaderId } = core.quorumState;
  if (core.isVoter && core.voters.length === 1) {
    core.becomeCandidate(now);
    if (core.role.name === 'candidate') decideCampaign(core, core.role, now);
  } else if (leaderId === core.node.id) core.becomeResigned(now);
  else if (leaderId >= 0) core.becomeFollower(core.epoch, leaderId, now);
  else core.becomeUnattached(core.epoch, now);
}

function handleRequest(core: RaftCore, token: number, request: RaftRequest, now: number): void {
  switch (request.type) {
    case 'vote':
      return handleVote(core, token, request, now);
    case 'beginQuorumEpoch':
      return handleBeginQuorumEpoch(core, token, request, now);
    case 'endQuorumEpoch':
      return handleEndQuorumEpoch(core, token, request, now);
    case 'fetch':
      return handleFetch(core, token, request, now);
    case 'fetchSnapshot':
      return handleFetchSnapshot(core, token, request, now);
  }
}

function handleAnswer(core: RaftCore, from: number, request: RaftRequest, answer: RaftAnswer, now: number): void {
  if (request.type === 'vote' && answer.type === 'vote') handleVoteAnswer(core, from, request, answer, now);
  else if (request.type === 'beginQuorumEpoch' && answer.type === 'beginQuorumEpoch') handleBeginQuorumEpochAnswer(core, answer, now);
  else if (request.type === 'fetch' && answer.type === 'fetch') handleFetchAnswer(core, from, request, answer, now);
  else if (request.type === 'fetchSnapshot' && answer.type === 'fetchSnapshot') handleFetchSnapshotAnswer(core, from, request, answer, now);
}

function handleNoAnswer(core: RaftCore, from: number, request: RaftRequest, now: number): void {
  if (request.type === 'vote') retryVote(core, from, request, now);
  else if (core.fetchInFlight === request) retryFetch(core, now);
}

function flushed(core: RaftCore, offset: number): void {
  core.log.flushed(offset);
  updateHighWatermark(core);
  followHighWatermark(core);
  if (core.role.name === 'follower' && core.log.flushedOffset === core.log.endOffset) core.fetchInFlight = null;
}

function installed(core: RaftCore, id: { readonly endOffset: number; readonly epoch: number }): void {
  core.log.beginAt(id);
  core.advanceHighWatermark(id.endOffset);
  if (core.role.name === 'follower') {
    core.role.fetchingSnapshot = null;
    core.fetchInFlight = null;
  }
}

function changeVoters(core: RaftCore, voters: VoterSet, kraftVersion: number, now: number): void {
  core.voters = voters;
  core.kraftVersion = kraftVersion;
  const { role } = core;
  if (role.name !== 'leader') return fetchIfIdle(core, now);
  for (const voter of core.otherVoters()) {
    if (role.voters.has(voter.id)) continue;
    role.voters.set(voter.id, role.observers.get(voter.id) ?? newProgress(voter));
    role.observers.delete(voter.id);
    role.heardMs.set(voter.id, now);
    role.tellAt.set(voter.id, now);
  }
  for (const id of role.voters.keys()) {
    if (voters.some((voter) => voter.id === id)) continue;
    role.voters.delete(id);
    role.heardMs.delete(id);
    role.tellAt.delete(id);
  }
  updateHighWatermark(core);
}
