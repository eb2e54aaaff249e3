import { expect, test } from 'vitest';
import { Driver } from './driver.js';
import { idOf, joinWithId, rejoin, stableGroup, syncAll } from './group.js';
import { beat, bytes, GROUP, join, protocol, subscriptionTo, sync } from './requests.js';

test('followers wait for the leader, whose sync writes the generation and answers all', () => {
  const driver = new Driver();
  const [leader, follower, forgotten] = [joinWithId(driver), joinWithId(driver), joinWithId(driver)].map(({ memberId }) => memberId) as [
    string,
    string,
    string,
  ];
  driver.pass(6_000);
  const waiting = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: follower }), context));
  expect(driver.answers.has(waiting)).toBe(false);
  expect(driver.written).toEqual([]);
  const led = driver.ask((coordinator, context) =>
    coordinator.syncGroup(sync({ memberId: leader }, { [leader]: 'a', [follower]: 'b' }), context),
  );
  const member = {
    groupInstanceId: null,
    clientId: 'client',
    clientHost: '/127.0.0.1',
    rebalanceTimeout: 60_000,
    sessionTimeout: 10_000,
    subscription: subscriptionTo('orders'),
    unknownTags: undefined,
  };
  expect(driver.written).toEqual([
    {
      type: 'group-metadata',
      key: { group: GROUP },
      valueVersion: 3,
      value: {
        protocolType: 'consumer',
        generation: 1,
        protocol: 'range',
        leader,
        currentStateTimestamp: 1_006_000,
        members: [
          { ...member, memberId: leader, assignment: bytes('a') },
          { ...member, memberId: follower, assignment: bytes('b') },
          { ...member, memberId: forgotten, assignment: bytes('') },
        ],
        unknownTags: undefined,
      },
    },
  ]);
  const answer = { throttleTimeMs: 0, errorCode: 0, protocolType: 'consumer', protocolName: 'range' };
  expect(driver.answer(led)).toEqual({ ...answer, assignment: bytes('a') });
  expect(driver.answer(waiting)).toEqual({ ...answer, assignment: bytes('b') });
  const late = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: forgotten }), context));
  expect(driver.answer(late)).toEqual({ ...answer, assignment: bytes('') });
});

test.each([
  ['no group id', { groupId: '' }, 24],
  ['a group that is not there', { groupId: 'no-such-group' }, 25],
  ['an unknown member', { memberId: 'no-such-member' }, 25],
  ['an unknown instance', { groupInstanceId: 'no-such-instance' }, 25],
  ['an old generation', { generationId: 0 }, 22],
  ['another protocol type', { protocolType: 'connect' }, 23],
  ['another protocol name', { protocolName: 'sticky' }, 23],
])('a sync with %s is refused', (_, fields, errorCode) => {
  const driver = new Driver();
  const { memberId } = joinWithId(driver);
  driver.pass(3_000);
  const token = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId, ...fields }), context));
  expect(driver.answer(token)).toEqual({ throttleTimeMs: 0, errorCode, protocolType: null, protocolName: null, assignment: bytes('') });
});

test('a sync while members join is refused', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 1);
  joinWithId(driver);
  const token = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: leader }), context));
  expect(driver.answer(token)).toMatchObject({ errorCode: 27 });
});

test('members that never sync are out after the rebalance timeout', () => {
  const driver = new Driver();
  const leader = joinWithId(driver, { rebalanceTimeoutMs: 8_000 });
  const silent = joinWithId(driver, { rebalanceTimeoutMs: 8_000 });
  driver.pass(6_000);
  const led = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: leader.memberId }), context));
  expect(driver.answer(led)).toMatchObject({ errorCode: 0 });
  const heartbeat = (memberId: string): number => driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId }), context));
  driver.pass(4_000);
  expect(driver.answer(heartbeat(silent.memberId))).toMatchObject({ errorCode: 0 });
  driver.pass(4_000);
  expect(driver.answer(heartbeat(silent.memberId))).toMatchObject({ errorCode: 25 });
  expect(driver.answer(heartbeat(leader.memberId))).toMatchObject({ errorCode: 27 });
});

