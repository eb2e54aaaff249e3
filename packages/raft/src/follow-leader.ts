/** A follower's part: fetch, append, cut what diverges, take a snapshot where the leader's log no longer reaches back. */
import { ErrorCode } from '@millrace/protocol';
import { followTold } from './follow-told.js';
import type { RaftCore } from './raft-core.js';
import type { FetchAnswer, FetchMessage, FetchSnapshotAnswer, FetchSnapshotMessage } from './raft-messages.js';
import type { Follower } from './roles.js';

/**
 * Fetches when nothing is on its way and everything appended is on disk: what a fetch says it has, the leader counts.
 * An observer without a leader asks any voter, whose answer tells who leads.
 */
export function fetchIfIdle(raft: RaftCore, now: number): void {
  const { role, log } = raft;
  if (raft.fetchInFlight !== null || log.flushedOffset < log.endOffset) return;
  if (raft.retryFetchAt !== Infinity && now < raft.retryFetchAt) return;
  if (role.name === 'follower') {
    sendFetch(raft, role.leaderId, role.fetchingSnapshot === null ? nextFetch(raft) : nextSnapshotFetch(raft, role.fetchingSnapshot));
  } else if (role.name === 'unattached' && !raft.isVoter && raft.voters.length > 0) {
    const voter = raft.voters[raft.options.random.below(raft.voters.length)];
    if (voter !== undefined) sendFetch(raft, voter.id, nextFetch(raft));
  }
}

function sendFetch(raft: RaftCore, to: number, request: FetchMessage | FetchSnapshotMessage): void {
  raft.retryFetchAt = Infinity;
  raft.fetchInFlight = request;
  raft.send(to, request);
}

function nextFetch(raft: RaftCore): FetchMessage {
  return {
    type: 'fetch',
    clusterId: raft.options.clusterId,
    replica: raft.node,
    currentLeaderEpoch: raft.epoch,
    fetchOffset: raft.log.endOffset,
    lastFetchedEpoch: raft.log.lastEpoch,
    highWatermark: raft.highWatermark,
    maxWaitMs: raft.options.timeouts.fetchMaxWaitMs,
  };
}

function nextSnapshotFetch(raft: RaftCore, { id, position }: NonNullable<Follower['fetchingSnapshot']>): FetchSnapshotMessage {
  const { clusterId } = raft.options;
  return { type: 'fetchSnapshot', clusterId, replica: raft.node, snapshotId: id, position, currentLeaderEpoch: raft.epoch };
}

export function handleFetchAnswer(raft: RaftCore, from: number, request: FetchMessage, answer: FetchAnswer, now: number): void {
  if (followTold(raft, answer, now) || raft.fetchInFlight !== request) return;
  raft.fetchInFlight = null;
  const role = currentFollower(raft, from);
  if (role === undefined || answer.errorCode !== ErrorCode.NONE) return retryFetch(raft, now);
  role.fetchDeadline = now + raft.options.timeouts.fetchTimeoutMs;
  role.hasFetched = true;
  if (answer.divergingEpoch !== null) return cut(raft, answer.divergingEpoch.epoch, answer.divergingEpoch.endOffset);
  if (answer.snapshotId !== null) {
    role.fetchingSnapshot = { id: answer.snapshotId, position: 0 };
    return;
  }
  role.leaderHighWatermark = answer.highWatermark;
  // The append is told by `logAppended` and `logFlushed`; until then the fetch counts as under way.
  if (answer.records.length > 0) {
    raft.fetchInFlight = request;
    raft.effects.push({ type: 'appendFetched', records: answer.records });
  } else {
    followHighWatermark(raft);
  }
}

/** No further than what this node itself has on disk. */
export function followHighWatermark(raft: RaftCore): void {
  if (raft.role.name !== 'follower') return;
  raft.advanceHighWatermark(Math.min(raft.role.leaderHighWatermark, raft.log.flushedOffset));
}

export function handleFetchSnapshotAnswer(raft: RaftCore, from: number, request: FetchSnapshotMessage, answer: FetchSnapshotAnswer, now: number): void {
  if (followTold(raft, answer, now) || raft.fetchInFlight !== request) return;
  raft.fetchInFlight = null;
  const role = currentFollower(raft, from);
  if (role === undefined) return retryFetch(raft, now);
  const fetching = role.fetchingSnapshot;
  if (fetching === null || fetching.position !== answer.position) return;
  role.fetchDeadline = now + raft.options.timeouts.fetchTimeoutMs;
  if (answer.errorCode !== ErrorCode.NONE) {
    // The leader no longer has it: the next fetch names another.
    role.fetchingSnapshot = null;
    return retryFetch(raft, now);
  }
  fetching.position += answer.bytes.length;
  const last = fetching.position >= answer.size;
  // The last write is followed by `snapshotInstalled`; until then the fetch counts as under way.
  if (last) raft.fetchInFlight = request;
  raft.effects.push({ type: 'writeSnapshot', id: fetching.id, position: answer.position, bytes: answer.bytes, last });
}

export function retryFetch(raft: RaftCore, now: number): void {
  raft.fetchInFlight = null;
  raft.retryFetchAt = now + raft.options.timeouts.retryBackoffMs;
}

// Back to the last offset at which both logs had the same epoch, as far as the leader's answer tells; more rounds may follow.
function cut(raft: RaftCore, epoch: number, endOffset: number): void {
  const offset = Math.min(raft.log.endOffsetFor(epoch).endOffset, endOffset);
  if (offset < raft.highWatermark) throw new RangeError(`the leader wants offset ${offset} cut, but all below ${raft.highWatermark} is committed`);
  raft.log.truncate(offset);
  raft.effects.push({ type: 'truncate', offset });
}

function currentFollower({ role }: RaftCore, from: number): Follower | undefined {
  return role.name === 'follower' && role.leaderId === from ? role : undefined;
}
