import type { Decoded } from '@millrace/protocol';
import type { OffsetCommitRequest } from '@millrace/protocol/messages/offset-commit';
import { expect, test } from 'vitest';
import { offsetCommit } from '../src/index.js';
import { Driver } from './driver.js';
import { joinWithId, stableGroup } from './group.js';
import { beat, commit, fetchOf, GROUP, TOPIC_ID } from './requests.js';

const OTHER_ID = 'jK4RRcKcTBqqXMLenSvnaQ';

function ask(driver: Driver, request: Decoded<OffsetCommitRequest>, apiVersion = 9): unknown {
  return driver.answer(driver.ask((coordinator, context) => coordinator.offsetCommit(request, context), { apiVersion }));
}

function fetch(driver: Driver, topics: Record<string, number[]> | null, requireStable = false): unknown {
  return driver.answer(driver.ask((coordinator, context) => coordinator.offsetFetch(fetchOf(topics, { requireStable }), context)));
}

const found = (partitionIndex: number, committedOffset: number, metadata = ''): object => ({
  partitionIndex,
  committedOffset,
  committedLeaderEpoch: 5,
  metadata,
  errorCode: 0,
});
const missing = (partitionIndex: number, errorCode = 0): object => ({
  partitionIndex,
  committedOffset: -1,
  committedLeaderEpoch: -1,
  metadata: '',
  errorCode,
});

test('a commit outside any group is written, and read back', () => {
  const driver = new Driver();
  const request = commit({ orders: { 0: 42, 3: 7 } }, {}, 'note');
  expect(ask(driver, request)).toEqual({
    throttleTimeMs: 0,
    topics: [
      {
        name: 'orders',
        topicId: 'AAAAAAAAAAAAAAAAAAAAAA',
        partitions: [
          { partitionIndex: 0, errorCode: 0 },
          { partitionIndex: 3, errorCode: 0 },
        ],
      },
    ],
  });
  const value = offsetCommit({ offset: 42, leaderEpoch: 5, metadata: 'note', commitTimestamp: 1_000_000 });
  expect(driver.written).toEqual([
    { type: 'offset-commit', key: { group: GROUP, topic: 'orders', partition: 0 }, valueVersion: 4, value },
    { type: 'offset-commit', key: { group: GROUP, topic: 'orders', partition: 3 }, valueVersion: 4, value: { ...value, offset: 7 } },
  ]);
  expect(fetch(driver, { orders: [0, 1], none: [0] })).toEqual({
    throttleTimeMs: 0,
    topics: [],
    errorCode: 0,
    groups: [
      {
        groupId: GROUP,
        errorCode: 0,
        topics: [
          { name: 'orders', topicId: 'AAAAAAAAAAAAAAAAAAAAAA', partitions: [found(0, 42, 'note'), missing(1)] },
          { name: 'none', topicId: 'AAAAAAAAAAAAAAAAAAAAAA', partitions: [missing(0)] },
        ],
      },
    ],
  });
});

test('before version 8 a fetch is of one group, at the top; without topics of all', () => {
  const driver = new Driver();
  ask(driver, commit({ orders: { 0: 42 }, payments: { 1: 3 } }));
  const request = { ...fetchOf(null), groupId: GROUP, groups: [] };
  const some = { ...request, topics: [{ name: 'orders', partitionIndexes: [0, 9], unknownTags: undefined }] };
  const v7 = (asked: typeof request | typeof some): unknown =>
    driver.answer(driver.ask((coordinator, context) => coordinator.offsetFetch(asked, context), { apiVersion: 7 }));
  expect(v7(some)).toEqual({
    throttleTimeMs: 0,
    errorCode: 0,
    groups: [],
    topics: [{ name: 'orders', partitions: [found(0, 42), missing(9)] }],
  });
  const everything = {
    throttleTimeMs: 0,
    errorCode: 0,
    groups: [],
    topics: [
      { name: 'orders', partitions: [found(0, 42)] },
      { name: 'payments', partitions: [found(1, 3)] },
    ],
  };
  expect(
    driver.answer(driver.ask((coordinator, context) => coordinator.offsetFetch({ ...request, topics: null }, context), { apiVersion: 2 })),
  ).toEqual(everything);
});

test('a commit with a retention time expires at a time of its own, in version 1 of the record', () => {
  const driver = new Driver();
  ask(driver, commit({ orders: { 0: 42 } }, { retentionTimeMs: 5_000 }), 2);
  expect(driver.written).toEqual([
    {
      type: 'offset-commit',
      key: { group: GROUP, topic: 'orders', partition: 0 },
      valueVersion: 1,
      value: offsetCommit({ offset: 42, metadata: '', commitTimestamp: 1_000_000, expireTimestamp: 1_005_000 }),
    },
  ]);
});

