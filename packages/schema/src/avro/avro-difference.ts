import type { Incompatibility } from '../compatibility/difference.js';

/** How a pair of Avro schemas can differ, with Confluent's description (path, additional information). */
const DESCRIPTIONS = {
  NAME_MISMATCH: (path: string) => `The name of the schema has changed (path '${path}')`,
  FIXED_SIZE_MISMATCH: (path: string) => `The size of FIXED type field at path '${path}' in the %s schema does not match with the %s schema`,
  MISSING_ENUM_SYMBOLS: (path: string, info: string) => `The %s schema is missing enum symbols '${info}' at path '${path}' in the %s schema`,
  READER_FIELD_MISSING_DEFAULT_VALUE: (path: string, info: string) =>
    `The field '${info}' at path '${path}' in the %s schema has no default value and is missing in the %s schema`,
  TYPE_MISMATCH: (path: string) => `The type (path '${path}') of a field in the %s schema does not match with the %s schema`,
  MISSING_UNION_BRANCH: (path: string) => `The %s schema is missing a type inside a union field at path '${path}' in the %s schema`,
};

export type AvroDifferenceType = keyof typeof DESCRIPTIONS;

export function avroDifference(type: AvroDifferenceType, path: string, info: string): Incompatibility {
  const description = DESCRIPTIONS[type](path, info);
  return { type, path, message: `{errorType:'${type}', description:'${description}', additionalInfo:'${info}'}` };
}
