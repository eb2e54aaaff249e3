/**
 * One change to a partition: who leads after it, who is in sync, who is eligible (KIP-966). The only place where
 * leaders are elected.
 */
import {
  metadataRecord,
  type MetadataRecord,
  NO_LEADER,
  NO_LEADER_CHANGE,
  partitionChangeRecordVersion,
  type PartitionRegistration,
  RECOVERING,
} from '@millrace/metadata';

export type Election = 'preferred' | 'online' | 'unclean';

export interface PartitionChange {
  readonly topicId: string;
  readonly partitionId: number;
  readonly partition: PartitionRegistration;
  readonly metadataVersion: number;
  readonly minIsr: number;
  readonly elrEnabled: boolean;
  readonly election: Election;
  readonly isAcceptableLeader: (brokerId: number) => boolean;
  /** The in-sync replicas that are wanted; an election may change them. */
  readonly targetIsr: readonly number[];
  /** Replicas that may have lost data and can no longer be eligible. */
  readonly uncleanShutdownReplicas: readonly number[];
  /** The recovery state that the leader asks for. */
  readonly leaderRecoveryState?: number;
}

interface Target {
  readonly isr: readonly number[];
  readonly elr: readonly number[];
}

interface Elected {
  readonly leader: number;
  readonly unclean: boolean;
}

/** The record of the change; undefined when nothing changes. */
export function partitionChange(change: PartitionChange): MetadataRecord | undefined {
  const { partition, metadataVersion } = change;
  const wanted: Target = { isr: change.targetIsr, elr: change.elrEnabled ? targetElr(change) : [] };
  const elected = elect(change, wanted);
  const leaderChanges = elected.leader !== partition.leader;
  const target = leaderChanges ? afterElection(wanted, elected) : wanted;
  const isrMayBeSet = target.isr.length > 0 || change.elrEnabled;
  const isr = isrMayBeSet && !sameIds(target.isr, partition.isr) ? target.isr : null;
  const leader = leaderChanges || (isr !== null && mustBumpEpoch(change, isr)) ? elected.leader : NO_LEADER_CHANGE;
  const elr = sameIds(target.elr, partition.eligibleLeaderReplicas) ? null : target.elr;
  const lastKnownElr = change.elrEnabled ? lastKnownLeader(partition, isr, leader) : null;
  const recovery = leaderChanges && elected.unclean ? RECOVERING : (change.leaderRecoveryState ?? partition.leaderRecoveryState);
  const recoveryChanges = recovery !== partition.leaderRecoveryState;
  if (isr === null && leader === NO_LEADER_CHANGE && elr === null && lastKnownElr === null && !recoveryChanges) return undefined;
  const version = partitionChangeRecordVersion(metadataVersion);
  return metadataRecord('PartitionChangeRecord', version, {
    partitionId: change.partitionId,
    topicId: change.topicId,
    isr: isr === null ? null : [...isr],
    leader,
    leaderRecoveryState: recoveryChanges ? recovery : -1,
    ...(version >= 2 && {
      eligibleLeaderReplicas: elr === null ? null : [...elr],
      lastKnownElr: lastKnownElr === null ? null : [...lastKnownElr],
    }),
  });
}

// Replicas that leave the in-sync set below its minimum still have all committed data: they stay eligible.
function targetElr(change: PartitionChange): readonly number[] {
  if (change.targetIsr.length >= change.minIsr) return [];
  const candidates = new Set([...change.partition.eligibleLeaderReplicas, ...change.partition.isr]);
  return [...candidates].filter((id) => !change.targetIsr.includes(id) && !change.uncleanShutdownReplicas.includes(id));
}

function elect(change: PartitionChange, target: Target): Elected {
  const { partition, election, isAcceptableLeader } = change;
  const isValid = (id: number): boolean =>
    (target.isr.includes(id) || (target.isr.length === 0 && target.elr.includes(id))) && isAcceptableLeader(id);
  const preferred = partition.replicas[0];
  if (election === 'preferred' && preferred !== undefined && isValid(preferred)) return { leader: preferred, unclean: false };
  if (isValid(partition.leader)) return { leader: partition.leader, unclean: false };
  const online = partition.replicas.find(isValid);
  if (online !== undefined) return { leader: online, unclean: false };
  const lastKnown = lastKnownCandidate(change, target);
  if (lastKnown !== undefined) return { leader: lastKnown, unclean: true };
  const unclean = election === 'unclean' ? partition.replicas.find(isAcceptableLeader) : undefined;
  return unclean === undefined ? { leader: NO_LEADER, unclean: false } : { leader: unclean, unclean: true };
}

// With nobody in sync and nobody eligible, the one that led last has the most to offer.
function lastKnownCandidate(change: PartitionChange, target: Target): number | undefined {
  const { lastKnownElr } = change.partition;
  const [last] = lastKnownElr;
  if (!change.elrEnabled || target.isr.length > 0 || target.elr.length > 0) return undefined;
  return lastKnownElr.length === 1 && last !== undefined && change.isAcceptableLeader(last) ? last : undefined;
}

function afterElection(wanted: Target, elected: Elected): Target {
  if (elected.unclean) return { isr: [elected.leader], elr: [] };
  if (!wanted.elr.includes(elected.leader)) return wanted;
  return { isr: [elected.leader], elr: wanted.elr.filter((id) => id !== elected.leader) };
}

// Below metadata.version 12 brokers rely on a new leader epoch at each shrink (KAFKA-15021).
function mustBumpEpoch(change: PartitionChange, isr: readonly number[]): boolean {
  return change.metadataVersion < 12 && change.partition.isr.some((id) => !isr.includes(id));
}

// Where nobody is in sync, the last leader is remembered; where there is one again, it is forgotten.
function lastKnownLeader(before: PartitionRegistration, isr: readonly number[] | null, leader: number): readonly number[] | null {
  if (isr !== null && isr.length === 0) {
    return before.lastKnownElr.length === 1 && before.lastKnownElr[0] === before.leader ? null : [before.leader];
  }
  const led = leader >= 0 || (before.leader !== NO_LEADER && leader !== NO_LEADER);
  return led && before.lastKnownElr.length > 0 ? [] : null;
}

function sameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
