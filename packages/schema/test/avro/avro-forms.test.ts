import { checkFields, parseSchema, SchemaError, type SchemaInput } from '@millrace/schema';
import { expect, test } from 'vitest';

const avro = (schema: unknown, more: Partial<SchemaInput> = {}) => parseSchema('AVRO', { schema: typeof schema === 'string' ? schema : JSON.stringify(schema), ...more });

/** What was sent, and what Confluent stores. */
test.each<[string, string]>([
  ['{ "type" : "string" }', '"string"'],
  ['{"type":"string","avro.java.string":"String"}', '{"type":"string","avro.java.string":"String"}'],
  ['{"type":"record","name":"a.b.R","fields":[]}', '{"type":"record","name":"R","namespace":"a.b","fields":[]}'],
  ['{"name":"R","type":"record","doc":"d","aliases":["S"],"x":1,"fields":[{"type":"int","name":"f","order":"descending","default":1,"doc":"e","y":true}]}',
    '{"type":"record","name":"R","doc":"d","fields":[{"name":"f","type":"int","doc":"e","default":1,"order":"descending","y":true}],"x":1,"aliases":["S"]}'],
  ['{"type":"record","name":"n.R","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["X"]}},{"name":"b","type":"n.E"},{"name":"c","type":"E"}]}',
    '{"type":"record","name":"R","namespace":"n","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["X"]}},{"name":"b","type":"E"},{"name":"c","type":"E"}]}'],
  ['{"type":"record","name":"R","fields":[{"name":"d","type":"double","default":1},{"name":"e","type":"long","default":10000000000}]}',
    '{"type":"record","name":"R","fields":[{"name":"d","type":"double","default":1},{"name":"e","type":"long","default":10000000000}]}'],
  ['{"type":"fixed","name":"F","size":4,"logicalType":"decimal","precision":3}', '{"type":"fixed","name":"F","size":4,"logicalType":"decimal","precision":3}'],
  ['"\\u0073tring"', '"string"'],
])('%s is stored as Avro prints it', (sent, stored) => {
  expect(avro(sent).canonicalString).toBe(stored);
});

test('members that look like numbers keep their place, and numbers their digits', () => {
  const schema = '{"type":"int","10":1,"9":12345678901234567890}';
  expect(avro(schema).canonicalString).toBe(schema);
});

test.each(['constructor', '__proto__', 'toString'])('a logical type named %s is an attribute like any other', (word) => {
  const schema = `{"type":"int","logicalType":"${word}"}`;
  expect(avro(schema).normalize().canonicalString).toBe(schema);
});

/** What was sent, and its normalized text. */
test.each<[string, string]>([
  ['{"type":"record","name":"R","doc":"","b":1,"a":{"d":1,"c":2},"aliases":["Z","Y"],"fields":[{"name":"f","type":"int","aliases":["z","y"]}]}',
    '{"type":"record","name":"R","fields":[{"name":"f","type":"int","aliases":["y","z"]}],"a":{"c":2,"d":1},"b":1,"aliases":["Y","Z"]}'],
  ['{"type":"bytes","scale":2,"precision":4,"x":1,"logicalType":"decimal"}', '{"type":"bytes","logicalType":"decimal","precision":4,"scale":2,"x":1}'],
  ['{"type":"record","name":"R","fields":[{"name":"d","type":"double","default":1}]}', '{"type":"record","name":"R","fields":[{"name":"d","type":"double","default":1.0}]}'],
])('%s is normalized', (sent, normalized) => {
  expect(avro(sent).normalize().canonicalString).toBe(normalized);
  expect(avro(sent).normalize().normalize().canonicalString).toBe(normalized);
});

const PART = { schema: '{"type":"record","name":"x.P","fields":[]}' };
const referring = () =>
  avro('{"type":"record","name":"x.R","fields":[{"name":"a","type":"P"},{"name":"b","type":"x.P"}]}', {
    references: [{ name: 'x.P', subject: 'p', version: -1 }],
    resolve: ({ version }) => ({ ...PART, version: version === -1 ? 7 : version }),
  });

test('a referenced type stays a name, and format=resolved writes it in', () => {
  expect(referring().canonicalString).toBe('{"type":"record","name":"R","namespace":"x","fields":[{"name":"a","type":"P"},{"name":"b","type":"P"}]}');
  expect(referring().formattedString('resolved')).toBe('{"type":"record","name":"R","namespace":"x","fields":[{"name":"a","type":{"type":"record","name":"P","fields":[]}},{"name":"b","type":"P"}]}');
  expect(referring().formattedString('anything')).toBe(referring().canonicalString);
});

