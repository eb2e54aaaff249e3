/** Avro for topics. With a schema written as a literal, values are typed by it. */
import { parseSchema } from '@millrace/schema';
import { RegistryDeserializer, type Deserializer } from '../deserializer.js';
import { fetchReferences } from '../references.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import type { DeserializerOptions, SchemaContract, SerializerOptions } from '../serde-options.js';
import { RegistrySerializer, type OwnSchemas, type Serializer } from '../serializer.js';
import type { AvroSchemaLiteral, AvroType, AvroTypeLong } from '../types/avro-type.js';
import { avroFormat } from './avro-codec.js';
import type { AvroValueOptions } from './avro-options.js';

export interface AvroSerializerOptions extends SerializerOptions, SchemaContract, AvroValueOptions {
  /** The schema of the values: a literal, or the text. */
  schema?: AvroSchemaLiteral | string;
}

export interface AvroDeserializerOptions extends DeserializerOptions, AvroValueOptions {
  /** Only for the type of the values: bytes are read by the schema that they were written with. */
  schema?: AvroSchemaLiteral | string;
}

export function avroSerializer<const O extends AvroSerializerOptions & { schema: Exclude<AvroSchemaLiteral, string> }>(options: O): Serializer<AvroType<O['schema'], AvroTypeLong<O['long']>>>;
export function avroSerializer<T = unknown>(options: AvroSerializerOptions): Serializer<T>;
export function avroSerializer(options: AvroSerializerOptions): Serializer<unknown> {
  return new RegistrySerializer(options, avroFormat(options), ownSchema('AVRO', options));
}

export function avroDeserializer<const O extends AvroDeserializerOptions & { schema: Exclude<AvroSchemaLiteral, string> }>(options: O): Deserializer<AvroType<O['schema'], AvroTypeLong<O['long']>>>;
export function avroDeserializer<T = unknown>(options: AvroDeserializerOptions): Deserializer<T>;
export function avroDeserializer(options: AvroDeserializerOptions): Deserializer<unknown> {
  return new RegistryDeserializer(options, avroFormat(options));
}

/** One schema for all values, of Avro or JSON. */
export function ownSchema(schemaType: 'AVRO' | 'JSON', options: SerializerOptions & SchemaContract & { schema?: unknown }): OwnSchemas<unknown> {
  const { registry, schema, references, metadata, ruleSet } = options;
  if (schema === undefined) return { kindOf: () => '', schemaFor: async () => undefined };
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const toRegister: SchemaToRegister = { schema: text, schemaType, ...(references && { references }), ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) };
  let parsed: Promise<{ toRegister: SchemaToRegister; recordName: string | undefined }> | undefined;
  const parse = async () => {
    const resolve = await fetchReferences(registry, toRegister);
    return { toRegister, recordName: parseSchema(schemaType, { schema: text, references, resolve, isNew: true }).name };
  };
  return {
    kindOf: () => '',
    schemaFor: () => {
      parsed ??= parse();
      parsed.catch(() => (parsed = undefined));
      return parsed;
    },
  };
}
