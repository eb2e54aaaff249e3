import { expect, test } from 'vitest';
import { Driver } from './driver.js';
import { joinWithId, rejoin, stableGroup } from './group.js';
import { beat, GROUP, join, leave } from './requests.js';

test('before version 3 the one member has its error at the top', () => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const ask = (): number => driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId }), context), { apiVersion: 2 });
  expect(driver.answer(ask())).toEqual({ throttleTimeMs: 0, errorCode: 0, members: [] });
  expect(driver.written).toMatchObject([{ value: { generation: 2, members: [] } }]);
  expect(driver.answer(ask())).toEqual({ throttleTimeMs: 0, errorCode: 25, members: [] });
});

test('from version 3 on each member has its own error, and those who stay join again', () => {
  const driver = new Driver();
  const [leader = '', second = '', third = ''] = stableGroup(driver, 3);
  const token = driver.ask(
    (coordinator, context) =>
      coordinator.leaveGroup(
        leave({ memberId: leader }, { memberId: 'nobody' }, { memberId: second, groupInstanceId: 'nobody' }, { memberId: '' }),
        context,
      ),
    { apiVersion: 5 },
  );
  expect(driver.answer(token)).toEqual({
    throttleTimeMs: 0,
    errorCode: 0,
    members: [
      { memberId: leader, groupInstanceId: null, errorCode: 0 },
      { memberId: 'nobody', groupInstanceId: null, errorCode: 25 },
      { memberId: second, groupInstanceId: 'nobody', errorCode: 25 },
      { memberId: '', groupInstanceId: null, errorCode: 25 },
    ],
  });
  const joins = [second, third].map((memberId) => rejoin(driver, memberId));
  for (const join of joins) expect(driver.answer(join)).toMatchObject({ errorCode: 0, generationId: 2, leader: second });
});

test('leaving a group that is not there, or has no id', () => {
  const driver = new Driver();
  const none = driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId: 'a' }), context), { apiVersion: 5 });
  expect(driver.answer(none)).toEqual({
    throttleTimeMs: 0,
    errorCode: 0,
    members: [{ memberId: 'a', groupInstanceId: null, errorCode: 25 }],
  });
  const empty = driver.ask((coordinator, context) => coordinator.leaveGroup({ ...leave({ memberId: 'a' }), groupId: '' }, context));
  expect(driver.answer(empty)).toEqual({ throttleTimeMs: 0, errorCode: 24, members: [] });
});

test('who leaves while its join waits is answered, and the join phase may end by it', () => {
  const driver = new Driver();
  const [leader = ''] = stableGroup(driver, 1);
  const lost = joinWithId(driver);
  const pending = driver.ask((coordinator, context) => coordinator.joinGroup(join(), context));
  const { memberId } = driver.answer<{ memberId: string }>(pending);
  const again = rejoin(driver, leader);
  driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId: lost.memberId }), context));
  expect(driver.answer(lost.token)).toMatchObject({ errorCode: 25, memberId: '' });
  expect(driver.answers.has(again)).toBe(false);
  driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId }), context));
  expect(driver.answer(again)).toMatchObject({ errorCode: 0, generationId: 2 });
});

test('when all leave during the initial delay, the group is Empty at its end', () => {
  const driver = new Driver();
  const { memberId } = joinWithId(driver);
  driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId }), context));
  driver.pass(3_000);
  expect(driver.written).toMatchObject([{ key: { group: GROUP }, value: { generation: 1, members: [] } }]);
  const heartbeat = driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId }), context));
  expect(driver.answer(heartbeat)).toMatchObject({ errorCode: 25 });
});