test('the latest version is pinned, and references are sorted and single when normalized', () => {
  expect(referring().references).toEqual([{ name: 'x.P', subject: 'p', version: 7 }]);
  const twice = avro('"int"', {
    references: [{ name: 'b', subject: 's', version: 2 }, { name: 'a', subject: 's', version: 1 }, { name: 'b', subject: 's', version: 2 }],
    resolve: ({ name }) => ({ schema: `{"type":"record","name":"${name}","fields":[]}` }),
  });
  expect(twice.normalize().references).toEqual([{ name: 'a', subject: 's', version: 1 }, { name: 'b', subject: 's', version: 2 }]);
});

test('references in a circle end', () => {
  const resolve: NonNullable<SchemaInput['resolve']> = ({ name }) => ({
    schema: `{"type":"record","name":"${name}","fields":[]}`,
    references: [{ name: name === 'A' ? 'B' : 'A', subject: 's', version: 1 }],
  });
  expect(avro('["A","B"]', { references: [{ name: 'A', subject: 's', version: 1 }], resolve }).canonicalString).toBe('["A","B"]');
});

/** What is sent, where it is wrong, and what is said. */
test.each<[unknown, string, string]>([
  ['{"type":', '1:9', 'Unexpected end of the schema'],
  ['', '1:1', 'Unexpected end of the schema'],
  ['"int" "int"', '1:7', 'Unexpected text after the end of the schema'],
  [{ type: 'record', fields: [] }, '$', 'No name in schema'],
  [{ type: 'record', name: 'R' }, '$.fields', 'Record has no fields'],
  [{ type: 'record', name: '1R', fields: [] }, '$.name', 'Illegal initial character: 1R'],
  [{ type: 'record', name: 'R', fields: [{ name: 'a-b', type: 'int' }] }, '$.fields[0].name', 'Illegal character in: a-b'],
  [{ type: 'record', name: 'R', fields: [{ name: 'é', type: 'int' }] }, '$.fields[0].name', 'Illegal initial character: é'],
  [{ type: 'record', name: 'R', fields: [{ name: 'a', type: 'int' }, { name: 'a', type: 'int' }] }, '$.fields[1].name', 'Duplicate field a in record R'],
  [{ type: 'record', name: 'R', fields: [{ name: 'a', type: 'int', default: 'x' }] }, '$.fields[0].default', 'Invalid default for field a: not a "int"'],
  [{ type: 'record', name: 'R', fields: [{ name: 'a' }] }, '$.fields[0]', 'No field type'],
  [{ type: 'enum', name: 'E', symbols: ['A', 'A'] }, '$.symbols[1]', 'Duplicate enum symbol: A'],
  [{ type: 'enum', name: 'E', symbols: ['A'], default: 'B' }, '$.default', 'The Enum Default: B is not in the enum symbol set: [A]'],
  [{ type: 'fixed', name: 'F', size: -1 }, '$.size', 'Malformed data. Length is negative: -1'],
  [{ type: 'array' }, '$', 'Array has no items type'],
  [['int', 'int'], '$[1]', 'Duplicate in union: int'],
  [['int', ['string']], '$[1]', 'Nested union'],
  [{ type: 'record', name: 'int', fields: [] }, '$.name', 'Schemas may not be named after primitives: int'],
])('%j: %s %s', (schema, place, detail) => {
  expect(() => avro(schema, { isNew: true })).toThrow(new SchemaError('INVALID_SCHEMA', place, detail));
});

test('what was stored once is still taken: names beyond ASCII, defaults that do not fit', () => {
  const schema = '{"type":"record","name":"R","fields":[{"name":"é","type":"int","default":"x"}]}';
  expect(avro(schema).canonicalString).toBe(schema);
});

test('a default may fit any branch of a union', () => {
  expect(() => avro('{"type":"record","name":"R","fields":[{"name":"a","type":["null","string"],"default":"x"}]}', { isNew: true })).not.toThrow();
});

test('a name that leads nowhere is told', () => {
  expect(() => avro({ type: 'nothing' })).toThrow(new SchemaError('INVALID_REFERENCE', '$.type', '"nothing" is not a defined name'));
});

test('a reference without a target is told with its subject and version', () => {
  const input = { references: [{ name: 'P', subject: 'p', version: 3 }] };
  expect(() => avro('"P"', input)).toThrow(new SchemaError('INVALID_REFERENCE', 'references[0]', 'No schema reference found for subject "p" and version 3'));
  expect(() => avro('"P"', { ...input, resolve: () => ({ schema: '{' }) })).toThrow(new SchemaError('INVALID_SCHEMA', 'P: 1:2', 'Expected a member name in double quotes'));
});

test('fields that begin with $$ are refused where fields are validated', () => {
  expect(() => checkFields(parseSchema('JSON', { schema: '{"type":"object","properties":{"$$a":{}}}' }))).toThrow('Field names cannot start with $$ prefix at #/properties/$$a');
});

const withDefault = (type: string, value: string) => `{"type":"record","name":"R","fields":[{"name":"a","type":"${type}","default":${value}}]}`;

