/** Logs of `__consumer_offsets` that Apache Kafka 4.4.0 wrote, and what its clients then saw. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RecordReader } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { decodeCoordinatorRecord, encodeCoordinatorRecord } from '../src/index.js';
import { Driver } from './driver.js';
import { recordsOf } from './log-records.js';
import { fetchOf, join } from './requests.js';

interface ExpectedGroup {
  readonly groupId: string;
  readonly type: string;
  readonly protocol: string;
  readonly state: string;
  readonly offsets: { readonly partition: string; readonly offset: number; readonly leaderEpoch: number; readonly metadata: string }[];
}

function data(name: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(new URL(`data/${name}.gz`, import.meta.url))));
}

const expected = new TextDecoder()
  .decode(data('groups.expected.jsonl'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ExpectedGroup);

const COMMIT = 1;

/** A coordinator that has replayed the log. */
function load(log: Uint8Array): Driver {
  const driver = new Driver();
  for (const { offset, producerId, producerEpoch, controlType, key, value } of recordsOf(new RecordReader(log))) {
    if (controlType === null) driver.coordinator.replay(decodeCoordinatorRecord(key, value), { offset, producerId, producerEpoch });
    else driver.coordinator.replayMarker(producerId, controlType === COMMIT);
  }
  driver.apply(driver.coordinator.onLoaded(driver.now));
  return driver;
}

test.each([
  ['clean-0.log', ['group-txn', 'group-classic', 'group-simple', 'group-consumer']],
  ['clean-3.log', ['group-share']],
  ['crashed-3.log', ['group-crash']],
])('%s has the groups and offsets that Kafka saw', (name, groupIds) => {
  const driver = load(data(name));
  const listed = driver.ask((coordinator, context) =>
    coordinator.listGroups({ statesFilter: [], typesFilter: [], unknownTags: undefined }, context),
  );
  const groups = expected.filter(({ groupId }) => groupIds.includes(groupId));
  const listing = groups.map(({ groupId, type, protocol, state }) => ({
    groupId,
    groupType: type.toLowerCase(),
    protocolType: protocol,
    groupState: state,
  }));
  const { groups: seen } = driver.answer<{ groups: { groupId: string }[] }>(listed);
  expect(seen.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))).toEqual(listing);
  for (const group of groups.filter(({ type }) => type !== 'Share')) expect(offsetsOf(driver, group.groupId)).toEqual(group.offsets);
});

function offsetsOf(driver: Driver, groupId: string): unknown {
  const request = fetchOf(null);
  for (const group of request.groups) group.groupId = groupId;
  type Body = {
    groups: {
      topics: {
        name: string;
        partitions: { partitionIndex: number; committedOffset: number; committedLeaderEpoch: number; metadata: string }[];
      }[];
    }[];
  };
  const body = driver.answer<Body>(driver.ask((coordinator, context) => coordinator.offsetFetch(request, context)));
  return (body.groups[0]?.topics ?? [])
    .flatMap(({ name, partitions }) =>
      partitions.map((found) => ({
        partition: `${name}-${found.partitionIndex}`,
        offset: found.committedOffset,
        leaderEpoch: found.committedLeaderEpoch,
        metadata: found.metadata,
      })),
    )
    .toSorted((a, b) => (a.partition < b.partition ? -1 : 1));
}

test.each(['clean-0.log', 'clean-3.log', 'crashed-3.log'])('the records of %s are written again byte for byte', (name) => {
  let count = 0;
  for (const { controlType, key, value } of recordsOf(new RecordReader(data(name)))) {
    if (controlType !== null) continue;
    count++;
    expect(encodeCoordinatorRecord(decodeCoordinatorRecord(key, value))).toEqual({ key, value });
  }
  expect(count).toBeGreaterThan(0);
});

test('until its marker came, the offset of the transaction was not there', () => {
  const driver = new Driver();
  for (const { offset, producerId, producerEpoch, controlType, key, value } of recordsOf(new RecordReader(data('clean-0.log')))) {
    if (controlType === null) driver.coordinator.replay(decodeCoordinatorRecord(key, value), { offset, producerId, producerEpoch });
  }
  expect(offsetsOf(driver, 'group-txn')).toEqual([]);
});

test('the classic group that Kafka left goes on with its next generation', () => {
  const driver = load(data('clean-0.log'));
  const ask = (memberId: string): number =>
    driver.ask((coordinator, context) => coordinator.joinGroup(join({ groupId: 'group-classic', memberId }), context));
  const { memberId } = driver.answer<{ memberId: string }>(ask(''));
  const joined = ask(memberId);
  driver.pass(3_000);
  expect(driver.answer(joined)).toMatchObject({ errorCode: 0, generationId: 3 });
});
