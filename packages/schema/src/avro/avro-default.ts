import { isJsonArray, isJsonObject, JsonNumber, type JsonValue } from '../json/json-value.js';
import { MAX_NESTING_DEPTH } from '../limits.js';
import type { AvroType } from './avro-type.js';

/** Doubles that stand in JSON as texts. */
const NOT_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

/** Whether a default in JSON fits its type (specification 1.12: the default of a union may be of any branch). */
export function isValidDefault(type: AvroType, value: JsonValue | undefined, depth = 0): boolean {
  if (value === undefined || depth > MAX_NESTING_DEPTH) return false;
  switch (type.kind) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'int':
      return isWhole(value, 31n);
    case 'long':
      return isWhole(value, 63n);
    case 'float':
    case 'double':
      // Only where the type is the field's own does Avro read a text as a number.
      return value instanceof JsonNumber || (depth === 0 && typeof value === 'string' && NOT_FINITE.has(value));
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return typeof value === 'string';
    case 'array':
      return isJsonArray(value) && value.every((element) => isValidDefault(type.items, element, depth + 1));
    case 'map':
      return isJsonObject(value) && [...value.values()].every((member) => isValidDefault(type.values, member, depth + 1));
    case 'union':
      return type.branches.some((branch) => isValidDefault(branch, value, depth + 1));
    case 'record':
      return isJsonObject(value) && type.fields.every((field) => isValidDefault(field.type, value.get(field.name) ?? field.defaultValue, depth + 1));
  }
}

function isWhole(value: JsonValue, bits: bigint): boolean {
  if (!(value instanceof JsonNumber) || !value.isInteger || value.text.length > 20) return false;
  const whole = BigInt(value.text);
  return whole >= -(1n << bits) && whole < 1n << bits;
}
