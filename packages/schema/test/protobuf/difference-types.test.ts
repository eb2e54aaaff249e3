import { expect, test } from 'vitest';
import { checkCompatibility, parseSchema } from '@millrace/schema';
import { protoDifferences } from '../../src/protobuf/diff/compare-files.js';
import { PROTO_DIFFERENCE_TYPES } from '../../src/protobuf/diff/difference-types.js';
import { expectAtEachLevel } from '../compatibility/pairs.js';

const TEXTS: Readonly<Record<string, string>> = {
  PACKAGE_CHANGED: "The package at '@' in the %s schema does not match the package in the %s schema",
  MESSAGE_REMOVED: "The %s schema is missing a MESSAGE type at path '@' in the %s schema",
  FIELD_KIND_CHANGED: "The type of a field at path '@' in the %s schema does not match the %s schema",
  FIELD_SCALAR_KIND_CHANGED: "The kind of a SCALAR field at path '@' in the %s schema does not match its kind in the %s schema",
  FIELD_NAMED_TYPE_CHANGED: "The type of a MESSAGE field at path '@' in the %s schema does not match its type in the %s schema",
  FIELD_NUMERIC_LABEL_CHANGED: "The label for a NUMERIC field at path '@' in the %s schema does not match its label in the %s schema",
  REQUIRED_FIELD_ADDED: "A required field  at path '@' in the %s schema is missing in the %s schema",
  REQUIRED_FIELD_REMOVED: "The %s schema is missing a required field at path: '@' in the %s schema",
  ONEOF_FIELD_REMOVED: "The %s schema is missing a oneof field at path '@' in the %s schema",
  MULTIPLE_FIELDS_MOVED_TO_ONEOF: "Multiple fields in the oneof at path '@' in the %s schema are outside a oneof in the %s schema",
  FIELD_MOVED_TO_EXISTING_ONEOF: "A field in the oneof at path '@' in the %s schema is outside an existing oneof in the %s schema",
};

interface Row {
  readonly a: string;
  readonly b: string;
  /** What b has that a has not, and the other way round: `TYPE path` in order, harmless ones too. */
  readonly toB: readonly string[];
  readonly toA: readonly string[];
}

const proto3 = (body: string) => `syntax = "proto3"; ${body}`;
const inM = (body: string) => proto3(`message M { ${body} }`);
const proto2 = (body: string) => `message M { ${body} }`;

