/**
 * The state of a node and its transitions. Each transition persists first what it must not forget, so that whatever is
 * answered or sent afterwards stands behind it in the effects.
 */
import { ErrorCode } from '@millrace/protocol';
import { EpochHistory } from './epoch-history.js';
import type { QuorumState } from './quorum-state.js';
import type { ControlRecord, RaftEffect, RaftOptions } from './raft-api.js';
import type { FetchAnswer, RaftRequest } from './raft-messages.js';
import type { Campaign, Leader, ReplicaProgress, Role } from './roles.js';
import { findVoter, type ReplicaKey, type VoterSet, votersToRecord } from './voter-set.js';

export class RaftCore {
  readonly options: RaftOptions;
  readonly log: EpochHistory;
  voters: VoterSet;
  kraftVersion: number;
  quorumState: QuorumState;
  role: Role = { name: 'unattached', electionDeadline: Infinity };
  /** -1 while unknown. */
  highWatermark = -1;
  shuttingDown = false;
  /** The fetch of this node that is on its way, or that it is still working on; undone with each change of role. */
  fetchInFlight: RaftRequest | null = null;
  retryFetchAt: number = Infinity;
  effects: RaftEffect[] = [];
  #toldLeaderId = -1;

  constructor(options: RaftOptions) {
    this.options = options;
    this.log = new EpochHistory(options.log);
    this.voters = options.voters;
    this.kraftVersion = options.kraftVersion;
    this.quorumState = options.quorumState;
  }

  get node(): ReplicaKey {
    return this.options.node;
  }

  get epoch(): number {
    return this.quorumState.leaderEpoch;
  }

  get isVoter(): boolean {
    return findVoter(this.voters, this.node) !== undefined;
  }

  /** The leader as told to others: a leader that resigned is none. */
  get leaderId(): number {
    if (this.role.name === 'leader') return this.node.id;
    return this.role.name === 'resigned' ? -1 : this.quorumState.leaderId === this.node.id ? -1 : this.quorumState.leaderId;
  }

  otherVoters(): ReplicaKey[] {
    return this.voters.filter((voter) => voter.id !== this.node.id);
  }

  send(to: number, request: RaftRequest): void {
    this.effects.push({ type: 'send', to, request });
  }

  /** With an election timeout of its own, so that not all stand up at once. */
  electionDeadline(now: number): number {
    const { electionTimeoutMs } = this.options.timeouts;
    return now + electionTimeoutMs + this.options.random.below(electionTimeoutMs);
  }

  becomeUnattached(epoch: number, now: number, electionDeadline: number = this.electionDeadline(now)): void {
    if (epoch > this.epoch) this.#persist({ leaderEpoch: epoch, leaderId: -1, voted: null });
    this.#enter({ name: 'unattached', electionDeadline });
  }

