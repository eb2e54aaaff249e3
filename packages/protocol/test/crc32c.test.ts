import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembleCrc32c } from '../scripts/crc32c-wasm.ts';
import { advanceCrc32cByTable } from '../src/crc/crc32c-table.ts';
import { CRC32C_MODULE } from '../src/crc/crc32c-wasm-bytes.ts';
import { loadCrc32cWasm } from '../src/crc/crc32c-wasm.ts';
import { crc32c } from '../src/crc/index.ts';

const known = JSON.parse(readFileSync(new URL('data/crc32c.json', import.meta.url), 'utf8')) as { data: string; crc32c: number }[];

const noise = (length: number): Uint8Array => {
  let state = 0x9e3779b9;
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24);
};

test('known bytes have their known checksum', () => {
  expect(known.length).toBeGreaterThan(20);
  for (const { data, crc32c: expected } of known) expect(crc32c(Buffer.from(data, 'hex'))).toBe(expected);
});

test('the vectors come to what the tables come to, at every length around a boundary and from every start', () => {
  const wasm = loadCrc32cWasm();
  expect(wasm).toBeDefined();
  const bytes = noise(300_000);
  const lengths = [...Array(1200).keys(), 3343, 3344, 3407, 3408, 3409, 4096, 16_384, 65_537, 126_975, 126_976, 126_977, 127_500, 300_000 - 7];
  for (const length of lengths) {
    const start = length % 7;
    expect([length, wasm!(-1, bytes, start, start + length)]).toEqual([length, advanceCrc32cByTable(-1, bytes, start, start + length)]);
  }
});

test('pieces one after another come to the whole', () => {
  const bytes = noise(10_000);
  for (const cut of [0, 1, 511, 5000, 9999]) expect(crc32c(bytes, cut, bytes.length, crc32c(bytes, 0, cut))).toBe(crc32c(bytes));
});

test('the committed module is what its script assembles', () => {
  expect(CRC32C_MODULE).toEqual(assembleCrc32c());
});
