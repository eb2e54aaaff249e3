import { create } from '@bufbuild/protobuf';
import { describe, expect, it, vi } from 'vitest';
import { parseSchema, registryOf, type Rule, type RuleSet } from '@millrace/schema';
import { avroDeserializer, avroSerializer, jsonDeserializer, jsonSerializer, protobufDeserializer, protobufSerializer, type RuleAction, type RuleOptions } from '@millrace/serde';
import { wildcard } from '../src/rules/tagged-fields.js';
import { FakeRegistry } from './fake-registry.js';

const person = JSON.stringify({
  type: 'record',
  name: 'a.Person',
  fields: [
    { name: 'name', type: 'string' },
    { name: 'ssn', type: ['null', 'string'], default: null, 'confluent:tags': ['PII'] },
    { name: 'age', type: 'int' },
    { name: 'born', type: { type: 'long', logicalType: 'timestamp-millis' }, default: 0 },
    { name: 'emails', type: { type: 'array', items: 'string' }, default: [], 'confluent:tags': ['PII'] },
  ],
});
const kim = { name: 'Kim', ssn: '123', age: 30, born: new Date(0), emails: ['a@x', 'b@x'] };

function contract(domainRules: Rule[], rules: RuleOptions = {}, ruleSet: Partial<RuleSet> = {}) {
  const registry = new FakeRegistry().client();
  const serializer = avroSerializer<unknown>({ registry, schema: person, ruleSet: { domainRules, ...ruleSet }, rules });
  const reader = avroDeserializer<unknown>({ registry, rules });
  const bare = avroDeserializer<unknown>({ registry, rules: { executors: [{ type: 'CEL_FIELD', run: (value) => value }, { type: 'CEL', run: (value) => value }] } });
  return {
    write: async (value: unknown) => serializer.serialize('t', value),
    read: async (bytes: Uint8Array) => reader.deserialize('t', bytes),
    /** As it was written, its rules for reading left out. */
    raw: async (value: unknown) => bare.deserialize('t', await serializer.serialize('t', value)),
  };
}
const rule = (more: Partial<Rule>): Rule => ({ name: 'r', kind: 'CONDITION', mode: 'WRITE', type: 'CEL', ...more });

describe('conditions by CEL', () => {
  it.each([
    ['message.age > 18', true],
    ['message.age == 30 && message.age + 1 == 31', true],
    ['message.name.startsWith("L")', false],
    ['size(message.emails) == 2 && "a@x" in message.emails', true],
    ['message.born < timestamp("2020-01-01T00:00:00Z")', true],
    ['message.ssn == null', false],
    ['message.name == "Lee" ; message.age > 100', true],
    ['message.name == "Kim" ; message.age > 100', false],
    ['message.name == "a;b" || true', true],
    ['message.name.matches("^K(i+)+m$")', true],
  ])('%s', async (expr, holds) => {
    const written = contract([rule({ expr })]).write(kim);
    if (holds) await written;
    else await expect(written).rejects.toMatchObject({ reason: 'RULE', message: expect.stringContaining('rule r failed: ') as string });
  });

  it.each([
    [{ expr: 'message.age >' }, 'is no CEL'],
    [{ expr: 'message.nothing > 1' }, 'rule r failed: message.nothing > 1:'],
    [{ expr: 'message.age' }, 'rule r failed: message.age does not hold'],
    [{}, 'rule r failed: the rule has no expression'],
    [{ type: 'LUA', expr: '1' }, 'nothing runs rules of type LUA'],
    [{ type: 'ENCRYPT' }, 'give fieldEncryption() to the serializer'],
    [{ expr: 'false', doc: 'only grown-ups' }, 'rule r failed: only grown-ups'],
    [{ expr: 'false', onFailure: 'PAGE' }, 'asks for the action PAGE, which is not there'],
  ])('fails for %j', async (more, message) => await expect(contract([rule(more)]).write(kim)).rejects.toThrow(message));

  it.each<[string, Partial<Rule>, Partial<RuleSet>]>([
    ['disabled', { disabled: true }, {}],
    ['for reading', { mode: 'READ' }, {}],
    ['for a proxy', {}, { enableAt: 'PROXY' }],
    ['whose failure does not matter', { onFailure: 'NONE' }, {}],
    ['whose failure matters only when reading', { mode: 'WRITEREAD', onFailure: 'NONE,ERROR' }, {}],
  ])('leaves alone a rule %s', async (_name, more, ruleSet) => {
    expect(await contract([rule({ expr: 'false', ...more })], {}, ruleSet).write(kim)).toBeInstanceOf(Uint8Array);
  });

  it('holds when reading, too', async () => {
    const { write, read } = contract([rule({ mode: 'READ', expr: 'message.age < 18' })]);
    await expect(read(await write(kim))).rejects.toMatchObject({ reason: 'RULE' });
  });
});