/** Type, default as it was sent, and as Avro prints it. */
test.each<[string, string, string]>([
  ['double', '"NaN"', '"NaN"'],
  ['float', '"NaN"', '"NaN"'],
  ['double', '"-Infinity"', '"-Infinity"'],
  ['double', '1e400', '"Infinity"'],
  ['double', '"1.5"', '1.5'],
  ['double', '4.9e-324', '4.9E-324'],
  ['double', '1e-323', '9.9E-324'],
  ['double', '2e-3', '0.002'],
])('a default of a %s sent as %s is stored as %s, which can be read again', (type, sent, stored) => {
  const text = avro(withDefault(type, sent), { isNew: true }).canonicalString;
  expect(text).toBe(withDefault(type, stored));
  expect(avro(text, { isNew: true }).canonicalString).toBe(text);
});

test('a default that is a text but no number is refused, hexadecimal too, and any text inside of a union', () => {
  const inUnion = '{"type":"record","name":"R","fields":[{"name":"a","type":["double","null"],"default":"NaN"}]}';
  expect(() => avro(inUnion, { isNew: true })).toThrow('Invalid default for field a');
  expect(() => avro(withDefault('double', '"0x10"'), { isNew: true })).toThrow('Invalid default for field a');
});

test('normalized defaults are those of the type: no minus before a whole zero, a float beyond its range infinite', () => {
  expect(avro(withDefault('double', '-0')).normalize().canonicalString).toBe(withDefault('double', '0.0'));
  expect(avro(withDefault('float', '1e39')).normalize().canonicalString).toBe(withDefault('float', '"Infinity"'));
  expect(avro(withDefault('float', '1.4e-45')).normalize().canonicalString).toBe(withDefault('float', '1.4E-45'));
});

test('comments are passed over, as of a file with a licence on top', () => {
  expect(avro('/* A licence. **/\n// and more\n{"type": /* in between */ "string", "doc": "/* text */ // too"} // end\n').canonicalString).toBe('"string"');
  expect(() => avro('"int" /* open')).toThrow(new SchemaError('INVALID_SCHEMA', '1:7', 'Unexpected text after the end of the schema'));
  expect(() => parseSchema('JSON', { schema: '// none here\n{}' })).toThrow('Unexpected text');
});

test.each([['a.1-', 'Illegal initial character: 1-'], ['', 'Empty name'], ['é', 'Illegal initial character: é']])('the alias %j of a new schema is refused', (alias, detail) => {
  const schema = { type: 'record', name: 'n.R', fields: [], aliases: ['Fine', alias] };
  expect(() => avro(schema, { isNew: true })).toThrow(new SchemaError('INVALID_SCHEMA', '$.aliases[1]', detail));
  expect(() => avro(schema)).not.toThrow();
});

const definedTwice = (first: object, second: object) => ({
  type: 'record', name: 'R', fields: [{ name: 'a', type: { name: 'S', ...first } }, { name: 'b', type: { name: 'S', ...second } }],
});

test('a name may be defined again where only docs, aliases, an enum\'s default and the order of attributes differ; the first definition stays', () => {
  const record = (more: object, field: object = {}) => ({ type: 'record', fields: [{ name: 'x', type: 'int', ...field }], ...more });
  const symbols = { type: 'enum', symbols: ['A', 'B'] };
  for (const [first, second] of [
    [record({ doc: 'd' }), record({ aliases: ['T'] })],
    [record({}, { doc: 'd' }), record({}, { aliases: ['y'] })],
    [record({ p: 1, q: 2 }), record({ q: 2, p: 1 })],
    [symbols, { ...symbols, default: 'A' }],
  ] as const) {
    expect(avro(definedTwice(first, second), { isNew: true }).canonicalString).toBe(avro({ type: 'record', name: 'R', fields: [{ name: 'a', type: { name: 'S', ...first } }, { name: 'b', type: 'S' }] }).canonicalString);
  }
  for (const [first, second] of [[record({}), record({}, { default: 1 })], [record({}), record({ p: 1 })], [symbols, { ...symbols, symbols: ['B', 'A'] }]] as const) {
    expect(() => avro(definedTwice(first, second))).toThrow("Can't redefine: S");
  }
});

test('a reference that is given twice is pinned and looked up twice', () => {
  const twice = [{ name: 'P', subject: 'p', version: -1 }, { name: 'P', subject: 'p', version: -1 }];
  const resolve: NonNullable<SchemaInput['resolve']> = ({ subject }) => (subject === 'p' ? { schema: '{"type":"record","name":"P","fields":[]}', version: 7 } : undefined);
  expect(avro('"P"', { references: twice, resolve }).references.map(({ version }) => version)).toEqual([7, 7]);
  expect(() => avro('"P"', { references: [...twice, { name: 'P', subject: 'q', version: 1 }], resolve })).toThrow('No schema reference found for subject "q" and version 1');
});
