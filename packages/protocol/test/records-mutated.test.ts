import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { ensureCodec } from '../src/compression/index.ts';
import { ProtocolError } from '../src/protocol-error.ts';
import { BatchValidation, batchSizeInBytes, nextBatchSize, RecordReader, updateCrc, validateProduceRecords } from '../src/records/index.ts';

const MUTATIONS = 100_000;
const MAX_DECOMPRESSED_BYTES = 1 << 20;
const CODES: ReadonlySet<number> = new Set([0, 2, 32, 87]);

const originals = gunzipSync(readFileSync(new URL('vectors/batches.jsonl.gz', import.meta.url)))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { kind: string; hex: string })
  .filter(({ kind, hex }) => kind === 'good' && hex.length < 4000)
  .map(({ hex }) => Uint8Array.from(Buffer.from(hex, 'hex')));

let seed = 4711;
const below = (limit: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

/** A few bytes changed, sometimes the end cut, and mostly the checksum mended so that it does not tell. */
const mutate = (original: Uint8Array): Uint8Array => {
  const bytes = original.slice(0, below(4) === 0 ? below(original.length + 1) : original.length);
  for (let left = 1 + below(4); left > 0 && bytes.length > 0; left--) {
    bytes[below(bytes.length)] = below(3) === 0 ? [0, 1, 0x7f, 0x80, 0xff][below(5)]! : below(256);
  }
  const size = bytes.length > 61 ? batchSizeInBytes(bytes, 0) : 0;
  if (below(8) !== 0 && size > 61 && size <= bytes.length) updateCrc(bytes, 0);
  return bytes;
};

const read = (bytes: Uint8Array): string => {
  try {
    const reader = new RecordReader(bytes, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES });
    while (reader.nextBatch()) {
      for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) void record.headers;
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    if (error.messageName !== 'RecordBatch' || error.path === '' || error.offset < 0) throw error;
    return error.kind;
  }
};

beforeAll(() => ensureCodec(4));

test(`${MUTATIONS} damaged batches are read or refused, by one class of error`, () => {
  const outcomes: Record<string, number> = { read: 0, malformed: 0, 'unsupported-version': 0, accepted: 0, refused: 0 };
  const result = new BatchValidation();
  const rules = { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES };
  for (let index = 0; index < MUTATIONS; index++) {
    const bytes = mutate(originals[below(originals.length)]!);
    outcomes[read(bytes)]!++;
    const accepted = validateProduceRecords(bytes, rules, result);
    outcomes[accepted ? 'accepted' : 'refused']!++;
    if (!CODES.has(result.errorCode) || accepted !== (result.errorCode === 0) || (!accepted && result.message === '')) {
      expect([index, Buffer.from(bytes).toString('hex'), result.errorCode, result.message]).toBe('a code of validation');
    }
  }
  for (const [outcome, count] of Object.entries(outcomes)) expect([outcome, count > 10]).toEqual([outcome, true]);
});

test('what the broker accepts, the reader reads', () => {
  const result = new BatchValidation();
  let accepted = 0;
  for (let index = 0; index < 5000; index++) {
    const bytes = mutate(originals[below(originals.length)]!);
    if (!validateProduceRecords(bytes, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES }, result)) continue;
    accepted++;
    const batch = bytes.subarray(0, nextBatchSize(bytes, 0));
    expect(read(batch)).toBe('read');
  }
  expect(accepted).toBeGreaterThan(50);
});
