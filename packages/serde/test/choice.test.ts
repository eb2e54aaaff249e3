import { describe, expect, it } from 'vitest';
import { avroDeserializer, avroSerializer, jsonSerializer, recordNameStrategy, topicRecordNameStrategy, type SerializerOptions } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

const one = '{"type":"record","name":"a.R","fields":[{"name":"x","type":"int"}]}';
const two = '{"type":"record","name":"a.R","fields":[{"name":"x","type":"int"},{"name":"y","type":"int","default":7}]}';

describe('which schema is written with', () => {
  function setUp() {
    const registry = new FakeRegistry();
    registry.register('t-value', { schema: one, metadata: { properties: { major: '1' } } });
    registry.register('t-value', { schema: two });
    return registry;
  }
  it.each<[string, Partial<SerializerOptions> & { schema?: string }, number | string]>([
    ['its own, registered', { schema: two }, 2],
    ['its own, looked up', { schema: two, autoRegister: false }, 2],
    ['its own, not there', { schema: '"int"', autoRegister: false }, 'Schema not found'],
    ['the latest', { useLatestVersion: true }, 2],
    ['the latest with metadata', { useLatestWithMetadata: { major: '1' } }, 1],
    ['none with such metadata', { useLatestWithMetadata: { major: '9' } }, 'Schema not found'],
    ['an id', { useSchemaId: 1 }, 1],
    ['the latest, for values of an older', { schema: one, useLatestVersion: true }, 2],
    ['the latest that cannot read its own', { schema: '{"type":"record","name":"a.R","fields":[]}', useSchemaId: 1 }, 'version 1 (id 1) cannot read'],
    ['that all the same', { schema: '{"type":"record","name":"a.R","fields":[]}', useSchemaId: 1, compatibilityStrict: false }, 1],
    ['nothing', {}, 'autoRegister needs a schema'],
    ['what is no schema', { schema: '{"type":"recor"}' }, '"recor" is not a defined name'],
  ])('%s', async (_name, options, expected) => {
    const serializer = avroSerializer<unknown>({ registry: setUp().client(), ...options });
    if (typeof expected === 'string') return expect(serializer.serialize('t', { x: 1, y: 2 })).rejects.toThrow(expected);
    expect((await serializer.serialize('t', { x: 1, y: 2 }))[4]).toBe(expected);
  });

  it('follows the latest version after its time', async () => {
    let nowMs = 0;
    const clock = { now: () => nowMs, monotonic: () => nowMs };
    const registry = new FakeRegistry();
    registry.register('t-value', { schema: one });
    const client = registry.client({ latestTtlMs: 50, clock });
    const serializer = avroSerializer<unknown>({ registry: client, useLatestVersion: true, clock });
    const id = async () => (await serializer.serialize('t', { x: 1, y: 1 }))[4];
    expect(await id()).toBe(1);
    registry.register('t-value', { schema: two });
    nowMs = 49;
    expect(await id()).toBe(1);
    nowMs = 50;
    expect(await id()).toBe(2);
    expect(serializer.serialize('t', { x: 1, y: 1 })).not.toBeInstanceOf(Promise);
  });
});

describe('the subject', () => {
  it('is of the topic, the record, or both', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    await avroSerializer<unknown>({ registry: client, schema: one, part: 'key' }).serialize('t', { x: 1 });
    await avroSerializer<unknown>({ registry: client, schema: one, subjectName: recordNameStrategy }).serialize('t', { x: 1 });
    await avroSerializer<unknown>({ registry: client, schema: one, subjectName: topicRecordNameStrategy }).serialize('t', { x: 1 });
    await jsonSerializer<unknown>({ registry: client, schema: '{"title":"Order"}', subjectName: topicRecordNameStrategy }).serialize('t', { x: 1 });
    expect(registry.stored.map(({ subject }) => subject)).toEqual(['t-key', 'a.R', 't-a.R', 't-Order']);
    await expect(avroSerializer<unknown>({ registry: client, schema: '"int"', subjectName: recordNameStrategy }).serialize('t', 1)).rejects.toThrow('the name of the record is needed for the subject');
  });

  it('is found again by the name of the record', async () => {
    const client = new FakeRegistry().client();
    const bytes = await avroSerializer<unknown>({ registry: client, schema: one, subjectName: recordNameStrategy }).serialize('t', { x: 1 });
    await client.register('a.R', { schema: two });
    expect(await avroDeserializer({ registry: client, subjectName: recordNameStrategy, useLatestVersion: true }).deserialize('t', bytes)).toEqual({ x: 1, y: 7 });
  });
});

describe('references', () => {
  it('are compiled with what they lead to', async () => {
    const registry = new FakeRegistry();
    registry.register('inner', { schema: '{"type":"record","name":"b.Inner","fields":[{"name":"x","type":"int"}]}' });
    registry.register('middle', { schema: '{"type":"array","items":"b.Inner"}', references: [{ name: 'b.Inner', subject: 'inner', version: 1 }] });
    const schema = '{"type":"record","name":"Outer","fields":[{"name":"a","type":"b.Inner"}]}';
    const client = registry.client();
    const bytes = await avroSerializer<unknown>({ registry: client, schema, references: [{ name: 'b.Inner', subject: 'inner', version: 1 }] }).serialize('t', { a: { x: 5 } });
    expect([...bytes]).toEqual([0, 0, 0, 0, 3, 10]);
    expect(await avroDeserializer({ registry: client }).deserialize('t', bytes)).toEqual({ a: { x: 5 } });
    await expect(avroSerializer<unknown>({ registry: client, schema, references: [{ name: 'b.Inner', subject: 'nowhere', version: 1 }] }).serialize('t', {})).rejects.toThrow('Version 1 not found');
  });
});

describe('the guid in a header', () => {
  const guidOf = async (registry: FakeRegistry) => (await registry.client().latestVersion('t-value')).guid?.replaceAll('-', '');
  it('leaves the payload alone, in the headers of every client', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    const serializer = avroSerializer<unknown>({ registry: client, schema: one, idIn: 'header' });
    const deserializer = avroDeserializer({ registry: client });
    const pairs: [string, Uint8Array | string | null][] = [['other', 'x']];
    const object: Record<string, unknown> = {};
    expect([...(await serializer.serialize('t', { x: 1 }, pairs))]).toEqual([2]);
    const bytes = await serializer.serialize('t', { x: 1 }, object);
    expect(Buffer.from(object['__value_schema_id'] as Uint8Array).toString('hex')).toBe(`01${await guidOf(registry)}`);
    expect(pairs[1]?.[0]).toBe('__value_schema_id');
    for (const headers of [pairs, object, pairs.map(([key, value]) => ({ key, value: value as Uint8Array }))]) expect(await deserializer.deserialize('t', bytes, headers)).toEqual({ x: 1 });
    expect(registry.asked).toContain(`GET /schemas/guids/${registry.stored[0]?.guid}`);
  });

  it('needs headers to write into', async () => {
    const serializer = avroSerializer<unknown>({ registry: new FakeRegistry().client(), schema: one, idIn: 'header' });
    await expect(serializer.serialize('t', { x: 1 })).rejects.toThrow('hand the headers of the record to serialize');
  });

  it.each([[[1, 2, 3], 'has 3 bytes, too few for a guid'], [[9], 'unknown magic byte 9 in the header']])('refuses a header of %j', async (header, message) => {
    const deserializer = avroDeserializer({ registry: new FakeRegistry().client() });
    expect(() => deserializer.deserialize('t', Uint8Array.of(1), { __value_schema_id: Uint8Array.from(header) })).toThrow(message);
  });
});