  becomeFollower(epoch: number, leaderId: number, now: number): void {
    const { quorumState } = this;
    if (epoch > quorumState.leaderEpoch || quorumState.leaderId !== leaderId) {
      this.#persist({ leaderEpoch: epoch, leaderId, voted: epoch === quorumState.leaderEpoch ? quorumState.voted : null });
    }
    this.#enter({
      name: 'follower',
      leaderId,
      fetchDeadline: now + this.options.timeouts.fetchTimeoutMs,
      hasFetched: false,
      leaderHighWatermark: -1,
      fetchingSnapshot: null,
    });
  }

  grantVote(candidate: ReplicaKey, now: number): void {
    this.#persist({ ...this.quorumState, voted: candidate });
    this.#enter({ name: 'unattached', electionDeadline: this.electionDeadline(now) });
  }

  becomeProspective(now: number): void {
    this.#campaign('prospective', now);
  }

  becomeCandidate(now: number): void {
    this.#persist({ leaderEpoch: this.epoch + 1, leaderId: -1, voted: this.node });
    this.#campaign('candidate', now);
  }

  becomeLeader(granted: ReadonlySet<number>, now: number): void {
    this.#persist({ leaderEpoch: this.epoch, leaderId: this.node.id, voted: null });
    const epochStartOffset = this.log.endOffset;
    const voters = new Map<number, ReplicaProgress>();
    for (const key of this.otherVoters()) voters.set(key.id, newProgress(key));
    this.#enter({
      name: 'leader',
      epochStartOffset,
      voters,
      observers: new Map(),
      tellAt: new Map(this.otherVoters().map((voter) => [voter.id, now])),
      waiting: [],
      heardMs: new Map(this.otherVoters().map((voter) => [voter.id, now])),
    });
    this.effects.push({ type: 'becameLeader', epoch: this.epoch, epochStartOffset });
    this.effects.push({ type: 'append', epoch: this.epoch, records: this.#firstRecords(granted) });
  }

  becomeResigned(now: number): void {
    this.#enter({ name: 'resigned', electionDeadline: this.electionDeadline(now) });
  }

  advanceHighWatermark(offset: number): void {
    if (offset <= this.highWatermark) return;
    this.highWatermark = offset;
    this.effects.push({ type: 'highWatermark', offset });
  }

  #campaign(name: Campaign['name'], now: number): void {
    const granted = new Set([this.node.id]);
    this.#enter({
      name,
      electionDeadline: this.electionDeadline(now),
      granted,
      rejected: new Set(),
      retryAt: new Map(this.otherVoters().map((voter) => [voter.id, now])),
      backoffDeadline: Infinity,
    });
  }

  // The first batch of an epoch; the first of all also has what the bootstrap snapshot says of the quorum.
  #firstRecords(granted: ReadonlySet<number>): ControlRecord[] {
    const key = (voterId: number): { voterId: number } => ({ voterId });
    const message = {
      version: 0,
      leaderId: this.node.id,
      voters: this.voters.map((voter) => key(voter.id)),
      grantingVoters: [...granted].map(key),
    };
    const records: ControlRecord[] = [{ type: 'leaderChange', message }];
    if (this.kraftVersion >= 1 && this.log.endOffset === 0 && this.log.latestSnapshot === undefined) {
      records.push({ type: 'kraftVersion', kraftVersion: this.kraftVersion });
      records.push({ type: 'voters', record: votersToRecord(this.voters) });
    }
    return records;
  }

  #persist(state: QuorumState): void {
    this.#leave(state.leaderEpoch);
    this.quorumState = state;
    this.effects.push({ type: 'persistQuorumState', state });
  }

  // A leader that goes tells its driver before anything of the next epoch is done.
  #leave(nextEpoch: number): void {
    if (this.role.name !== 'leader' || nextEpoch <= this.epoch) return;
    this.#abandon(this.role);
    this.role = { name: 'unattached', electionDeadline: Infinity };
  }

  #abandon(leader: Leader): void {
    const waiting = leader.waiting;
    leader.waiting = [];
    this.effects.push({ type: 'resigned', epoch: this.epoch });
    for (const { token } of waiting) this.effects.push({ type: 'respond', token, answer: this.#notLeaderAnswer() });
  }

  #notLeaderAnswer(): FetchAnswer {
    return {
      type: 'fetch',
      errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER,
      leaderId: -1,
      leaderEpoch: this.epoch,
      highWatermark: -1,
      divergingEpoch: null,
      snapshotId: null,
      readFrom: null,
      records: new Uint8Array(0),
    };
  }

  #enter(role: Role): void {
    if (this.role.name === 'leader') this.#abandon(this.role);
    this.role = role;
    this.fetchInFlight = null;
    this.retryFetchAt = Infinity;
    if (this.leaderId === this.#toldLeaderId) return;
    this.#toldLeaderId = this.leaderId;
    this.effects.push({ type: 'leaderChanged', leaderId: this.leaderId, epoch: this.epoch });
  }
}

export function newProgress(key: ReplicaKey): ReplicaProgress {
  return { key, endOffset: -1, lastFetchMs: -1, lastCaughtUpMs: -1, leaderEndOffsetAtLastFetch: -1 };
}
