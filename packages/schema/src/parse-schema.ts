import { type AvroSchema, checkAvroFields, parseAvro } from './avro/avro-schema.js';
import type { Metadata, RuleSet } from './data-contract.js';
import { checkJsonFields, type JsonSchema, parseJsonSchema } from './json-schema/json-schema.js';
import type { SchemaType } from './parsed-schema.js';
import { type ProtobufSchema, parseProtobuf } from './protobuf/protobuf-schema.js';
import { SchemaError } from './schema-error.js';
import { resolveReferences, type ResolveReference, type SchemaReference } from './schema-reference.js';

/** A schema of any type; `schemaType` tells them apart. */
export type AnySchema = AvroSchema | JsonSchema | ProtobufSchema;

export interface SchemaInput {
  readonly schema: string;
  readonly references?: readonly SchemaReference[] | undefined;
  /** Finds what a reference leads to; needed only where there are references. */
  readonly resolve?: ResolveReference | undefined;
  /** Being registered, and so held to all rules; what is stored or looked up is taken as Confluent took it once. */
  readonly isNew?: boolean;
  readonly metadata?: Metadata | undefined;
  readonly ruleSet?: RuleSet | undefined;
}

/** The types in the order in which Confluent lists them. */
export const SCHEMA_TYPES: readonly SchemaType[] = ['JSON', 'PROTOBUF', 'AVRO'];

/**
 * Reads a schema.
 *
 * @param type undefined means AVRO, as in every request of Confluent's API
 * @throws SchemaError with what is wrong and where
 */
export function parseSchema(type: 'AVRO' | undefined, input: SchemaInput): AvroSchema;
export function parseSchema(type: 'JSON', input: SchemaInput): JsonSchema;
export function parseSchema(type: 'PROTOBUF', input: SchemaInput): ProtobufSchema;
export function parseSchema(type: string | undefined, input: SchemaInput): AnySchema;
export function parseSchema(type: string | undefined, input: SchemaInput): AnySchema {
  const resolved = resolveReferences(input.references ?? [], input.resolve ?? (() => undefined));
  const { schema, isNew = false, metadata, ruleSet } = input;
  const contract = { ...(metadata === undefined ? {} : { metadata }), ...(ruleSet === undefined ? {} : { ruleSet }) };
  switch (type ?? 'AVRO') {
    case 'AVRO':
      return parseAvro({ schema, resolved, isNew, ...contract });
    case 'JSON':
      return parseJsonSchema({ schema, resolved, ...contract });
    case 'PROTOBUF':
      return parseProtobuf({ schema, resolved, isNew, ...contract });
    default:
      throw new SchemaError('INVALID_SCHEMA_TYPE', 'schemaType', `Invalid schema type ${type}`);
  }
}

/**
 * Refuses fields that begin with `$$`, the registry's own: for subjects with `validateFields`.
 *
 * @throws SchemaError
 */
export function checkFields(schema: AnySchema): void {
  if (schema.schemaType === 'AVRO') checkAvroFields(schema);
  else if (schema.schemaType === 'JSON') checkJsonFields(schema);
}
