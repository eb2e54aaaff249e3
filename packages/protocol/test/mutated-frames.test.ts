import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCodecs } from '../scripts/vectors/codecs.js';
import type { FrameVector } from '../scripts/vectors/frame-vectors.js';
import { readLines } from '../scripts/vectors/run.js';
import { decodeRequestHeader, decodeResponseHeader } from '../src/frame.js';
import type { MessageCodec } from '../src/message-codec.js';
import { ProtocolError } from '../src/protocol-error.js';
import { Reader } from '../src/reader.js';

const FRAMES = 100_000;

interface Sample {
  readonly bytes: Uint8Array;
  readonly request: boolean;
  readonly version: number;
  readonly codec: MessageCodec<unknown>;
}

test('mutated frames are read or refused with one class of error that names the place', async () => {
  const samples = await loadSamples();
  const random = mulberry32(20260101);
  let refused = 0;
  for (let i = 0; i < FRAMES; i++) {
    const sample = samples[Math.floor(random() * samples.length)]!;
    const frame = mutate(sample.bytes, random);
    try {
      const size = countObjects(decodeFrame(sample, frame));
      // Every array element and tag took at least a byte of the frame.
      expect(size).toBeLessThanOrEqual(40 * (frame.length + 40));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      refused++;
      expect(error.messageName, error.message).not.toBe('');
      expect(error.path, error.message).not.toBe('');
      expect(error.offset, error.message).toBeGreaterThanOrEqual(0);
      expect(error.offset, error.message).toBeLessThanOrEqual(frame.length);
    }
  }
  expect(refused).toBeGreaterThan(FRAMES / 10);
  expect(refused).toBeLessThan(FRAMES);
});

function decodeFrame({ request, version, codec }: Sample, frame: Uint8Array): unknown {
  const reader = new Reader(frame, 4);
  if (request) decodeRequestHeader(reader);
  else decodeResponseHeader(reader, codec, version);
  return codec.decode(reader, version);
}

async function loadSamples(): Promise<Sample[]> {
  const known = await loadCodecs();
  return readLines(fileURLToPath(new URL('vectors/frames.jsonl', import.meta.url)))
    .map((line) => JSON.parse(line) as FrameVector)
    .filter(({ message, version }) => version <= known.get(message)!.codec.maxVersion)
    .map(({ hex, frame, message, version }) => ({
      bytes: Uint8Array.from(Buffer.from(hex, 'hex')),
      request: frame === 'request',
      version,
      codec: known.get(message)!.codec,
    }));
}

/** One to four changes: a bit, a byte, a run made of one value, a cut, an insertion. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let frame = bytes.slice();
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const at = 4 + Math.floor(random() * Math.max(1, frame.length - 4));
    const value = Math.floor(random() * 256);
    const length = 1 + Math.floor(random() * 5);
    const kind = Math.floor(random() * 5);
    if (kind === 0) frame[at] = frame[at]! ^ (1 << (value & 7));
    else if (kind === 1) frame[at] = value;
    else if (kind === 2) frame.fill(value < 128 ? 0xff : 0x7f, at, at + length);
    else if (kind === 3) frame = frame.slice(0, at);
    else frame = Uint8Array.of(...frame.subarray(0, at), ...new Uint8Array(length).fill(value), ...frame.subarray(at));
    if (frame.length < 5) return frame;
  }
  return frame;
}

/** How many objects, fields and elements a message is made of. */
function countObjects(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countObjects(inner), 1);
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