const ROWS: readonly Row[] = [
  { a: proto3('package a; message M {}'), b: proto3('package b; message M {}'), toB: ['PACKAGE_CHANGED #/'], toA: ['PACKAGE_CHANGED #/'] },
  { a: proto3('message M {}'), b: proto3('package b; message M {}'), toB: ['PACKAGE_CHANGED #/'], toA: ['PACKAGE_CHANGED #/'] },
  { a: proto3('message M {}'), b: proto3('message M {} message N {}'), toB: ['MESSAGE_ADDED #/N'], toA: ['MESSAGE_REMOVED #/N'] },
  { a: inM('message N {}'), b: inM(''), toB: ['MESSAGE_REMOVED #/M/N'], toA: ['MESSAGE_ADDED #/M/N'] },
  { a: proto3('message M {} message N {}'), b: proto3('message N {} message M {}'), toB: ['MESSAGE_MOVED #/M', 'MESSAGE_MOVED #/N'], toA: ['MESSAGE_MOVED #/M', 'MESSAGE_MOVED #/N'] },
  { a: proto3('enum E { A = 0; }'), b: proto3('enum F { A = 0; }'), toB: ['ENUM_REMOVED #/E', 'ENUM_ADDED #/F'], toA: ['ENUM_ADDED #/E', 'ENUM_REMOVED #/F'] },
  {
    a: proto3('enum E { A = 0; B = 1; C = 2; }'),
    b: proto3('enum E { A = 0; D = 1; E = 3; }'),
    toB: ['ENUM_CONST_CHANGED #/E/1', 'ENUM_CONST_REMOVED #/E/2', 'ENUM_CONST_ADDED #/E/3'],
    toA: ['ENUM_CONST_CHANGED #/E/1', 'ENUM_CONST_ADDED #/E/2', 'ENUM_CONST_REMOVED #/E/3'],
  },
  { a: inM('int32 a = 1;'), b: inM('int32 b = 1;'), toB: ['FIELD_NAME_CHANGED #/M/1'], toA: ['FIELD_NAME_CHANGED #/M/1'] },
  { a: inM(''), b: inM('int32 a = 1;'), toB: ['FIELD_ADDED #/M/1'], toA: ['FIELD_REMOVED #/M/1'] },
  { a: inM('int32 a = 1;'), b: inM('map<string, int32> a = 1;'), toB: ['FIELD_KIND_CHANGED #/M/1'], toA: ['FIELD_KIND_CHANGED #/M/1'] },
  { a: inM('int32 a = 1;'), b: inM('M a = 1;'), toB: ['FIELD_KIND_CHANGED #/M/1'], toA: ['FIELD_KIND_CHANGED #/M/1'] },
  { a: inM('map<string, int32> a = 1;'), b: inM('M a = 1;'), toB: ['FIELD_KIND_CHANGED #/M/1'], toA: ['FIELD_KIND_CHANGED #/M/1'] },
  { a: inM('map<string, int32> a = 1;'), b: inM('map<int32, string> a = 1;'), toB: ['FIELD_SCALAR_KIND_CHANGED #/M/1', 'FIELD_SCALAR_KIND_CHANGED #/M/1'], toA: ['FIELD_SCALAR_KIND_CHANGED #/M/1', 'FIELD_SCALAR_KIND_CHANGED #/M/1'] },
  {
    a: inM('M a = 1; message N {}'),
    b: inM('N a = 1; message N {}'),
    toB: ['FIELD_NAMED_TYPE_CHANGED #/M/1'],
    toA: ['FIELD_NAMED_TYPE_CHANGED #/M/1'],
  },
  { a: proto2('optional int32 a = 1;'), b: proto2('repeated int32 a = 1;'), toB: ['FIELD_NUMERIC_LABEL_CHANGED #/M/1'], toA: ['FIELD_NUMERIC_LABEL_CHANGED #/M/1'] },
  { a: inM('int32 a = 1;'), b: inM('repeated int32 a = 1;'), toB: [], toA: [] },
  { a: proto2('optional string a = 1;'), b: proto2('repeated bytes a = 1;'), toB: ['FIELD_STRING_OR_BYTES_LABEL_CHANGED #/M/1'], toA: ['FIELD_STRING_OR_BYTES_LABEL_CHANGED #/M/1'] },
  { a: proto2(''), b: proto2('required int32 a = 1;'), toB: ['REQUIRED_FIELD_ADDED #/M/1'], toA: ['REQUIRED_FIELD_REMOVED #/M/1'] },
  { a: inM('oneof x { int32 a = 1; }'), b: inM('oneof y { int32 a = 1; }'), toB: ['ONEOF_REMOVED #/M/x', 'ONEOF_ADDED #/M/y'], toA: ['ONEOF_ADDED #/M/x', 'ONEOF_REMOVED #/M/y'] },
  // Listed as Java walks its hash set, where p stands before o.
  { a: inM('oneof o { int32 a = 1; }'), b: inM('oneof p { int32 a = 1; }'), toB: ['ONEOF_ADDED #/M/p', 'ONEOF_REMOVED #/M/o'], toA: ['ONEOF_REMOVED #/M/p', 'ONEOF_ADDED #/M/o'] },
  { a: inM('oneof o { int32 a = 1; }'), b: inM('oneof o { int32 a = 1; int32 b = 2; }'), toB: ['ONEOF_FIELD_ADDED #/M/o/2'], toA: ['ONEOF_FIELD_REMOVED #/M/o/2'] },
  { a: inM('oneof o { int32 a = 1; }'), b: inM('oneof o { string a = 1; }'), toB: ['FIELD_SCALAR_KIND_CHANGED #/M/o/1'], toA: ['FIELD_SCALAR_KIND_CHANGED #/M/o/1'] },
  { a: inM('int32 a = 1;'), b: inM('oneof o { int32 a = 1; }'), toB: ['ONEOF_ADDED #/M/o'], toA: ['ONEOF_REMOVED #/M/o', 'FIELD_ADDED #/M/1'] },
  {
    a: inM('int32 a = 1; int32 b = 2;'),
    b: inM('oneof o { int32 a = 1; int32 b = 2; }'),
    toB: ['MULTIPLE_FIELDS_MOVED_TO_ONEOF #/M/o', 'ONEOF_ADDED #/M/o'],
    toA: ['ONEOF_REMOVED #/M/o', 'FIELD_ADDED #/M/1', 'FIELD_ADDED #/M/2'],
  },
  {
    a: inM('int32 a = 1; oneof o { int32 b = 2; }'),
    b: inM('oneof o { int32 a = 1; int32 b = 2; }'),
    toB: ['FIELD_MOVED_TO_EXISTING_ONEOF #/M/o', 'ONEOF_FIELD_ADDED #/M/o/1'],
    toA: ['ONEOF_FIELD_REMOVED #/M/o/1', 'FIELD_ADDED #/M/1'],
  },
];

