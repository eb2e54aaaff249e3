import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { javaHash, partitionForGroup } from '../src/java-hash.js';
import { murmur2, partitionForKey } from '../src/murmur2.js';

interface Case {
  readonly key: string;
  readonly murmur2: number;
  readonly partition: Readonly<Record<string, number>>;
}

const cases = JSON.parse(readFileSync(new URL('data/murmur2.json', import.meta.url), 'utf8')) as Case[];

describe('murmur2', () => {
  test.each(cases)('of $key is what Java gives', ({ key, murmur2: hash, partition }) => {
    const bytes = Uint8Array.from(Buffer.from(key, 'hex'));
    expect(murmur2(bytes)).toBe(hash);
    for (const [count, expected] of Object.entries(partition)) expect(partitionForKey(bytes, Number(count))).toBe(expected);
  });
});

describe('the partition of a group', () => {
  test('follows Java: hash codes as in its documentation', () => {
    expect(javaHash('')).toBe(0);
    expect(javaHash('hello')).toBe(99162322);
    expect(javaHash('polygenelubricants')).toBe(-2147483648);
  });

  test('is never negative, not even for the smallest hash', () => {
    expect(partitionForGroup('polygenelubricants', 50)).toBe(0);
    expect(partitionForGroup('hello', 50)).toBe(22);
  });
});
