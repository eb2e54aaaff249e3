import { expect, test } from 'vitest';
import { Driver } from './driver.js';
import { joinWithId, stableGroup } from './group.js';
import { commit, leave } from './requests.js';

const RETENTION = 60_000;

function expire(driver: Driver): string[] {
  driver.apply(driver.coordinator.expireOffsets(driver.now));
  return driver.written.map((record) => {
    if (record.type === 'offset-commit') return `${record.key.topic}-${record.key.partition}`;
    return record.type === 'group-metadata' && record.value === null ? 'group' : record.type;
  });
}

function commitAs(driver: Driver, memberId: string, offsets: Record<string, Record<number, number>>): void {
  driver.ask((coordinator, context) =>
    coordinator.offsetCommit(commit(offsets, { memberId, generationIdOrMemberEpoch: memberId === '' ? -1 : 1 }), context),
  );
}

test('outside any group an offset lives from its commit; with the last one the group goes', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  commitAs(driver, '', { orders: { 0: 1 } });
  driver.pass(30_000);
  commitAs(driver, '', { orders: { 1: 1 } });
  driver.pass(29_999);
  expect(expire(driver)).toEqual([]);
  driver.pass(1);
  expect(expire(driver)).toEqual(['orders-0']);
  driver.pass(30_000);
  expect(expire(driver)).toEqual(['orders-1', 'group']);
  expect(expire(driver)).toEqual([]);
});

test('in a group that became empty all offsets live from then', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  const [memberId = ''] = stableGroup(driver, 1, { sessionTimeoutMs: 200_000 });
  commitAs(driver, memberId, { orders: { 0: 1 } });
  driver.pass(100_000);
  driver.ask((coordinator, context) => coordinator.leaveGroup(leave({ memberId }), context));
  driver.failOver();
  driver.pass(59_999);
  expect(expire(driver)).toEqual([]);
  driver.pass(1);
  expect(expire(driver)).toEqual(['orders-0', 'group']);
});

test('in a group at work offsets of topics that nobody reads live from their commit, others for ever', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  const [memberId = ''] = stableGroup(driver, 1, { sessionTimeoutMs: 200_000 });
  commitAs(driver, memberId, { orders: { 0: 1 }, former: { 0: 1 } });
  driver.pass(60_000);
  expect(expire(driver)).toEqual(['former-0']);
});

test('while members join nothing expires', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  const [memberId = ''] = stableGroup(driver, 1, { sessionTimeoutMs: 200_000 });
  commitAs(driver, memberId, { former: { 0: 1 } });
  joinWithId(driver, { rebalanceTimeoutMs: 200_000 });
  driver.pass(61_000);
  expect(expire(driver)).toEqual([]);
});

test('a group that is not of consumers keeps its offsets while it is at work', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  const [memberId = ''] = stableGroup(driver, 1, { protocolType: 'connect', sessionTimeoutMs: 200_000 });
  commitAs(driver, memberId, { former: { 0: 1 } });
  driver.pass(61_000);
  expect(expire(driver)).toEqual([]);
});

test('an offset with a time of its own lives until then', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }, { retentionTimeMs: 100_000 }), context), {
    apiVersion: 2,
  });
  driver.pass(99_999);
  expect(expire(driver)).toEqual([]);
  driver.pass(1);
  expect(expire(driver)).toEqual(['orders-0', 'group']);
});

test('while a transaction has an offset of the partition, neither it nor the group goes', () => {
  const driver = new Driver({ offsetsRetentionMs: RETENTION });
  commitAs(driver, '', { orders: { 0: 1 } });
  const [record] = driver.written;
  if (record === undefined) throw new Error('nothing was written');
  driver.append(record, 77);
  driver.pass(RETENTION);
  expect(expire(driver)).toEqual([]);
  driver.coordinator.replayMarker(77, false);
  expect(expire(driver)).toEqual(['orders-0', 'group']);
  expect(driver.log.at(-1)?.value).toBe(null);
  driver.failOver();
  const listed = driver.ask((coordinator, context) =>
    coordinator.listGroups({ statesFilter: [], typesFilter: [], unknownTags: undefined }, context),
  );
  expect(driver.answer(listed)).toMatchObject({ groups: [] });
});
