import { expect, test } from 'vitest';
import { checkCompatibility, type CompatibilityLevel, compatibilityLevel, compatibilityMessages, parseSchema, schemaDifferences } from '@millrace/schema';

/** A chain of records in which only the last step is compatible both ways. */
const VERSIONS = ['int', 'long', 'long'].map((type, index) => ({ schema: avro(`{"type":"record","name":"R","fields":[{"name":"f","type":"${type}"}]}`), version: index + 1 }));

function avro(schema: string, properties?: Record<string, string>) {
  return parseSchema('AVRO', { schema, ...(properties === undefined ? {} : { metadata: { properties } }) });
}

const INT = avro('{"type":"record","name":"R","fields":[{"name":"f","type":"int"}]}');

test.each<[CompatibilityLevel, readonly string[]]>([
  ['NONE', []],
  ['BACKWARD', ['BACKWARD 3']],
  ['BACKWARD_TRANSITIVE', ['BACKWARD 3']],
  ['FORWARD', []],
  ['FORWARD_TRANSITIVE', []],
  ['FULL', ['BACKWARD 3']],
  ['FULL_TRANSITIVE', ['BACKWARD 3']],
])('%s: int after long', (level, found) => {
  const { differences, against } = checkCompatibility(INT, VERSIONS, level);
  expect(differences.map(({ direction }) => `${direction} ${against?.version}`)).toEqual(found);
});

test.each<[CompatibilityLevel, number | undefined]>([
  ['BACKWARD', undefined],
  ['BACKWARD_TRANSITIVE', undefined],
  ['FORWARD', undefined],
  ['FORWARD_TRANSITIVE', 1],
  ['FULL', undefined],
  ['FULL_TRANSITIVE', 1],
])('%s: a level that is transitive goes back to the first version with differences', (level, version) => {
  expect(checkCompatibility(VERSIONS[2]!.schema, VERSIONS, level).against?.version).toBe(version);
});

test('no version is compatible with everything', () => {
  expect(checkCompatibility(INT, [], 'FULL_TRANSITIVE').isCompatible).toBe(true);
});

test('another schema type has a line without version and text', () => {
  const result = checkCompatibility(parseSchema('JSON', { schema: '{}' }), VERSIONS, 'BACKWARD');
  expect(compatibilityMessages(result, 'BACKWARD', { validateFields: false })).toEqual([
    'Incompatible because of different schema type',
    "{validateFields: 'false', compatibility: 'BACKWARD'}",
  ]);
});

test('FULL shows the old schema only if the new one cannot read old data', () => {
  const [int, long] = [{ schema: INT, version: 1 }, { schema: VERSIONS[1]!.schema, version: 1 }];
  const forwardOnly = checkCompatibility(long.schema, [int], 'FULL');
  expect(compatibilityMessages(forwardOnly, 'FULL', { validateFields: false }).map((line) => line.slice(0, 16))).toEqual(["{errorType:'TYPE", '{validateFields:']);
  const backward = checkCompatibility(int.schema, [long], 'FULL');
  expect(compatibilityMessages(backward, 'FULL', { validateFields: false }).map((line) => line.slice(0, 16))).toEqual([
    "{errorType:'TYPE",
    '{oldSchemaVersio',
    '{oldSchema: \'{"t',
    '{validateFields:',
  ]);
});

test('an old schema of more than 10 KiB is cut', () => {
  const long = avro(`{"type":"record","name":"R","doc":"${'d'.repeat(20_000)}","fields":[{"name":"f","type":"string"}]}`);
  const messages = compatibilityMessages(checkCompatibility(INT, [{ schema: long, version: 1 }], 'BACKWARD'), 'BACKWARD', { validateFields: true });
  expect(messages[2]).toBe(`{oldSchema: <truncated> '${long.canonicalString.slice(0, 10_240)}...'}`);
  expect(messages[3]).toBe("{validateFields: 'true', compatibility: 'BACKWARD'}");
});

test('a group is held against its own versions alone', () => {
  const version = (type: string, group: string | undefined, number: number) => ({
    schema: avro(`"${type}"`, group === undefined ? {} : { major: group }),
    version: number,
  });
  const previous = [version('int', '1', 1), version('string', '2', 2)];
  const check = (type: string, group?: string) => checkCompatibility(version(type, group, 3).schema, previous, 'BACKWARD', { compatibilityGroup: 'major' }).against?.version;
  expect([check('long', '1'), check('boolean', '1'), check('bytes', '2'), check('boolean', '2'), check('boolean')]).toEqual([undefined, 1, undefined, 2, undefined]);
});

test('reserved fields stay reserved, at NONE too', () => {
  const schema = '{"type":"record","name":"R","fields":[{"name":"f","type":"int"}]}';
  const previous = [{ schema: avro(schema, { 'confluent:reserved': 'g' }), version: 1 }];
  const result = checkCompatibility(avro(schema, { 'confluent:reserved': 'f , h' }), previous, 'NONE', { validateFields: true });
  expect(compatibilityMessages(result, 'NONE', { validateFields: true })).toEqual([
    "The new schema has reserved field g removed from its metadata which is present in the old schema's metadata.",
    'The new schema has field that conflicts with the reserved field f.',
    "{validateFields: 'true', compatibility: 'NONE'}",
  ]);
});

test('a level in any case, and no other word', () => {
  expect(compatibilityLevel('Full_Transitive')).toBe('FULL_TRANSITIVE');
  expect(compatibilityLevel('fully')).toBeUndefined();
});

test('the changes between two schemas, harmless ones too', () => {
  const proto = (body: string) => parseSchema('PROTOBUF', { schema: `syntax = "proto3"; message M { ${body} }` });
  expect(schemaDifferences(proto('int32 a = 1;'), proto('string a = 1; int32 b = 2;'))).toEqual([
    { type: 'FIELD_SCALAR_KIND_CHANGED', path: '#/M/1', isCompatible: false },
    { type: 'FIELD_ADDED', path: '#/M/2', isCompatible: true },
  ]);
  const [closed, open] = ['{"additionalProperties":false}', '{"additionalProperties":true}'].map((schema) => parseSchema('JSON', { schema }));
  expect(schemaDifferences(open!, closed!, 'LENIENT')).toEqual([{ type: 'ADDITIONAL_PROPERTIES_REMOVED', path: '#/additionalProperties', isCompatible: true }]);
  expect(schemaDifferences(INT, VERSIONS[1]!.schema)).toEqual([]);
  expect(schemaDifferences(VERSIONS[1]!.schema, INT)).toEqual([{ type: 'TYPE_MISMATCH', path: '/fields/0/type', isCompatible: false }]);
  expect(schemaDifferences(INT, closed!)).toEqual([{ type: 'SCHEMA_TYPE_CHANGED', path: '', isCompatible: false }]);
});
