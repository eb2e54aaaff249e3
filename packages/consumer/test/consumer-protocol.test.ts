import { expect, test } from 'vitest';
import { assignors } from '../src/index.js';
import { decodeAssignment, decodeMember, encodeAssignment, encodeSubscription } from '../src/group/consumer-protocol.js';

const owned = [{ topic: 't', partition: 1 }, { topic: 't', partition: 2 }, { topic: 'u', partition: 0 }];
const subscription = { topics: ['u', 't'], last: owned, owned, generation: 7, rack: 'r1' };

test.each(['sticky', 'cooperative-sticky'] as const)('%s: what a member owned comes through', (name) => {
  const decoded = decodeMember('m', null, encodeSubscription(assignors[name], subscription), assignors[name]);
  expect(decoded).toEqual({ memberId: 'm', groupInstanceId: null, topics: ['t', 'u'], ownedPartitions: owned, generation: 7 });
});

test('range: a member that gave everything up owns nothing', () => {
  expect(decodeMember('m', 'i', encodeSubscription(assignors.range, { ...subscription, owned: [] }), assignors.range).ownedPartitions).toEqual([]);
});

test('a subscription of a version to come is read as far as it is known', () => {
  const bytes = encodeSubscription(assignors['cooperative-sticky'], subscription);
  new DataView(bytes.buffer, bytes.byteOffset).setInt16(0, 99);
  expect(decodeMember('m', null, bytes, assignors['cooperative-sticky']).topics).toEqual(['t', 'u']);
});

test('assignments round-trip, and no bytes are none', () => {
  expect(decodeAssignment(encodeAssignment(owned))).toEqual(owned);
  expect(decodeAssignment(new Uint8Array(0))).toEqual([]);
});
