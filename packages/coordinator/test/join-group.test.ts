import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import { expect, test, vi } from 'vitest';
import { Driver } from './driver.js';
import { idOf, joinWithId, rejoin, stableGroup, syncAll } from './group.js';
import { beat, bytes, GROUP, join, protocol, subscriptionTo, sync } from './requests.js';

const refusal = {
  throttleTimeMs: 0,
  generationId: -1,
  protocolType: null,
  protocolName: null,
  leader: '',
  skipAssignment: false,
  members: [],
};

test('given no group, a join without id gets an id to join with, and the group is written', () => {
  const driver = new Driver();
  const token = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  expect(driver.answer(token)).toEqual({ ...refusal, errorCode: 79, memberId: idOf(1) });
  expect(driver.written).toEqual([
    {
      type: 'group-metadata',
      key: { group: GROUP },
      valueVersion: 3,
      value: {
        protocolType: '',
        generation: 0,
        protocol: null,
        leader: null,
        currentStateTimestamp: 1_000_000,
        members: [],
        unknownTags: undefined,
      },
    },
  ]);
  expect([...driver.deadlines]).toEqual([[`session:${GROUP.length}:${GROUP}${idOf(1)}`, 1_010_000]]);
});

test('a decision changes nothing', () => {
  const driver = new Driver();
  const members = stableGroup(driver, 2);
  const context = {
    clientId: 'c',
    clientHost: '/h',
    apiVersion: 9,
    now: driver.now,
    random: () => 'AAAAAAAAAAAAAAAAAAAAAg',
    token: 'unused',
  };
  driver.coordinator.leaveGroup(
    {
      groupId: GROUP,
      memberId: '',
      members: members.map((memberId) => ({ memberId, groupInstanceId: null, reason: null, unknownTags: undefined })),
      unknownTags: undefined,
    },
    context,
  );
  driver.coordinator.joinGroup(join({ memberId: members[0] ?? '' }), context);
  const token = driver.ask((coordinator, asked) => coordinator.heartbeat(beat({ memberId: members[0] ?? '' }), asked));
  expect(driver.answer(token)).toEqual({ throttleTimeMs: 0, errorCode: 0 });
});

test('before version 4 the id comes with the answer to the join, and a missing name is empty before version 7', () => {
  const driver = new Driver();
  const token = driver.ask((coordinator, context) => coordinator.joinGroup(join({ rebalanceTimeoutMs: -1 }), context), { apiVersion: 0 });
  driver.pass(3_000);
  expect(driver.answer(token)).toMatchObject({ errorCode: 0, generationId: 1, memberId: idOf(1), leader: idOf(1), protocolName: 'range' });
  const refused = driver.ask((coordinator, context) => coordinator.joinGroup(join({ sessionTimeoutMs: 1 }), context), { apiVersion: 6 });
  expect(driver.answer(refused)).toEqual({ ...refusal, protocolName: '', errorCode: 26, memberId: '' });
});

test('the first join phase waits the initial delay, and again as long as members come', () => {
  const driver = new Driver({ initialRebalanceDelayMs: 3_000 });
  const first = joinWithId(driver);
  driver.pass(2_000);
  const second = joinWithId(driver);
  driver.pass(1_000);
  expect(driver.answers.has(first.token)).toBe(false);
  driver.pass(3_000);
  const members = [first, second].map(({ memberId }) => ({ memberId, groupInstanceId: null, metadata: subscriptionTo('orders') }));
  const generation = { ...refusal, errorCode: 0, generationId: 1, protocolType: 'consumer', protocolName: 'range', leader: first.memberId };
  expect(driver.answer(first.token)).toEqual({ ...generation, memberId: first.memberId, members });
  expect(driver.answer(second.token)).toEqual({ ...generation, memberId: second.memberId });
});

