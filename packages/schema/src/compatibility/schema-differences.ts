import { avroIncompatibilities } from '../avro/avro-compatibility.js';
import { jsonSchemaDifferences } from '../json-schema/diff/compare-schemas.js';
import type { AnySchema } from '../parse-schema.js';
import { protoDifferences } from '../protobuf/diff/compare-files.js';
import type { CompatibilityPolicy } from './compatibility-level.js';

/** One change from a schema to another. */
export interface SchemaDifference {
  /** As `FIELD_ADDED`, of the language's own list. */
  readonly type: string;
  readonly path: string;
  /** The later schema still reads what was written with the earlier one, as far as this change goes. */
  readonly isCompatible: boolean;
}

/**
 * What changed from one schema to another, for people to read. JSON Schema and Protobuf tell the harmless changes too; of
 * Avro only those are known that keep data from being read.
 */
export function schemaDifferences(from: AnySchema, to: AnySchema, policy: CompatibilityPolicy = 'STRICT'): SchemaDifference[] {
  if (from.schemaType === 'AVRO' && to.schemaType === 'AVRO') {
    return avroIncompatibilities(to.type, from.type).map(({ type, path }) => ({ type, path, isCompatible: false }));
  }
  if (from.schemaType === 'JSON' && to.schemaType === 'JSON') return jsonSchemaDifferences(from.node, to.node, policy);
  if (from.schemaType === 'PROTOBUF' && to.schemaType === 'PROTOBUF') return protoDifferences(from, to);
  return [{ type: 'SCHEMA_TYPE_CHANGED', path: '', isCompatible: false }];
}