describe('transformations by CEL', () => {
  it('changes a value', async () => {
    const { raw } = contract([rule({ kind: 'TRANSFORM', expr: '{"name": message.name + "!", "ssn": message.ssn, "age": message.age + 1, "born": message.born, "emails": message.emails}' })]);
    expect(await raw(kim)).toEqual({ ...kim, name: 'Kim!', age: 31 });
  });

  it('changes fields with the tag, in arrays too, and leaves the value that it was given alone', async () => {
    const value = structuredClone(kim);
    const { raw } = contract([rule({ kind: 'TRANSFORM', type: 'CEL_FIELD', tags: ['PII'], expr: 'typeName == "STRING" ; name + ":" + value' })]);
    expect(await raw(value)).toEqual({ ...kim, ssn: 'ssn:123', emails: ['emails:a@x', 'emails:b@x'] });
    expect(value).toEqual(kim);
    expect(await raw({ ...kim, ssn: null })).toMatchObject({ ssn: null });
  });

  it('knows the type, the full name and the record of a field', async () => {
    const { raw } = contract([rule({ kind: 'TRANSFORM', type: 'CEL_FIELD', expr: 'fullName == "a.Person.age" && typeName == "INT" ; value + size(message.emails)' })]);
    expect(await raw(kim)).toEqual({ ...kim, age: 32 });
  });

  it('takes tags from the metadata', async () => {
    const registry = new FakeRegistry().client();
    const domainRules = [rule({ kind: 'TRANSFORM', type: 'CEL_FIELD', tags: ['SECRET'], expr: '"x"' })];
    const bytes = await avroSerializer<unknown>({ registry, schema: person, metadata: { tags: { '**.name': ['SECRET'] } }, ruleSet: { domainRules } }).serialize('t', kim);
    expect(await avroDeserializer({ registry }).deserialize('t', bytes)).toEqual({ ...kim, name: 'x' });
  });

  it('holds a condition against each field', async () => {
    const { write } = contract([rule({ type: 'CEL_FIELD', tags: ['PII'], expr: 'value != "b@x"' })]);
    await expect(write(kim)).rejects.toThrow('value != "b@x" does not hold (field a.Person.emails)');
  });

  it('works on JSON and Protobuf as well', async () => {
    const registry = new FakeRegistry().client();
    const domainRules = [rule({ kind: 'TRANSFORM', type: 'CEL_FIELD', tags: ['PII'], expr: 'value + "!"' }), rule({ name: 's', expr: 'message.n == 1 && message.inner.a == "x!"' })];
    const schema = { type: 'object', properties: { n: { type: 'integer' }, inner: { $ref: '#/definitions/inner' } }, definitions: { inner: { type: 'object', properties: { a: { type: 'string', 'confluent:tags': ['PII'] } } } } };
    const json = await jsonSerializer<unknown>({ registry, schema: JSON.stringify(schema), ruleSet: { domainRules } }).serialize('j', { n: 1, inner: { a: 'x', b: 'y' } });
    expect(await jsonDeserializer({ registry }).deserialize('j', json)).toEqual({ n: 1, inner: { a: 'x!', b: 'y' } });
    const proto = 'syntax = "proto3"; import "confluent/meta.proto"; message Inner { string a = 1 [(confluent.field_meta).tags = "PII"]; string b = 2; } message M { int32 n = 1; Inner inner = 2; }';
    const bytes = await protobufSerializer<object>({ registry, schema: proto, messageName: 'M', ruleSet: { domainRules } }).serialize('p', { n: 1, inner: { a: 'x', b: 'y' } });
    expect(await protobufDeserializer({ registry }).deserialize('p', bytes)).toMatchObject({ n: 1, inner: { a: 'x!', b: 'y' } });
    const generated = registryOf(parseSchema('PROTOBUF', { schema: proto })).getMessage('M');
    if (generated === undefined) return expect.fail('no M');
    await expect(protobufSerializer({ registry, messages: [generated], schema: proto, ruleSet: { domainRules } }).serialize('p', create(generated, { n: 2 }))).rejects.toMatchObject({ reason: 'RULE' });
  });
});

