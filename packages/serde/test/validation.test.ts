import { describe, expect, it } from 'vitest';
import { avroSerializer, jsonSerializer, protobufSerializer } from '@millrace/serde';
import { SchemaValidator } from '@millrace/serde/validation';
import { FakeRegistry } from './fake-registry.js';

const avro = '{"type":"record","name":"a.R","fields":[{"name":"x","type":"int"},{"name":"s","type":"string"}]}';

function setUp() {
  const registry = new FakeRegistry();
  let nowMs = 0;
  const clock = { now: () => nowMs, monotonic: () => nowMs };
  const validator = new SchemaValidator({ registry: registry.client({ clock, maxRetries: 0 }), clock });
  /** Once more when the registry has answered. */
  const check = async (topic: string, bytes: ArrayLike<number>, headers: { key: string; value: Uint8Array | null }[] = [], strategy?: string) => {
    const once = () => {
      const answer = validator.check(topic, 'value', Uint8Array.from(bytes), headers, strategy);
      return typeof answer === 'object' ? (answer?.problem ?? null) : answer;
    };
    const first = once();
    if (first !== 'later') return first;
    await new Promise((resolve) => setImmediate(resolve));
    return once();
  };
  return { registry, client: registry.client(), check, validator, wait: (ms: number) => (nowMs += ms) };
}

describe('schemas held against records', () => {
  it('takes what the serializers write', async () => {
    const { client, check } = setUp();
    const headers: [string, Uint8Array | string | null][] = [];
    const guid = () => headers.map(([key, value]) => ({ key, value: value as Uint8Array }));
    expect(await check('a', await avroSerializer<unknown>({ registry: client, schema: avro }).serialize('a', { x: 1, s: 'y' }))).toBeNull();
    expect(await check('a', await avroSerializer<unknown>({ registry: client, schema: avro, idIn: 'header' }).serialize('a', { x: 1, s: 'y' }, headers), guid())).toBeNull();
    expect(await check('j', await jsonSerializer<unknown>({ registry: client, schema: '{"type":"object"}' }).serialize('j', {}))).toBeNull();
    const schema = 'syntax = "proto3"; message A { int32 x = 1; } message B { string y = 1; }';
    const proto = { registry: client, schema, messageName: 'B' };
    expect(await check('p', await protobufSerializer<object>(proto).serialize('p', { y: 'hi' }))).toBeNull();
    headers.length = 0;
    expect(await check('p', await protobufSerializer<object>({ ...proto, idIn: 'header' }).serialize('p', { y: 'hi' }, headers), guid())).toBeNull();
  });

  it.each([
    [[1, 2, 3], 'the value does not begin with the id of a schema'],
    [[], 'the value does not begin with the id of a schema'],
    [[0, 0, 0, 0, 9], 'the value: there is no schema 9'],
    [[0, 0, 0, 0, 2], 'the value: schema 2 is not one of subject t-value'],
    [[0, 0, 0, 0, 1, 2], 'the value does not follow schema 1: the bytes end too early at $.s'],
    [[0, 0, 0, 0, 1, 2, 0, 7], 'the value does not follow schema 1:'],
  ])('refuses %j', async (bytes, problem) => {
    const { registry, check } = setUp();
    registry.register('t-value', { schema: avro });
    registry.register('other-value', { schema: '"string"' });
    expect(await check('t', bytes)).toContain(problem);
  });

  it('knows subjects by the names of records, as Confluent writes the strategies', async () => {
    const { registry, check } = setUp();
    registry.register('a.R', { schema: avro });
    const bytes = [0, 0, 0, 0, 1, 2, 0];
    expect(await check('t', bytes, [], 'io.confluent.kafka.serializers.subject.RecordNameStrategy')).toBeNull();
    expect(await check('t', bytes, [], 'TopicRecordNameStrategy')).toBe('the value: schema 1 is not one of subject t-a.R');
    expect(await check('t', bytes, [], 'MyStrategy')).toContain('there is no subject name strategy MyStrategy');
  });

  it('asks once, and again some time after a refusal or a failure', async () => {
    const { registry, check, validator, wait } = setUp();
    expect(await check('t', [0, 0, 0, 0, 1, 2, 0])).toBe('the value: there is no schema 1');
    registry.register('t-value', { schema: avro });
    expect(await check('t', [0, 0, 0, 0, 1, 2, 0])).toBe('the value: there is no schema 1');
    wait(10_000);
    expect(await check('t', [0, 0, 0, 0, 1, 2, 0])).toBeNull();
    const before = registry.asked.length;
    for (let i = 0; i < 100; i++) expect(validator.check('t', 'value', Uint8Array.of(0, 0, 0, 0, 1, 2, 0), [])).toBeNull();
    expect(registry.asked).toHaveLength(before);
    registry.failures.push({ status: 503, body: '' });
    expect(await check('u', [0, 0, 0, 0, 1])).toBe('later');
    expect(await check('u', [0, 0, 0, 0, 1])).toBe('later');
    wait(1_000);
    expect(await check('u', [0, 0, 0, 0, 1])).toBe('the value: schema 1 is not one of subject u-value');
  });
});
