import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runVectors } from '../scripts/vectors/run.js';

test('every vector of Apache Kafka passes', async () => {
  const { passed, failures } = await runVectors(fileURLToPath(new URL('vectors', import.meta.url)));
  expect(failures).toEqual([]);
  expect(passed).toBe(6943);
});
