/** What a node must not forget: its epoch, its vote, its leader. The file `quorum-state` holds it as one JSON object. */
import { ZERO_UUID } from '@millrace/protocol';
import type { ReplicaKey } from './voter-set.js';

/** The durable part of raft: never lost, never older than what was answered. */
export interface QuorumState {
  readonly leaderEpoch: number;
  /** -1 when no leader of the epoch is known. */
  readonly leaderId: number;
  /** Whom this node voted for in the epoch. */
  readonly voted: ReplicaKey | null;
}

export const initialQuorumState: QuorumState = { leaderEpoch: 0, leaderId: -1, voted: null };

export class QuorumStateError extends Error {
  constructor(reason: string) {
    super(`quorum-state: ${reason}`);
    this.name = 'QuorumStateError';
  }
}

/**
 * The text of the file. kraft.version 1 writes data_version 1, with the directory that was voted for; kraft.version 0
 * writes data_version 0, with the static voters.
 */
export function writeQuorumState(state: QuorumState, kraftVersion: number, voterIds: readonly number[]): string {
  const { leaderId, leaderEpoch, voted } = state;
  const votedId = voted?.id ?? -1;
  if (kraftVersion >= 1) {
    return JSON.stringify({ leaderId, leaderEpoch, votedId, votedDirectoryId: voted?.directoryId ?? ZERO_UUID, data_version: 1 });
  }
  const currentVoters = voterIds.map((voterId) => ({ voterId }));
  return JSON.stringify({ clusterId: '', leaderId, leaderEpoch, votedId, appliedOffset: 0, currentVoters, data_version: 0 });
}

/** Reads either version. @throws QuorumStateError naming what is wrong. */
export function readQuorumState(text: string): QuorumState {
  const fields = objectOf(text);
  const version = integer(fields, 'data_version');
  if (version !== 0 && version !== 1) throw new QuorumStateError(`data_version ${version} is neither 0 nor 1`);
  const votedId = integer(fields, 'votedId');
  const directoryId = fields['votedDirectoryId'] ?? ZERO_UUID;
  if (typeof directoryId !== 'string' || directoryId.length !== 22) throw new QuorumStateError('votedDirectoryId is not a uuid');
  return {
    leaderEpoch: integer(fields, 'leaderEpoch'),
    leaderId: integer(fields, 'leaderId'),
    voted: votedId < 0 ? null : { id: votedId, directoryId },
  };
}

function objectOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new QuorumStateError(error instanceof Error ? error.message : 'not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new QuorumStateError('not a JSON object');
  // A JSON object has no other keys than strings.
  return value as Record<string, unknown>;
}

function integer(fields: Record<string, unknown>, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new QuorumStateError(`${name} is not a whole number`);
  return value;
}
