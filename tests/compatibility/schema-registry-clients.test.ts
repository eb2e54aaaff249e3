/** Confluent's own client for JavaScript and the one of kafkajs, against our registry. */
import confluent from '@confluentinc/schemaregistry';
import kafkajsRegistry from '@kafkajs/confluent-schema-registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRegistryUnderTest, type RegistryUnderTest } from './registry-under-test.js';

const { AvroDeserializer, AvroSerializer, JsonDeserializer, JsonSerializer, SchemaRegistryClient, SerdeType } = confluent;
const { SchemaRegistry, SchemaType, COMPATIBILITY } = kafkajsRegistry;

const user = (...fields: readonly object[]): string => JSON.stringify({ type: 'record', name: 'User', namespace: 'tests', fields: [{ name: 'name', type: 'string' }, ...fields] });
const first = user();
const second = user({ name: 'age', type: 'int', default: 0 });
const incompatible = user({ name: 'city', type: 'string' });

let registry: RegistryUnderTest;
beforeAll(async () => {
  registry = await startRegistryUnderTest();
});
afterAll(() => registry?.stop());

describe('@confluentinc/schemaregistry', () => {
  const newClient = (): confluent.SchemaRegistryClient => new SchemaRegistryClient({ baseURLs: [registry.url], maxRetries: 0, createAxiosDefaults: { timeout: 30_000 } } as confluent.ClientConfig);

  test('registers, evolves, refuses, and finds again', async () => {
    const client = newClient();
    const id = await client.register('evolving-value', { schema: first, schemaType: 'AVRO' });
    expect(await client.register('evolving-value', { schema: first, schemaType: 'AVRO' })).toBe(id);
    expect(await client.register('other-value', { schema: first, schemaType: 'AVRO' })).toBe(id);
    expect(await client.testSubjectCompatibility('evolving-value', { schema: second })).toBe(true);
    const full = await client.registerFullResponse('evolving-value', { schema: second, schemaType: 'AVRO' });
    expect(full).toMatchObject({ version: 2 });
    await expect(client.register('evolving-value', { schema: incompatible })).rejects.toMatchObject({ status: 409, errorCode: 40901 });
    await expect(client.register('evolving-value', { schema: '{"type":"nothing"}' })).rejects.toMatchObject({ status: 422, errorCode: 42201 });
    expect(await client.getAllVersions('evolving-value')).toEqual([1, 2]);
    expect(await newClient().getBySubjectAndId('evolving-value', id)).toMatchObject({ schema: first });
    expect(await newClient().getByGuid(full.guid ?? '')).toMatchObject({ schema: second });
    expect(await newClient().getLatestSchemaMetadata('evolving-value')).toMatchObject({ version: 2, schema: second });
    expect(await newClient().getVersion('evolving-value', { schema: first }, false, false)).toBe(1);
  });

  test('configures and deletes', async () => {
    const client = newClient();
    expect(await client.getDefaultCompatibility()).toBe('BACKWARD');
    await client.register('configured-value', { schema: first });
    await client.updateConfig('configured-value', { compatibilityLevel: 'NONE' } as confluent.ServerConfig);
    await client.updateCompatibility('configured-value', 'NONE' as confluent.Compatibility);
    expect(await client.getCompatibility('configured-value')).toBe('NONE');
    await client.register('configured-value', { schema: incompatible });
    expect(await client.deleteSubjectVersion('configured-value', 2, false)).toBe(2);
    expect(await client.deleteSubject('configured-value')).toEqual([1]);
    expect(await client.getAllSubjects()).not.toContain('configured-value');
    await client.deleteSubject('configured-value', true);
    await expect(newClient().getLatestSchemaMetadata('configured-value')).rejects.toMatchObject({ status: 404, errorCode: 40401 });
  });

  test('finds the newest version by its metadata', async () => {
    const client = newClient();
    await client.register('tagged-value', { schema: first, metadata: { properties: { stage: 'production' } } });
    await client.register('tagged-value', { schema: second, metadata: { properties: { stage: 'test' } } });
    expect(await client.getLatestWithMetadata('tagged-value', { stage: 'production' })).toMatchObject({ version: 1, schema: first });
  });

  test('encodes and decodes Avro and JSON', async () => {
    const client = newClient();
    const avro = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });
    await client.register('encoded-value', { schema: second, schemaType: 'AVRO' });
    const bytes = await avro.serialize('encoded', { name: 'Ada', age: 36 });
    expect(bytes[0]).toBe(0);
    expect({ ...(await new AvroDeserializer(newClient(), SerdeType.VALUE, {}).deserialize('encoded', bytes)) }).toEqual({ name: 'Ada', age: 36 });

    const schema = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties: { name: { type: 'string' } }, required: ['name'] });
    await client.register('documents-value', { schema, schemaType: 'JSON' });
    const json = new JsonSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true, validate: true });
    const document = await json.serialize('documents', { name: 'Ada' });
    expect(await new JsonDeserializer(newClient(), SerdeType.VALUE, {}).deserialize('documents', document)).toEqual({ name: 'Ada' });
    await expect(json.serialize('documents', { name: 7 })).rejects.toThrow();
  });

  test('references', async () => {
    const client = newClient();
    await client.register('address', { schema: '{"type":"record","name":"Address","namespace":"tests","fields":[{"name":"street","type":"string"}]}' });
    const references = [{ name: 'tests.Address', subject: 'address', version: 1 }];
    const id = await client.register('person-value', { schema: '{"type":"record","name":"Person","namespace":"tests","fields":[{"name":"address","type":"Address"}]}', references });
    expect(await newClient().getBySubjectAndId('person-value', id)).toMatchObject({ references });
    await expect(client.deleteSubject('address')).rejects.toMatchObject({ errorCode: 42206 });
  });

  test('protobuf as base64 descriptors is the schema that the text is', async () => {
    const text = 'syntax = "proto3";\npackage tests;\n\nmessage Point {\n  int32 x = 1;\n  int32 y = 2;\n}\n';
    const client = newClient();
    const id = await client.register('points-value', { schema: text, schemaType: 'PROTOBUF' });
    const serialized = await newClient().getBySubjectAndId('points-value', id, 'serialized');
    expect(serialized.schema).not.toContain('message');
    expect(await client.register('points-value', { schema: serialized.schema, schemaType: 'PROTOBUF' }, true)).toBe(id);
    expect((await newClient().getBySubjectAndId('points-value', id)).schema).toBe(text);
  });
});

