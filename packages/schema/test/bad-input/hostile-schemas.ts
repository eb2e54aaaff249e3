import type { SchemaErrorCode, SchemaType } from '@millrace/schema';

/** A schema of about `size` characters made to take forever; `code` where it must be refused. */
export interface HostileSchema {
  readonly type: SchemaType;
  readonly name: string;
  readonly text: (size: number) => string;
  readonly code?: SchemaErrorCode;
}

/** As many pieces as fit. */
function many(size: number, piece: (index: number) => string, separator = ','): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const text = piece(index);
    pieces.push(text);
    length += text.length + separator.length;
  }
  return pieces.join(separator);
}

const list = <T>(count: number, item: (index: number) => T): T[] => Array.from({ length: Math.floor(count) }, (_, index) => item(index));
const byKey = (count: number, entry: (index: number) => [string, unknown]) => Object.fromEntries(list(count, entry));
const json = (schema: unknown) => JSON.stringify(schema);
const modern = (schema: object) => json({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema });
/** Numbers of fields, past those that Protobuf keeps for itself. */
const tag = (index: number) => (index < 18_999 ? index + 1 : index + 1_002);
const proto3 = (body: string) => `syntax = "proto3"; ${body}`;

const AVRO: readonly HostileSchema[] = [
  { type: 'AVRO', name: 'many fields', text: (size) => `{"type":"record","name":"R","fields":[${many(size, (i) => `{"name":"f${i}","type":"int","default":1}`)}]}` },
  { type: 'AVRO', name: 'many records', text: (size) => `[${many(size, (i) => `{"type":"record","name":"R${i}","fields":[]}`)}]` },
  { type: 'AVRO', name: 'a long chain of names', text: () => `[${list(5_000, (i) => `{"type":"record","name":"R${i}","fields":[{"name":"f","type":"R${i + 1}"}]}`).join()},{"type":"record","name":"R5000","fields":[]}]`, code: 'LIMIT_EXCEEDED' },
  {
    type: 'AVRO',
    name: 'a name defined again and again',
    text: (size) => `{"type":"record","name":"U","fields":[{"name":"a","type":{"type":"record","name":"R","p":"${'x'.repeat(size / 2)}","fields":[]}},${many(size / 2, (i) => `{"name":"f${i}","type":{"type":"record","name":"R","fields":[]}}`)}]}`,
    code: 'INVALID_SCHEMA',
  },
  { type: 'AVRO', name: 'a large record in each of its fields', text: (size) => `{"type":"record","name":"R","fields":[${many(size, (i) => `{"name":"f${i}","type":{"type":"record","name":"R${i}","fields":[{"name":"a","type":["null","R"]}]}}`)}]}` },
  { type: 'AVRO', name: 'many symbols', text: (size) => `{"type":"enum","name":"E","symbols":[${many(size, (i) => `"S${i}"`)}]}` },
  { type: 'AVRO', name: 'deep types', text: (size) => '{"type":"array","items":'.repeat(size / 24), code: 'LIMIT_EXCEEDED' },
  { type: 'AVRO', name: 'deep JSON', text: (size) => '['.repeat(size), code: 'LIMIT_EXCEEDED' },
  { type: 'AVRO', name: 'a long number', text: (size) => `{"type":"int","x":${'9'.repeat(size)}}` },
  { type: 'AVRO', name: 'a long name', text: (size) => `{"type":"record","name":"${'a.'.repeat(size / 2)}R","fields":[]}` },
];

const JSON_SCHEMAS: readonly HostileSchema[] = [
  { type: 'JSON', name: 'many properties', text: (size) => json({ type: 'object', properties: byKey(size / 40, (i) => [`p${i}`, { type: 'string' }]), required: list(size / 40, (i) => `p${i}`) }) },
  { type: 'JSON', name: 'many alternatives', text: (size) => json({ anyOf: list(size / 30, (i) => ({ type: 'string', maxLength: i })) }) },
  { type: 'JSON', name: 'many parts', text: (size) => modern({ type: 'object', allOf: list(size / 40, (i) => ({ properties: { [`p${i}`]: {} } })) }) },
  { type: 'JSON', name: 'many types', text: (size) => modern({ type: list(size / 10, () => 'string'), minLength: 1 }) },
  { type: 'JSON', name: 'many patterns', text: (size) => json({ patternProperties: byKey(size / 50, (i) => [`^(a|b)+x${i}$`, {}]), properties: byKey(size / 50, (i) => [`abab${i}`, {}]) }) },
  { type: 'JSON', name: 'many references', text: (size) => json({ definitions: { a: { type: 'string' } }, allOf: list(size / 30, () => ({ $ref: '#/definitions/a' })) }) },
  { type: 'JSON', name: 'a long id and many references', text: (size) => json({ $id: `http://x/${'y'.repeat(size / 2)}`, definitions: { a: {} }, allOf: list(size / 60, () => ({ $ref: '#/definitions/a' })) }), code: 'LIMIT_EXCEEDED' },
  { type: 'JSON', name: 'a circle of references', text: (size) => json({ definitions: byKey(size / 50, (i) => [`d${i}`, { items: { $ref: `#/definitions/d${(i + 1) % Math.floor(size / 50)}` } }]), $ref: '#/definitions/d0' }) },
  { type: 'JSON', name: 'references to references', text: (size) => json({ definitions: { ...byKey(size / 50, (i) => [`d${i}`, { $ref: `#/definitions/d${i + 1}` }]), [`d${Math.floor(size / 50)}`]: {} }, $ref: '#/definitions/d0' }) },
  { type: 'JSON', name: 'references that lead to themselves', text: () => '{"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}},"items":{"$ref":"#/definitions/a"}}', code: 'INVALID_REFERENCE' },
  { type: 'JSON', name: 'a long number', text: (size) => `{"maximum":${'9'.repeat(size)},"multipleOf":${'3'.repeat(1_000)}.5}` },
  { type: 'JSON', name: 'deep schemas', text: (size) => '{"not":'.repeat(size / 7), code: 'LIMIT_EXCEEDED' },
  { type: 'JSON', name: 'a long reference', text: (size) => json({ $ref: '../'.repeat(size / 3) }), code: 'LIMIT_EXCEEDED' },
  { type: 'JSON', name: 'a pattern made to hang', text: () => json({ type: 'object', patternProperties: { '^(a+)+$': {} }, properties: { [`${'a'.repeat(2_000)}!`]: {} } }) },
];