test('metadata that is too long and offsets beyond 2^53 are refused, each partition for itself', () => {
  const driver = new Driver({ offsetMetadataMaxBytes: 4 });
  expect(ask(driver, commit({ orders: { 0: 1 } }, {}, 'long!'))).toMatchObject({ topics: [{ partitions: [{ errorCode: 12 }] }] });
  expect(ask(driver, commit({ orders: { 0: 2 ** 53, 1: 1 } }, {}, 'note'))).toMatchObject({
    topics: [{ partitions: [{ errorCode: 42 }, { errorCode: 0 }] }],
  });
  expect(driver.written).toHaveLength(1);
});

test.each([
  ['a member of the present generation', 9, {}, 0],
  ['an old generation', 9, { generationIdOrMemberEpoch: 0 }, 22],
  ['an unknown member', 9, { memberId: 'nobody' }, 25],
  ['no member while there are some', 9, { memberId: '', generationIdOrMemberEpoch: -1 }, 25],
  ['an unknown instance', 9, { groupInstanceId: 'nobody' }, 25],
  ['a generation of a group that is not there', 9, { groupId: 'none' }, 69],
  ['the same before version 9', 8, { groupId: 'none' }, 22],
])('given a stable group, a commit with %s', (_, apiVersion, fields, errorCode) => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const request = commit({ orders: { 0: 42 } }, { memberId, generationIdOrMemberEpoch: 1, ...fields });
  expect(ask(driver, request, apiVersion)).toMatchObject({ topics: [{ partitions: [{ errorCode }] }] });
  expect(driver.written).toHaveLength(errorCode === 0 ? 1 : 0);
});

test('commits are taken while members join, not while the leader assigns', () => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const newcomer = joinWithId(driver);
  expect(ask(driver, commit({ orders: { 0: 1 } }, { memberId, generationIdOrMemberEpoch: 1 }))).toMatchObject({
    topics: [{ partitions: [{ errorCode: 0 }] }],
  });
  driver.pass(10_000);
  expect(driver.answer(newcomer.token)).toMatchObject({ generationId: 2 });
  expect(ask(driver, commit({ orders: { 0: 2 } }, { memberId: newcomer.memberId, generationIdOrMemberEpoch: 2 }))).toMatchObject({
    topics: [{ partitions: [{ errorCode: 27 }] }],
  });
});

test('a commit is a sign of life', () => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  driver.pass(9_000);
  ask(driver, commit({ orders: { 0: 1 } }, { memberId, generationIdOrMemberEpoch: 1 }));
  driver.pass(9_000);
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 0 });
});

test('the empty group id may have offsets', () => {
  const driver = new Driver();
  expect(ask(driver, commit({ orders: { 0: 1 } }, { groupId: '' }))).toMatchObject({ topics: [{ partitions: [{ errorCode: 0 }] }] });
});

test('an offset of a deleted topic is not that of its successor', () => {
  const driver = new Driver();
  const request = commit({ orders: { 0: 42 } });
  for (const topic of request.topics) topic.topicId = TOPIC_ID;
  expect(ask(driver, request, 10)).toMatchObject({ topics: [{ topicId: TOPIC_ID, partitions: [{ errorCode: 0 }] }] });
  expect(driver.written).toMatchObject([{ value: { topicId: TOPIC_ID } }]);
  const by = (topicId: string): unknown => {
    const asked = fetchOf({ orders: [0] });
    for (const topic of asked.groups[0]?.topics ?? []) topic.topicId = topicId;
    return driver.answer(driver.ask((coordinator, context) => coordinator.offsetFetch(asked, context), { apiVersion: 10 }));
  };
  expect(by(TOPIC_ID)).toMatchObject({ groups: [{ topics: [{ topicId: TOPIC_ID, partitions: [found(0, 42)] }] }] });
  expect(by(OTHER_ID)).toMatchObject({ groups: [{ topics: [{ topicId: OTHER_ID, partitions: [missing(0)] }] }] });
});

