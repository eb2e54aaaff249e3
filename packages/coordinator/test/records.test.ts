import { errors, ProtocolError, Writer } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { groupMetadataValue } from '../src/generated/group-metadata.js';
import { offsetCommitValue } from '../src/generated/offset-commit.js';
import { appendErrorCode, decodeCoordinatorRecord, encodeCoordinatorRecord, offsetCommit } from '../src/index.js';
import { Driver } from './driver.js';
import { joinWithId, stableGroup, syncAll } from './group.js';
import { bytes, commit, fetchOf, GROUP, protocol, TOPIC_ID } from './requests.js';
import { Random } from './simulation/random.js';

function written(write: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  write(writer);
  return writer.finish();
}

function offsetKey(type: number): Uint8Array {
  return written((writer) => {
    writer.writeInt16(type);
    writer.writeString(GROUP);
    writer.writeString('orders');
    writer.writeInt32(3);
  });
}

const key = { group: GROUP, topic: 'orders', partition: 3 };
const commitOf7 = { offset: 7, metadata: 'note', commitTimestamp: 1_000 };

test.each([0, 1, 2, 3, 4])('offsets are read in version %i, with what that version has', (version) => {
  const all = offsetCommit({
    ...commitOf7,
    leaderEpoch: version >= 3 ? 9 : -1,
    expireTimestamp: version === 1 ? 2_000 : -1,
    ...(version >= 4 && { topicId: TOPIC_ID }),
  });
  const value = written((writer) => {
    writer.writeInt16(version);
    offsetCommitValue.encode(writer, all, version);
  });
  expect(decodeCoordinatorRecord(offsetKey(1), value)).toEqual({ type: 'offset-commit', key, value: all, valueVersion: version });
});

test('an offset of the legacy type is read as any other', () => {
  const value = written((writer) => {
    writer.writeInt16(0);
    writer.writeInt64(7);
    writer.writeString('note');
    writer.writeInt64(1_000);
  });
  expect(decodeCoordinatorRecord(offsetKey(0), value)).toEqual({
    type: 'offset-commit',
    key,
    value: offsetCommit(commitOf7),
    valueVersion: 0,
  });
  expect(decodeCoordinatorRecord(offsetKey(0), null)).toMatchObject({ type: 'offset-commit', value: null });
});

test.each([0, 1, 2, 3, 4])('a group written in version %i goes on', (version) => {
  const driver = new Driver();
  const [memberId = ''] = stableGroup(driver, 1);
  const stable = driver.log.findLast(({ value }) => value !== null);
  const record = stable === undefined ? null : decodeCoordinatorRecord(stable.key, stable.value);
  if (record?.type !== 'group-metadata' || record.value === null) throw new Error('no group was written');
  const { value } = record;
  driver.log[driver.log.length - 1] = {
    key: written((writer) => {
      writer.writeInt16(2);
      writer.writeString(GROUP);
    }),
    value: written((writer) => {
      writer.writeInt16(version);
      groupMetadataValue.encode(writer, value, version);
    }),
  };
  driver.failOver();
  expect(syncAll(driver, [memberId], 1)).toMatchObject([{ errorCode: 0, assignment: bytes(memberId) }]);
});

test('a record of a type that is not known is kept as it is, and changes nothing', () => {
  const record = { type: 'foreign', recordType: 99, groupId: null, keyBytes: Uint8Array.of(0, 99, 1), valueBytes: bytes('?') } as const;
  expect(decodeCoordinatorRecord(record.keyBytes, record.valueBytes)).toEqual(record);
  expect(encodeCoordinatorRecord(record)).toEqual({ key: record.keyBytes, value: record.valueBytes });
  const driver = new Driver();
  driver.append(record);
  const listed = driver.ask((coordinator, context) =>
    coordinator.listGroups({ statesFilter: [], typesFilter: [], unknownTags: undefined }, context),
  );
  expect(driver.answer(listed)).toMatchObject({ groups: [] });
});

test('damaged records give an error that names the message, and nothing worse', () => {
  const driver = new Driver();
  stableGroup(driver, 2);
  driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }, { groupId: 'other' }), context));
  const random = new Random(1);
  let refused = 0;
  for (let round = 0; round < 5_000; round++) {
    const { key: goodKey, value: goodValue } = random.pick(driver.log);
    const badKey = damage(goodKey, random);
    const badValue = goodValue === null ? null : damage(goodValue, random);
    try {
      driver.coordinator.replay(decodeCoordinatorRecord(badKey, badValue), { offset: round, producerId: -1, producerEpoch: -1 });
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(1_000);
});

function damage(good: Uint8Array, random: Random): Uint8Array {
  const bad = good.slice(0, random.chance(0.3) ? random.below(good.length) : good.length);
  if (bad.length > 0) bad[random.below(bad.length)] = random.below(256);
  return bad;
}

test('members whose metadata cannot be read form a group, and count as reading every topic', () => {
  const driver = new Driver({ offsetsRetentionMs: 1_000 });
  const { memberId, token } = joinWithId(driver, { protocols: [protocol('range', bytes('?'))] });
  driver.pass(3_000);
  expect(driver.answer(token)).toMatchObject({ errorCode: 0 });
  syncAll(driver, [memberId], 1);
  const request = commit({ orders: { 0: 1 } }, { memberId, generationIdOrMemberEpoch: 1 });
  driver.ask((coordinator, context) => coordinator.offsetCommit(request, context));
  driver.pass(5_000);
  driver.apply(driver.coordinator.expireOffsets(driver.now));
  expect(driver.written).toEqual([]);
  const fetched = driver.ask((coordinator, context) => coordinator.offsetFetch(fetchOf({ orders: [0] }), context));
  expect(driver.answer(fetched)).toMatchObject({ groups: [{ topics: [{ partitions: [{ committedOffset: 1 }] }] }] });
});

test('a refused append is told to members in words that they know', () => {
  const told = Object.fromEntries(errors.map(({ name, code }) => [name, appendErrorCode(code)]));
  expect(told).toMatchObject({
    NOT_ENOUGH_REPLICAS: 15,
    REQUEST_TIMED_OUT: 15,
    NOT_LEADER_OR_FOLLOWER: 16,
    KAFKA_STORAGE_ERROR: 16,
    MESSAGE_TOO_LARGE: -1,
    CORRUPT_MESSAGE: 2,
  });
});
