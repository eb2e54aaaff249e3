/** FetchSnapshot as the leader sees it. The driver reads the bytes, and answers POSITION_OUT_OF_RANGE beyond the end. */
import { ErrorCode } from '@millrace/protocol';
import { leaderOnlyError } from './handle-fetch.js';
import type { RaftCore } from './raft-core.js';
import type { FetchSnapshotMessage } from './raft-messages.js';

export function handleFetchSnapshot(raft: RaftCore, token: number, request: FetchSnapshotMessage, now: number): void {
  const { snapshotId, position } = request;
  let errorCode = leaderOnlyError(raft, request.clusterId, request.currentLeaderEpoch);
  if (errorCode === ErrorCode.NONE && !raft.log.hasSnapshot(snapshotId)) errorCode = ErrorCode.SNAPSHOT_NOT_FOUND;
  if (errorCode === ErrorCode.NONE && position < 0) errorCode = ErrorCode.POSITION_OUT_OF_RANGE;
  // Whoever loads a snapshot is alive, however long it takes.
  if (errorCode === ErrorCode.NONE && raft.role.name === 'leader' && raft.role.voters.has(request.replica.id)) {
    raft.role.heardMs.set(request.replica.id, now);
  }
  const { leaderId, epoch: leaderEpoch } = raft;
  raft.effects.push({
    type: 'respond',
    token,
    answer: { type: 'fetchSnapshot', errorCode, leaderId, leaderEpoch, snapshotId, position, size: 0, bytes: new Uint8Array(0) },
  });
}