test('the initial delay is never extended beyond the rebalance timeout', () => {
  const driver = new Driver({ initialRebalanceDelayMs: 3_000 });
  const { token } = joinWithId(driver, { rebalanceTimeoutMs: 7_000 });
  for (let at = 0; at < 7_000; at += 1_000) {
    expect(driver.answers.has(token)).toBe(false);
    joinWithId(driver, { rebalanceTimeoutMs: 7_000 });
    driver.pass(1_000);
  }
  driver.pass(3_000);
  expect(driver.answer(token)).toMatchObject({ errorCode: 0, generationId: 1 });
});

test.each([
  ['an empty group id', { groupId: '' }, 24],
  ['a session timeout below the least', { sessionTimeoutMs: 5_999 }, 26],
  ['a session timeout above the most', { sessionTimeoutMs: 1_800_001 }, 26],
  ['an id in a group that is not there', { memberId: 'somebody' }, 25],
  ['no protocols', { protocols: [] }, 23],
  ['no protocol type', { protocolType: '' }, 23],
])('given no group, a join with %s is refused', (_, fields, errorCode) => {
  const driver = new Driver();
  const token = driver.ask((coordinator, context) => coordinator.joinGroup(join(fields), context));
  expect(driver.answer(token)).toMatchObject({ errorCode, generationId: -1 });
});

test('given a stable group, a member of another type or without a common protocol is refused', () => {
  const driver = new Driver();
  stableGroup(driver, 1);
  for (const fields of [{ protocolType: 'connect' }, { protocols: [protocol('sticky')] }]) {
    const token = driver.ask((coordinator, context) => coordinator.joinGroup(join(fields), context));
    expect(driver.answer(token)).toMatchObject({ errorCode: 23 });
  }
});

test('a new member makes the others join again; when all have, the next generation is there', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 1);
  const newcomer = joinWithId(driver);
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: leader }), context));
  expect(driver.answer(heartbeat)).toEqual({ throttleTimeMs: 0, errorCode: 27 });
  const again = rejoin(driver, leader);
  expect(driver.answer(again)).toMatchObject({
    errorCode: 0,
    generationId: 2,
    leader,
    members: [{ memberId: leader }, { memberId: newcomer.memberId }],
  });
  expect(driver.answer(newcomer.token)).toMatchObject({ errorCode: 0, generationId: 2, leader, members: [] });
  const answers = syncAll(driver, [leader, newcomer.memberId], 2);
  expect(answers.map(({ assignment }) => assignment)).toEqual([bytes(leader), bytes(newcomer.memberId)]);
});

test('who does not join again within the rebalance timeout is out', () => {
  const driver = new Driver();
  const [leader = '', follower = ''] = stableGroup(driver, 2, { rebalanceTimeoutMs: 20_000, sessionTimeoutMs: 30_000 });
  const again = rejoin(driver, follower, {
    rebalanceTimeoutMs: 20_000,
    sessionTimeoutMs: 30_000,
    protocols: [protocol('range', subscriptionTo('other'))],
  });
  driver.pass(20_000);
  expect(driver.answer(again)).toMatchObject({ errorCode: 0, generationId: 2, leader: follower });
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId: leader }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 25 });
});

test('in a stable group a follower with nothing new is told the generation, the leader starts a rebalance', () => {
  const driver = new Driver();
  const [leader = '', follower = ''] = stableGroup(driver, 2);
  const same = rejoin(driver, follower);
  expect(driver.answer(same)).toMatchObject({ errorCode: 0, generationId: 1, leader, members: [] });
  const again = rejoin(driver, leader);
  expect(driver.answers.has(again)).toBe(false);
  rejoin(driver, follower);
  expect(driver.answer(again)).toMatchObject({ generationId: 2, leader });
});