describe('@kafkajs/confluent-schema-registry', () => {
  const newRegistry = (): kafkajsRegistry.SchemaRegistry => new SchemaRegistry({ host: registry.url, retry: { retries: 0 } });

  test('registers, encodes and decodes', async () => {
    const client = newRegistry();
    const { id } = await client.register({ type: SchemaType.AVRO, schema: second }, { subject: 'kafkajs-value' });
    expect(await client.getLatestSchemaId('kafkajs-value')).toBe(id);
    const bytes = await client.encode(id, { name: 'Ada', age: 36 });
    expect({ ...(await newRegistry().decode(bytes)) }).toEqual({ name: 'Ada', age: 36 });
    expect(await newRegistry().getRegistryIdBySchema('kafkajs-value', { type: SchemaType.AVRO, schema: second })).toBe(id);
  });

  test('sets the compatibility of a new subject, and is refused what does not fit it', async () => {
    const client = newRegistry();
    await client.register({ type: SchemaType.AVRO, schema: first }, { subject: 'strict-value', compatibility: COMPATIBILITY.FULL });
    await expect(newRegistry().register({ type: SchemaType.AVRO, schema: incompatible }, { subject: 'strict-value', compatibility: COMPATIBILITY.FULL })).rejects.toThrow(/incompatible/i);
    await expect(client.register({ type: SchemaType.AVRO, schema: first }, { subject: 'strict-value', compatibility: COMPATIBILITY.NONE })).rejects.toThrow(/compatibility/i);
  });
});
