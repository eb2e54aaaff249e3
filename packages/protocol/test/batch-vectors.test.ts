import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { runBatchVectors } from '../scripts/batch-vectors.ts';
import { ensureCodec } from '../src/compression/index.ts';

beforeAll(() => ensureCodec(4));

for (const [file, count] of [
  ['batches', 280],
  ['batch-1MiB', 1],
] as const) {
  test(`every batch of ${file} is read, written and judged as Apache Kafka does`, () => {
    const packed = readFileSync(new URL(`vectors/${file}.jsonl.gz`, import.meta.url));
    const lines = gunzipSync(packed).toString().trimEnd().split('\n');
    expect(runBatchVectors(lines)).toEqual({ passed: count, failures: [] });
  });
}
