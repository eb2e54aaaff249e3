/** The two sides of the state machine: what it is told, and what it wants done. Both are data. */
import type { LeaderChangeMessage, VotersRecord } from './generated/index.js';
import type { QuorumState } from './quorum-state.js';
import type { RaftAnswer, RaftRequest, SnapshotId } from './raft-messages.js';
import type { ReplicaKey, VoterSet } from './voter-set.js';

export interface RaftRandom {
  /** An integer in [0, limit). */
  below(limit: number): number;
}

/** Milliseconds; Kafka's settings `controller.quorum.*`. */
export interface RaftTimeouts {
  readonly electionTimeoutMs: number;
  readonly fetchTimeoutMs: number;
  readonly electionBackoffMaxMs: number;
  readonly requestTimeoutMs: number;
  readonly retryBackoffMs: number;
  readonly fetchMaxWaitMs: number;
}

export const defaultTimeouts: RaftTimeouts = {
  electionTimeoutMs: 1000,
  fetchTimeoutMs: 2000,
  electionBackoffMaxMs: 1000,
  requestTimeoutMs: 2000,
  retryBackoffMs: 20,
  fetchMaxWaitMs: 500,
};

/** Where the records of an epoch begin. The list of them is what `leader-epoch-checkpoint` holds. */
export interface EpochStart {
  readonly epoch: number;
  readonly startOffset: number;
}

/** The log as it was found on start. */
export interface LogState {
  readonly logStartOffset: number;
  readonly logEndOffset: number;
  /** Ascending. */
  readonly epochs: readonly EpochStart[];
  /** Of the snapshots kept, ascending; the bootstrap one (0, 0) is not among them. */
  readonly snapshots: readonly SnapshotId[];
}

export interface RaftOptions {
  readonly node: ReplicaKey;
  readonly clusterId: string;
  /** The voters of the last VotersRecord in log or snapshot, or the static ones. */
  readonly voters: VoterSet;
  readonly kraftVersion: number;
  readonly quorumState: QuorumState;
  readonly log: LogState;
  readonly timeouts: RaftTimeouts;
  readonly random: RaftRandom;
}

/** What a node is told. */
export type RaftEvent =
  /** Once, first. */
  | { readonly type: 'start' }
  /** The deadline that raft gave has come. */
  | { readonly type: 'tick' }
  /** A request of another node. `token` is the driver's own, and comes back in `respond`, at once or later. */
  | { readonly type: 'request'; readonly token: number; readonly request: RaftRequest }
  /** The answer to `send`, with the request it belongs to: the very object that `send` had. */
  | { readonly type: 'answer'; readonly from: number; readonly request: RaftRequest; readonly answer: RaftAnswer }
  /** No answer came to `send`: connection lost or timed out. Each `send` ends in one of the two. */
  | { readonly type: 'noAnswer'; readonly from: number; readonly request: RaftRequest }
  /** Batches were appended, by the controller of this node or out of `appendFetched`; all are of one epoch. */
  | { readonly type: 'logAppended'; readonly baseOffset: number; readonly endOffset: number; readonly epoch: number }
  /** All below this offset is on disk. Only that counts for the high watermark. */
  | { readonly type: 'logFlushed'; readonly offset: number }
  /** A snapshot was made here, or one that was fetched is complete and the log begins at its end. */
  | { readonly type: 'snapshotCreated'; readonly id: SnapshotId }
  | { readonly type: 'snapshotInstalled'; readonly id: SnapshotId }
  /** Segments below a snapshot were deleted. */
  | { readonly type: 'logStartMoved'; readonly offset: number }
  /** A VotersRecord or KRaftVersionRecord was appended or read: it is in force from there on. */
  | { readonly type: 'votersChanged'; readonly voters: VoterSet; readonly kraftVersion: number }
  /** Graceful: a leader resigns and tells the others. */
  | { readonly type: 'shutdown' };

/** A record of raft's own for the log; the driver makes the control batch. */
export type ControlRecord =
  | { readonly type: 'leaderChange'; readonly message: LeaderChangeMessage }
  | { readonly type: 'kraftVersion'; readonly kraftVersion: number }
  | { readonly type: 'voters'; readonly record: VotersRecord };

/**
 * Carry them out in order. What stands behind `persistQuorumState` may only be done when the state is on disk: a vote
 * that is answered must never be forgotten.
 */
export type RaftEffect =
  | { readonly type: 'persistQuorumState'; readonly state: QuorumState }
  | { readonly type: 'send'; readonly to: number; readonly request: RaftRequest }
  | { readonly type: 'respond'; readonly token: number; readonly answer: RaftAnswer }
  /** Append one control batch with these records (`controlBatch`), tell `logAppended` as the next event, flush, tell `logFlushed`. */
  | { readonly type: 'append'; readonly epoch: number; readonly records: readonly ControlRecord[] }
  /** A follower's part: append these batches as they are, tell `logAppended` for each epoch in them as the next events, flush, tell `logFlushed`. */
  | { readonly type: 'appendFetched'; readonly records: Uint8Array }
  /** Cut the log: this offset and all above it go. */
  | { readonly type: 'truncate'; readonly offset: number }
  /** Write snapshot bytes to the `.checkpoint.part` at a position; with `last`, make it the snapshot and tell `snapshotInstalled`. */
  | { readonly type: 'writeSnapshot'; readonly id: SnapshotId; readonly position: number; readonly bytes: Uint8Array; readonly last: boolean }
  /** All below this offset is committed. Never goes back while the node runs. */
  | { readonly type: 'highWatermark'; readonly offset: number }
  /** This node leads from here on; the controller may append when the high watermark has passed `epochStartOffset`. */
  | { readonly type: 'becameLeader'; readonly epoch: number; readonly epochStartOffset: number }
  /** This node led that epoch and leads no more: throw the working state away. */
  | { readonly type: 'resigned'; readonly epoch: number }
  /** The leader that this node knows changed; -1 for none. */
  | { readonly type: 'leaderChanged'; readonly leaderId: number; readonly epoch: number };

export interface StepResult {
  readonly effects: readonly RaftEffect[];
  /** When to send `tick`, in the milliseconds of `now`; Infinity for never. */
  readonly deadline: number;
}
