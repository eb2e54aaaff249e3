import { ErrorCode } from '@millrace/protocol';
import { describe, expect, test } from 'vitest';
import {
  defaultTimeouts,
  describeQuorum,
  type FetchMessage,
  initialQuorumState,
  type LogState,
  type QuorumState,
  Raft,
  type RaftAnswer,
  type RaftEffect,
  type RaftEvent,
  type VoteMessage,
  votersToRecord,
} from '../src/index.js';

const directoryOf = (id: number): string => `d${id}`.padEnd(22, 'A');
const keyOf = (id: number) => ({ id, directoryId: directoryOf(id) });
const EMPTY: LogState = { logStartOffset: 0, logEndOffset: 0, epochs: [], snapshots: [] };

/** A node that was started, with a clock and all that it wanted done. */
class Node {
  now = 1000;
  deadline = Infinity;
  readonly raft: Raft;
  #tokens = 0;

  constructor(voters: number, { quorumState = initialQuorumState, log = EMPTY, id = 1 }: { quorumState?: QuorumState; log?: LogState; id?: number } = {}) {
    const ids = Array.from({ length: voters }, (_, index) => index + 1);
    this.raft = new Raft({
      node: keyOf(id),
      clusterId: 'c',
      voters: ids.map((voter) => ({ ...keyOf(voter), endpoints: [{ name: 'CONTROLLER', host: 'h', port: 9000 + voter }], minKraftVersion: 0, maxKraftVersion: 1 })),
      kraftVersion: 1,
      quorumState,
      log,
      timeouts: defaultTimeouts,
      random: { below: () => 0 },
    });
  }

  step(event: RaftEvent): readonly RaftEffect[] {
    const { effects, deadline } = this.raft.step(event, this.now);
    this.deadline = deadline;
    return effects;
  }

  /** The answer that a request gets at once; undefined while it waits. */
  ask(request: Extract<RaftEvent, { type: 'request' }>['request']): RaftAnswer | undefined {
    const token = ++this.#tokens;
    const effects = this.step({ type: 'request', token, request });
    return effects.flatMap((effect) => (effect.type === 'respond' && effect.token === token ? [effect.answer] : []))[0];
  }

  tick(): readonly RaftEffect[] {
    this.now = Math.max(this.now, this.deadline);
    return this.step({ type: 'tick' });
  }

  append(count: number, epoch = this.raft.epoch): readonly RaftEffect[] {
    const baseOffset = this.raft.logEndOffset;
    return this.step({ type: 'logAppended', baseOffset, endOffset: baseOffset + count, epoch });
  }

  flush(): readonly RaftEffect[] {
    return this.step({ type: 'logFlushed', offset: this.raft.logEndOffset });
  }

  /** Wins an election among three with the vote of 2. */
  elect(): readonly RaftEffect[] {
    this.step({ type: 'start' });
    let effects = this.tick();
    for (let round = 0; round < 2; round++) {
      const asked = effects.find((effect) => effect.type === 'send' && effect.to === 2);
      if (asked?.type !== 'send') throw new Error('no vote was asked for');
      const { leaderId, epoch: leaderEpoch } = this.raft;
      effects = this.step({ type: 'answer', from: 2, request: asked.request, answer: { type: 'vote', errorCode: 0, leaderId, leaderEpoch, voteGranted: true } });
    }
    return effects;
  }
}

const vote = (candidateId: number, candidateEpoch: number, more: Partial<VoteMessage> = {}): VoteMessage => ({
  type: 'vote',
  clusterId: 'c',
  voter: keyOf(1),
  candidate: keyOf(candidateId),
  candidateEpoch,
  lastEpoch: 0,
  logEndOffset: 0,
  preVote: false,
  ...more,
});

const fetch = (id: number, fetchOffset: number, lastFetchedEpoch: number, more: Partial<FetchMessage> = {}): FetchMessage => ({
  type: 'fetch',
  clusterId: 'c',
  replica: keyOf(id),
  currentLeaderEpoch: 1,
  fetchOffset,
  lastFetchedEpoch,
  highWatermark: -1,
  maxWaitMs: 500,
  ...more,
});

const typesOf = (effects: readonly RaftEffect[]): string[] => effects.map((effect) => effect.type);

