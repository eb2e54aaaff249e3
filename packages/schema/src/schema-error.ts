/** What is wrong with a schema. The registry answers each of them with 42201. */
export type SchemaErrorCode =
  /** The text is no schema of its type. */
  | 'INVALID_SCHEMA'
  /** A name, import or `$ref` leads nowhere, or leads back to itself. */
  | 'INVALID_REFERENCE'
  /** The type is none of AVRO, JSON and PROTOBUF. */
  | 'INVALID_SCHEMA_TYPE'
  /** Too long, too deep, or too much work (see limits.ts). */
  | 'LIMIT_EXCEEDED';

/**
 * A schema that cannot be taken. `detail` says what is wrong, `place` where: a JSON path (`$.fields[2].type`) in Avro,
 * a JSON pointer (`#/properties/x`) in JSON Schema, line and column (`3:14`) in Protobuf and in text that is not even JSON.
 */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly code: SchemaErrorCode;
  readonly detail: string;
  readonly place: string;

  constructor(code: SchemaErrorCode, place: string, detail: string) {
    super(`${detail} at ${place}`);
    this.code = code;
    this.place = place;
    this.detail = detail;
  }
}

/** The same error seen from a schema that refers to the one that is wrong. */
export function withinReference(error: unknown, referenceName: string): unknown {
  if (!(error instanceof SchemaError)) return error;
  return new SchemaError(error.code, `${referenceName}: ${error.place}`, error.detail);
}
