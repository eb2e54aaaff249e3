/** What a node is at the moment, with what belongs to that and goes with it. Times are in the milliseconds of `now`. */
import type { FetchMessage, SnapshotId } from './raft-messages.js';
import type { ReplicaKey } from './voter-set.js';

export interface Unattached {
  readonly name: 'unattached';
  readonly electionDeadline: number;
}

export interface Follower {
  readonly name: 'follower';
  readonly leaderId: number;
  fetchDeadline: number;
  /** Has had an answer from this leader in this epoch: then it refuses pre-votes, for the leader is well. */
  hasFetched: boolean;
  /** The leader's high watermark as last told. */
  leaderHighWatermark: number;
  fetchingSnapshot: { readonly id: SnapshotId; position: number } | null;
}

/** Asks for votes: without an epoch of its own first (prospective, KIP-996), then in earnest (candidate). */
export interface Campaign {
  readonly name: 'prospective' | 'candidate';
  readonly electionDeadline: number;
  readonly granted: Set<number>;
  readonly rejected: Set<number>;
  /** When to ask a voter again that gave no answer. */
  readonly retryAt: Map<number, number>;
  /** A lost candidate waits until then before it tries again; Infinity while it has not lost. */
  backoffDeadline: number;
}

/** How far a replica has come, as the leader saw it. */
export interface ReplicaProgress {
  readonly key: ReplicaKey;
  /** -1 before its first fetch. */
  endOffset: number;
  lastFetchMs: number;
  lastCaughtUpMs: number;
  leaderEndOffsetAtLastFetch: number;
}

export interface WaitingFetch {
  readonly token: number;
  readonly request: FetchMessage;
  readonly deadline: number;
}

export interface Leader {
  readonly name: 'leader';
  readonly epochStartOffset: number;
  readonly voters: Map<number, ReplicaProgress>;
  readonly observers: Map<number, ReplicaProgress>;
  /** When a voter is to be told of the epoch again. */
  readonly tellAt: Map<number, number>;
  waiting: WaitingFetch[];
  /** Since when each voter counts as heard of, for the quorum check. */
  readonly heardMs: Map<number, number>;
}

export interface Resigned {
  readonly name: 'resigned';
  readonly electionDeadline: number;
}

export type Role = Unattached | Follower | Campaign | Leader | Resigned;
