import fc from 'fast-check';
import type { Field, Message, Struct, Versions } from '../scripts/generator/definition.js';
import { messageValue } from '../scripts/vectors/message-value.js';
import { uuidFromBytes } from '../src/uuid.js';

type Value = Record<string, unknown>;

/** Any message of one version, as decoding would give it: what the version lacks has its default. */
export function arbitraryMessage(message: Message, version: number): fc.Arbitrary<Value> {
  const flexible = version >= message.flexible;
  const has = (versions: Versions | null): boolean => versions !== null && version >= versions.from && version <= versions.to;

  const structOf = (struct: Struct): fc.Arbitrary<Value> => {
    const defaults = messageValue({ ...message, root: struct }, {}, version, [], false);
    const parts: Record<string, fc.Arbitrary<unknown>> = {};
    for (const field of struct.fields) {
      const there = has(field.versions) && (field.tag === null || has(field.tagged));
      parts[field.name] = there ? valueOf(field) : fc.constant(defaults[field.name]);
    }
    if (message.flexible <= message.versions.to) parts['unknownTags'] = flexible ? unknownTags : fc.constant(undefined);
    return fc.record(parts);
  };

  const valueOf = (field: Field): fc.Arbitrary<unknown> => {
    const one = field.struct === null ? scalarOf(field) : structOf(field.struct);
    const value = field.array ? fc.array(one, { maxLength: 3 }) : one;
    return has(field.nullable) ? fc.option(value, { nil: null, freq: 5 }) : value;
  };

  return structOf(message.root);
}

const bytes = fc.uint8Array({ maxLength: 40 });

/** Ascending, as they are written, and above every tag that is known. */
const unknownTags = fc.option(
  fc.uniqueArray(fc.integer({ min: 100, max: 0xffff_ffff }), { minLength: 1, maxLength: 3 }).chain((tags) =>
    fc.tuple(...tags.toSorted((a, b) => a - b).map((tag) => bytes.map((data) => ({ tag, data })))),
  ),
  { nil: undefined, freq: 3 },
);

function scalarOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'bool':
      return fc.boolean();
    case 'string':
      return fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ unit: 'grapheme-ascii', maxLength: 200 }));
    case 'uuid':
      return fc.uint8Array({ minLength: 16, maxLength: 16 }).map((raw) => uuidFromBytes(raw));
    case 'bytes':
    case 'records':
      return bytes;
    case 'float64':
      return fc.double({ noNaN: true });
    case 'int64':
      return field.exact ? fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) : fc.oneof(fc.maxSafeInteger(), fc.constant(2 ** 63), fc.constant(-(2 ** 63)));
    default:
      return integerOf(field.type);
  }
}

function integerOf(type: string): fc.Arbitrary<number> {
  const bits = Number(/\d+/.exec(type)?.[0]);
  return type.startsWith('u') ? fc.integer({ min: 0, max: 2 ** bits - 1 }) : fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
}
