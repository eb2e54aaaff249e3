import type { Field, Message, Struct, Versions } from './definition.ts';
import { common } from './versions.ts';

// Names that the generated functions use themselves.
const TAKEN: ReadonlySet<string> = new Set([
  'count', 'end', 'error', 'field', 'flexible', 'index', 'message', 'next', 'reader', 'tag', 'unknown', 'unknownTags', 'version', 'writer',
]);

/** The local variable that holds a field's value in generated code. */
export function localName(field: Field): string {
  return TAKEN.has(field.name) ? `${field.name}Value` : field.name;
}

/** The TypeScript type of one value (of one element, for arrays), before decoding. */
export function valueType(field: Field): string {
  if (field.struct !== null) return field.struct.name;
  switch (field.type) {
    case 'bool':
      return 'boolean';
    case 'string':
    case 'uuid':
      return 'string';
    case 'bytes':
      return 'Uint8Array';
    case 'records':
      return 'Records';
    default:
      return field.exact ? 'bigint' : 'number';
  }
}

/** The type of the field's value once decoded, null included. */
export function decodedType(field: Field): string {
  const one = field.struct !== null ? `Decoded<${field.struct.name}>` : field.type === 'records' ? 'Uint8Array' : valueType(field);
  return (field.array ? `${one}[]` : one) + (field.nullable === null ? '' : ' | null');
}

/** The value of a field that is not there, as an expression. */
export function defaultValue(field: Field): string {
  const given = field.default;
  if (given === 'null') return 'null';
  if (field.array) return '[]';
  if (field.struct !== null) return `default${field.struct.name}()`;
  switch (field.type) {
    case 'bool':
      return given ?? 'false';
    case 'string':
      return given === null ? "''" : `'${JSON.parse(given) as string}'`;
    case 'uuid':
      return 'ZERO_UUID';
    case 'bytes':
      return 'NO_BYTES';
    case 'records':
      return field.nullable === null ? 'NO_BYTES' : 'null';
    case 'int64':
      if (given === '9223372036854775807') return '2 ** 63';
      return field.exact ? `${given ?? '0'}n` : (given ?? '0');
    default:
      return given ?? '0';
  }
}

/** Tells, as an expression over `value`, that it is not the default. */
export function differs(field: Field, value: string): string {
  if (field.default === 'null') return `${value} !== null`;
  const orNull = field.nullable === null ? '' : `${value} === null || `;
  if (field.array || field.type === 'bytes') return `${orNull}${value}.length !== 0`;
  if (field.struct !== null) return `${orNull}!isDefault${field.struct.name}(${value})`;
  return `${value} !== ${defaultValue(field)}`;
}

/** Whether callers may leave the field out. */
export function isOptional(message: Message, field: Field): boolean {
  return field.default !== null || field.tag !== null || field.versions.from > message.versions.from || field.versions.to < message.versions.to;
}

/** The interfaces of a message, the root first. */
export function emitTypes(message: Message): string {
  return [message.root, ...message.structs.toReversed()].map((struct) => emitInterface(message, struct)).join('\n');
}

function emitInterface(message: Message, struct: Struct): string {
  const root = struct === message.root;
  const lines = root ? [doc(`${message.name}, versions ${versionsText(message.versions, null)}.`, '')] : [];
  lines.push(`export interface ${struct.name} {`);
  for (const field of struct.fields) {
    const array = field.array ? '[]' : '';
    const nullable = field.nullable === null ? '' : ' | null';
    const optional = isOptional(message, field);
    const documentation = fieldDoc(message, field);
    if (documentation !== '') lines.push(doc(documentation, '  '));
    lines.push(`  ${field.name}${optional ? '?' : ''}: ${valueType(field)}${array}${nullable}${optional ? ' | undefined' : ''};`);
  }
  if (message.flexible <= message.versions.to) {
    lines.push('  /** Tagged fields that no version knows, kept and written back. */');
    lines.push('  unknownTags?: UnknownTag[] | undefined;');
  }
  return [...lines, '}', ''].join('\n');
}

function fieldDoc(message: Message, field: Field): string {
  const there = common(field.versions, message.versions) ?? field.versions;
  const partial = there.from > message.versions.from || there.to < message.versions.to;
  const nullable = field.nullable === null ? null : common(field.nullable, there);
  const nullFrom = nullable !== null && (nullable.from > there.from || nullable.to < there.to) ? `Null in versions ${versionsText(nullable, message.versions)}.` : '';
  const shown = field.default === null ? '' : `Default ${field.default.replaceAll('"', "'")}.`;
  const versions = partial ? `Versions ${versionsText(there, message.versions)}.` : '';
  return [field.meaning, versions, nullFrom, shown].filter((part) => part !== '').join(' ');
}

function versionsText({ from, to }: Versions, within: Versions | null): string {
  if (within !== null && to >= within.to) return `${from}+`;
  return from === to ? `${from}` : `${from}-${to}`;
}

function doc(text: string, indent: string): string {
  return `${indent}/** ${text} */`;
}

/** Whether generated code asks for the version (fields of that name do not count). */
export function asksVersion(code: string): boolean {
  return /(?<![.'\w])version\b(?![':])/.test(code);
}
