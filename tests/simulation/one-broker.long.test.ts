import { expect, test } from 'vitest';
import { runSeeds, totals } from './seeds.js';

const seeds = 300;

test(`nothing that must be true is broken in ${seeds} seeds`, { timeout: 1_800_000 }, async () => {
  const outcomes = await runSeeds(1, (count) => count === seeds);
  console.log(totals(outcomes));
  expect(new Set(outcomes.map(({ traceHash }) => traceHash)).size).toBe(seeds);
});
