import { expect, test } from 'vitest';
import { partitionText, type TopicPartition } from '@millrace/network-client';
import { assignors, type GroupMember } from '../src/index.js';

function member(memberId: string, topics: readonly string[], owned: readonly string[] = [], generation = owned.length === 0 ? -1 : 1, groupInstanceId: string | null = null): GroupMember {
  return { memberId, groupInstanceId, topics, ownedPartitions: owned.map(parse), generation };
}

function parse(text: string): TopicPartition {
  const at = text.lastIndexOf('-');
  return { topic: text.slice(0, at), partition: Number(text.slice(at + 1)) };
}

/** Shares as `{ member: 't-0 t-1' }`. */
function shares(name: keyof typeof assignors, members: readonly GroupMember[], counts: Record<string, number>): Record<string, string> {
  const result = assignors[name].assign(members, new Map(Object.entries(counts)));
  return Object.fromEntries([...result].map(([id, partitions]) => [id, partitions.map(partitionText).join(' ')]));
}

test('range: neighbours of each topic, the first members one more', () => {
  expect(shares('range', [member('b', ['t', 'u']), member('a', ['t', 'u'])], { t: 3, u: 3 })).toEqual({ a: 't-0 t-1 u-0 u-1', b: 't-2 u-2' });
  expect(shares('range', [member('a', ['t']), member('b', ['t', 'u']), member('c', ['t'])], { t: 7, u: 2 })).toEqual({ a: 't-0 t-1 t-2', b: 't-3 t-4 u-0 u-1', c: 't-5 t-6' });
  expect(shares('range', [member('a', ['t']), member('b', ['t'])], { t: 1 })).toEqual({ a: 't-0', b: '' });
});

test('static members come in the order of their instance ids, whatever member ids they have now', () => {
  const members = [member('z', ['t'], [], -1, 'first'), member('a', ['t'], [], -1, 'second')];
  expect(shares('range', members, { t: 2 })).toEqual({ z: 't-0', a: 't-1' });
});

test('round robin: one by one over all topics, past those who do not want one', () => {
  expect(shares('roundrobin', [member('a', ['t', 'u']), member('b', ['t', 'u'])], { t: 3, u: 3 })).toEqual({ a: 't-0 t-2 u-1', b: 't-1 u-0 u-2' });
  const uneven = [member('a', ['t0']), member('b', ['t0', 't1']), member('c', ['t0', 't1', 't2'])];
  expect(shares('roundrobin', uneven, { t0: 1, t1: 2, t2: 3 })).toEqual({ a: 't0-0', b: 't1-0', c: 't1-1 t2-0 t2-1 t2-2' });
});

test('sticky, the example of KIP-54: when a member leaves, the others keep all they had', () => {
  const counts = { t0: 2, t1: 2, t2: 2, t3: 2 };
  const topics = Object.keys(counts);
  const staying = [member('c0', topics, ['t0-0', 't1-1', 't3-0']), member('c2', topics, ['t1-0', 't2-1', 't3-1'])];
  const after = shares('sticky', staying, counts);
  expect(after['c0']!.split(' ')).toEqual(expect.arrayContaining(['t0-0', 't1-1', 't3-0']));
  expect(after['c2']!.split(' ')).toEqual(expect.arrayContaining(['t1-0', 't2-1', 't3-1']));
  expect([after['c0']!.split(' ').length, after['c2']!.split(' ').length]).toEqual([4, 4]);
});

test('sticky: a new member gets its share and nothing else moves', () => {
  const before = ['t-0', 't-1', 't-2', 't-3', 't-4', 't-5'];
  const after = shares('sticky', [member('a', ['t'], before.slice(0, 3)), member('b', ['t'], before.slice(3)), member('c', ['t'])], { t: 6 });
  expect(after).toEqual({ a: 't-0 t-1', b: 't-3 t-4', c: 't-2 t-5' });
});

test('sticky: of two claims the later generation counts, of two equal ones none', () => {
  const claims = [member('a', ['t'], ['t-0', 't-1'], 1), member('b', ['t'], ['t-0', 't-1'], 2)];
  expect(shares('sticky', claims, { t: 2 })).toEqual({ a: 't-1', b: 't-0' });
  expect(shares('sticky', [member('a', ['t'], ['t-1'], 2), member('b', ['t'], ['t-1'], 2)], { t: 2 })).toEqual({ a: 't-0', b: 't-1' });
});

test('sticky is as even as the subscriptions allow, for any of them', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const topics = ['t0', 't1', 't2', 't3'];
    const members = Array.from({ length: 1 + (seed % 5) }, (_, index) => member(`m${index}`, topics.filter((_topic, at) => ((seed >> (at + (index % 3))) & 1) === 0 || at === index % 4)));
    const counts = new Map(topics.map((topic, at) => [topic, (seed * (at + 3)) % 7]));
    const result = assignors.sticky.assign(members, counts);
    const wanted = [...counts].filter(([topic]) => members.some((one) => one.topics.includes(topic))).reduce((sum, [, count]) => sum + count, 0);
    expect(new Set([...result.values()].flat().map(partitionText)).size, `seed ${seed}`).toBe(wanted);
    for (const [fullId, full] of result) {
      for (const [otherId, other] of result) {
        const otherTopics = members.find((one) => one.memberId === otherId)!.topics;
        const movable = full.some((partition) => otherTopics.includes(partition.topic));
        if (movable) expect(full.length - other.length, `seed ${seed}: ${fullId} and ${otherId}`).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('cooperative: what moves is given to nobody first, and to the other in the next round', () => {
  const first = [member('a', ['t'], ['t-0', 't-1', 't-2', 't-3']), member('b', ['t'])];
  expect(shares('cooperative-sticky', first, { t: 4 })).toEqual({ a: 't-0 t-1', b: '' });
  const second = [member('a', ['t'], ['t-0', 't-1'], 2), member('b', ['t'])];
  expect(shares('cooperative-sticky', second, { t: 4 })).toEqual({ a: 't-0 t-1', b: 't-2 t-3' });
});

test('topics that nobody wants or that have no partitions are left alone', () => {
  for (const name of ['range', 'roundrobin', 'sticky', 'cooperative-sticky'] as const) {
    expect(shares(name, [member('a', ['t', 'gone'])], { t: 1, gone: 0, other: 5 }), name).toEqual({ a: 't-0' });
  }
});
