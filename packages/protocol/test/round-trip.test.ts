import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCodecs } from '../scripts/vectors/codecs.js';
import { Reader } from '../src/reader.js';
import { Writer } from '../src/writer.js';
import { arbitraryMessage } from './arbitrary-message.js';

const RUNS_PER_VERSION = 12;

test.each([...(await loadCodecs()).values()].map(({ message, codec }) => ({ name: message.name, message, codec })))(
  '$name comes back as it was written, in every version',
  ({ message, codec }) => {
    const writer = new Writer(1);
    for (let version = codec.minVersion; version <= codec.maxVersion; version++) {
      fc.assert(
        fc.property(arbitraryMessage(message, version), (value) => {
          writer.reset();
          codec.encode(writer, value, version);
          const reader = new Reader(writer.finish());
          const back = codec.decode(reader, version);
          expect(reader.remaining).toBe(0);
          if (!isDeepStrictEqual(plain(back), plain(value))) expect(back).toEqual(value);
        }),
        { numRuns: RUNS_PER_VERSION, seed: version },
      );
    }
  },
);

/** fast-check makes records without a prototype. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