test('offsets of a transaction are pending until its marker: unstable for who asks, then there or not', () => {
  for (const committed of [true, false]) {
    const driver = new Driver();
    const value = offsetCommit({ offset: 42, leaderEpoch: 5, metadata: '', commitTimestamp: 1 });
    driver.append({ type: 'offset-commit', key: { group: GROUP, topic: 'orders', partition: 0 }, value, valueVersion: 4 }, 77);
    expect(fetch(driver, { orders: [0] })).toMatchObject({ groups: [{ topics: [{ partitions: [missing(0)] }] }] });
    expect(fetch(driver, { orders: [0, 1] }, true)).toMatchObject({ groups: [{ topics: [{ partitions: [missing(0, 88), missing(1)] }] }] });
    driver.coordinator.replayMarker(78, true);
    driver.coordinator.replayMarker(77, committed);
    expect(fetch(driver, { orders: [0] }, true)).toMatchObject({
      groups: [{ topics: [{ partitions: [committed ? found(0, 42) : missing(0)] }] }],
    });
  }
});

test('a plain commit written after that of a transaction holds', () => {
  const driver = new Driver();
  const value = offsetCommit({ offset: 42, leaderEpoch: 5, metadata: '', commitTimestamp: 1 });
  driver.append({ type: 'offset-commit', key: { group: GROUP, topic: 'orders', partition: 0 }, value, valueVersion: 4 }, 77);
  ask(driver, commit({ orders: { 0: 43 } }));
  driver.coordinator.replayMarker(77, true);
  expect(fetch(driver, { orders: [0] })).toMatchObject({ groups: [{ topics: [{ partitions: [found(0, 43)] }] }] });
});

test('offsets survive a fail-over', () => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  ask(driver, commit({ orders: { 0: 42 } }, { memberId, generationIdOrMemberEpoch: 1 }));
  driver.failOver();
  expect(fetch(driver, null)).toMatchObject({ groups: [{ topics: [{ name: 'orders', partitions: [found(0, 42)] }] }] });
});

test('offsets are deleted unless a member reads the topic', () => {
  const driver = new Driver();
  ask(driver, commit({ orders: { 0: 42 }, payments: { 0: 1, 1: 2 } }));
  stableGroup(driver, 1);
  const partitions = [0, 5].map((partitionIndex) => ({ partitionIndex, unknownTags: undefined }));
  const request = {
    groupId: GROUP,
    topics: ['orders', 'payments'].map((name) => ({ name, partitions, unknownTags: undefined })),
    unknownTags: undefined,
  };
  const token = driver.ask((coordinator, context) => coordinator.offsetDelete(request, context));
  expect(driver.answer(token)).toEqual({
    errorCode: 0,
    throttleTimeMs: 0,
    topics: [
      {
        name: 'orders',
        partitions: [
          { partitionIndex: 0, errorCode: 86 },
          { partitionIndex: 5, errorCode: 86 },
        ],
      },
      {
        name: 'payments',
        partitions: [
          { partitionIndex: 0, errorCode: 0 },
          { partitionIndex: 5, errorCode: 0 },
        ],
      },
    ],
  });
  expect(driver.written).toEqual([
    { type: 'offset-commit', key: { group: GROUP, topic: 'payments', partition: 0 }, value: null, valueVersion: 4 },
  ]);
});

test.each([
  ['no group id', 'consumer', { groupId: '' }, 24],
  ['a group that is not there', 'consumer', { groupId: 'none' }, 69],
  ['a group in use that is not of consumers', 'connect', {}, 68],
])('deleting offsets of %s is refused', (_, protocolType, fields, errorCode) => {
  const driver = new Driver();
  stableGroup(driver, 1, { protocolType });
  const request = { groupId: GROUP, topics: [], unknownTags: undefined, ...fields };
  const token = driver.ask((coordinator, context) => coordinator.offsetDelete(request, context));
  expect(driver.answer(token)).toEqual({ errorCode, throttleTimeMs: 0, topics: [] });
});

test('offsets of deleted partitions go, of every group, also when they are pending', () => {
  const driver = new Driver();
  ask(driver, commit({ orders: { 0: 1, 1: 2 } }));
  ask(driver, commit({ orders: { 0: 1 } }, { groupId: 'other' }));
  const value = offsetCommit({ offset: 42, metadata: '', commitTimestamp: 1 });
  driver.append({ type: 'offset-commit', key: { group: 'third', topic: 'orders', partition: 0 }, value, valueVersion: 4 }, 77);
  driver.apply(driver.coordinator.onPartitionsDeleted([{ topic: 'orders', partition: 0 }]));
  expect(driver.written.map((record) => (record.type === 'offset-commit' ? record.key : null))).toEqual(
    [GROUP, 'other', 'third'].map((group) => ({ group, topic: 'orders', partition: 0 })),
  );
  driver.coordinator.replayMarker(77, true);
  expect(fetch(driver, null)).toMatchObject({ groups: [{ topics: [{ name: 'orders', partitions: [found(1, 2)] }] }] });
});