const PROTOBUF: readonly HostileSchema[] = [
  { type: 'PROTOBUF', name: 'many fields', text: (size) => proto3(`message M { ${many(size, (i) => `string f${i} = ${tag(i)};`, ' ')} }`) },
  { type: 'PROTOBUF', name: 'a circle of messages', text: (size) => proto3(list(size / 30, (i) => `message M${i} { M${(i + 1) % Math.floor(size / 30)} a = 1; }`).join(' ')) },
  { type: 'PROTOBUF', name: 'a large message in each of its fields', text: (size) => proto3(`message M { ${many(size, (i) => `map<string, M> f${i} = ${tag(i)};`, ' ')} }`) },
  { type: 'PROTOBUF', name: 'many reserved numbers', text: (size) => proto3(`message M { reserved ${many(size / 2, (i) => String(2_000_000 + 2 * i))}; ${many(size / 2, (i) => `string f${i} = ${tag(i)};`, ' ')} }`) },
  { type: 'PROTOBUF', name: 'deep messages', text: (size) => proto3('message M { '.repeat(size / 12)), code: 'LIMIT_EXCEEDED' },
  {
    type: 'PROTOBUF',
    name: 'deep messages with long names',
    text: (size) => proto3(`${list(150, (i) => `message ${'n'.repeat(90)}${i} { `).join('')} ${list(size / 80, (i) => `n f${i} = ${tag(i)};`).join('')} ${'}'.repeat(150)} message n {}`),
  },
  { type: 'PROTOBUF', name: 'comments', text: (size) => proto3(`${'//\n'.repeat(size / 6)} ${'/**/'.repeat(size / 8)} message M {}`) },
  { type: 'PROTOBUF', name: 'a comment that never ends', text: (size) => proto3('/*'.repeat(size / 2)), code: 'INVALID_SCHEMA' },
  { type: 'PROTOBUF', name: 'blanks', text: (size) => proto3(`${' \n'.repeat(size / 2)} message M {}`) },
  { type: 'PROTOBUF', name: 'a long number', text: (size) => proto3(`option (x) = ${'9'.repeat(size)}; message M { int32 a = 1 [deprecated = ${'9'.repeat(size)}]; }`), code: 'INVALID_SCHEMA' },
  { type: 'PROTOBUF', name: 'a long default', text: (size) => `message M { optional int64 a = 1 [default = ${'9'.repeat(size)}]; }` },
  { type: 'PROTOBUF', name: 'many imports', text: (size) => proto3(`${many(size, () => 'import public "google/protobuf/any.proto";', ' ')} message M {}`) },
  { type: 'PROTOBUF', name: 'many constants', text: (size) => proto3(`enum E { ${many(size, (i) => `V${i} = ${i};`, ' ')} } message M { E e = 1; }`) },
  {
    type: 'PROTOBUF',
    name: 'many custom options',
    text: (size) =>
      `syntax = "proto2"; import "google/protobuf/descriptor.proto"; message O { ${list(size / 80, (i) => `optional int32 f${i} = ${tag(i)};`).join(' ')} } extend google.protobuf.MessageOptions { optional O o = 50000; } message M { ${list(size / 80, (i) => `option (o).f${i} = 1;`).join(' ')} }`,
  },
  { type: 'PROTOBUF', name: 'many extensions', text: (size) => `syntax = "proto2"; message X { extensions 20000 to max; } extend X { ${many(size, (i) => `optional int32 f${i} = ${i + 20_000};`, ' ')} }` },
  { type: 'PROTOBUF', name: 'zeros in base64', text: (size) => 'AAAA'.repeat(size / 4), code: 'INVALID_SCHEMA' },
  { type: 'PROTOBUF', name: 'an import that leads back', text: () => proto3('import "self.proto"; message M {}'), code: 'INVALID_REFERENCE' },
  { type: 'PROTOBUF', name: 'escapes', text: (size) => `option java_package = "${'\\001'.repeat(size / 4)}"; message M {}` },
];

export const HOSTILE_SCHEMAS: readonly HostileSchema[] = [...AVRO, ...JSON_SCHEMAS, ...PROTOBUF];
