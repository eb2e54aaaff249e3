/** Answers of a registry, checked as far as they are used. */
import type { SchemaType } from '@millrace/schema';
import type { RegisteredSchema, SchemaToRegister, SubjectVersion } from './registry-api.js';

const SCHEMA_TYPES: ReadonlySet<unknown> = new Set(['AVRO', 'JSON', 'PROTOBUF']);

/** Registries before 8.0 answer a registration with the id alone: the rest is what was sent. */
export function toRegisteredSchema(json: unknown, sent?: SchemaToRegister): RegisteredSchema {
  const answer: Record<string, unknown> = { ...sent, ...(typeof json === 'object' ? json : {}) };
  const schemaType = answer['schemaType'] ?? 'AVRO';
  if (typeof answer['id'] !== 'number') throw new TypeError(`the registry answered without an id: ${JSON.stringify(json)}`);
  if (typeof answer['schema'] !== 'string') throw new TypeError(`the registry answered without a schema: ${JSON.stringify(json)}`);
  if (!SCHEMA_TYPES.has(schemaType)) throw new TypeError(`the registry answered with the unknown schema type ${JSON.stringify(schemaType)}`);
  // Members that are not looked at here are the registry's own words for metadata, rules and references.
  return { ...(answer as unknown as RegisteredSchema), schemaType: schemaType as SchemaType };
}

export function toSubjectVersion(json: unknown, sent?: SchemaToRegister): SubjectVersion {
  const schema = toRegisteredSchema(json, sent);
  const { subject, version } = schema;
  if (subject === undefined || version === undefined) throw new TypeError(`the registry answered without subject and version: ${JSON.stringify(json)}`);
  return { ...schema, subject, version };
}
