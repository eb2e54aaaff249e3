/** Fields that a schema keeps for later, named in its metadata: they may not be used, nor given up. */
import { checkFields as checkFieldNames, SchemaError, type AnySchema } from '@millrace/schema';
import { invalidSchema } from './registry-error.js';

const reservedProperty = 'confluent:reserved';

/** @throws RegistryError 42201 for a field whose name starts as the registry's own do */
export function checkFields(parsed: AnySchema): void {
  try {
    checkFieldNames(parsed);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    throw invalidSchema(`Invalid schema ${parsed.canonicalString}, details: ${error.message}`, error);
  }
}

export function reservedFieldMessages(parsed: AnySchema, previous: AnySchema | undefined): string[] {
  const reserved = reservedFields(parsed);
  const removed = previous === undefined ? [] : reservedFields(previous).filter((field) => !reserved.includes(field));
  const fields = topLevelFields(parsed);
  return [
    ...removed.map((field) => `{errorType:"RESERVED_PROPERTY_REMOVED", description:"The new schema has reserved property '${field}' removed from its metadata which is present in the old schema."}`),
    ...reserved.filter((field) => fields.has(field)).map(
      (field) => `{errorType:"RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY", description:"The new schema has property at path '${field}' that conflicts with the reserved properties which is missing in the old schema."}`,
    ),
  ];
}

function reservedFields(parsed: AnySchema): string[] {
  const text = parsed.metadata?.properties?.[reservedProperty];
  return text === undefined ? [] : text.split(',').map((field) => field.trim()).filter((field) => field !== '');
}

function topLevelFields(parsed: AnySchema): ReadonlySet<string> {
  switch (parsed.schemaType) {
    case 'AVRO':
      return new Set(parsed.type.kind === 'record' ? parsed.type.fields.map((field) => field.name) : []);
    case 'JSON':
      return new Set(parsed.node.kind === 'object' ? parsed.node.properties.keys() : []);
    case 'PROTOBUF':
      return new Set(parsed.file.types.find((type) => type.kind === 'message')?.fields.map((field) => field.name) ?? []);
  }
}
