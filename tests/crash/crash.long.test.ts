/** Fifty crashes under load, with every kind of damage that a power cut does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingKcat, titled } from '../compatibility/foreign-programs.js';
import { bundleProgram, type Program } from '../processes/program.js';
import { allKinds } from './crash-run.js';
import { crashRounds, type CrashRoundsResult } from './crash-rounds.js';

const rounds = 50;
const missing = missingKcat();
let program: Program;
let result: CrashRoundsResult | null = null;

beforeAll(() => {
  program = bundleProgram('millrace-broker');
});

afterAll(() => program.remove());

test('fifty crashes under load lose nothing that had to survive, with every kind of damage', async () => {
  result = await crashRounds({ program, rounds, withKcat: missing === null });
  const { counts, ownRecords } = result;
  expect(ownRecords).toBeGreaterThan(rounds * 100);
  expect(allKinds.filter((kind) => counts.get(kind) === 0)).toEqual([]);
}, 900_000);

test.skipIf(missing !== null)(titled("and nothing of kcat's", missing), () => {
  expect(result?.kcatRecords).toBeGreaterThan(rounds);
});
