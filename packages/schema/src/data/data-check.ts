import { avroDataCheck } from '../avro/avro-data.js';
import { jsonDataCheck } from '../json-schema/validate/json-data.js';
import type { AnySchema } from '../parse-schema.js';
import { messageAt } from '../protobuf/message-indexes.js';
import { readMessageIndexes } from '../protobuf/message-index-bytes.js';
import { protobufDataCheck } from '../protobuf/protobuf-data.js';
import type { ProtobufSchema } from '../protobuf/protobuf-schema.js';
import { SchemaError } from '../schema-error.js';
import type { DataCheck } from './data-problem.js';

export interface DataCheckOptions {
  /** Which message of a Protobuf schema, where the bytes do not begin with it: with a guid in the header the indexes stand there. */
  readonly messageIndexes?: readonly number[] | undefined;
}

/**
 * A check of payloads against a schema: what stands in a record behind the schema's id. Make it once and keep it; the
 * schema is compiled into it.
 *
 * @throws SchemaError where a schema that was stored does not resolve, or has no message at the indexes
 */
export function dataCheck(schema: AnySchema, options: DataCheckOptions = {}): DataCheck {
  switch (schema.schemaType) {
    case 'AVRO':
      return avroDataCheck(schema.type);
    case 'JSON':
      return jsonDataCheck(schema);
    case 'PROTOBUF':
      return options.messageIndexes === undefined ? withIndexes(schema) : protobufDataCheck(schema, messageAt(schema.file, options.messageIndexes));
  }
}

/** Bytes that begin with the indexes of their message. */
function withIndexes(schema: ProtobufSchema): DataCheck {
  const checks = new Map<string, DataCheck>();
  return (bytes) => {
    const read = readMessageIndexes(bytes);
    if (read === undefined) return { detail: 'no message indexes at the start', place: '$' };
    const key = read.indexes.join();
    let check = checks.get(key);
    if (check === undefined) {
      const fullName = nameAt(schema, read.indexes);
      if (fullName === undefined) return { detail: `no message at index [${read.indexes.join(', ')}] of the schema`, place: '$' };
      check = protobufDataCheck(schema, fullName);
      checks.set(key, check);
    }
    return check(bytes.subarray(read.end));
  };
}

function nameAt(schema: ProtobufSchema, indexes: readonly number[]): string | undefined {
  try {
    return messageAt(schema.file, indexes);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}
