import { expect, test } from 'vitest';
import { runSeed } from './simulated-registries.js';

test('500 seeds', { timeout: 600_000 }, async () => {
  const sum = { acknowledged: 0, failed: 0, crashes: 0, cuts: 0, leaders: 0 };
  for (let seed = 1; seed <= 500; seed++) {
    const outcome = await runSeed(seed).catch((error: Error) => {
      throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
    });
    sum.acknowledged += outcome.acknowledged;
    sum.failed += outcome.failed;
    sum.crashes += outcome.crashes;
    sum.cuts += outcome.cuts;
    sum.leaders += outcome.leaders;
  }
  console.log(JSON.stringify(sum));
  expect(sum.acknowledged).toBeGreaterThan(40_000);
});
