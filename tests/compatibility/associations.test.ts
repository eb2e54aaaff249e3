// Associations between topics and subjects: made by Confluent's client, followed by its serializers and by ours.
import { createRequire } from 'node:module';
import type * as Confluent from '@confluentinc/schemaregistry';
import { associatedNameStrategy, avroDeserializer, avroSerializer, SchemaRegistryClient } from '@millrace/serde';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegistryUnderTest, type RegistryUnderTest } from './registry-under-test.js';

const confluent = createRequire(import.meta.url)('@confluentinc/schemaregistry') as typeof Confluent;
const schema = JSON.stringify({ type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] });

let registry: RegistryUnderTest;
let theirs: Confluent.SchemaRegistryClient;
let ours: SchemaRegistryClient;

beforeAll(async () => {
  registry = await startRegistryUnderTest();
  theirs = new confluent.SchemaRegistryClient({ baseURLs: [registry.url] });
  ours = new SchemaRegistryClient({ urls: registry.url });
});
afterAll(() => registry.stop());

test('serializers write under the subject that the registry associates with the topic', async () => {
  const made = await theirs.createAssociation({
    resourceName: 'orders', resourceNamespace: 'lkc', resourceId: 'id-1', resourceType: 'topic',
    associations: [{ associationType: 'value', schema: { schema, schemaType: 'AVRO' } }],
  } as Parameters<typeof theirs.createAssociation>[0]);
  expect(made).toMatchObject({ resourceId: 'id-1', associations: [{ subject: ':.lkc:orders-value', lifecycle: 'STRONG' }] });

  const order = { id: 'a7' };
  const written = await new confluent.AvroSerializer(theirs, confluent.SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false }).serialize('orders', order);
  const own = avroSerializer<unknown>({ registry: ours, schema, autoRegister: false, subjectName: associatedNameStrategy(ours) });
  expect(Buffer.from(await own.serialize('orders', order))).toEqual(written);
  expect(await avroDeserializer({ registry: ours, subjectName: associatedNameStrategy(ours) }).deserialize('orders', written)).toEqual(order);
  expect(await ours.subjects()).toEqual([':.lkc:orders-value']);
});

test('an association goes with its subject when its topic is deleted', async () => {
  await theirs.deleteAssociations('id-1', 'topic', null as unknown as string[], true);
  expect(await theirs.getAssociationsByResourceName('orders', '-', 'topic', [], null as never, 0, -1)).toEqual([]);
  expect(await ours.subjects()).toEqual([]);
});
