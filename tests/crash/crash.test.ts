/** A few rounds of the crash test; `crash.long.test.ts` has fifty. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingKcat, titled } from '../compatibility/foreign-programs.js';
import { bundleProgram, type Program } from '../processes/program.js';
import { crashRounds, type CrashRoundsResult } from './crash-rounds.js';

const missing = missingKcat();
let program: Program;
let result: CrashRoundsResult | null = null;

beforeAll(() => {
  program = bundleProgram('millrace-broker');
});

afterAll(() => program.remove());

test('four crashes under load lose nothing that had to survive', async () => {
  result = await crashRounds({ program, rounds: 4, withKcat: missing === null });
  expect(result.ownRecords).toBeGreaterThan(400);
}, 180_000);

test.skipIf(missing !== null)(titled("and nothing of kcat's", missing), () => {
  expect(result?.kcatRecords).toBeGreaterThan(0);
});
