/** What a rule sees of a field, and what it makes of it. */

export type FieldType = 'RECORD' | 'ENUM' | 'ARRAY' | 'MAP' | 'COMBINED' | 'FIXED' | 'STRING' | 'BYTES' | 'INT' | 'LONG' | 'FLOAT' | 'DOUBLE' | 'BOOLEAN' | 'NULL';

export interface Field {
  /** The record that the field is in. */
  readonly containing: unknown;
  /** `com.acme.Order.card`, or `$.card` in JSON. */
  readonly fullName: string;
  readonly name: string;
  /** The type of the value, without a null beside it. */
  readonly type: FieldType;
  /** Tags that stand in the schema at this field. */
  readonly tags: readonly string[];
}

/** Called for each value without values inside it: the field's own, and each element of its arrays and maps. Nulls are left out. */
export type FieldVisitor = (field: Field, value: unknown) => Promise<unknown>;

export function isPrimitive(type: FieldType): boolean {
  return type === 'STRING' || type === 'BYTES' || type === 'INT' || type === 'LONG' || type === 'FLOAT' || type === 'DOUBLE' || type === 'BOOLEAN' || type === 'NULL';
}