describe('a single voter', () => {
  test('leads at once: vote and leadership are on disk before it says so, and the first batch holds the quorum', () => {
    const node = new Node(1);
    const effects = node.step({ type: 'start' });
    const key = { voterId: 1 };
    expect(effects).toEqual([
      { type: 'persistQuorumState', state: { leaderEpoch: 1, leaderId: -1, voted: keyOf(1) } },
      { type: 'persistQuorumState', state: { leaderEpoch: 1, leaderId: 1, voted: null } },
      { type: 'leaderChanged', leaderId: 1, epoch: 1 },
      { type: 'becameLeader', epoch: 1, epochStartOffset: 0 },
      {
        type: 'append',
        epoch: 1,
        records: [
          { type: 'leaderChange', message: { version: 0, leaderId: 1, voters: [key], grantingVoters: [key] } },
          { type: 'kraftVersion', kraftVersion: 1 },
          { type: 'voters', record: votersToRecord(node.raft.voters) },
        ],
      },
    ]);
    expect(node.deadline).toBe(Infinity);
  });

  test('commits what is flushed, not what is appended', () => {
    const node = new Node(1);
    node.step({ type: 'start' });
    expect(node.append(3)).toEqual([]);
    expect(node.flush()).toEqual([{ type: 'highWatermark', offset: 3 }]);
    node.append(1);
    node.append(1);
    expect(node.step({ type: 'logFlushed', offset: 4 })).toEqual([{ type: 'highWatermark', offset: 4 }]);
  });

  test('a later start begins the next epoch with a leader change only', () => {
    const log: LogState = { logStartOffset: 0, logEndOffset: 187, epochs: [{ epoch: 1, startOffset: 0 }], snapshots: [] };
    const node = new Node(1, { quorumState: { leaderEpoch: 1, leaderId: 1, voted: null }, log });
    const append = node.step({ type: 'start' }).find((effect) => effect.type === 'append');
    expect(append).toMatchObject({ epoch: 2, records: [{ type: 'leaderChange' }] });
    // What was there before counts when a record of the new epoch does.
    expect(node.raft.highWatermark).toBe(-1);
    node.append(1);
    expect(node.flush()).toEqual([{ type: 'highWatermark', offset: 188 }]);
  });

  test('shutdown resigns', () => {
    const node = new Node(1);
    node.step({ type: 'start' });
    expect(typesOf(node.step({ type: 'shutdown' }))).toEqual(['resigned', 'leaderChanged']);
    expect(node.deadline).toBe(Infinity);
  });
});

