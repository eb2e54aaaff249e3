import { avroIncompatibilities } from '../avro/avro-compatibility.js';
import type { AvroSchema } from '../avro/avro-schema.js';
import { jsonSchemaDifferences } from '../json-schema/diff/compare-schemas.js';
import { jsonDifferenceMessage } from '../json-schema/diff/difference-types.js';
import type { JsonSchema } from '../json-schema/json-schema.js';
import type { ParsedSchema } from '../parsed-schema.js';
import { protoDifferences } from '../protobuf/diff/compare-files.js';
import { protoDifferenceMessage } from '../protobuf/diff/difference-types.js';
import type { ProtobufSchema } from '../protobuf/protobuf-schema.js';
import { SchemaError } from '../schema-error.js';
import type { CompatibilityPolicy } from './compatibility-level.js';
import type { Incompatibility } from './difference.js';

/** Why `reader` cannot read all that was written with `writer`; empty if it can. Both are of one type. */
export function incompatibilities(reader: ParsedSchema, writer: ParsedSchema, policy: CompatibilityPolicy): Incompatibility[] {
  if (reader.schemaType === 'AVRO') return ofAvro(reader as AvroSchema, writer as AvroSchema);
  if (reader.schemaType === 'PROTOBUF') return ofProtobuf(reader as ProtobufSchema, writer as ProtobufSchema);
  return ofJson(reader as JsonSchema, writer as JsonSchema, policy);
}

/** What Avro cannot decide is a line of its own, not an error. */
function ofAvro(reader: AvroSchema, writer: AvroSchema): Incompatibility[] {
  try {
    return avroIncompatibilities(reader.type, writer.type);
  } catch (error) {
    if (error instanceof SchemaError || !(error instanceof Error)) throw error;
    return [{ type: 'UNDECIDABLE', path: '/', message: `Unexpected exception during compatibility check: ${error.message}` }];
  }
}

function ofJson(reader: JsonSchema, writer: JsonSchema, policy: CompatibilityPolicy): Incompatibility[] {
  return jsonSchemaDifferences(writer.node, reader.node, policy)
    .filter((difference) => !difference.isCompatible)
    .map(({ type, path }) => ({ type, path, message: jsonDifferenceMessage(type, path) }));
}

function ofProtobuf(reader: ProtobufSchema, writer: ProtobufSchema): Incompatibility[] {
  return protoDifferences(writer, reader)
    .filter((difference) => !difference.isCompatible)
    .map(({ type, path }) => ({ type, path, message: protoDifferenceMessage(type, path) }));
}
