import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { optionTypes } from './option-encoding.js';
import { constantsByTag, fieldsByTag } from './proto-lookup.js';
import { mapTypes, type ProtoConstant, type ProtoField, type ProtoOption, type ProtoOptionValue, SCALAR_TYPES } from './proto-file.js';
import { mapTypeOf, type TypeTable } from './type-table.js';

/** Confluent writes options of a descriptor in its own order; those not listed follow by number. */
const FIRST_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'google.protobuf.FileOptions': [
    ...['java_package', 'java_outer_classname', 'java_multiple_files', 'java_generate_equals_and_hash', 'java_string_check_utf8', 'optimize_for', 'go_package'],
    ...['cc_generic_services', 'java_generic_services', 'py_generic_services', 'deprecated', 'cc_enable_arenas', 'objc_class_prefix', 'csharp_namespace', 'swift_prefix'],
    ...['php_class_prefix', 'php_namespace', 'php_metadata_namespace', 'ruby_package'],
  ],
  'google.protobuf.FieldOptions': ['ctype', 'packed', 'jstype', 'deprecated', 'debug_redact', 'retention', 'targets', 'edition_defaults', 'features'],
};

/** How deep messages in options are read; what is deeper is left out. */
const MAX_OPTION_DEPTH = 100;

/** The options that an options message holds; what no type is known of is left out. */
export function decodedOptions(bytes: Uint8Array, messageName: string, table: TypeTable): ProtoOption[] {
  const options = new OptionDecoder(table).members(bytes, messageName, 0);
  const order = FIRST_OPTIONS[messageName] ?? [];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return options
    // In a list of options one that is repeated is written again for each value.
    .flatMap(({ name, isExtension, value }) => (value.kind === 'list' ? value.values : [value]).map((one) => ({ name, isParenthesized: isExtension, value: one })))
    .toSorted((a, b) => Number(a.isParenthesized) - Number(b.isParenthesized) || rank(a.name) - rank(b.name));
}

interface Member {
  readonly name: string;
  readonly isExtension: boolean;
  readonly value: ProtoOptionValue;
}

interface MapTypes {
  readonly key: string;
  readonly value: string;
}

/** A field of an options message, with what is needed to read it. */
interface DecodedField {
  readonly name: string;
  readonly isExtension: boolean;
  readonly type: string;
  /** Where the names in its type are looked up. */
  readonly scope: string;
  readonly isRepeated: boolean;
  readonly map: MapTypes | undefined;
  readonly messageName: string | undefined;
  readonly constants: ReadonlyMap<number, ProtoConstant> | undefined;
}

interface FoundMember {
  readonly member: DecodedField;
  values: ProtoOptionValue[];
  readonly parts: Uint8Array[];
}

class OptionDecoder {
  readonly #table: TypeTable;

  constructor(table: TypeTable) {
    this.#table = table;
  }

