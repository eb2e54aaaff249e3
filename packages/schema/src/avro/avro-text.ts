import { javaDoubleText, javaIntegerText } from '../json/java-number.js';
import { jsonStringText, jsonText } from '../json/json-text.js';
import type { JsonNumber, JsonValue } from '../json/json-value.js';
import { MAX_NESTING_DEPTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { type AvroField, type AvroName, type AvroNamedType, type AvroProps, type AvroType, qualifiedIn } from './avro-type.js';

/** Numbers inside an Avro schema went through Java's int, long, BigInteger or double. */
export function avroNumberText(number: JsonNumber): string {
  if (number.isInteger) return javaIntegerText(number.text);
  // JSON has no word for what is beyond a double: Jackson writes a text.
  return Number.isFinite(number.value) ? javaDoubleText(number.value) : `"${javaDoubleText(number.value)}"`;
}

export function avroJsonText(value: JsonValue): string {
  return jsonText(value, avroNumberText);
}

/**
 * The text that Confluent stores: `Schema.toString()` of Avro 1.12. A named type is written where it is first met and
 * by its name after that; `known` are the full names of types in referenced schemas, which stay names from the start.
 */
export function avroText(type: AvroType, known: Iterable<string> = []): string {
  return typeText(type, undefined, new Set(known), 0);
}

/**
 * One definition by itself, all other named types by their names: two with the same text are one to Avro where those are
 * known. It does not look at docs, aliases, the default of an enum and the order of attributes.
 */
export function avroDefinitionText(type: AvroNamedType): string {
  let met = false;
  const bare = { doc: undefined, aliases: [] };
  const props = sortedProps(type.props);
  const definition: AvroNamedType =
    type.kind === 'record'
      ? { ...type, ...bare, props, isError: false, fields: type.fields.map((field) => ({ ...field, ...bare, props: sortedProps(field.props) })) }
      : type.kind === 'enum'
        ? { ...type, ...bare, props, defaultSymbol: undefined }
        : { ...type, ...bare, props };
  return typeText(definition, undefined, { has: (name) => met || name !== type.name.full, add: () => (met = true) }, 0);
}

function sortedProps(props: AvroProps): AvroProps {
  return new Map([...props].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Full names of the types that stand written already. */
interface WrittenNames {
  has(name: string): boolean;
  add(name: string): unknown;
}

/** Names may lead deeper than the text that was read is nested; a text as deep could not be read again. */
function typeText(type: AvroType, namespace: string | undefined, written: WrittenNames, depth: number): string {
  if (depth > MAX_NESTING_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', '$', `Types lead deeper than ${MAX_NESTING_DEPTH}`);
  switch (type.kind) {
    case 'array':
      return `{"type":"array","items":${typeText(type.items, namespace, written, depth + 1)}${propsText(type.props)}}`;
    case 'map':
      return `{"type":"map","values":${typeText(type.values, namespace, written, depth + 1)}${propsText(type.props)}}`;
    case 'union':
      return `[${type.branches.map((branch) => typeText(branch, namespace, written, depth + 1)).join(',')}]`;
    case 'record':
    case 'enum':
    case 'fixed':
      return namedText(type, namespace, written, depth);
    default:
      return type.props.size === 0 ? `"${type.kind}"` : `{"type":"${type.kind}"${propsText(type.props)}}`;
  }
}

function namedText(type: AvroNamedType, namespace: string | undefined, written: WrittenNames, depth: number): string {
  if (written.has(type.name.full)) return jsonStringText(qualifiedIn(type.name, namespace));
  written.add(type.name.full);
  const word = type.kind === 'record' && type.isError ? 'error' : type.kind;
  const doc = type.doc === undefined ? '' : `,"doc":${jsonStringText(type.doc)}`;
  const tail = `${propsText(type.props)}${aliasesText(type.aliases.map((alias) => qualifiedIn(alias, type.name.namespace)))}}`;
  return `{"type":"${word}"${nameText(type.name, namespace)}${doc}${bodyText(type, written, depth)}${tail}`;
}

function bodyText(type: AvroNamedType, written: WrittenNames, depth: number): string {
  switch (type.kind) {
    case 'record':
      return `,"fields":[${type.fields.map((field) => fieldText(field, type.name.namespace, written, depth + 1)).join(',')}]`;
    case 'enum': {
      const symbols = type.symbols.map((symbol) => jsonStringText(symbol)).join(',');
      return `,"symbols":[${symbols}]${type.defaultSymbol === undefined ? '' : `,"default":${jsonStringText(type.defaultSymbol)}`}`;
    }
    case 'fixed':
      return `,"size":${type.size}`;
  }
}

function nameText(name: AvroName, namespace: string | undefined): string {
  const space = name.namespace === namespace ? '' : `,"namespace":${jsonStringText(name.namespace ?? '')}`;
  return `,"name":${jsonStringText(name.name)}${space}`;
}

function fieldText(field: AvroField, namespace: string | undefined, written: WrittenNames, depth: number): string {
  const doc = field.doc === undefined ? '' : `,"doc":${jsonStringText(field.doc)}`;
  const defaultValue = field.defaultValue === undefined ? '' : `,"default":${avroJsonText(field.defaultValue)}`;
  const order = field.order === 'ascending' ? '' : `,"order":"${field.order}"`;
  const type = typeText(field.type, namespace, written, depth);
  return `{"name":${jsonStringText(field.name)},"type":${type}${doc}${defaultValue}${order}${aliasesText(field.aliases)}${propsText(field.props)}}`;
}

function aliasesText(aliases: readonly string[]): string {
  return aliases.length === 0 ? '' : `,"aliases":[${aliases.map((alias) => jsonStringText(alias)).join(',')}]`;
}

function propsText(props: AvroProps): string {
  return [...props].map(([key, value]) => `,${jsonStringText(key)}:${avroJsonText(value)}`).join('');
}
