/** Who votes, and what they can (KIP-853). */
import { ZERO_UUID } from '@millrace/protocol';
import type { VotersRecord } from './generated/index.js';

/** A node of the quorum by id and by the directory that its log lies in. */
export interface ReplicaKey {
  readonly id: number;
  /** 22-character uuid; all zeros where kraft.version 0 leaves it unknown. */
  readonly directoryId: string;
}

export interface VoterEndpoint {
  /** Name of the listener, such as CONTROLLER. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export interface Voter extends ReplicaKey {
  readonly endpoints: readonly VoterEndpoint[];
  readonly minKraftVersion: number;
  readonly maxKraftVersion: number;
}

export type VoterSet = readonly Voter[];

/** The number of voters that is more than half of them. */
export function majority(voters: VoterSet): number {
  return Math.floor(voters.length / 2) + 1;
}

/** Whether two keys mean one node: an unknown directory matches any. */
export function sameReplica(a: ReplicaKey, b: ReplicaKey): boolean {
  return a.id === b.id && (a.directoryId === b.directoryId || a.directoryId === ZERO_UUID || b.directoryId === ZERO_UUID);
}

export function findVoter(voters: VoterSet, replica: ReplicaKey): Voter | undefined {
  return voters.find((voter) => sameReplica(voter, replica));
}

/** Static voters, as `controller.quorum.voters` names them: no directory ids, kraft.version 0. */
export function staticVoters(nodes: readonly { readonly id: number; readonly endpoints: readonly VoterEndpoint[] }[]): VoterSet {
  return nodes.map(({ id, endpoints }) => ({ id, directoryId: ZERO_UUID, endpoints, minKraftVersion: 0, maxKraftVersion: 0 }));
}

export function votersFromRecord(record: VotersRecord): VoterSet {
  return record.voters.map((voter) => ({
    id: voter.voterId,
    directoryId: voter.voterDirectoryId,
    endpoints: voter.endpoints.map(({ name, host, port }) => ({ name, host, port })),
    minKraftVersion: voter.kRaftVersionFeature.minSupportedVersion,
    maxKraftVersion: voter.kRaftVersionFeature.maxSupportedVersion,
  }));
}

export function votersToRecord(voters: VoterSet): VotersRecord {
  return {
    version: 0,
    voters: voters.map((voter) => ({
      voterId: voter.id,
      voterDirectoryId: voter.directoryId,
      endpoints: voter.endpoints.map(({ name, host, port }) => ({ name, host, port })),
      kRaftVersionFeature: { minSupportedVersion: voter.minKraftVersion, maxSupportedVersion: voter.maxKraftVersion },
    })),
  };
}