describe('votes', () => {
  test('one per epoch, on disk before the answer, also after a restart', () => {
    const node = new Node(3);
    node.step({ type: 'start' });
    const effects = node.step({ type: 'request', token: 1, request: vote(2, 1) });
    expect(typesOf(effects)).toEqual(['persistQuorumState', 'persistQuorumState', 'respond']);
    expect(effects[1]).toMatchObject({ state: { leaderEpoch: 1, voted: keyOf(2) } });
    expect(node.ask(vote(3, 1))).toMatchObject({ voteGranted: false });
    expect(node.ask(vote(2, 1))).toMatchObject({ voteGranted: true });
    const again = new Node(3, { quorumState: node.raft.quorumState });
    again.step({ type: 'start' });
    expect(again.ask(vote(3, 1))).toMatchObject({ voteGranted: false });
  });

  test('none for a log that is behind: the last epoch counts before the length', () => {
    const log: LogState = { logStartOffset: 0, logEndOffset: 10, epochs: [{ epoch: 1, startOffset: 0 }, { epoch: 2, startOffset: 8 }], snapshots: [] };
    const granted = (lastEpoch: number, logEndOffset: number): boolean => {
      const node = new Node(3, { log, quorumState: { leaderEpoch: 4, leaderId: -1, voted: null } });
      node.step({ type: 'start' });
      const answer = node.ask(vote(2, 5, { lastEpoch, logEndOffset }));
      return answer?.type === 'vote' && answer.voteGranted;
    };
    expect([granted(1, 99), granted(2, 9), granted(2, 10), granted(3, 1)]).toEqual([false, false, true, true]);
  });

  test.each<[string, Partial<VoteMessage>, number]>([
    ['of another cluster', { clusterId: 'x' }, ErrorCode.INCONSISTENT_CLUSTER_ID],
    ['meant for another voter', { voter: keyOf(2) }, ErrorCode.INVALID_VOTER_KEY],
    ['of an old epoch', { candidateEpoch: 3 }, ErrorCode.FENCED_LEADER_EPOCH],
    ['with a log from the future', { lastEpoch: 5 }, ErrorCode.INVALID_REQUEST],
  ])('a request %s is refused', (_name, change, errorCode) => {
    const node = new Node(3, { quorumState: { leaderEpoch: 4, leaderId: -1, voted: null } });
    node.step({ type: 'start' });
    expect(node.ask(vote(2, 5, change))).toMatchObject({ errorCode, voteGranted: false });
  });

  test('a follower that hears from its leader refuses pre-votes, one that does not gives them', () => {
    const node = new Node(3, { id: 1 });
    node.step({ type: 'start' });
    const begun = node.step({ type: 'request', token: 1, request: { type: 'beginQuorumEpoch', clusterId: 'c', voter: keyOf(1), leaderId: 2, leaderEpoch: 1 } });
    expect(node.ask(vote(3, 1, { preVote: true }))).toMatchObject({ voteGranted: true });
    const sent = begun.find((effect) => effect.type === 'send');
    if (sent?.type !== 'send' || sent.request.type !== 'fetch') throw new Error('a follower fetches at once');
    const answer: RaftAnswer = { type: 'fetch', errorCode: 0, leaderId: 2, leaderEpoch: 1, highWatermark: 0, divergingEpoch: null, snapshotId: null, readFrom: null, records: new Uint8Array(0) };
    node.step({ type: 'answer', from: 2, request: sent.request, answer });
    expect(node.ask(vote(3, 1, { preVote: true }))).toMatchObject({ voteGranted: false });
    expect(node.ask(vote(3, 1))).toMatchObject({ voteGranted: false });
  });

  test('pre-votes come first and change nothing on disk', () => {
    const node = new Node(3);
    node.step({ type: 'start' });
    const asked = node.tick();
    expect(typesOf(asked)).toEqual(['send', 'send']);
    expect(asked[0]).toMatchObject({ request: { type: 'vote', preVote: true, candidateEpoch: 0 } });
    expect(node.raft.role.name).toBe('prospective');
  });
});

