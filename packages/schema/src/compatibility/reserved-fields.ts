import type { AvroSchema } from '../avro/avro-schema.js';
import { javaMapOrder } from '../java-hash-order.js';
import { isJsonObject } from '../json/json-value.js';
import type { JsonSchema } from '../json-schema/json-schema.js';
import type { ParsedSchema } from '../parsed-schema.js';
import type { ProtobufSchema } from '../protobuf/protobuf-schema.js';

/** Property of the metadata that names fields, apart by commas, which no version may have. */
const RESERVED = 'confluent:reserved';

/** Confluent's lines on reserved fields: once reserved they stay so, and a schema has none of them (checked under `validateFields`). */
export function reservedFieldProblems(schema: ParsedSchema, previous: ParsedSchema | undefined): string[] {
  const reserved = reservedFields(schema);
  const removed = previous === undefined ? [] : reservedFields(previous).filter((field) => !reserved.includes(field));
  return [
    ...removed.map((field) => `The new schema has reserved field ${field} removed from its metadata which is present in the old schema's metadata.`),
    ...reserved.filter((field) => hasTopLevelField(schema, field)).map((field) => `The new schema has field that conflicts with the reserved field ${field}.`),
  ];
}

function reservedFields(schema: ParsedSchema): string[] {
  const listed = schema.metadata?.properties?.[RESERVED] ?? '';
  const fields = listed.split(',').map((field) => field.trim());
  return javaMapOrder([...new Set(fields.filter((field) => field !== ''))]);
}

function hasTopLevelField(schema: ParsedSchema, field: string): boolean {
  switch (schema.schemaType) {
    case 'AVRO': {
      const { type } = schema as AvroSchema;
      return type.kind === 'record' && type.fields.some(({ name }) => name === field);
    }
    case 'JSON': {
      const { root } = schema as JsonSchema;
      const properties = isJsonObject(root) ? root.get('properties') : undefined;
      return isJsonObject(properties) && properties.has(field);
    }
    case 'PROTOBUF': {
      const { file } = schema as ProtobufSchema;
      const fields = file.types.flatMap((type) => (type.kind === 'message' ? [...type.fields, ...type.oneofs.flatMap((oneof) => oneof.fields)] : []));
      return fields.some(({ name }) => name === field);
    }
  }
}
