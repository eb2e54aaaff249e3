/** Fetch as the leader sees it: it carries a follower's progress in, and records, a divergence or a snapshot out. */
import { ErrorCode } from '@millrace/protocol';
import { tellPeriod } from './handle-quorum-epoch.js';
import { quorumRules } from './quorum-rules.js';
import { newProgress, type RaftCore } from './raft-core.js';
import type { FetchAnswer, FetchMessage } from './raft-messages.js';
import type { Leader, ReplicaProgress } from './roles.js';

const NO_RECORDS = new Uint8Array(0);
/** Observers are forgotten when they have not fetched for so long. */
const OBSERVER_EXPIRY_MS = 300_000;

export function handleFetch(raft: RaftCore, token: number, request: FetchMessage, now: number): void {
  const errorCode = leaderOnlyError(raft, request.clusterId, request.currentLeaderEpoch);
  const { role } = raft;
  if (errorCode !== ErrorCode.NONE || role.name !== 'leader') return respond(raft, token, { errorCode });
  const elsewhere = notInMyLog(raft, request);
  if (elsewhere !== null) return respond(raft, token, elsewhere);
  if (request.fetchOffset > raft.log.endOffset) return respond(raft, token, { errorCode: ErrorCode.OFFSET_OUT_OF_RANGE });
  recordProgress(raft, role, request, now);
  updateHighWatermark(raft);
  if (raft.role !== role) return respond(raft, token, { errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER });
  if (hasNews(raft, request) || request.maxWaitMs <= 0) return respond(raft, token, { readFrom: request.fetchOffset });
  role.waiting.push({ token, request, deadline: now + request.maxWaitMs });
}

/** The checks of every request that only a leader answers. */
export function leaderOnlyError(raft: RaftCore, clusterId: string | null, epoch: number): number {
  if (clusterId !== null && clusterId !== raft.options.clusterId) return ErrorCode.INCONSISTENT_CLUSTER_ID;
  if (raft.shuttingDown) return ErrorCode.BROKER_NOT_AVAILABLE;
  if (epoch < raft.epoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (epoch > raft.epoch) return ErrorCode.UNKNOWN_LEADER_EPOCH;
  return raft.role.name === 'leader' ? ErrorCode.NONE : ErrorCode.NOT_LEADER_OR_FOLLOWER;
}

// Where the follower's log is not a beginning of this one: a snapshot if this log no longer reaches back, or the place to cut.
function notInMyLog({ log }: RaftCore, { fetchOffset, lastFetchedEpoch }: FetchMessage): Partial<FetchAnswer> | null {
  const latest = log.latestSnapshot;
  const earliest = log.earliestSnapshot;
  if (latest !== undefined && earliest !== undefined) {
    const beforeMyLog =
      fetchOffset === 0 ||
      fetchOffset < log.startOffset ||
      (fetchOffset === log.startOffset && earliest.endOffset === log.startOffset && lastFetchedEpoch !== earliest.epoch) ||
      (log.startOffset > 0 && lastFetchedEpoch < earliest.epoch);
    if (beforeMyLog) return { snapshotId: latest };
  }
  if (fetchOffset === 0 && log.startOffset === 0) return null;
  const end = log.endOffsetFor(lastFetchedEpoch);
  const agrees = end.epoch === lastFetchedEpoch && end.endOffset >= fetchOffset;
  return agrees ? null : { divergingEpoch: end };
}

function recordProgress(raft: RaftCore, leader: Leader, request: FetchMessage, now: number): void {
  const { id } = request.replica;
  if (id < 0) return;
  const voter = leader.voters.get(id);
  const progress = voter ?? leader.observers.get(id) ?? newProgress(request.replica);
  if (voter === undefined) leader.observers.set(id, progress);
  noteFetch(progress, request.fetchOffset, raft.log.endOffset, now);
  if (voter === undefined) return;
  leader.heardMs.set(id, now);
  leader.tellAt.set(id, now + tellPeriod(raft));
}

function noteFetch(progress: ReplicaProgress, fetchOffset: number, leaderEndOffset: number, now: number): void {
  if (fetchOffset >= leaderEndOffset) progress.lastCaughtUpMs = now;
  else if (progress.leaderEndOffsetAtLastFetch >= 0 && fetchOffset >= progress.leaderEndOffsetAtLastFetch) {
    progress.lastCaughtUpMs = progress.lastFetchMs;
  }
  // Never back: a late fetch of before must not undo what is committed.
  progress.endOffset = Math.max(progress.endOffset, fetchOffset);
  progress.lastFetchMs = now;
  progress.leaderEndOffsetAtLastFetch = leaderEndOffset;
}

/** Counts what the voters have on disk, this node's flushed offset among them. */
export function updateHighWatermark(raft: RaftCore): void {
  const { role } = raft;
  if (role.name !== 'leader') return;
  const offsets = raft.voters.map((voter) => (voter.id === raft.node.id ? raft.log.flushedOffset : (role.voters.get(voter.id)?.endOffset ?? -1)));
  const offset = quorumRules.highWatermark(offsets, role.epochStartOffset);
  if (offset !== null) raft.advanceHighWatermark(offset);
  answerWaiting(raft, role, -Infinity);
}

/** Answers the fetches for which there is news, or whose time is over. */
export function answerWaiting(raft: RaftCore, leader: Leader, now: number): void {
  const due = leader.waiting.filter((one) => one.deadline <= now || hasNews(raft, one.request));
  if (due.length === 0) return;
  leader.waiting = leader.waiting.filter((one) => !due.includes(one));
  for (const { token, request } of due) respond(raft, token, { readFrom: request.fetchOffset });
}

export function forgetObservers(leader: Leader, now: number): void {
  for (const [id, { lastFetchMs }] of leader.observers) if (now - lastFetchMs >= OBSERVER_EXPIRY_MS) leader.observers.delete(id);
}

function hasNews(raft: RaftCore, request: FetchMessage): boolean {
  return request.fetchOffset < raft.log.endOffset || (raft.highWatermark > request.highWatermark && raft.highWatermark >= 0);
}

function respond(raft: RaftCore, token: number, part: Partial<FetchAnswer>): void {
  const answer: FetchAnswer = {
    type: 'fetch',
    errorCode: ErrorCode.NONE,
    leaderId: raft.leaderId,
    leaderEpoch: raft.epoch,
    highWatermark: raft.highWatermark,
    divergingEpoch: null,
    snapshotId: null,
    readFrom: null,
    records: NO_RECORDS,
    ...part,
  };
  raft.effects.push({ type: 'respond', token, answer });
}
