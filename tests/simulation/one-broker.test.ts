/** One broker with clients, as many seeds as fit the time. `MILLRACE_SEED=n` runs that seed alone, as a failure says. */
import { expect, test } from 'vitest';
import { runOneBroker } from './one-broker.js';
import { askedSeed, runSeeds, totals } from './seeds.js';

const realMs = 15_000;
const leastSeeds = 4;
const asked = askedSeed();

test.runIf(asked === null)('a seed repeats exactly, and another is another', { timeout: 600_000 }, async () => {
  const first = await runOneBroker(1);
  expect(await runOneBroker(1)).toEqual(first);
  expect((await runOneBroker(2)).traceHash).not.toBe(first.traceHash);
});

test('nothing that must be true is broken', { timeout: 600_000 }, async () => {
  const endsAt = performance.now() + realMs;
  const isEnough = (count: number): boolean => (asked === null ? count >= leastSeeds && performance.now() >= endsAt : count === 1);
  console.log(totals(await runSeeds(asked ?? 3, isEnough)));
});
