import { withSortedKeys } from '../json/json-text.js';
import { javaDoubleText, javaFloatText } from '../json/java-number.js';
import { isJsonArray, isJsonObject, JsonNumber, type JsonValue } from '../json/json-value.js';
import { logicalTypeOf } from './avro-logical-type.js';
import type { AvroField, AvroNamedType, AvroProps, AvroType } from './avro-type.js';

/**
 * The normalized schema of Confluent: attributes and aliases sorted (a logical type and its parameters first), empty
 * docs dropped, defaults as their type writes them. Its text comes from `avroText` like any other.
 */
export function normalizedAvro(root: AvroType): AvroType {
  const done = new Map<AvroType, AvroType>();
  const normalized = (type: AvroType): AvroType => {
    const known = done.get(type);
    if (known !== undefined) return known;
    switch (type.kind) {
      case 'array':
        return { kind: 'array', items: normalized(type.items), props: sortedProps(type.props, type) };
      case 'map':
        return { kind: 'map', values: normalized(type.values), props: sortedProps(type.props, type) };
      case 'union':
        return { kind: 'union', branches: type.branches.map(normalized) };
      case 'record':
      case 'enum':
      case 'fixed':
        return normalizedNamed(type, done, normalized);
      default:
        return { kind: type.kind, props: sortedProps(type.props, type) };
    }
  };
  return normalized(root);
}

function normalizedNamed(type: AvroNamedType, done: Map<AvroType, AvroType>, normalized: (type: AvroType) => AvroType): AvroType {
  const common = {
    name: type.name,
    doc: type.doc === '' ? undefined : type.doc,
    aliases: type.aliases.toSorted((a, b) => compareTexts(a.full, b.full)),
    props: sortedProps(type.props, type),
  };
  if (type.kind !== 'record') {
    const copy = { ...type, ...common };
    done.set(type, copy);
    return copy;
  }
  const fields: AvroField[] = [];
  const record: AvroType = { kind: 'record', isError: false, ...common, fields };
  done.set(type, record);
  for (const field of type.fields) {
    fields.push({
      ...field,
      type: normalized(field.type),
      aliases: field.aliases.toSorted(compareTexts),
      defaultValue: field.defaultValue === undefined ? undefined : withSortedKeys(normalizedDefault(field.defaultValue, field.type)),
      props: sortedProps(field.props),
    });
  }
  return record;
}

function sortedProps(props: AvroProps, type?: AvroType): AvroProps {
  const first = type === undefined ? [] : logicalProps(props, type);
  const keys = [...first, ...[...props.keys()].filter((key) => !first.includes(key)).toSorted(compareTexts)];
  return new Map(keys.map((key) => [key, withSortedKeys(props.get(key) ?? null)]));
}

function logicalProps(props: AvroProps, type: AvroType): string[] {
  const logicalType = logicalTypeOf(type);
  if (logicalType === undefined) return [];
  if (logicalType !== 'decimal') return ['logicalType'];
  const scale = props.get('scale');
  return scale instanceof JsonNumber && scale.value !== 0 ? ['logicalType', 'precision', 'scale'] : ['logicalType', 'precision'];
}

/** A whole number becomes a double's or float's text where the type says so. */
function normalizedDefault(value: JsonValue, type: AvroType): JsonValue {
  switch (type.kind) {
    case 'double':
      return value instanceof JsonNumber ? floating(value, javaDoubleText) : value;
    case 'float':
      return value instanceof JsonNumber ? floating(value, javaFloatText) : value;
    case 'union':
      return type.branches[0] === undefined ? value : normalizedDefault(value, type.branches[0]);
    case 'array':
      return isJsonArray(value) ? value.map((element) => normalizedDefault(element, type.items)) : value;
    case 'map':
      return isJsonObject(value) ? new Map([...value].map(([key, member]) => [key, normalizedDefault(member, type.values)])) : value;
    case 'record':
      return isJsonObject(value) ? normalizedRecordDefault(value, type.fields) : value;
    default:
      return value;
  }
}

function floating(number: JsonNumber, textOf: (value: number) => string): JsonValue {
  // Java's whole numbers have no negative zero.
  const text = textOf(number.isInteger && number.value === 0 ? 0 : number.value);
  return text.endsWith('Infinity') ? text : new JsonNumber(text);
}

function normalizedRecordDefault(value: ReadonlyMap<string, JsonValue>, fields: readonly AvroField[]): JsonValue {
  const types = new Map(fields.map((field) => [field.name, field.type]));
  return new Map(
    [...value].map(([key, member]) => {
      const type = types.get(key);
      return [key, type === undefined ? member : normalizedDefault(member, type)];
    }),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