describe('a leader of three', () => {
  test('commits what a majority has on disk, once a record of its epoch is among it', () => {
    const node = new Node(3, { log: { logStartOffset: 0, logEndOffset: 5, epochs: [{ epoch: 1, startOffset: 0 }], snapshots: [] }, quorumState: { leaderEpoch: 1, leaderId: -1, voted: null } });
    expect(typesOf(node.elect())).toContain('becameLeader');
    node.append(1);
    node.flush();
    const at = { currentLeaderEpoch: 2 };
    // All of the old epoch is on a majority, but nothing of this one (Raft, figure 8).
    node.step({ type: 'request', token: 91, request: fetch(2, 5, 1, at) });
    expect(node.raft.highWatermark).toBe(-1);
    node.step({ type: 'request', token: 92, request: fetch(2, 6, 2, at) });
    expect(node.raft.highWatermark).toBe(6);
  });

  test('tells where to cut, and answers a fetch that waited when there is something', () => {
    const node = new Node(3);
    node.elect();
    node.append(4);
    expect(node.ask(fetch(2, 9, 0))).toMatchObject({ divergingEpoch: { epoch: 0, endOffset: 0 } });
    expect(node.ask(fetch(2, 4, 1))).toBeUndefined();
    expect(node.append(1)).toMatchObject([{ type: 'respond', answer: { readFrom: 4, errorCode: 0 } }]);
    expect(node.ask(fetch(2, 5, 1, { currentLeaderEpoch: 0 }))).toMatchObject({ errorCode: ErrorCode.FENCED_LEADER_EPOCH });
    expect(node.ask(fetch(2, 5, 1, { currentLeaderEpoch: 2 }))).toMatchObject({ errorCode: ErrorCode.UNKNOWN_LEADER_EPOCH });
  });

  test('sends to its snapshot whom its log no longer reaches', () => {
    const node = new Node(3);
    node.elect();
    node.append(10);
    const id = { endOffset: 6, epoch: 1 };
    node.step({ type: 'snapshotCreated', id });
    node.step({ type: 'logStartMoved', offset: 6 });
    expect(node.ask(fetch(2, 0, 0))).toMatchObject({ snapshotId: id });
    expect(node.ask(fetch(2, 5, 1))).toMatchObject({ snapshotId: id });
    expect(node.ask(fetch(2, 6, 1))).toMatchObject({ snapshotId: null, readFrom: 6 });
    const ask = (snapshotId: typeof id) => node.ask({ type: 'fetchSnapshot', clusterId: 'c', replica: keyOf(2), snapshotId, position: 0, currentLeaderEpoch: 1 });
    expect(ask(id)).toMatchObject({ errorCode: 0 });
    expect(ask({ endOffset: 5, epoch: 1 })).toMatchObject({ errorCode: ErrorCode.SNAPSHOT_NOT_FOUND });
  });

  test('resigns when the majority is silent, and to a higher epoch', () => {
    const silent = new Node(3);
    silent.elect();
    const until = silent.now + 3000;
    const seen: string[] = [];
    while (silent.now < until) seen.push(...typesOf(silent.tick()));
    expect(seen).toContain('resigned');
    const fenced = new Node(3);
    fenced.elect();
    expect(typesOf(fenced.step({ type: 'request', token: 9, request: vote(3, 7) }))[0]).toBe('resigned');
    expect([fenced.raft.epoch, fenced.raft.isLeader]).toEqual([7, false]);
  });

  test('is described with all replicas', () => {
    const node = new Node(3);
    node.elect();
    node.append(2);
    node.flush();
    node.ask(fetch(2, 2, 1));
    node.ask(fetch(7, 1, 1));
    const { topics, nodes } = describeQuorum(node.raft, { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] }, 2, node.now, 1_000_000);
    const now = node.now + 1_000_000;
    const state = (id: number, logEndOffset: number, fetched: number, caughtUp: number) => ({
      replicaId: id,
      replicaDirectoryId: directoryOf(id),
      logEndOffset,
      lastFetchTimestamp: fetched,
      lastCaughtUpTimestamp: caughtUp,
    });
    expect(topics[0]?.partitions[0]).toEqual({
      partitionIndex: 0,
      errorCode: 0,
      errorMessage: '',
      leaderId: 1,
      leaderEpoch: 1,
      highWatermark: 2,
      currentVoters: [state(1, 2, now, now), state(2, 2, now, now), state(3, -1, -1, -1)],
      observers: [state(7, 1, now, -1)],
    });
    expect(nodes?.map((one) => one.nodeId)).toEqual([1, 2, 3]);
  });

  test('describes no other partition, nor two', () => {
    const node = new Node(3);
    node.elect();
    const metadata = { topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] };
    const answer = describeQuorum(node.raft, { topics: [metadata, { topicName: 'x', partitions: [{ partitionIndex: 0 }] }] }, 2, node.now, 0);
    expect(answer.topics.map(({ partitions }) => partitions[0]?.errorCode)).toEqual([3, 3]);
    expect(answer.nodes).toEqual([]);
  });
});

