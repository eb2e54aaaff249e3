/** A few rounds of the crash test; `crash.long.test.ts` has fifty. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingKcat } from '../compatibility/foreign-programs.js';
import { bundleBroker, type BrokerProgram } from '../processes/broker-program.js';
import { crashRounds } from './crash-rounds.js';

let program: BrokerProgram;

beforeAll(() => {
  program = bundleBroker();
});

afterAll(() => program.remove());

test('four crashes under load lose nothing that had to survive', async () => {
  const run = await crashRounds({ program, rounds: 4, withKcat: missingKcat() === null });
  expect(run.records).toBeGreaterThan(0);
}, 120_000);
