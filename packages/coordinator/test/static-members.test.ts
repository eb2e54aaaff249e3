import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import { expect, test } from 'vitest';
import { Driver } from './driver.js';
import { idOf, joinWithId, rejoin, syncAll } from './group.js';
import { beat, bytes, commit, join, leave, protocol, sync } from './requests.js';

/** Joins as a static member does: no id, no asking for one. */
function joinStatic(driver: Driver, groupInstanceId: string, apiVersion = 9, protocols = [protocol('range')]): number {
  return driver.ask((coordinator, context) => coordinator.joinGroup(join({ groupInstanceId, protocols }), context), { apiVersion });
}

/** Two static members in generation 1, `a` leading. */
function stableStatic(driver: Driver): [string, string] {
  const tokens = [joinStatic(driver, 'a'), joinStatic(driver, 'b')];
  driver.pass(6_000);
  const ids = tokens.map((token) => driver.answer<JoinGroupResponse>(token).memberId);
  syncAll(driver, ids, 1);
  return ids as [string, string];
}

test('a static member joins without asking for an id, which is made of its instance id', () => {
  const driver = new Driver();
  expect(stableStatic(driver)).toEqual([idOf(1, 'a'), idOf(2, 'b')]);
});

test('a leader that comes back gets a new id, its old assignment, and is told to skip the assignment; the group is written', () => {
  const driver = new Driver();
  const [, follower] = stableStatic(driver);
  const again = joinStatic(driver, 'a');
  const memberId = idOf(3, 'a');
  expect(driver.answer(again)).toMatchObject({
    errorCode: 0,
    generationId: 1,
    memberId,
    leader: memberId,
    skipAssignment: true,
    members: [{}, {}],
  });
  expect(driver.written).toMatchObject([
    { value: { generation: 1, leader: memberId, members: [{ memberId: follower }, { memberId, groupInstanceId: 'a' }] } },
  ]);
  expect(syncAll(driver, [memberId], 1)).toMatchObject([{ errorCode: 0, assignment: bytes(idOf(1, 'a')) }]);
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: follower }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 0 });
});

test('before version 9 it is told that its old id leads, so that it does not assign', () => {
  const driver = new Driver();
  const [leader] = stableStatic(driver);
  expect(driver.answer(joinStatic(driver, 'a', 8))).toMatchObject({
    generationId: 1,
    memberId: idOf(3, 'a'),
    leader,
    skipAssignment: false,
    members: [],
  });
});

test('a follower that comes back is told who leads', () => {
  const driver = new Driver();
  const [leader] = stableStatic(driver);
  expect(driver.answer(joinStatic(driver, 'b'))).toMatchObject({ generationId: 1, leader, skipAssignment: false, members: [] });
});

test('the old id is fenced everywhere', () => {
  const driver = new Driver();
  const [memberId] = stableStatic(driver);
  joinStatic(driver, 'a');
  const as = { memberId, groupInstanceId: 'a' };
  expect(driver.answer(rejoin(driver, memberId, { groupInstanceId: 'a' }))).toMatchObject({ errorCode: 82 });
  expect(driver.answer(driver.ask((coordinator, context) => coordinator.syncGroup(sync(as), context)))).toMatchObject({ errorCode: 82 });
  expect(driver.answer(driver.ask((coordinator, context) => coordinator.heartbeat(beat(as), context)))).toMatchObject({ errorCode: 82 });
  expect(driver.answer(driver.ask((coordinator, context) => coordinator.leaveGroup(leave(as), context)))).toMatchObject({
    members: [{ errorCode: 82 }],
  });
  const committed = driver.ask((coordinator, context) =>
    coordinator.offsetCommit(commit({ orders: { 0: 1 } }, { ...as, generationIdOrMemberEpoch: 1 }), context),
  );
  expect(driver.answer(committed)).toMatchObject({ topics: [{ partitions: [{ errorCode: 82 }] }] });
});

test('a request that waits under the old id is fenced', () => {
  const driver = new Driver();
  const first = joinStatic(driver, 'a');
  const second = joinStatic(driver, 'a');
  expect(driver.answer(first)).toMatchObject({ errorCode: 82, memberId: idOf(1, 'a') });
  driver.pass(6_000);
  expect(driver.answer(second)).toMatchObject({ errorCode: 0, generationId: 1, leader: idOf(2, 'a') });
});

test('coming back while the leader assigns starts over', () => {
  const driver = new Driver();
  const leader = joinStatic(driver, 'a');
  joinStatic(driver, 'b');
  driver.pass(6_000);
  const { memberId } = driver.answer<JoinGroupResponse>(leader);
  const back = joinStatic(driver, 'b');
  expect(driver.answers.has(back)).toBe(false);
  expect(driver.answer(rejoin(driver, memberId, { groupInstanceId: 'a' }))).toMatchObject({ generationId: 2 });
  expect(driver.answer(back)).toMatchObject({ generationId: 2, memberId: idOf(3, 'b') });
});

test('coming back with other protocols makes a rebalance when the choice changes', () => {
  const driver = new Driver();
  const both = [protocol('range'), protocol('sticky')];
  const tokens = [joinStatic(driver, 'a', 9, both), joinStatic(driver, 'b', 9, both)];
  driver.pass(6_000);
  syncAll(
    driver,
    tokens.map((token) => driver.answer<JoinGroupResponse>(token).memberId),
    1,
  );
  const back = joinStatic(driver, 'b', 9, [protocol('sticky')]);
  expect(driver.answers.has(back)).toBe(false);
  rejoin(driver, idOf(1, 'a'), { groupInstanceId: 'a', protocols: both });
  expect(driver.answer(back)).toMatchObject({ generationId: 2, protocolName: 'sticky' });
});

test('static members that do not join in time keep their place until their session ends', () => {
  const driver = new Driver();
  const token = joinStatic(driver, 'a');
  driver.pass(3_000);
  const { memberId } = driver.answer<JoinGroupResponse>(token);
  syncAll(driver, [memberId], 1);
  const dynamic = joinWithId(driver, { rebalanceTimeoutMs: 4_000, sessionTimeoutMs: 60_000 });
  driver.pass(10_000);
  expect(driver.answer(dynamic.token)).toMatchObject({
    errorCode: 0,
    generationId: 2,
    leader: dynamic.memberId,
    members: [{ memberId: dynamic.memberId }],
  });
});

test('an administrator removes a static member by its instance id', () => {
  const driver = new Driver();
  const [, follower] = stableStatic(driver);
  const token = driver.ask((coordinator, context) =>
    coordinator.leaveGroup(leave({ groupInstanceId: 'a' }, { groupInstanceId: 'nobody' }), context),
  );
  expect(driver.answer(token)).toMatchObject({
    members: [
      { groupInstanceId: 'a', errorCode: 0 },
      { groupInstanceId: 'nobody', errorCode: 25 },
    ],
  });
  expect(driver.answer(rejoin(driver, follower, { groupInstanceId: 'b' }))).toMatchObject({ generationId: 2, leader: follower });
});

test('instance ids are in the log: after a fail-over the member is still known', () => {
  const driver = new Driver();
  stableStatic(driver);
  driver.failOver();
  expect(driver.answer(joinStatic(driver, 'b'))).toMatchObject({ errorCode: 0, generationId: 1, memberId: idOf(3, 'b') });
});
