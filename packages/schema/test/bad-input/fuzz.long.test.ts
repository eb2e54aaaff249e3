import fc from 'fast-check';
import { test } from 'vitest';
import { changed, changes, SEEDS } from './mutations.js';
import { useSchema } from './use-schema.js';

// The same schemas on every run; another seed is for looking further.
const seed = Number(process.env['MILLRACE_SEED'] ?? 1);

test.each(['AVRO', 'JSON', 'PROTOBUF'] as const)('%s: a schema that was tampered with is taken or refused with a place', (type) => {
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS[type]), changes, fc.boolean(), (seed, list, isNew) => void useSchema(type, changed(seed, list), isNew)),
    { numRuns: 20_000, seed },
  );
}, 900_000);

test.each(['AVRO', 'JSON', 'PROTOBUF'] as const)('%s: any text, and any JSON', (type) => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), fc.boolean(), (text, isNew) => void useSchema(type, text, isNew)), { numRuns: 10_000, seed });
}, 900_000);
