import { type AnySchema, checkCompatibility, dataCheck, descriptorSetOf, parseSchema, SchemaError, type SchemaType, typesOf } from '@millrace/schema';
import { expect } from 'vitest';

/**
 * Does with a schema all that can be done. Whatever is refused must be a `SchemaError` that names a place.
 *
 * @returns why it was refused, undefined where it was taken
 */
export function useSchema(type: SchemaType, text: string, isNew: boolean): SchemaError | undefined {
  let schema: AnySchema;
  try {
    schema = parseSchema(type, { schema: text, isNew });
  } catch (error) {
    return refused(error);
  }
  const tried = (work: () => void) => {
    try {
      work();
    } catch (error) {
      refused(error);
    }
  };
  const again = parseSchema(type, { schema: schema.canonicalString });
  expect(again.canonicalString).toBe(schema.canonicalString);
  tried(() => {
    const normalized = schema.normalize();
    expect(normalized.normalize().canonicalString).toBe(normalized.canonicalString);
  });
  tried(() => expect(checkCompatibility(again, [{ schema, version: 1 }], 'FULL').differences.filter((found) => found.type !== 'UNDECIDABLE')).toEqual([]));
  tried(() => void schema.formattedString('serialized'));
  tried(() => void (schema.schemaType === 'PROTOBUF' && descriptorSetOf(schema)));
  tried(() => void typesOf([{ schema, name: 'x' }]));
  tried(() => void dataCheck(schema)(Uint8Array.of(0, 1, 2)));
  return undefined;
}

function refused(error: unknown): SchemaError {
  if (!(error instanceof SchemaError)) throw error;
  expect(error.place).not.toBe('');
  expect(error.detail).not.toBe('');
  return error;
}