function differences(from: string, to: string): string[] {
  const [original, update] = [from, to].map((schema) => parseSchema('PROTOBUF', { schema, isNew: true }));
  return protoDifferences(original!, update!).map(({ type, path }) => `${type} ${path}`);
}

/** Confluent's lines of those that are not compatible. */
function lines(found: readonly string[]): string[] {
  return found.flatMap((difference) => {
    const [type = '', path = ''] = difference.split(' ');
    const text = TEXTS[type];
    return text === undefined ? [] : [`{errorType:"${type}", description:"${text.replace('@', path)}"}`];
  });
}

test.each(ROWS)('$a to $b', ({ a, b, toB, toA }) => {
  expect(differences(a, b)).toEqual(toB);
  expect(differences(b, a)).toEqual(toA);
  expectAtEachLevel({ type: 'PROTOBUF', a, b, bReadsA: lines(toB), aReadsB: lines(toA) });
});

test('the rows have every difference type', () => {
  const seen = new Set(ROWS.flatMap((row) => [...row.toB, ...row.toA]).map((found) => found.split(' ')[0]));
  expect(PROTO_DIFFERENCE_TYPES.filter((type) => !seen.has(type))).toEqual([]);
});

const GROUPS = [['int32', 'int64', 'uint32', 'uint64', 'bool', 'E'], ['sint32', 'sint64'], ['string', 'bytes'], ['fixed32', 'sfixed32'], ['fixed64', 'sfixed64'], ['float'], ['double']];

test('scalar types are compatible within their group alone', () => {
  const groupOf = new Map(GROUPS.flatMap((group, index) => group.map((type) => [type, index] as const)));
  const text = (type: string) => inM(`${type} a = 1; enum E { Z = 0; }`);
  for (const [from, group] of groupOf) {
    for (const [to, other] of groupOf) expect(differences(text(from), text(to)), `${from} to ${to}`).toEqual(group === other ? [] : ['FIELD_SCALAR_KIND_CHANGED #/M/1']);
  }
});

test('a message of another file is compared, unless both come from the same version', () => {
  const parts = ['syntax = "proto3"; package p; message P { int32 x = 1; }', 'syntax = "proto3"; package p; message P { string x = 1; }'];
  const using = (version: number) =>
    parseSchema('PROTOBUF', {
      schema: 'syntax = "proto3"; import "part.proto"; message M { p.P p = 1; }',
      references: [{ name: 'part.proto', subject: 'part', version }],
      resolve: (reference) => ({ schema: parts[reference.version - 1] ?? '' }),
      isNew: true,
    });
  const result = checkCompatibility(using(2), [{ schema: using(1), version: 1 }], 'BACKWARD');
  expect(result.differences.map(({ type, path }) => `${type} ${path}`)).toEqual(['FIELD_SCALAR_KIND_CHANGED #/P/1', 'FIELD_NAMED_TYPE_CHANGED #/M/1']);
  expect(checkCompatibility(using(1), [{ schema: using(1), version: 1 }], 'FULL').isCompatible).toBe(true);
});

test('a map and the message that it is on the wire are the same', () => {
  const map = 'syntax = "proto2"; message M { map<string, int32> a = 1; }';
  const entry = 'syntax = "proto2"; message M { repeated AEntry a = 1; message AEntry { option map_entry = true; optional string key = 1; optional int32 value = 2; } }';
  expect(differences(map, entry)).toEqual([]);
  expect(differences(entry, map)).toEqual([]);
});
