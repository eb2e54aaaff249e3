/** The arithmetic that safety hangs on, apart from everything else. One object, so that a test can break one rule. */
import { majority, type ReplicaKey, sameReplica, type VoterSet } from './voter-set.js';

export interface LogEnd {
  readonly lastEpoch: number;
  readonly logEndOffset: number;
}

export interface QuorumRules {
  /** Whether a candidate's log has all that could be committed as far as this one knows. */
  isUpToDate(candidate: LogEnd, mine: LogEnd): boolean;
  /** Whether a real vote may be given in an epoch: to one candidate only, and to none once the leader is known. */
  mayVote(candidate: ReplicaKey, voted: ReplicaKey | null, leaderId: number, upToDate: boolean): boolean;
  /** What a majority has on disk. Offsets of older epochs are not committed by being counted (Raft, 5.4.2): only with one of this epoch. */
  highWatermark(endOffsets: readonly number[], epochStartOffset: number): number | null;
  /** Whether so many votes elect. */
  elects(votes: number, voters: VoterSet): boolean;
}

export const quorumRules: QuorumRules = {
  isUpToDate(candidate: LogEnd, mine: LogEnd): boolean {
    if (candidate.lastEpoch !== mine.lastEpoch) return candidate.lastEpoch > mine.lastEpoch;
    return candidate.logEndOffset >= mine.logEndOffset;
  },

  mayVote(candidate: ReplicaKey, voted: ReplicaKey | null, leaderId: number, upToDate: boolean): boolean {
    if (voted !== null) return sameReplica(voted, candidate);
    return leaderId < 0 && upToDate;
  },

  highWatermark(endOffsets: readonly number[], epochStartOffset: number): number | null {
    const sorted = endOffsets.toSorted((a, b) => b - a);
    const offset = sorted[Math.floor(sorted.length / 2)] ?? -1;
    return offset > epochStartOffset ? offset : null;
  },

  elects(votes: number, voters: VoterSet): boolean {
    return votes >= majority(voters);
  },
};
