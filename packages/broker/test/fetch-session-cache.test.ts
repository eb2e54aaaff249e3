import { describe, expect, it } from 'vitest';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import { type FetchMetadata, type FetchPartition, FetchSessionCache, MIN_EVICTION_MS } from '../src/fetch-sessions/fetch-session-cache.js';

let drawn = 0;
const random = {
  uint32: () => 0,
  float: () => 0,
  below: () => drawn++,
  bytes: (length: number) => new Uint8Array(length),
  uuid: () => ZERO_UUID,
};

function partition(index: number, fetchOffset = 0): FetchPartition {
  return {
    topic: 'a',
    topicId: ZERO_UUID,
    partition: index,
    fetchOffset,
    maxBytes: 1000,
    currentLeaderEpoch: -1,
    lastFetchedEpoch: -1,
    logStartOffset: -1,
    lastHighWatermark: -1,
    lastLogStartOffset: -1,
  };
}

function request(sessionId: number, sessionEpoch: number, partitions: FetchPartition[], more: Partial<FetchMetadata> = {}): FetchMetadata {
  return { sessionId, sessionEpoch, usesTopicIds: false, partitions, forgotten: [], ...more };
}

function opened(cache: FetchSessionCache, now = 0) {
  const context = cache.open(request(0, 0, [partition(0), partition(1)]), now);
  if (context.kind !== 'new' || context.session === null) throw new Error(`no session: ${context.kind}`);
  return context.session;
}

describe('FetchSessionCache', () => {
  it('answers an epoch of -1 without a session', () => {
    const cache = new FetchSessionCache(10, random);
    expect(cache.open(request(0, -1, [partition(0)]), 0)).toEqual({ kind: 'sessionless', partitions: [partition(0)] });
    expect(cache.size).toBe(0);
  });

  it('remembers the partitions, takes what changed and forgets what is named', () => {
    const cache = new FetchSessionCache(10, random);
    const session = opened(cache);
    const forgotten = [{ topic: 'a', topicId: ZERO_UUID, partition: 1 }];
    const context = cache.open(request(session.id, 1, [partition(0, 55), partition(2)], { forgotten }), 1);
    expect(context.kind).toBe('incremental');
    const asked = context.kind === 'incremental' ? context.partitions.map((one) => [one.partition, one.fetchOffset]) : [];
    expect(asked).toEqual([
      [0, 55],
      [2, 0],
    ]);
    expect(session.epoch).toBe(2);
  });

  it('refuses an unknown session, a wrong epoch, and a change between names and ids', () => {
    const cache = new FetchSessionCache(10, random);
    const session = opened(cache);
    expect(cache.open(request(999_999, 1, []), 0)).toEqual({ kind: 'error', errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND });
    expect(cache.open(request(session.id, 2, []), 0)).toEqual({ kind: 'error', errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH });
    const byId = request(session.id, 1, [], { usesTopicIds: true });
    expect(cache.open(byId, 0)).toEqual({ kind: 'error', errorCode: ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR });
  });

  it('closes a session that is opened anew or left without partitions', () => {
    const cache = new FetchSessionCache(10, random);
    const first = opened(cache);
    cache.open(request(first.id, 0, [partition(0)]), 0);
    expect(cache.open(request(first.id, 1, []), 0).kind).toBe('error');
    const second = opened(cache);
    const forgotten = [0, 1].map((index) => ({ topic: 'a', topicId: ZERO_UUID, partition: index }));
    expect(cache.open(request(second.id, 1, [], { forgotten }), 0)).toEqual({ kind: 'sessionless', partitions: [] });
  });

  it('is bounded: a full cache gives no session until one is old', () => {
    const cache = new FetchSessionCache(1, random);
    const first = opened(cache, 0);
    expect(cache.open(request(0, 0, [partition(0)]), MIN_EVICTION_MS)).toMatchObject({ kind: 'new', session: null });
    expect(cache.open(request(0, 0, [partition(0)]), MIN_EVICTION_MS + 1)).toMatchObject({ kind: 'new', session: { epoch: 1 } });
    expect(cache.size).toBe(1);
    expect(cache.open(request(first.id, 1, []), MIN_EVICTION_MS + 1).kind).toBe('error');
  });

  it('lets a larger session take the place of the smallest that has lived for long, however busy that is', () => {
    const cache = new FetchSessionCache(2, random);
    const large = opened(cache, 0);
    const small = cache.open(request(0, 0, [partition(0)]), 0);
    if (small.kind !== 'new' || small.session === null) throw new Error('no session');
    const open = (size: number, now: number) => cache.open(request(0, 0, Array.from({ length: size }, (_, index) => partition(index))), now);
    const use = (id: number, epoch: number, now: number) => cache.open(request(id, epoch, []), now).kind;
    expect([use(large.id, 1, MIN_EVICTION_MS), use(small.session.id, 1, MIN_EVICTION_MS)]).toEqual(['incremental', 'incremental']);
    expect(open(5, MIN_EVICTION_MS)).toMatchObject({ session: null });
    expect(open(1, MIN_EVICTION_MS + 1)).toMatchObject({ session: null });
    expect(open(2, MIN_EVICTION_MS + 1)).toMatchObject({ session: { epoch: 1 } });
    expect([use(large.id, 2, MIN_EVICTION_MS + 1), use(small.session.id, 2, MIN_EVICTION_MS + 1)]).toEqual(['incremental', 'error']);
    // The one that has just come is not old enough.
    expect(open(2, MIN_EVICTION_MS + 1)).toMatchObject({ session: null });
  });
});
