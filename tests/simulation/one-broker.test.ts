/** One broker with clients under chance; MILLRACE_SEED runs one seed only. */
import { expect, test } from 'vitest';
import { runOneBroker } from './one-broker.js';

const seed = process.env['MILLRACE_SEED'];
test('one', async () => {
  const t = performance.now();
  const outcome = await runOneBroker(Number(seed ?? 1), { onEnd: (lines) => { if (process.env['LINES']) console.log(lines.slice(-Number(process.env['LINES'])).join('\n')); } });
  console.log(performance.now() - t, JSON.stringify(outcome));
  expect(outcome.acknowledged).toBeGreaterThan(100);
});
