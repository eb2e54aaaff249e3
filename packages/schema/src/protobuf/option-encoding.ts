import { BinaryWriter, getTextEncoding, WireType } from '@bufbuild/protobuf/wire';
import { SchemaError } from '../schema-error.js';
import { builtInFile } from './built-in-imports.js';
import { constantsByName, fieldsByName } from './proto-lookup.js';
import { mapTypes, type ProtoField, type ProtoMessage, type ProtoOption, type ProtoOptionValue, SCALAR_TYPES } from './proto-file.js';
import { TypeTable } from './type-table.js';

/**
 * The bytes of an options message, `google.protobuf.FieldOptions` for one. Custom options are encoded by the types of
 * their extensions like the others; those whose extension is not known are left out.
 *
 * @returns undefined where there are none
 */
export function encodedOptions(options: readonly ProtoOption[], messageName: string, table: TypeTable, scope: string, place: string): Uint8Array | undefined {
  if (options.length === 0) return undefined;
  const writer = new BinaryWriter();
  const encoder = new OptionEncoder(table, place);
  for (const option of options) encoder.option(writer, option, messageName, scope);
  const bytes = writer.finish();
  return bytes.length === 0 ? undefined : bytes;
}

let descriptorTable: TypeTable | undefined;

/** The types of `descriptor.proto`: options have them whether they are imported or not. */
export function optionTypes(): TypeTable {
  const file = builtInFile('google/protobuf/descriptor.proto');
  descriptorTable ??= new TypeTable(file === undefined ? [] : [{ file, origin: undefined }]);
  return descriptorTable;
}

/** A field with where the names in its type are looked up. */
interface ScopedField {
  readonly field: ProtoField;
  readonly scope: string;
}

class OptionEncoder {
  readonly #table: TypeTable;
  readonly #place: string;

  constructor(table: TypeTable, place: string) {
    this.#table = table;
    this.#place = place;
  }

  option(writer: BinaryWriter, option: ProtoOption, messageName: string, scope: string): void {
    const path = option.isParenthesized ? [] : option.name.split('.');
    const found = option.isParenthesized ? this.#extension(option.name, scope) : this.#member(messageName, path[0] ?? '', scope);
    if (found === undefined) return;
    // `features.field_presence` was read as one name.
    let { value } = option;
    for (const name of path.slice(1).toReversed()) value = { kind: 'option', option: { name, isParenthesized: false, value } };
    this.#value(writer, found, value, scope);
  }

