/** What is compared: our serializers, avsc alone, and kafkajs' registry client, all on one schema, registered in memory. */
import { SchemaRegistry as KafkajsRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { avroDeserializer, avroSerializer, jsonDeserializer, jsonSerializer, protobufDeserializer, protobufSerializer, type SchemaRegistry } from '@millrace/serde';
import avsc from 'avsc';
import { memoryRegistry } from './memory-registry.js';
import { avroSchema, avroText, jsonText, order, protoText, type Order } from './order.js';

export interface Subject {
  readonly name: string;
  /** Runs the work so many times. */
  readonly encode: (times: number) => void | Promise<void>;
  readonly decode: (times: number) => void | Promise<void>;
  /** The row that it is a share of. */
  readonly of: string | undefined;
}

export const BARE = 'avsc alone';

export async function subjects(): Promise<Subject[]> {
  const registry = memoryRegistry();
  return [bareAvsc(), await oursAtOnce(registry), await oursAwaited(registry), await kafkajs(), await json(registry), await protobuf(registry)];
}

function bareAvsc(): Subject {
  const type = avsc.Type.forSchema(avroSchema);
  const bytes = type.toBuffer(order);
  return {
    name: BARE,
    of: undefined,
    encode: (times) => {
      for (let i = 0; i < times; i++) type.toBuffer(order);
    },
    decode: (times) => {
      for (let i = 0; i < times; i++) type.fromBuffer(bytes);
    },
  };
}

async function oursAtOnce(registry: SchemaRegistry): Promise<Subject> {
  const serializer = avroSerializer<Order>({ registry, schema: avroText });
  const deserializer = avroDeserializer<Order>({ registry });
  const bytes = await serializer.serialize('orders', order);
  await deserializer.deserialize('orders', bytes);
  return {
    name: 'millrace Avro',
    of: BARE,
    encode: (times) => {
      for (let i = 0; i < times; i++) if (serializer.serialize('orders', order) instanceof Promise) throw new Error('not at once');
    },
    decode: (times) => {
      for (let i = 0; i < times; i++) if (deserializer.deserialize('orders', bytes) instanceof Promise) throw new Error('not at once');
    },
  };
}

async function oursAwaited(registry: SchemaRegistry): Promise<Subject> {
  const serializer = avroSerializer<Order>({ registry, schema: avroText });
  const deserializer = avroDeserializer<Order>({ registry });
  return awaited('millrace Avro, awaited', BARE, async () => serializer.serialize('orders', order), async (bytes: Uint8Array) => deserializer.deserialize('orders', bytes));
}

async function kafkajs(): Promise<Subject> {
  // Its `fetch` is its own; what it asks for is answered from its cache.
  const registry = new KafkajsRegistry({ host: 'http://127.0.0.1:9' });
  registry.cache.setSchema(1, SchemaType.AVRO, avsc.Type.forSchema(avroSchema) as never);
  return awaited('@kafkajs/confluent-schema-registry Avro', BARE, () => registry.encode(1, order), (bytes: Buffer) => registry.decode(bytes));
}

async function json(registry: SchemaRegistry): Promise<Subject> {
  const serializer = jsonSerializer<Order>({ registry, schema: jsonText });
  const deserializer = jsonDeserializer<Order>({ registry });
  return awaited('millrace JSON Schema, validated', undefined, async () => serializer.serialize('json', order), async (bytes: Uint8Array) => deserializer.deserialize('json', bytes));
}

async function protobuf(registry: SchemaRegistry): Promise<Subject> {
  const serializer = protobufSerializer<object>({ registry, schema: protoText });
  const deserializer = protobufDeserializer({ registry });
  return awaited('millrace Protobuf', undefined, async () => serializer.serialize('proto', order), async (bytes: Uint8Array) => deserializer.deserialize('proto', bytes));
}

async function awaited<B extends Uint8Array>(name: string, of: string | undefined, encode: () => Promise<B>, decode: (bytes: B) => Promise<unknown>): Promise<Subject> {
  const bytes = await encode();
  await decode(bytes);
  return {
    name,
    of,
    encode: async (times) => {
      for (let i = 0; i < times; i++) await encode();
    },
    decode: async (times) => {
      for (let i = 0; i < times; i++) await decode(bytes);
    },
  };
}
