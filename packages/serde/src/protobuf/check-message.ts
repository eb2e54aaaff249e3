/** Finds what in a message is not of its field's type, with the place; the encoder would write 5 as "5", or fail without one. */
import { isMessage, ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { shown, ValueError } from '../serde-error.js';

type Path = readonly (string | number)[];

/** @throws ValueError */
export function checkMessage(desc: DescMessage, message: object, path: Path = []): void {
  // Messages are plain objects by the names of their fields; a oneof is `{ case, value }`.
  const values = message as Readonly<Record<string, unknown>>;
  for (const field of desc.fields) {
    if (field.oneof === undefined) {
      const value = values[field.localName];
      if (value !== undefined) checkField(field, value, path, field.localName);
      continue;
    }
    const chosen = values[field.oneof.localName] as { case?: unknown; value?: unknown } | undefined;
    if (chosen?.case === field.localName) checkField(field, chosen.value, path, field.localName);
  }
}

function checkField(field: DescField, value: unknown, path: Path, name: string): void {
  if (field.fieldKind === 'list') {
    if (!Array.isArray(value)) throw wrong('a list', value, [...path, name]);
    value.forEach((item, index) => checkOne(field, item, path, name, index));
  } else if (field.fieldKind === 'map') {
    if (typeof value !== 'object' || value === null) throw wrong('a map', value, [...path, name]);
    for (const [key, item] of Object.entries(value)) checkOne(field, item, path, name, key);
  } else checkOne(field, value, path, name);
}

function checkOne(field: DescField, value: unknown, path: Path, name: string, index?: string | number): void {
  if (field.message !== undefined) {
    // Wrappers and Struct may stand as plain values.
    if (!isMessage(value)) return;
    const place = placeOf(path, name, index);
    if (value.$typeName !== field.message.typeName) throw wrong(field.message.typeName, value, place);
    checkMessage(field.message, value, place);
  } else if (field.enum !== undefined) {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(`a number of enum ${field.enum.typeName}`, value, placeOf(path, name, index));
  } else if (!isScalar(field.scalar, value)) throw wrong(scalarName(field.scalar), value, placeOf(path, name, index));
}

function placeOf(path: Path, name: string, index: string | number | undefined): Path {
  return index === undefined ? [...path, name] : [...path, name, index];
}

function isScalar(scalar: ScalarType | undefined, value: unknown): boolean {
  switch (scalar) {
    case ScalarType.STRING:
      return typeof value === 'string';
    case ScalarType.BYTES:
      return value instanceof Uint8Array;
    case ScalarType.BOOL:
      return typeof value === 'boolean';
    case ScalarType.FLOAT:
    case ScalarType.DOUBLE:
      return typeof value === 'number';
    case ScalarType.INT64:
    case ScalarType.SINT64:
    case ScalarType.SFIXED64:
      return (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) || isLongText(value);
    case ScalarType.UINT64:
    case ScalarType.FIXED64:
      return (typeof value === 'bigint' && BigInt.asUintN(64, value) === value) || isLongText(value);
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffffffff;
    default:
      return Number.isInteger(value) && (value as number) === ((value as number) | 0);
  }
}

/** Fields with `jstype` are text. */
function isLongText(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value);
}

function scalarName(scalar: ScalarType | undefined): string {
  return scalar === undefined ? 'a scalar' : ScalarType[scalar].toLowerCase();
}

function wrong(expected: string, value: unknown, path: Path): ValueError {
  return new ValueError(path, `expected ${expected}, got ${shown(value)}`);
}
