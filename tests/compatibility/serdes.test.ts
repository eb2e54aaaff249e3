// Our serializers beside those of Confluent and of kafkajs, on our registry: what one writes the others read.
import { create, createFileRegistry, createRegistry, fromBinary, type DescMessage } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { createRequire } from 'node:module';
import type * as Confluent from '@confluentinc/schemaregistry';
import { SchemaRegistry as KafkajsRegistry } from '@kafkajs/confluent-schema-registry';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { parseSchema, type RuleSet } from '@millrace/schema';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { avroDeserializer, avroSerializer, fieldEncryption, jsonDeserializer, jsonSerializer, localKms, protobufDeserializer, protobufSerializer, SchemaRegistryClient } from '@millrace/serde';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Its libraries have files for bundlers, which Node cannot load as modules.
const confluent = createRequire(import.meta.url)('@confluentinc/schemaregistry') as typeof Confluent;

let broker: RunningBroker;
let registry: RunningRegistry;
let url: string;
let ours: SchemaRegistryClient;
let theirs: Confluent.SchemaRegistryClient;

beforeAll(async () => {
  broker = await startBroker();
  const properties = { 'kafkastore.bootstrap.servers': broker.bootstrapServers, 'kafkastore.topic.replication.factor': '1', listeners: 'http://127.0.0.1:0', 'millrace.log.level': 'error' };
  registry = await startRegistry({ properties });
  url = registry.url;
  ours = new SchemaRegistryClient({ urls: url });
  theirs = new confluent.SchemaRegistryClient({ baseURLs: [url] });
  confluent.CelExecutor.register();
  confluent.CelFieldExecutor.register();
  confluent.FieldEncryptionExecutor.register();
  confluent.LocalKmsDriver.register();
});

afterAll(async () => {
  await registry.stop();
  await broker.stop();
});

const VALUE = confluent.SerdeType.VALUE;
const latest = { useLatestVersion: true, autoRegisterSchemas: false };

const avro = JSON.stringify({
  type: 'record',
  name: 'com.acme.Order',
  fields: [
    { name: 'id', type: 'string', 'confluent:tags': ['PII'] },
    { name: 'total', type: 'int' },
    { name: 'note', type: ['null', 'string'], default: null },
    { name: 'token', type: 'bytes', default: '', 'confluent:tags': ['PII'] },
  ],
});
const order = { id: 'order-4711', total: 42, note: 'hi', token: Buffer.of(1, 2, 3) };

describe('Avro', () => {
  it('goes both ways between Confluent and us', async () => {
    const topic = 'avro-confluent';
    const bytes = await avroSerializer<unknown>({ registry: ours, schema: avro }).serialize(topic, order);
    const reader = new confluent.AvroDeserializer(theirs, VALUE, {});
    expect(await reader.deserialize(topic, Buffer.from(bytes))).toEqual(order);
    const written = await new confluent.AvroSerializer(theirs, VALUE, latest).serialize(topic, order);
    expect(written).toEqual(Buffer.from(bytes));
    expect(await avroDeserializer({ registry: ours }).deserialize(topic, written)).toEqual(order);
  });

  it('goes both ways between kafkajs and us', async () => {
    const kafkajs = new KafkajsRegistry({ host: url });
    const bytes = await avroSerializer<unknown>({ registry: ours, schema: avro }).serialize('avro-kafkajs', order);
    expect(await kafkajs.decode(Buffer.from(bytes))).toEqual(order);
    const id = await kafkajs.getLatestSchemaId('avro-kafkajs-value');
    const written = await kafkajs.encode(id, order);
    expect(written).toEqual(Buffer.from(bytes));
    expect(await avroDeserializer({ registry: ours }).deserialize('avro-kafkajs', written)).toEqual(order);
  });

  it('has the guid in a header, for both', async () => {
    const topic = 'avro-guid';
    const headers: Record<string, Buffer> = {};
    const bytes = await avroSerializer<unknown>({ registry: ours, schema: avro, idIn: 'header' }).serialize(topic, order, headers);
    expect(await new confluent.AvroDeserializer(theirs, VALUE, {}).deserialize(topic, Buffer.from(bytes), headers)).toEqual(order);
    const back: Record<string, Buffer> = {};
    const written = await new confluent.AvroSerializer(theirs, VALUE, { ...latest, schemaIdSerializer: confluent.HeaderSchemaIdSerializer }).serialize(topic, order, back);
    expect(back).toEqual(headers);
    expect(await avroDeserializer({ registry: ours }).deserialize(topic, written, back)).toEqual(order);
  });
});

