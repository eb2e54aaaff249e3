/** What is compared: the libraries alone, our serializers on them, and kafkajs' registry client; all on one value, registered in memory. */
import { SchemaRegistry as KafkajsRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import kafkajsJson from '@kafkajs/confluent-schema-registry/dist/JsonSchema.js';
import kafkajsProtobuf from '@kafkajs/confluent-schema-registry/dist/ProtoSchema.js';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { parseSchema, registryOf } from '@millrace/schema';
import { avroDeserializer, avroSerializer, jsonDeserializer, jsonSerializer, protobufDeserializer, protobufSerializer, type Deserializer, type Serializer } from '@millrace/serde';
import { Ajv } from 'ajv';
import avsc from 'avsc';
import { memoryRegistry } from './memory-registry.js';
import { avroSchema, avroText, jsonText, order, protoText, type Order } from './order.js';

export interface Subject {
  readonly name: string;
  /** The row that it is a share of. */
  readonly of: string | null;
  /** Made in a process of its own, so that no other subject's types are in the way of the compiler. */
  readonly make: () => Promise<Work>;
}

/** Runs the work so many times. */
export interface Work {
  readonly encode: (times: number) => void | Promise<void>;
  readonly decode: (times: number) => void | Promise<void>;
}

const topic = 'orders';

export const subjects: readonly Subject[] = [
  { name: 'avsc alone', of: null, make: bareAvsc },
  { name: 'millrace Avro', of: 'avsc alone', make: () => atOnce(avroSerializer<Order>({ registry, schema: avroText }), avroDeserializer<Order>({ registry })) },
  { name: 'millrace Avro, awaited', of: 'avsc alone', make: () => awaited(avroSerializer<Order>({ registry, schema: avroText }), avroDeserializer<Order>({ registry })) },
  { name: 'kafkajs Avro, awaited', of: 'avsc alone', make: () => kafkajs(SchemaType.AVRO, avsc.Type.forSchema(avroSchema)) },
  { name: 'ajv and JSON alone', of: null, make: bareJson },
  { name: 'millrace JSON Schema', of: 'ajv and JSON alone', make: () => atOnce(jsonSerializer<Order>({ registry, schema: jsonText }), jsonDeserializer<Order>({ registry })) },
  { name: 'kafkajs JSON Schema, awaited', of: 'ajv and JSON alone', make: () => kafkajs(SchemaType.JSON, new kafkajsJson.default({ type: SchemaType.JSON, schema: jsonText })) },
  { name: '@bufbuild/protobuf alone', of: null, make: bareProtobuf },
  { name: 'millrace Protobuf', of: '@bufbuild/protobuf alone', make: () => atOnce(protobufSerializer<object>({ registry, schema: protoText }), protobufDeserializer({ registry })) },
  { name: 'kafkajs Protobuf, awaited', of: '@bufbuild/protobuf alone', make: () => kafkajs(SchemaType.PROTOBUF, new kafkajsProtobuf.default({ type: SchemaType.PROTOBUF, schema: protoText })) },
];

const registry = memoryRegistry();

async function bareAvsc(): Promise<Work> {
  const type = avsc.Type.forSchema(avroSchema);
  return repeated(() => type.toBuffer(order), (bytes) => type.fromBuffer(bytes));
}

async function bareJson(): Promise<Work> {
  const validate = new Ajv().compile(JSON.parse(jsonText) as object);
  const valid = (value: unknown): unknown => {
    if (!validate(value)) throw new Error('not valid');
    return value;
  };
  return repeated(() => Buffer.from(JSON.stringify(valid(order))), (bytes) => valid(JSON.parse(bytes.toString())));
}

/** As our serializer is given a plain object, that becomes a message here too. */
async function bareProtobuf(): Promise<Work> {
  const desc = registryOf(parseSchema('PROTOBUF', { schema: protoText, references: [], resolve: () => undefined })).getMessage('Order');
  if (desc === undefined) throw new Error('the schema has no message Order');
  return repeated(() => toBinary(desc, create(desc, { ...order })), (bytes) => fromBinary(desc, bytes));
}

function repeated<B extends Uint8Array>(encode: () => B, decode: (bytes: B) => unknown): Work {
  const bytes = encode();
  return {
    encode: (times) => {
      for (let i = 0; i < times; i++) encode();
    },
    decode: (times) => {
      for (let i = 0; i < times; i++) decode(bytes);
    },
  };
}

async function atOnce<T>(serializer: Serializer<T>, deserializer: Deserializer<unknown>): Promise<Work> {
  const value = order as T;
  const bytes = await serializer.serialize(topic, value);
  await deserializer.deserialize(topic, bytes);
  return {
    encode: (times) => {
      for (let i = 0; i < times; i++) if (serializer.serialize(topic, value) instanceof Promise) throw new Error('not at once');
    },
    decode: (times) => {
      for (let i = 0; i < times; i++) if (deserializer.deserialize(topic, bytes) instanceof Promise) throw new Error('not at once');
    },
  };
}

function awaited<T>(serializer: Serializer<T>, deserializer: Deserializer<unknown>): Promise<Work> {
  return eachAwaited(async () => serializer.serialize(topic, order as T), async (bytes) => deserializer.deserialize(topic, bytes));
}

/** What it asks a registry for is answered from its cache. */
function kafkajs(type: SchemaType, schema: object): Promise<Work> {
  const client = new KafkajsRegistry({ host: 'http://127.0.0.1:9' });
  client.cache.setSchema(1, type, schema as never);
  return eachAwaited(() => client.encode(1, order), (bytes) => client.decode(bytes));
}

async function eachAwaited<B extends Uint8Array>(encode: () => Promise<B>, decode: (bytes: B) => Promise<unknown>): Promise<Work> {
  const bytes = await encode();
  await decode(bytes);
  return {
    encode: async (times) => {
      for (let i = 0; i < times; i++) await encode();
    },
    decode: async (times) => {
      for (let i = 0; i < times; i++) await decode(bytes);
    },
  };
}
