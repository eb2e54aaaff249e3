import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { portableGzip } from '../src/compression/gzip-portable.ts';
import { type Codec, codecById, codecByName, ensureCodec, registerCodec } from '../src/compression/index.ts';
import { xxhash32 } from '../src/compression/xxhash32.ts';
import { ProtocolError } from '../src/protocol-error.ts';

const MAX_BYTES = 2 << 20;
const codecs: [string, Codec][] = [...[0, 1, 2, 3, 4].map((id): [string, Codec] => [codecById(id).name, codecById(id)]), ['portable gzip', portableGzip]];
const compressing = codecs.filter(([name]) => name !== 'none');

// Bytes that compress: runs, repeats and noise in turn.
const bytes = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 200 })), { maxLength: 12 })
  .map((parts) => Uint8Array.from(parts.flatMap(([part, times]) => Array.from({ length: times }, () => [...part]).flat())));

const errorOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

beforeAll(() => ensureCodec(4));

describe.each(codecs)('%s', (_name, codec) => {
  test('gives back what it was given', () => {
    fc.assert(
      fc.property(bytes, (input) => Buffer.from(codec.decompress(codec.compress(input), MAX_BYTES)).equals(input)),
      { numRuns: 150 },
    );
  });

  test('takes exactly the limit, and refuses a byte more', () => {
    const packed = codec.compress(new Uint8Array(200_000));
    expect(codec.decompress(packed, 200_000)).toHaveLength(200_000);
    expect(errorOf(() => codec.decompress(packed, 199_999))).toBeInstanceOf(ProtocolError);
  });
});

describe.each(compressing)('%s', (_name, codec) => {
  test('refuses a bomb', () => {
    const bomb = codec.compress(new Uint8Array(16 << 20));
    expect(bomb.length).toBeLessThan(4 << 20);
    expect(errorOf(() => codec.decompress(bomb, MAX_BYTES))).toBeInstanceOf(ProtocolError);
  });

  test('refuses every cut of its data', () => {
    const packed = codec.compress(Uint8Array.from({ length: 3000 }, (_, at) => (at * at) >>> 5));
    for (let length = 1; length < packed.length; length += 13) {
      expect([length, errorOf(() => codec.decompress(packed.subarray(0, length), MAX_BYTES))]).toEqual([length, expect.any(ProtocolError)]);
    }
  });
});

test('the twins of gzip read each other', () => {
  const text = new TextEncoder().encode('to be or not to be, that is the question. '.repeat(500));
  const platform = codecById(1);
  expect(platform).not.toBe(portableGzip);
  for (const level of [1, 6, 9]) {
    expect(Buffer.from(portableGzip.decompress(platform.compress(text, level), MAX_BYTES)).equals(text)).toBe(true);
    expect(Buffer.from(platform.decompress(portableGzip.compress(text, level), MAX_BYTES)).equals(text)).toBe(true);
  }
});

test('snappy without framing is read', () => {
  // A literal of 5 and a copy of 5 from 5 back.
  expect(Buffer.from(codecById(2).decompress(Uint8Array.of(10, 4 << 2, 104, 101, 108, 108, 111, (5 - 4) << 2 | 1, 5), 100)).toString()).toBe('hellohello');
});

test('lz4 with checksums and content size is read, and a wrong checksum is not', () => {
  const descriptor = Uint8Array.of(0x7c, 0x40, 3, 0, 0, 0, 0, 0, 0, 0);
  const word = (value: number): number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
  const content = Uint8Array.of(97, 98, 99);
  const frame = Uint8Array.of(4, 0x22, 0x4d, 0x18, ...descriptor, (xxhash32(descriptor) >>> 8) & 255, ...word(0x8000_0003), ...content, ...word(xxhash32(content)), 0, 0, 0, 0, ...word(xxhash32(content)));
  expect(Buffer.from(codecById(3).decompress(frame, 100)).toString()).toBe('abc');
  frame[frame.length - 1]! ^= 1;
  expect(errorOf(() => codecById(3).decompress(frame, 100))).toBeInstanceOf(ProtocolError);
});

test('xxHash32 has the values of its specification', () => {
  expect(xxhash32(new Uint8Array(0))).toBe(0x02cc5d05);
  expect(xxhash32(new TextEncoder().encode('abc'))).toBe(0x32d153ff);
  expect(xxhash32(new TextEncoder().encode('Nobody inspects the spammish repetition'))).toBe(0xe2293b2f);
});

test('a codec can be replaced, and an unknown one is refused', () => {
  const before = codecById(3);
  registerCodec({ ...before, compress: () => Uint8Array.of(1) });
  expect(codecById(3).compress(Uint8Array.of(5))).toEqual(Uint8Array.of(1));
  registerCodec(before);
  expect(codecByName('lz4')).toBe(before);
  expect(codecByName('brotli')).toBeUndefined();
  expect(errorOf(() => codecById(5))).toBeInstanceOf(ProtocolError);
});