describe('a follower', () => {
  const following = (log: LogState = EMPTY): { node: Node; request: FetchMessage } => {
    const node = new Node(3, { log, quorumState: { leaderEpoch: 3, leaderId: 2, voted: null } });
    const sent = node.step({ type: 'start' }).find((effect) => effect.type === 'send');
    if (sent?.type !== 'send' || sent.request.type !== 'fetch') throw new Error('a follower fetches at once');
    return { node, request: sent.request };
  };
  const answer = (more: Partial<Extract<RaftAnswer, { type: 'fetch' }>>): RaftAnswer => ({
    type: 'fetch',
    errorCode: 0,
    leaderId: 2,
    leaderEpoch: 3,
    highWatermark: 0,
    divergingEpoch: null,
    snapshotId: null,
    readFrom: null,
    records: new Uint8Array(0),
    ...more,
  });

  test('appends, and fetches on only when all is on disk: its fetch is its word', () => {
    const { node, request } = following();
    const records = Uint8Array.of(1, 2, 3);
    expect(node.step({ type: 'answer', from: 2, request, answer: answer({ records, highWatermark: 9 }) })).toEqual([{ type: 'appendFetched', records }]);
    expect(node.append(4, 3)).toEqual([]);
    const effects = node.flush();
    expect(effects[0]).toEqual({ type: 'highWatermark', offset: 4 });
    expect(effects[1]).toMatchObject({ type: 'send', to: 2, request: { fetchOffset: 4, lastFetchedEpoch: 3, highWatermark: 4 } });
  });

  test('cuts back to where both logs agree', () => {
    const log: LogState = { logStartOffset: 0, logEndOffset: 10, epochs: [{ epoch: 1, startOffset: 0 }, { epoch: 2, startOffset: 6 }], snapshots: [] };
    const { node, request } = following(log);
    const effects = node.step({ type: 'answer', from: 2, request, answer: answer({ divergingEpoch: { epoch: 1, endOffset: 8 } }) });
    expect(effects).toMatchObject([{ type: 'truncate', offset: 6 }, { type: 'send', request: { fetchOffset: 6, lastFetchedEpoch: 1 } }]);
  });

  test('takes a snapshot piece by piece and goes on behind it', () => {
    const { node, request } = following();
    const id = { endOffset: 50, epoch: 2 };
    let effects = node.step({ type: 'answer', from: 2, request, answer: answer({ snapshotId: id }) });
    for (const [position, last] of [[0, false], [4, true]] as const) {
      const sent = effects.find((effect) => effect.type === 'send');
      if (sent?.type !== 'send') throw new Error('a snapshot is asked for');
      expect(sent.request).toMatchObject({ type: 'fetchSnapshot', snapshotId: id, position });
      const piece: RaftAnswer = { type: 'fetchSnapshot', errorCode: 0, leaderId: 2, leaderEpoch: 3, snapshotId: id, position, size: 8, bytes: new Uint8Array(4) };
      effects = node.step({ type: 'answer', from: 2, request: sent.request, answer: piece });
      expect(effects[0]).toMatchObject({ type: 'writeSnapshot', id, position, last });
    }
    const installed = node.step({ type: 'snapshotInstalled', id });
    expect(installed).toMatchObject([{ type: 'highWatermark', offset: 50 }, { type: 'send', request: { type: 'fetch', fetchOffset: 50, lastFetchedEpoch: 2 } }]);
  });

  test('tries again after no answer, and stands when the leader stays silent', () => {
    const { node, request } = following();
    node.step({ type: 'noAnswer', from: 2, request });
    expect(node.deadline).toBe(node.now + defaultTimeouts.retryBackoffMs);
    expect(node.tick()).toMatchObject([{ type: 'send', request: { type: 'fetch' } }]);
    node.tick();
    expect(node.raft.role.name).toBe('prospective');
  });

  test('stands at once when its leader goes and names it first', () => {
    const { node } = following();
    const request = { type: 'endQuorumEpoch', clusterId: 'c', leaderId: 2, leaderEpoch: 3, preferredCandidates: [keyOf(1), keyOf(3)] } as const;
    node.step({ type: 'request', token: 5, request });
    expect(node.raft.role.name).toBe('prospective');
  });
});

test('an observer asks any voter who leads, and follows', () => {
  const node = new Node(3, { id: 9 });
  const sent = node.step({ type: 'start' })[0];
  if (sent?.type !== 'send') throw new Error('an observer asks');
  expect(sent).toMatchObject({ to: 1, request: { type: 'fetch' } });
  const told: RaftAnswer = { type: 'fetch', errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, leaderId: 3, leaderEpoch: 6, highWatermark: -1, divergingEpoch: null, snapshotId: null, readFrom: null, records: new Uint8Array(0) };
  const effects = node.step({ type: 'answer', from: 1, request: sent.request, answer: told });
  expect(effects).toMatchObject([{ type: 'persistQuorumState', state: { leaderEpoch: 6, leaderId: 3 } }, { type: 'leaderChanged' }, { type: 'send', to: 3 }]);
});