test('when the leader never syncs, another leads', () => {
  const driver = new Driver();
  const first = joinWithId(driver, { rebalanceTimeoutMs: 8_000 });
  const second = joinWithId(driver, { rebalanceTimeoutMs: 8_000 });
  driver.pass(6_000);
  const waiting = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: second.memberId }), context));
  driver.pass(8_000);
  expect(driver.answer(waiting)).toMatchObject({ errorCode: 27 });
  expect(driver.answer(rejoin(driver, second.memberId))).toMatchObject({ generationId: 2, leader: second.memberId });
  expect(driver.answer(rejoin(driver, first.memberId))).toMatchObject({ errorCode: 25 });
});

test.each([
  ['no group id', { groupId: '' }, 24],
  ['a group that is not there', { groupId: 'no-such-group' }, 25],
  ['an unknown member', { memberId: 'no-such-member' }, 25],
  ['an old generation', { generationId: 0 }, 22],
  ['the present generation', {}, 0],
])('a heartbeat with %s', (_, fields, errorCode) => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const token = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId, ...fields }), context));
  expect(driver.answer(token)).toEqual({ throttleTimeMs: 0, errorCode });
});

test('heartbeats are welcome before assignments are there', () => {
  const driver = new Driver();
  const { memberId } = joinWithId(driver);
  driver.pass(3_000);
  const token = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId }), context));
  expect(driver.answer(token)).toEqual({ throttleTimeMs: 0, errorCode: 0 });
});

test('heartbeats keep a member; without them it is out after its session timeout, and the others join again', () => {
  const driver = new Driver();
  const [leader = '', follower = ''] = stableGroup(driver, 2);
  const heartbeat = (): number => driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: leader }), context));
  driver.pass(9_999);
  expect(driver.answer(heartbeat())).toMatchObject({ errorCode: 0 });
  driver.pass(1);
  expect(driver.answer(heartbeat())).toMatchObject({ errorCode: 27 });
  expect(driver.answer(rejoin(driver, leader))).toMatchObject({ generationId: 2, members: [{ memberId: leader }] });
  expect(driver.answer(rejoin(driver, follower))).toMatchObject({ errorCode: 25 });
});

test('when the last member is gone the group is Empty, and the log says so', () => {
  const driver = new Driver();
  stableGroup(driver, 1);
  driver.pass(10_000);
  expect(driver.written).toMatchObject([{ value: { protocolType: 'consumer', generation: 2, protocol: null, leader: null, members: [] } }]);
  joinWithId(driver);
  driver.pass(3_000);
  expect(driver.answer(driver.answers.size)).toMatchObject({ errorCode: 0, generationId: 3 });
});

test('a group found in the log goes on: members keep their generation and assignment, and have their session timeout from now', () => {
  const driver = new Driver();
  const [leader = '', follower = ''] = stableGroup(driver, 2);
  driver.pass(9_000);
  driver.failOver();
  driver.pass(9_000);
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: follower }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 0 });
  expect(syncAll(driver, [leader], 1)).toMatchObject([{ errorCode: 0, assignment: bytes(leader) }]);
});

test('who waits when the partition moves is told to look for the new coordinator', () => {
  const driver = new Driver();
  const waiting = joinWithId(driver);
  driver.failOver();
  expect(driver.answer(waiting.token)).toMatchObject({ errorCode: 16, memberId: idOf(1) });
  const sure = new Driver();
  const [, second] = [joinWithId(sure), joinWithId(sure)];
  sure.pass(6_000);
  const token = sure.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: second.memberId }), context));
  sure.failOver();
  expect(sure.answer(token)).toMatchObject({ errorCode: 16 });
});

test('a group in the log that is larger than is allowed now has to join again', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 2);
  Object.assign(driver.config, { maxSize: 1 });
  driver.failOver();
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: leader }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 27 });
});

test('what a client sends is copied, since its buffer is used again', () => {
  const driver = new Driver();
  const metadata = subscriptionTo('orders');
  const { memberId } = joinWithId(driver, { protocols: [protocol('range', metadata)] });
  metadata.fill(0);
  driver.pass(3_000);
  const again = driver.ask((coordinator, context) => coordinator.joinGroup(join({ memberId }), context));
  expect(driver.answer(again)).toMatchObject({ members: [{ metadata: subscriptionTo('orders') }] });
});
