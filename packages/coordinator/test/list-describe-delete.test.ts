import { Writer } from '@millrace/protocol';
import { expect, test } from 'vitest';
import type { ForeignRecord } from '../src/index.js';
import { Driver } from './driver.js';
import { idOf, joinWithId, stableGroup } from './group.js';
import { beat, bytes, commit, fetchOf, GROUP, join, subscriptionTo } from './requests.js';

function list(driver: Driver, statesFilter: string[] = [], typesFilter: string[] = []): unknown {
  const token = driver.ask((coordinator, context) =>
    coordinator.listGroups({ statesFilter, typesFilter, unknownTags: undefined }, context),
  );
  return driver.answer<{ groups: { groupId: string }[] }>(token).groups.map(({ groupId }) => groupId);
}

function describe(driver: Driver, apiVersion: number, ...groups: string[]): unknown {
  const request = { groups, includeAuthorizedOperations: false, unknownTags: undefined };
  return driver.answer(driver.ask((coordinator, context) => coordinator.describeGroups(request, context), { apiVersion }));
}

function remove(driver: Driver, ...groupsNames: string[]): unknown {
  const token = driver.ask((coordinator, context) => coordinator.deleteGroups({ groupsNames, unknownTags: undefined }, context));
  return driver
    .answer<{ results: { groupId: string; errorCode: number }[] }>(token)
    .results.map(({ groupId, errorCode }) => [groupId, errorCode]);
}

/** A record of another kind of group: only its type and the group id at the start of its key matter. */
function foreign(recordType: number, groupId: string, value: Uint8Array | null = bytes('x'), rest = ''): ForeignRecord {
  const key = new Writer();
  key.writeInt16(recordType);
  key.writeString(groupId);
  key.writeString(rest);
  return { type: 'foreign', recordType, groupId, keyBytes: key.finish(), valueBytes: value };
}

test('groups are listed by state and type, whatever the case', () => {
  const driver = new Driver();
  stableGroup(driver, 1);
  driver.ask((coordinator, context) => coordinator.joinGroup(join({ groupId: 'new' }), context));
  driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }, { groupId: 'simple' }), context));
  driver.append(foreign(3, 'next'));
  driver.append(foreign(5, 'next', bytes('x'), 'member'));
  driver.append(foreign(11, 'shared'));
  const all = driver.ask((coordinator, context) =>
    coordinator.listGroups({ statesFilter: [], typesFilter: [], unknownTags: undefined }, context),
  );
  expect(driver.answer(all)).toEqual({
    throttleTimeMs: 0,
    errorCode: 0,
    groups: [
      { groupId: GROUP, protocolType: 'consumer', groupState: 'Stable', groupType: 'classic' },
      { groupId: 'new', protocolType: '', groupState: 'Empty', groupType: 'classic' },
      { groupId: 'simple', protocolType: '', groupState: 'Empty', groupType: 'classic' },
      { groupId: 'next', protocolType: 'consumer', groupState: 'Stable', groupType: 'consumer' },
      { groupId: 'shared', protocolType: 'share', groupState: 'Empty', groupType: 'share' },
    ],
  });
  expect(list(driver, ['stable'])).toEqual([GROUP, 'next']);
  expect(list(driver, [' EMPTY ', 'stable'], ['Classic'])).toEqual([GROUP, 'new', 'simple']);
  expect(list(driver, ['preparingrebalance'])).toEqual([]);
});

test('a stable group is described with what its members said and got, another without', () => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const member = {
    memberId,
    groupInstanceId: null,
    clientId: 'client',
    clientHost: '/127.0.0.1',
    memberMetadata: subscriptionTo('orders'),
    memberAssignment: bytes(memberId),
  };
  const group = {
    errorCode: 0,
    groupId: GROUP,
    groupState: 'Stable',
    protocolType: 'consumer',
    protocolData: 'range',
    members: [member],
    authorizedOperations: -2147483648,
  };
  expect(describe(driver, 6, GROUP)).toEqual({ throttleTimeMs: 0, groups: [group] });
  joinWithId(driver);
  const joined = { ...member, memberId: idOf(2), memberMetadata: bytes(''), memberAssignment: bytes('') };
  const preparing = {
    ...group,
    groupState: 'PreparingRebalance',
    protocolData: '',
    members: [{ ...member, memberMetadata: bytes('') }, joined],
  };
  expect(describe(driver, 6, GROUP)).toEqual({ throttleTimeMs: 0, groups: [preparing] });
});