  /** A name as it stands in a message: a field, or an extension in brackets. */
  #member(messageName: string, name: string, scope: string): ScopedField | undefined {
    if (name.startsWith('[')) return this.#extension(name.slice(1, -1), scope);
    const message = this.#message(messageName);
    const field = message === undefined ? undefined : fieldsByName(message).get(name);
    return field === undefined ? undefined : { field, scope: messageName };
  }

  #extension(name: string, scope: string): ScopedField | undefined {
    return this.#table.findExtension(name, scope);
  }

  #message(fullName: string): ProtoMessage | undefined {
    const type = (this.#table.get(fullName) ?? optionTypes().get(fullName))?.type;
    return type?.kind === 'message' ? type : undefined;
  }

  #value(writer: BinaryWriter, target: ScopedField, value: ProtoOptionValue, scope: string): void {
    if (value.kind === 'list') {
      for (const element of value.values) this.#value(writer, target, element, scope);
      return;
    }
    const { field } = target;
    const map = mapTypes(field.type);
    if (map !== undefined) return this.#mapEntry(writer, target, map, value, scope);
    if (SCALAR_TYPES.has(field.type)) return this.#scalar(writer, field, value);
    const entry = this.#table.find(field.type, target.scope) ?? optionTypes().find(field.type, target.scope);
    if (entry === undefined) throw new SchemaError('INVALID_REFERENCE', this.#place, `Could not resolve type of option ${field.name}: ${field.type}`);
    if (entry.type.kind === 'enum') {
      const text = 'text' in value ? value.text : '';
      const tag = constantsByName(entry.type).get(text)?.tag ?? (/^-?\d{1,10}$/.test(text) ? Number(text) : undefined);
      if (tag === undefined) throw new SchemaError('INVALID_SCHEMA', this.#place, `No value "${text}" in enum ${entry.fullName} of option ${field.name}`);
      writer.tag(field.tag, WireType.Varint).int32(tag);
      return;
    }
    writer.tag(field.tag, WireType.LengthDelimited).fork();
    this.#members(writer, value, entry.fullName, field.name, scope);
    writer.join();
  }

  #members(writer: BinaryWriter, value: ProtoOptionValue, messageName: string, optionName: string, scope: string): void {
    if (value.kind === 'option') return this.option(writer, value.option, messageName, scope);
    if (value.kind !== 'map') throw new SchemaError('INVALID_SCHEMA', this.#place, `Option ${optionName} is a message`);
    for (const [name, entry] of value.entries) {
      const member = this.#member(messageName, name, scope);
      if (member !== undefined) this.#value(writer, member, entry, scope);
    }
  }

  #mapEntry(writer: BinaryWriter, target: ScopedField, map: { readonly key: string; readonly value: string }, value: ProtoOptionValue, scope: string): void {
    if (value.kind !== 'map') throw new SchemaError('INVALID_SCHEMA', this.#place, `Option ${target.field.name} is a map: give entries with key and value`);
    writer.tag(target.field.tag, WireType.LengthDelimited).fork();
    for (const [name, tag, type] of [['key', 1, map.key], ['value', 2, map.value]] as const) {
      const part = value.entries.get(name);
      const field = { label: undefined, type, name, tag, place: target.field.place, defaultValue: undefined, jsonName: undefined, options: [] };
      if (part !== undefined) this.#value(writer, { field, scope: target.scope }, part, scope);
    }
    writer.join();
  }

  #scalar(writer: BinaryWriter, field: ProtoField, value: ProtoOptionValue): void {
    if (!('text' in value)) throw new SchemaError('INVALID_SCHEMA', this.#place, `Option ${field.name} is a ${field.type}`);
    try {
      writeScalar(writer, field.tag, field.type, value.text);
    } catch {
      throw new SchemaError('INVALID_SCHEMA', this.#place, `Option ${field.name} is a ${field.type}, not "${value.text}"`);
    }
  }
}

const MAX_DIGITS = 400;

/** @throws whatever the writer says of a text that is no such number */
function writeScalar(writer: BinaryWriter, tag: number, type: string, text: string): void {
  if (text.length > MAX_DIGITS && type !== 'string' && type !== 'bytes') throw new RangeError(text);
  switch (type) {
    case 'bool':
      writer.tag(tag, WireType.Varint).bool(text === 'true');
      return;
    case 'string':
      writer.tag(tag, WireType.LengthDelimited).string(text);
      return;
    case 'bytes':
      writer.tag(tag, WireType.LengthDelimited).bytes(latin1OrUtf8(text));
      return;
    case 'float':
      writer.tag(tag, WireType.Bit32).float(floatOf(text));
      return;
    case 'double':
      writer.tag(tag, WireType.Bit64).double(floatOf(text));
      return;
    case 'int32':
    case 'uint32':
    case 'sint32':
      writer.tag(tag, WireType.Varint)[type](Number(BigInt(text)));
      return;
    case 'fixed32':
    case 'sfixed32':
      writer.tag(tag, WireType.Bit32)[type](Number(BigInt(text)));
      return;
    case 'int64':
    case 'uint64':
    case 'sint64':
      writer.tag(tag, WireType.Varint)[type](BigInt(text));
      return;
    case 'fixed64':
    case 'sfixed64':
      writer.tag(tag, WireType.Bit64)[type](BigInt(text));
  }
}

function floatOf(text: string): number {
  if (text === 'inf' || text === '-inf') return text === 'inf' ? Infinity : -Infinity;
  const value = Number(text);
  if (Number.isNaN(value) && text !== 'nan') throw new RangeError(text);
  return value;
}

function latin1OrUtf8(text: string): Uint8Array {
  const isLatin1 = [...text].every((character) => (character.codePointAt(0) ?? 0) <= 0xff);
  return isLatin1 ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : getTextEncoding().encodeUtf8(text);
}
