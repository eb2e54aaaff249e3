/**
 * What nodes of a quorum say to one another: the raft RPCs for the one partition that there is, without the nesting of
 * the wire. Errors are Kafka's error codes, 0 for none; an answer always tells the leader and epoch that the node knows.
 */
import type { ReplicaKey } from './voter-set.js';

/** End offset and epoch of what a snapshot contains; names its file too. */
export interface SnapshotId {
  readonly endOffset: number;
  readonly epoch: number;
}

/** The highest offset of an epoch: where the log of that epoch ends. */
export interface EpochEndOffset {
  readonly epoch: number;
  readonly endOffset: number;
}

export interface VoteMessage {
  readonly type: 'vote';
  readonly clusterId: string;
  /** Whom the vote is asked of. */
  readonly voter: ReplicaKey;
  readonly candidate: ReplicaKey;
  readonly candidateEpoch: number;
  readonly lastEpoch: number;
  readonly logEndOffset: number;
  /** Only asks whether a vote would be given (KIP-996). */
  readonly preVote: boolean;
}

export interface BeginQuorumEpochMessage {
  readonly type: 'beginQuorumEpoch';
  readonly clusterId: string;
  readonly voter: ReplicaKey;
  readonly leaderId: number;
  readonly leaderEpoch: number;
}

export interface EndQuorumEpochMessage {
  readonly type: 'endQuorumEpoch';
  readonly clusterId: string;
  readonly leaderId: number;
  readonly leaderEpoch: number;
  /** The most caught up first. */
  readonly preferredCandidates: readonly ReplicaKey[];
}

export interface FetchMessage {
  readonly type: 'fetch';
  /** Null where the sender does not say. */
  readonly clusterId: string | null;
  readonly replica: ReplicaKey;
  readonly currentLeaderEpoch: number;
  readonly fetchOffset: number;
  readonly lastFetchedEpoch: number;
  /**
   * The sender's high watermark, -1 while it knows none (KIP-1166): an answer waits only while it is the leader's too.
   * Infinity, or the 2^63 of the wire, when the sender does not say.
   */
  readonly highWatermark: number;
  readonly maxWaitMs: number;
}

export interface FetchSnapshotMessage {
  readonly type: 'fetchSnapshot';
  readonly clusterId: string | null;
  readonly replica: ReplicaKey;
  readonly snapshotId: SnapshotId;
  readonly position: number;
  readonly currentLeaderEpoch: number;
}

export type RaftRequest = VoteMessage | BeginQuorumEpochMessage | EndQuorumEpochMessage | FetchMessage | FetchSnapshotMessage;

interface Answer {
  readonly errorCode: number;
  /** -1 when unknown. */
  readonly leaderId: number;
  readonly leaderEpoch: number;
}

export interface VoteAnswer extends Answer {
  readonly type: 'vote';
  readonly voteGranted: boolean;
}

export interface BeginQuorumEpochAnswer extends Answer {
  readonly type: 'beginQuorumEpoch';
}

export interface EndQuorumEpochAnswer extends Answer {
  readonly type: 'endQuorumEpoch';
}

/** Where the records are to come from is told beside it, in `readFrom`: the driver reads them and fills them in. */
export interface FetchAnswer extends Answer {
  readonly type: 'fetch';
  readonly highWatermark: number;
  readonly divergingEpoch: EpochEndOffset | null;
  readonly snapshotId: SnapshotId | null;
  /** Offset of the first record wanted; null for an answer without records. */
  readonly readFrom: number | null;
  /** Record batches as they lie in the leader's log. Empty when raft hands the answer to its driver. */
  readonly records: Uint8Array;
}

/** Position and bytes of a snapshot: the driver reads them at `position` and fills in size and bytes. */
export interface FetchSnapshotAnswer extends Answer {
  readonly type: 'fetchSnapshot';
  readonly snapshotId: SnapshotId;
  readonly position: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

export type RaftAnswer = VoteAnswer | BeginQuorumEpochAnswer | EndQuorumEpochAnswer | FetchAnswer | FetchSnapshotAnswer;