test('a group that is not there is Dead, and an error from version 6 on', () => {
  const driver = new Driver();
  driver.append(foreign(3, 'next'));
  expect(describe(driver, 5, 'none')).toMatchObject({ groups: [{ errorCode: 0, groupId: 'none', groupState: 'Dead' }] });
  expect(describe(driver, 6, 'none', 'next')).toMatchObject({
    groups: [
      { errorCode: 69, groupState: 'Dead', errorMessage: 'Group none not found.' },
      { errorCode: 69, groupState: 'Dead', errorMessage: 'Group next is not a classic group.' },
    ],
  });
});

test('an empty group is deleted with its offsets, and stays so; one with members is not', () => {
  const driver = new Driver();
  stableGroup(driver, 1);
  driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1, 1: 2 } }, { groupId: 'simple' }), context));
  expect(remove(driver, 'none', GROUP, 'simple')).toEqual([
    ['none', 69],
    [GROUP, 68],
    ['simple', 0],
  ]);
  expect(driver.written).toEqual([
    { type: 'offset-commit', key: { group: 'simple', topic: 'orders', partition: 0 }, value: null, valueVersion: 4 },
    { type: 'offset-commit', key: { group: 'simple', topic: 'orders', partition: 1 }, value: null, valueVersion: 4 },
    { type: 'group-metadata', key: { group: 'simple' }, value: null, valueVersion: 3 },
  ]);
  expect(list(driver)).toEqual([GROUP]);
  driver.failOver();
  expect(list(driver)).toEqual([GROUP]);
});

test('deleting a group takes the offsets of its open transactions too', () => {
  const driver = new Driver();
  driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }), context));
  const [record] = driver.written;
  if (record === undefined) throw new Error('nothing was written');
  driver.append(record, 77);
  expect(remove(driver, GROUP)).toEqual([[GROUP, 0]]);
  expect(driver.written).toHaveLength(2);
  driver.coordinator.replayMarker(77, true);
  const token = driver.ask((coordinator, context) => coordinator.offsetFetch(fetchOf(null), context));
  expect(driver.answer(token)).toMatchObject({ groups: [{ topics: [] }] });
});

test('a group of another kind with members is left alone', () => {
  const driver = new Driver();
  driver.append(foreign(3, GROUP));
  driver.append(foreign(5, GROUP, bytes('x'), 'member'));
  const joined = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  expect(driver.answer(joined)).toMatchObject({ errorCode: 23, memberId: '' });
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: 'member' }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 25 });
  const committed = driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }), context));
  expect(driver.answer(committed)).toMatchObject({ topics: [{ partitions: [{ errorCode: 25 }] }] });
  expect(remove(driver, GROUP)).toEqual([[GROUP, 68]]);
  expect(driver.log).toHaveLength(2);
});

test('an empty consumer group makes room for a classic one', () => {
  const driver = new Driver();
  driver.append(foreign(3, GROUP));
  driver.append(foreign(6, GROUP));
  const joined = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  expect(driver.answer(joined)).toMatchObject({ errorCode: 79 });
  expect(driver.written).toEqual([foreign(3, GROUP, null), foreign(6, GROUP, null), expect.objectContaining({ type: 'group-metadata' })]);
  expect(list(driver, [], ['classic'])).toEqual([GROUP]);
  driver.failOver();
  expect(list(driver, [], ['classic'])).toEqual([GROUP]);
});

test('a share group is never deleted here', () => {
  const driver = new Driver();
  driver.append(foreign(11, GROUP));
  expect(remove(driver, GROUP)).toEqual([[GROUP, 69]]);
});
