import { describe, expect, it } from 'vitest';
import { parseSchema, taggedEntities, withTags, type AnySchema, type EntityTags, type SchemaType } from '@millrace/schema';

const parsed = (schemaType: SchemaType, schema: string): AnySchema => parseSchema(schemaType, { schema, references: [], resolve: () => undefined, isNew: false });
const record = (entityPath: string, ...tags: string[]): EntityTags => ({ schemaEntity: { entityPath, entityType: 'sr_record' }, tags });
const field = (entityPath: string, ...tags: string[]): EntityTags => ({ schemaEntity: { entityPath, entityType: 'sr_field' }, tags });
const both = (type: SchemaType, text: string, add: readonly EntityTags[], remove: readonly EntityTags[] = []): EntityTags[] => taggedEntities(parsed(type, withTags(parsed(type, text), { add, remove })));

describe('tags of Avro', () => {
  const user = JSON.stringify({
    type: 'record', name: 'User', namespace: 'org.acme', 'confluent:tags': ['OWN'],
    fields: [
      { name: 'name', type: 'string', 'confluent:tags': ['PII', 'NAME'] },
      { name: 'homes', type: { type: 'array', items: ['null', { type: 'record', name: 'Home', fields: [{ name: 'city', type: { type: 'map', values: { type: 'record', name: 'other.Deep', fields: [{ name: 'x', type: 'int' }] } } }] }] } },
      { name: 'next', type: ['null', 'User'], default: null },
    ],
  });

  it('are found by full names', () => {
    expect(taggedEntities(parsed('AVRO', user))).toEqual([record('org.acme.User', 'OWN'), field('org.acme.User.name', 'PII', 'NAME')]);
  });

  it('are added and removed, wherever the record is defined', () => {
    expect(both('AVRO', user, [field('.org.acme.User.name', 'NEW', 'PII'), field('org.acme.Home.city', 'A'), record('other.Deep', 'B'), field('Deep.x', 'C')], [record('User', 'OWN'), field('org.acme.User.name', 'NAME', 'NOT_THERE')])).toEqual([
      field('org.acme.User.name', 'PII', 'NEW'), field('org.acme.Home.city', 'A'), record('other.Deep', 'B'), field('other.Deep.x', 'C'),
    ]);
  });

  it('leave the rest of the text as it is', () => {
    const text = '{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":1.0,"x":[9007199254740993]}]}';
    expect(withTags(parsed('AVRO', text), { add: [field('R.a', 'T')], remove: [] })).toBe(parsed('AVRO', text).canonicalString.replace('}]}', ',"confluent:tags":["T"]}]}'));
  });

  it.each([field('org.acme.User.nothing', 'T'), field('org.acme.Nobody.name', 'T'), record('org.acme', 'T'), field('name', 'T'), record('', 'T')])('say that %j leads nowhere', (entity) => {
    expect(() => withTags(parsed('AVRO', user), { add: [entity], remove: [] })).toThrow(`No matching path '${entity.schemaEntity.entityPath}' found in the schema`);
  });
});

describe('tags of JSON Schema', () => {
  const order = JSON.stringify({
    type: 'object', 'confluent:tags': ['OWN'],
    properties: {
      name: { type: 'string', 'confluent:tags': ['PII'] },
      lines: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
      pay: { oneOf: [{ type: 'null' }, { type: 'object', properties: { card: { type: 'string' } } }] },
      not: { not: { properties: { x: {} } } },
    },
    if: { properties: { a: {} } },
    $defs: { 'Card.Details': { type: 'object', properties: { number: { type: 'string' } } } },
  });

  it('are found, added and removed by what a path goes through', () => {
    const tagged = [
      record('object', 'NEW'), field('object.lines.array.object.price', 'A'), record('object.lines.array.object', 'B'), field('object.pay.oneof.1.object.card', 'C'),
      field('object.not.not.object.x', 'D'), field('conditional.if.object.a', 'E'), field('object.$defs.Card.Details.object.number', 'F'),
    ];
    expect(taggedEntities(parsed('JSON', order))).toEqual([record('object', 'OWN'), field('object.name', 'PII')]);
    const changed = both('JSON', order, tagged, [record('object', 'OWN'), field('object.name', 'PII')]);
    expect(changed).toHaveLength(tagged.length);
    expect(changed).toEqual(expect.arrayContaining(tagged));
  });

  it.each([field('object.nothing', 'T'), field('object.pay.oneof.7.object.card', 'T'), record('array.object', 'T'), field('', 'T')])('say that %j leads nowhere', (entity) => {
    expect(() => withTags(parsed('JSON', order), { add: [entity], remove: [] })).toThrow('No matching path');
  });
});

describe('tags of Protobuf', () => {
  const user = 'syntax = "proto3";\npackage org.acme;\n\nimport "confluent/meta.proto";\n\nmessage User {\n  option (confluent.message_meta).tags = "OWN";\n\n  string name = 1 [(confluent.field_meta) = {\n    doc: "who",\n    tags: [\n      "PII"\n    ]\n  }];\n  Home home = 2;\n  oneof id {\n    int32 number = 3;\n  }\n\n  message Home {\n    string city = 1;\n  }\n}\n';

  it('are found, added and removed by the names of messages, without the package', () => {
    expect(taggedEntities(parsed('PROTOBUF', user))).toEqual([record('User', 'OWN'), field('User.name', 'PII')]);
    expect(both('PROTOBUF', user, [field('.User.Home.city', 'A'), field('User.number', 'B'), record('User', 'NEW')], [field('User.name', 'PII')])).toEqual([record('User', 'OWN', 'NEW'), field('User.number', 'B'), field('User.Home.city', 'A')]);
  });

  it('are written as one message, and what else it says stays', () => {
    const text = withTags(parsed('PROTOBUF', user), { add: [field('User.name', 'NEW')], remove: [record('User', 'OWN')] });
    expect(text).toContain('  string name = 1 [(confluent.field_meta) = {\n    doc: "who",\n    tags: [\n      "PII",\n      "NEW"\n    ]\n  }];');
    expect(text).not.toContain('message_meta');
  });

  it('import what they are defined by', () => {
    const text = withTags(parsed('PROTOBUF', 'syntax = "proto3";\nmessage A { int32 b = 1; }'), { add: [field('A.b', 'T')], remove: [] });
    expect(text).toContain('import "confluent/meta.proto";');
    expect(() => parseSchema('PROTOBUF', { schema: text, references: [], resolve: () => undefined, isNew: true })).not.toThrow();
  });

  it.each([field('User.nothing', 'T'), record('org.acme.User', 'T'), record('Home', 'T')])('say that %j leads nowhere', (entity) => {
    expect(() => withTags(parsed('PROTOBUF', user), { add: [entity], remove: [] })).toThrow('No matching path');
  });
});