  members(bytes: Uint8Array, messageName: string, depth: number): Member[] {
    const reader = new BinaryReader(bytes);
    const found = new Map<string, FoundMember>();
    while (reader.pos < reader.len) {
      const [tag, wireType] = reader.tag();
      const member = this.#fieldOf(messageName, tag);
      if (member === undefined || depth > MAX_OPTION_DEPTH || wireType === WireType.StartGroup) {
        reader.skip(wireType, tag);
        continue;
      }
      const known = found.get(member.name) ?? { member, values: [], parts: [] };
      found.set(member.name, known);
      if (member.messageName !== undefined && !member.isRepeated) known.parts.push(reader.bytes());
      else if (member.isRepeated) for (const value of this.#values(reader, wireType, member, depth)) known.values.push(value);
      else known.values = this.#values(reader, wireType, member, depth);
    }
    return [...found].flatMap(([name, { member, values, parts }]) => {
      // A message that is given in parts is all of them together.
      const [only] = parts.length > 0 && member.messageName !== undefined ? [this.#message(joinedParts(parts), member.messageName, depth)] : values;
      if (only === undefined) return [];
      return [{ name, isExtension: member.isExtension, value: values.length > 1 ? { kind: 'list', values } : only }];
    });
  }

  #fieldOf(messageName: string, tag: number): DecodedField | undefined {
    const type = (this.#table.get(messageName) ?? optionTypes().get(messageName))?.type;
    if (type?.kind !== 'message') return undefined;
    const field = fieldsByTag(type).get(tag);
    if (field !== undefined) return this.#typed(field.name, false, field, messageName);
    const extension = this.#table.extensionOf(messageName, tag);
    return extension === undefined ? undefined : this.#typed(extension.fullName, true, extension.field, extension.scope);
  }

  #typed(name: string, isExtension: boolean, field: ProtoField, scope: string): DecodedField {
    const written = mapTypes(field.type);
    const entry = written === undefined && !SCALAR_TYPES.has(field.type) ? (this.#table.find(field.type, scope) ?? optionTypes().find(field.type, scope)) : undefined;
    const map = written ?? mapTypes(mapTypeOf(entry) ?? '');
    return {
      ...{ name, isExtension, scope, map, type: field.type },
      isRepeated: field.label === 'repeated' || map !== undefined,
      messageName: map === undefined && entry?.type.kind === 'message' ? entry.fullName : undefined,
      constants: entry?.type.kind === 'enum' ? constantsByTag(entry.type) : undefined,
    };
  }

  /** One value, or all of a packed field. */
  #values(reader: BinaryReader, wireType: WireType, field: DecodedField, depth: number): ProtoOptionValue[] {
    if (field.map !== undefined) return [this.#mapEntry(reader.bytes(), field.map, field.scope, depth)];
    if (field.messageName !== undefined) return [this.#message(reader.bytes(), field.messageName, depth)];
    const isPacked = wireType === WireType.LengthDelimited && field.type !== 'string' && field.type !== 'bytes';
    if (!isPacked) return [oneValue(reader, field)];
    const end = reader.uint32() + reader.pos;
    const values: ProtoOptionValue[] = [];
    while (reader.pos < end) values.push(oneValue(reader, field));
    return values;
  }

  #message(bytes: Uint8Array, messageName: string, depth: number): ProtoOptionValue {
    const members = this.members(bytes, messageName, depth + 1);
    return { kind: 'map', entries: new Map(members.map(({ name, isExtension, value }) => [isExtension ? `[${name}]` : name, value])) };
  }

  #mapEntry(bytes: Uint8Array, map: MapTypes, scope: string, depth: number): ProtoOptionValue {
    const reader = new BinaryReader(bytes);
    const entries = new Map<string, ProtoOptionValue>();
    while (reader.pos < reader.len) {
      const [tag, wireType] = reader.tag();
      const [name, type] = tag === 1 ? ['key', map.key] : ['value', map.value];
      const field = { label: undefined, type, name, tag, place: '1:1', defaultValue: undefined, jsonName: undefined, options: [] };
      const [value] = this.#values(reader, wireType, this.#typed(name, false, field, scope), depth + 1);
      if (value !== undefined) entries.set(name, value);
    }
    return { kind: 'map', entries };
  }
}

function oneValue(reader: BinaryReader, field: DecodedField): ProtoOptionValue {
  if (field.constants === undefined) return scalar(reader, field.type);
  const tag = reader.int32();
  const name = field.constants.get(tag)?.name;
  return name === undefined ? { kind: 'number', text: String(tag) } : { kind: 'enum', text: name };
}

function joinedParts(parts: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(0)] = parts;
  if (parts.length === 1) return first;
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function scalar(reader: BinaryReader, type: string): ProtoOptionValue {
  switch (type) {
    case 'string':
      return { kind: 'string', text: reader.string() };
    case 'bytes':
      return { kind: 'string', text: Array.from(reader.bytes(), (byte) => String.fromCharCode(byte)).join('') };
    case 'bool':
      return { kind: 'boolean', text: String(reader.bool()) };
    case 'float':
    case 'double':
      return { kind: 'number', text: floatText(reader[type]()) };
    case 'int32':
    case 'uint32':
    case 'sint32':
    case 'fixed32':
    case 'sfixed32':
    case 'int64':
    case 'uint64':
    case 'sint64':
    case 'fixed64':
    case 'sfixed64':
      return { kind: 'number', text: String(reader[type]()) };
    default:
      throw new TypeError(`No scalar type: ${type}`);
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? String(value) : value < 0 ? '-inf' : 'inf';
}