test('while assignments are awaited, a repeated join is told the generation; a changed one starts over and cancels the syncs', () => {
  const driver = new Driver();
  const first = joinWithId(driver);
  const second = joinWithId(driver);
  driver.pass(6_000);
  expect(driver.answer(rejoin(driver, first.memberId))).toMatchObject({ generationId: 1, members: [{}, {}] });
  const waiting = driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId: second.memberId }), context));
  rejoin(driver, first.memberId, { protocols: [protocol('range', subscriptionTo('other'))] });
  expect(driver.answer(waiting)).toMatchObject({ errorCode: 27, assignment: bytes('') });
  const again = rejoin(driver, second.memberId);
  expect(driver.answer(again)).toMatchObject({ generationId: 2 });
});

test('the protocol is one that all support, with most votes', () => {
  const driver = new Driver();
  const lists = [
    ['sticky', 'range', 'only-mine'],
    ['range', 'sticky'],
    ['range', 'sticky', 'mine-too'],
  ];
  const joins = lists.map((names) => joinWithId(driver, { protocols: names.map((name) => protocol(name)) }));
  driver.pass(6_000);
  for (const { token } of joins) expect(driver.answer(token)).toMatchObject({ protocolName: 'range' });
});

test('group.max.size lets in so many, also in a join phase', () => {
  const driver = new Driver({ maxSize: 2 });
  const joins = [joinWithId(driver), joinWithId(driver)];
  const third = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  expect(driver.answer(third)).toMatchObject({ errorCode: 81, memberId: '' });
  driver.pass(6_000);
  const members = joins.map(({ memberId }) => memberId);
  syncAll(driver, members, 1);
  const fourth = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  expect(driver.answer(fourth)).toMatchObject({ errorCode: 81 });
  rejoin(driver, members[0] ?? '');
  expect(driver.answer(rejoin(driver, members[1] ?? ''))).toMatchObject({ errorCode: 0, generationId: 2 });
});

test('an id that nobody comes back with is forgotten after the session timeout, and holds up nobody', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 1);
  const lost = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  const again = rejoin(driver, leader);
  expect(driver.answers.has(again)).toBe(false);
  driver.pass(10_000);
  expect(driver.answer(again)).toMatchObject({ errorCode: 0, generationId: 2 });
  const { memberId } = driver.answer<JoinGroupResponse>(lost);
  expect(driver.answer(rejoin(driver, memberId))).toMatchObject({ errorCode: 25 });
});

test('a second join of a member that waits replaces the first', () => {
  const driver = new Driver();
  const { memberId, token } = joinWithId(driver);
  const second = rejoin(driver, memberId);
  expect(driver.answer(token)).toMatchObject({ errorCode: 27 });
  driver.pass(6_000);
  expect(driver.answer(second)).toMatchObject({ errorCode: 0, generationId: 1 });
});

test('a new member whose client is gone is dropped after five minutes even though its join waits', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 1, { sessionTimeoutMs: 1_800_000, rebalanceTimeoutMs: 900_000 });
  const newcomer = joinWithId(driver, { rebalanceTimeoutMs: 900_000 });
  driver.pass(299_999);
  expect(driver.answers.has(newcomer.token)).toBe(false);
  driver.pass(1);
  expect(driver.answer(newcomer.token)).toEqual({ ...refusal, errorCode: 25, memberId: '' });
  expect(driver.answer(rejoin(driver, leader))).toMatchObject({ errorCode: 0, generationId: 2 });
});

/** How many entries of maps and sets a decision on a join writes, in a group to which so many came before. */
function writesOfJoin(before: number, comes: (driver: Driver) => void): number {
  const driver = new Driver();
  for (let count = 0; count < before; count++) comes(driver);
  const spies = [vi.spyOn(Map.prototype, 'set'), vi.spyOn(Set.prototype, 'add')];
  try {
    comes(driver);
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test.each([
  ['that is given an id', (driver: Driver) => void driver.ask((coordinator, context) => coordinator.joinGroup(join(), context))],
  ['that waits for others', (driver: Driver) => void joinWithId(driver)],
])('given a flood of joins, one %s costs no more than the first ones', (_, comes) => {
  expect(writesOfJoin(1000, comes)).toBe(writesOfJoin(10, comes));
});
