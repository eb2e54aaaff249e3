/** Where JSON Schema may say that a member is tagged: a place that is overlooked is one that is not encrypted. */
import { expect, it } from 'vitest';
import { avroDeserializer, avroSerializer, jsonDeserializer, jsonSerializer } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

const domainRules = [{ name: 'r', kind: 'TRANSFORM', mode: 'WRITE', type: 'CEL_FIELD', tags: ['PII'], expr: 'value + "!"' }] as const;
const tagged = { type: 'string', 'confluent:tags': ['PII'] };
const string = { type: 'string' };

async function through(schema: object, value: unknown): Promise<unknown> {
  const registry = new FakeRegistry().client();
  const bytes = await jsonSerializer<unknown>({ registry, schema: JSON.stringify(schema), ruleSet: { domainRules } }).serialize('t', value);
  return jsonDeserializer<unknown>({ registry }).deserialize('t', bytes);
}

it.each<[string, object, unknown, unknown]>([
  ['a pattern of names', { patternProperties: { '^a': tagged }, additionalProperties: string }, { ab: 'x', b: 'x' }, { ab: 'x!', b: 'x' }],
  ['a name and a pattern', { properties: { ab: string }, patternProperties: { b$: tagged } }, { ab: 'x' }, { ab: 'x!' }],
  ['all other names, those of every object too', { properties: {}, additionalProperties: tagged }, { constructor: 'x', a: 'y' }, { constructor: 'x!', a: 'y!' }],
  ['a condition', JSON.parse('{"if":{"required":["a"]},"then":{"properties":{"a":{"confluent:tags":["PII"]}}}}') as object, { a: 'x' }, { a: 'x!' }],
  ['a dependency', { $schema: 'https://json-schema.org/draft/2019-09/schema', dependentSchemas: { a: { properties: { b: tagged } } } }, { a: 'x', b: 'y' }, { a: 'x', b: 'y!' }],
  ['a dependency of draft 7', { dependencies: { a: { properties: { b: tagged } } } }, { a: 'x', b: 'y' }, { a: 'x', b: 'y!' }],
  ['an anchor', { $schema: 'https://json-schema.org/draft/2020-12/schema', properties: { a: { $ref: '#t' } }, $defs: { t: { $anchor: 't', ...tagged } } }, { a: 'x', b: 'y' }, { a: 'x!', b: 'y' }],
  ['an id', { properties: { a: { $ref: 'http://x.y/t' } }, definitions: { t: { $id: 'http://x.y/t', ...tagged } } }, { a: 'x', b: 'y' }, { a: 'x!', b: 'y' }],
])('tags that %s gives', async (_where, schema, value, written) => {
  expect(await through({ type: 'object', ...schema }, value)).toEqual(written);
});

it('tags in a definition of another schema, which refers to it from within', async () => {
  const fake = new FakeRegistry();
  const part = { properties: { a: { $ref: '#/definitions/t' } }, definitions: { t: tagged } };
  fake.register('part', { schemaType: 'JSON', schema: JSON.stringify(part) });
  const registry = fake.client();
  const schema = JSON.stringify({ type: 'object', properties: { in: { $ref: 'part.json' } }, definitions: { t: string } });
  const references = [{ name: 'part.json', subject: 'part', version: 1 }];
  const bytes = await jsonSerializer<unknown>({ registry, schema, references, ruleSet: { domainRules } }).serialize('t', { in: { a: 'x' } });
  expect(await jsonDeserializer<unknown>({ registry }).deserialize('t', bytes)).toEqual({ in: { a: 'x!' } });
});

it('branches that lead back to the whole end', async () => {
  const whole = { $ref: '#' };
  const schema = { type: 'object', properties: { a: { ...tagged }, next: { allOf: [whole, whole, { anyOf: [whole, whole] }] } } };
  expect(await through(schema, { a: 'x', next: { a: 'y' } })).toEqual({ a: 'x!', next: { a: 'y!' } });
});

it('a member named __proto__ comes through rules', async () => {
  const value: unknown = JSON.parse('{"__proto__":"x","a":"y"}');
  expect(JSON.stringify(await through({ type: 'object', properties: { a: tagged } }, value))).toBe('{"__proto__":"x","a":"y!"}');
  const registry = new FakeRegistry().client();
  const schema = '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"map","values":"string"},"confluent:tags":["PII"]}]}';
  const bytes = await avroSerializer<unknown>({ registry, schema, ruleSet: { domainRules } }).serialize('m', { a: JSON.parse('{"__proto__":"x"}') });
  expect(JSON.stringify(await avroDeserializer({ registry }).deserialize('m', bytes))).toBe('{"a":{"__proto__":"x!"}}');
});