describe('JSON', () => {
  const schema = JSON.stringify({ type: 'object', title: 'Order', properties: { id: { type: 'string' }, total: { type: 'integer' } }, required: ['id'] });
  const value = { id: 'a7', total: 42 };

  it('goes both ways between Confluent and us', async () => {
    const bytes = await jsonSerializer<unknown>({ registry: ours, schema }).serialize('json-confluent', value);
    expect(await new confluent.JsonDeserializer(theirs, VALUE, { validate: true }).deserialize('json-confluent', Buffer.from(bytes))).toEqual(value);
    const written = await new confluent.JsonSerializer(theirs, VALUE, latest).serialize('json-confluent', value);
    expect(await jsonDeserializer({ registry: ours }).deserialize('json-confluent', written)).toEqual(value);
  });

  it('goes both ways between kafkajs and us', async () => {
    const kafkajs = new KafkajsRegistry({ host: url });
    const bytes = await jsonSerializer<unknown>({ registry: ours, schema }).serialize('json-kafkajs', value);
    expect(await kafkajs.decode(Buffer.from(bytes))).toEqual(value);
    const written = await kafkajs.encode(await kafkajs.getLatestSchemaId('json-kafkajs-value'), value);
    expect(await jsonDeserializer({ registry: ours }).deserialize('json-kafkajs', written)).toEqual(value);
  });
});

describe('Protobuf', () => {
  const common = 'syntax = "proto3"; package acme; message Money { int64 units = 1; }';
  const text = 'syntax = "proto3"; package acme; import "acme/money.proto"; message Other {} message Order { string id = 1; Money total = 2; }';

  /** As generated code has it. */
  function messages(): DescMessage[] {
    const file = (name: string, source: string, imported: string[] = []) => {
      const schema = parseSchema('PROTOBUF', { schema: source, references: imported.map((one) => ({ name: one, subject: one, version: 1 })), resolve: () => ({ schema: common }) });
      return { ...fromBinary(FileDescriptorProtoSchema, Buffer.from(schema.formattedString('serialized'), 'base64')), name };
    };
    const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [file('acme/money.proto', common), file('acme/order.proto', text, ['acme/money.proto'])] }));
    const desc = registry.getMessage('acme.Order');
    return desc === undefined ? expect.fail('no acme.Order') : [desc];
  }

  it('goes both ways between Confluent and us, with an import and an index', async () => {
    const [desc] = messages();
    if (desc === undefined) return;
    const generated = createRegistry(desc);
    const value = create(desc, { id: 'a7', total: { units: 5n } });
    const bytes = await protobufSerializer({ registry: ours, messages: [desc] }).serialize('proto', value);
    const written = await new confluent.ProtobufSerializer(theirs, VALUE, { registry: generated as never, autoRegisterSchemas: true }).serialize('proto', value);
    // The same schema, whether it came as text or as a descriptor: the same id.
    expect(written).toEqual(Buffer.from(bytes));
    expect(await new confluent.ProtobufDeserializer(theirs, VALUE, {}).deserialize('proto', Buffer.from(bytes))).toMatchObject({ id: 'a7', total: { units: 5n } });
    expect(await protobufDeserializer({ registry: ours, messages: [desc] }).deserialize('proto', written)).toEqual(value);
  });
});

describe('data contracts', () => {
  const encrypt = (algorithm: string, days: string): RuleSet => ({
    domainRules: [
      { name: 'grown', kind: 'CONDITION', type: 'CEL', mode: 'WRITE', expr: 'message.note == "hi"' },
      { name: 'mark', kind: 'TRANSFORM', type: 'CEL_FIELD', mode: 'WRITE', tags: ['PII'], expr: 'typeName == "STRING" ; value + "!"' },
      {
        name: 'hide', kind: 'TRANSFORM', type: 'ENCRYPT', mode: 'WRITEREAD', tags: ['PII'],
        params: { 'encrypt.kek.name': `kek-${algorithm}-${days}`, 'encrypt.kms.type': 'local-kms', 'encrypt.kms.key.id': 'main', 'encrypt.dek.algorithm': algorithm, 'encrypt.dek.expiry.days': days },
      },
    ],
  });

  it.each([
    ['AES256_GCM', '0'],
    ['AES128_GCM', '0'],
    ['AES256_SIV', '0'],
    ['AES256_GCM', '1'],
  ])('are kept by both: CEL, and encryption by %s with keys for %s days', async (algorithm, days) => {
    const topic = `contract-${algorithm}-${days}`;
    const rules = { executors: fieldEncryption({ registry: ours.deks, kms: [localKms({ secret: 's3cret' })] }) };
    const conf = { ruleConfig: { secret: 's3cret' } };
    const writer = avroSerializer<unknown>({ registry: ours, schema: avro, ruleSet: encrypt(algorithm, days), rules });
    const reader = avroDeserializer({ registry: ours, rules });
    const bytes = await writer.serialize(topic, order);
    expect(Buffer.from(bytes).includes('order-4711')).toBe(false);
    const expected = { ...order, id: 'order-4711!' };
    expect(await reader.deserialize(topic, bytes)).toEqual(expected);
    expect(await new confluent.AvroDeserializer(theirs, VALUE, conf).deserialize(topic, Buffer.from(bytes))).toEqual(expected);
    const written = await new confluent.AvroSerializer(theirs, VALUE, { ...latest, ...conf }).serialize(topic, { ...order });
    expect(written.includes('order-4711')).toBe(false);
    expect(await reader.deserialize(topic, written)).toEqual(expected);
    await expect(writer.serialize(topic, { ...order, note: 'no' })).rejects.toMatchObject({ reason: 'RULE' });
  });
});
