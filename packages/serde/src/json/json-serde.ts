/** JSON with a schema, for topics. With a schema written as a literal, values are typed by it. */
import { ownSchema } from '../avro/avro-serde.js';
import { RegistryDeserializer, type Deserializer } from '../deserializer.js';
import type { DeserializerOptions, SchemaContract, SerializerOptions } from '../serde-options.js';
import { RegistrySerializer, type Serializer } from '../serializer.js';
import type { JsonSchemaLiteral, JsonType } from '../types/json-type.js';
import { jsonFormat, type JsonValueOptions } from './json-codec.js';

export interface JsonSerializerOptions extends SerializerOptions, SchemaContract, JsonValueOptions {
  /** The schema of the values: a literal, or the text. */
  schema?: JsonSchemaLiteral | string;
}

export interface JsonDeserializerOptions extends DeserializerOptions, JsonValueOptions {
  /** Only for the type of the values: they are held against the schema that they were written with. */
  schema?: JsonSchemaLiteral | string;
}

export function jsonSerializer<const O extends JsonSerializerOptions & { schema: JsonSchemaLiteral }>(options: O): Serializer<JsonType<O['schema']>>;
export function jsonSerializer<T = unknown>(options: JsonSerializerOptions): Serializer<T>;
export function jsonSerializer(options: JsonSerializerOptions): Serializer<unknown> {
  return new RegistrySerializer(options, jsonFormat(options), ownSchema('JSON', options));
}

export function jsonDeserializer<const O extends JsonDeserializerOptions & { schema: JsonSchemaLiteral }>(options: O): Deserializer<JsonType<O['schema']>>;
export function jsonDeserializer<T = unknown>(options: JsonDeserializerOptions): Deserializer<T>;
export function jsonDeserializer(options: JsonDeserializerOptions): Deserializer<unknown> {
  return new RegistryDeserializer(options, jsonFormat(options));
}
