/** A partition as the metadata log has it, and how its records change it. */
import { type Decoded, DirectoryId } from '@millrace/protocol';
import type { PartitionChangeRecord, PartitionRecord } from './generated/index.js';

/** No broker leads the partition. */
export const NO_LEADER = -1;
/** In a PartitionChangeRecord: the leader stays, and with it the leader epoch. */
export const NO_LEADER_CHANGE = -2;
/** Leader recovery states: all committed data is there, or some may have been lost to an unclean election. */
export const RECOVERED = 0;
export const RECOVERING = 1;

export interface PartitionRegistration {
  readonly replicas: readonly number[];
  /** The log directory of each replica, in the order of `replicas`. */
  readonly directories: readonly string[];
  readonly isr: readonly number[];
  readonly removingReplicas: readonly number[];
  readonly addingReplicas: readonly number[];
  /** Out of the in-sync replicas, but with everything up to the high watermark (KIP-966). */
  readonly eligibleLeaderReplicas: readonly number[];
  readonly lastKnownElr: readonly number[];
  /** Broker id, or {@link NO_LEADER}. */
  readonly leader: number;
  readonly leaderRecoveryState: number;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
}

export function partitionFrom(record: Decoded<PartitionRecord>): PartitionRegistration {
  return {
    replicas: record.replicas,
    directories: record.directories.length > 0 ? record.directories : record.replicas.map(() => DirectoryId.MIGRATING),
    isr: record.isr,
    removingReplicas: record.removingReplicas,
    addingReplicas: record.addingReplicas,
    eligibleLeaderReplicas: record.eligibleLeaderReplicas ?? [],
    lastKnownElr: record.lastKnownElr ?? [],
    leader: record.leader,
    leaderRecoveryState: record.leaderRecoveryState,
    leaderEpoch: record.leaderEpoch,
    partitionEpoch: record.partitionEpoch,
  };
}

/** The partition after a change: naming a leader, even the same one, begins a leader epoch. */
export function changedPartition(before: PartitionRegistration, record: Decoded<PartitionChangeRecord>): PartitionRegistration {
  const leaderNamed = record.leader !== NO_LEADER_CHANGE;
  const replicas = record.replicas ?? before.replicas;
  return {
    replicas,
    directories: record.directories ?? directoriesFor(replicas, before),
    isr: record.isr ?? before.isr,
    removingReplicas: record.removingReplicas ?? before.removingReplicas,
    addingReplicas: record.addingReplicas ?? before.addingReplicas,
    eligibleLeaderReplicas: record.eligibleLeaderReplicas ?? before.eligibleLeaderReplicas,
    lastKnownElr: record.lastKnownElr ?? before.lastKnownElr,
    leader: leaderNamed ? record.leader : before.leader,
    leaderRecoveryState: record.leaderRecoveryState < 0 ? before.leaderRecoveryState : record.leaderRecoveryState,
    leaderEpoch: before.leaderEpoch + (leaderNamed ? 1 : 0),
    partitionEpoch: before.partitionEpoch + 1,
  };
}

function directoriesFor(replicas: readonly number[], before: PartitionRegistration): readonly string[] {
  if (replicas === before.replicas) return before.directories;
  return replicas.map((id) => before.directories[before.replicas.indexOf(id)] ?? DirectoryId.UNASSIGNED);
}