describe('actions', () => {
  it('hands what failed to the dead letters, and fails', async () => {
    const DLQ = vi.fn();
    const { write } = contract([rule({ expr: 'false', onFailure: 'DLQ', params: { 'dlq.topic': 'dead' } })], { actions: { DLQ } });
    await expect(write(kim)).rejects.toThrow('rule r failed');
    expect(DLQ).toHaveBeenCalledWith(expect.objectContaining({ mode: 'WRITE', topic: 't', subject: 't-value', part: 'value' }), kim, expect.any(Error));
    const [context] = DLQ.mock.calls[0] as [{ parameter(name: string): string }];
    expect(context.parameter('dlq.topic')).toBe('dead');
  });

  it('calls an action of one\'s own, after success and after failure', async () => {
    const calls: [string, string | undefined][] = [];
    const count: RuleAction = (context, _value, error) => void calls.push([context.rule.name, error?.message]);
    await contract([rule({ expr: 'true', onSuccess: 'COUNT' }), rule({ name: 's', expr: 'false', onFailure: 'COUNT' })], { actions: { COUNT: count } }).write(kim);
    expect(calls).toEqual([['r', undefined], ['s', 'false does not hold']]);
  });
});

describe('migrations by JSONata', () => {
  const one = '{"type":"record","name":"R","fields":[{"name":"first","type":"string"}]}';
  const two = '{"type":"record","name":"R","fields":[{"name":"full","type":"string"},{"name":"n","type":"int","default":5}]}';
  const migrationRules: Rule[] = [
    { name: 'up', kind: 'TRANSFORM', mode: 'UPGRADE', type: 'JSONATA', expr: '$merge([$sift($, function($v, $k) {$k != "first"}), {"full": first}])' },
    { name: 'down', kind: 'TRANSFORM', mode: 'DOWNGRADE', type: 'JSONATA', expr: '{"first": $replace(full, /^M[rs]+ /, "")}' },
  ];

  it('upgrades old values and downgrades new ones', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    const old = await avroSerializer<unknown>({ registry: client, schema: one, metadata: { properties: { major: '1' } } }).serialize('t', { first: 'Kim' });
    const young = await avroSerializer<unknown>({ registry: client, schema: two, metadata: { properties: { major: '2' } }, ruleSet: { migrationRules } }).serialize('t', { full: 'Mrs Lee', n: 1 });
    const reader = (major: string) => avroDeserializer({ registry: client, useLatestWithMetadata: { major } });
    expect(await reader('2').deserialize('t', old)).toEqual({ full: 'Kim', n: 5 });
    expect(await reader('1').deserialize('t', young)).toEqual({ first: 'Lee' });
    expect(await reader('2').deserialize('t', young)).toEqual({ full: 'Mrs Lee', n: 1 });
  });

  it('refuses what a migration made that does not fit', async () => {
    const client = new FakeRegistry().client();
    const old = await avroSerializer<unknown>({ registry: client, schema: one }).serialize('t', { first: 'Kim' });
    await client.register('t-value', { schema: two, ruleSet: { migrationRules: [{ ...migrationRules[0], name: 'up', expr: '{"full": 7}' }] } });
    await expect(avroDeserializer({ registry: client, useLatestVersion: true }).deserialize('t', old)).rejects.toThrow('expected string, got 7 at $.full');
  });

  it('ends what would not end', async () => {
    const { write } = contract([rule({ kind: 'TRANSFORM', type: 'JSONATA', expr: '($f := function($n) { 1 + $f($n) }; $f(1))' })]);
    await expect(write(kim)).rejects.toMatchObject({ reason: 'RULE' });
  });
});

describe('wildcards', () => {
  it.each([
    ['eve*', 'eve', true],
    ['a*.bob.e*', 'alice.bob.eve', true],
    ['a*', 'alice.bob.eve', false],
    ['a**', 'alice.bob.eve', true],
    ['alice.bob*', 'alice.bob.eve', false],
    ['**.ssn', 'a.b.ssn', true],
    ['al?ce', 'alice', true],
    ['$.a', '$.a', true],
  ])('%s and %s: %j', (pattern, name, matches) => expect(wildcard(pattern)(name)).toBe(matches));
});
