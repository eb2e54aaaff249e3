import { MAX_MESSAGE_NESTING, MAX_SCHEMA_LENGTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import {
  MAX_TAG,
  type ProtoConstant,
  type ProtoEnum,
  type ProtoExtend,
  type ProtoExtensions,
  type ProtoField,
  type ProtoFile,
  type ProtoGroup,
  type ProtoLabel,
  type ProtoMessage,
  type ProtoOneof,
  type ProtoOption,
  type ProtoReserved,
  type ProtoRpc,
  type ProtoService,
  type ProtoType,
  type TagRange,
} from './proto-file.js';
import { readBracketedOptions, readOption } from './proto-option-parser.js';
import { ProtoReader } from './proto-reader.js';

/**
 * Reads a `.proto` file of proto2, proto3 or an edition as Wire does, whose reading is Confluent's.
 *
 * @throws SchemaError with line and column
 */
export function parseProto(text: string): ProtoFile {
  if (text.length > MAX_SCHEMA_LENGTH) throw new SchemaError('LIMIT_EXCEEDED', '1:1', `Schema is longer than ${MAX_SCHEMA_LENGTH} characters`);
  return new ProtoParser(text).file();
}

const EDITIONS: ReadonlySet<string> = new Set(['2023', '2024']);

class ProtoParser {
  readonly #reader: ProtoReader;
  #syntax: 'proto2' | 'proto3' | undefined;
  #edition: string | undefined;

  constructor(text: string) {
    this.#reader = new ProtoReader(text);
  }

  file(): ProtoFile {
    const reader = this.#reader;
    const file = {
      packageName: undefined as string | undefined,
      imports: [] as string[],
      publicImports: [] as string[],
      weakImports: [] as string[],
      importPlaces: new Map<string, string>(),
      options: [] as ProtoOption[],
      types: [] as ProtoType[],
      extends: [] as ProtoExtend[],
      services: [] as ProtoService[],
    };
    for (let index = 0; !reader.isExhausted(); index++) {
      if (reader.taken(';')) continue;
      const place = reader.place();
      const label = reader.word();
      if (label === 'syntax' || label === 'edition') this.#readSyntax(label, index, place);
      else if (label === 'package') file.packageName = this.#ended(reader.name());
      else if (label === 'import') this.#readImport(file, place);
      else if (label === 'option') file.options.push(this.#option());
      else if (label === 'message') file.types.push(this.#message(place, 1));
      else if (label === 'enum') file.types.push(this.#enum(place));
      else if (label === 'service') file.services.push(this.#service(place));
      else if (label === 'extend') file.extends.push(this.#extend(place));
      else throw new SchemaError('INVALID_SCHEMA', place, `unexpected label: ${label}`);
    }
    return { syntax: this.#syntax, edition: this.#edition, ...file };
  }

  #readSyntax(label: 'syntax' | 'edition', index: number, place: string): void {
    if (this.#syntax !== undefined || this.#edition !== undefined) throw new SchemaError('INVALID_SCHEMA', place, `too many ${label} definitions`);
    if (index !== 0) throw new SchemaError('INVALID_SCHEMA', place, `'${label}' element must be the first declaration in a file`);
    this.#reader.require('=');
    const word = this.#ended(this.#reader.string());
    if (label === 'edition') {
      if (!EDITIONS.has(word)) throw new SchemaError('INVALID_SCHEMA', place, `unknown edition: ${word}`);
      this.#edition = word;
      return;
    }
    if (word !== 'proto2' && word !== 'proto3') throw new SchemaError('INVALID_SCHEMA', place, `unexpected syntax: ${word}`);
    this.#syntax = word;
  }

  #readImport(file: { imports: string[]; publicImports: string[]; weakImports: string[]; importPlaces: Map<string, string> }, place: string): void {
    const word = this.#reader.isQuote() ? '' : this.#reader.word();
    const list = word === '' ? file.imports : word === 'public' ? file.publicImports : word === 'weak' ? file.weakImports : undefined;
    if (list === undefined) throw new SchemaError('INVALID_SCHEMA', place, 'expected quoted string');
    const name = this.#ended(this.#reader.string());
    list.push(name);
    file.importPlaces.set(name, place);
  }

  #message(place: string, depth: number): ProtoMessage {
    const reader = this.#reader;
    if (depth > MAX_MESSAGE_NESTING) throw reader.error(`Messages are nested deeper than ${MAX_MESSAGE_NESTING}`, 'LIMIT_EXCEEDED');
    const message = {
      kind: 'message' as const,
      name: reader.name(),
      place,
      options: [] as ProtoOption[],
      reserved: [] as ProtoReserved[],
      fields: [] as ProtoField[],
      oneofs: [] as ProtoOneof[],
      groups: [] as ProtoGroup[],
      extensions: [] as ProtoExtensions[],
      extends: [] as ProtoExtend[],
      types: [] as ProtoType[],
    };
    reader.require('{');
    while (!reader.taken('}')) {
      if (reader.taken(';')) continue;
      const at = reader.place();
      const label = reader.word();
      if (label === 'option') message.options.push(this.#option());
      else if (label === 'reserved') message.reserved.push(this.#reserved());
      else if (label === 'message') message.types.push(this.#message(at, depth + 1));
      else if (label === 'enum') message.types.push(this.#enum(at));
      else if (label === 'extend') message.extends.push(this.#extend(at));
      else if (label === 'oneof') message.oneofs.push(this.#oneof(at));
      else if (label === 'extensions') message.extensions.push(this.#extensions());
      else this.#labelled(label, at, message);
    }
    return message;
  }

  /** A field or group, told from its first word: a label, or in proto3 its type. */
  #labelled(word: string, place: string, into: { fields: ProtoField[]; groups: ProtoGroup[] }): void {
    const isLabel = word === 'required' || word === 'optional' || word === 'repeated';
    if (word === 'required' && this.#syntax === 'proto3') {
      throw new SchemaError('INVALID_SCHEMA', place, "'required' label forbidden in proto3 field declarations");
    }
    if (this.#edition !== undefined && (word === 'required' || word === 'optional')) {
      throw new SchemaError('INVALID_SCHEMA', place, `'${word}' label forbidden in editions; use features.field_presence`);
    }
    if (!isLabel && this.#syntax !== 'proto3' && this.#edition === undefined && !(word === 'map' && this.#reader.peek() === '<')) {
      throw new SchemaError('INVALID_SCHEMA', place, `unexpected label: ${word}`);
    }
    const label = isLabel ? word : undefined;
    const type = isLabel ? this.#reader.type() : this.#reader.type(word);
    if (label !== undefined && type.startsWith('map<')) throw new SchemaError('INVALID_SCHEMA', place, "'map' type cannot have label");
    if (type === 'group') into.groups.push(this.#group(label, place));
    else into.fields.push(this.#field(label, type, place));
  }

  #field(label: ProtoLabel | undefined, type: string, place: string): ProtoField {
    const reader = this.#reader;
    const name = reader.plainName();
    reader.require('=');
    const tag = reader.integer();
    const options = readBracketedOptions(reader);
    reader.require(';');
    const isSpecial = (option: ProtoOption) => option.name === 'default' || option.name === 'json_name';
    const special = (wanted: string) => {
      const value = options.findLast((option) => option.name === wanted)?.value;
      return value !== undefined && 'text' in value ? value.text : undefined;
    };
    return {
      label,
      type,
      name,
      tag,
      place,
      defaultValue: special('default'),
      jsonName: special('json_name'),
      options: options.filter((option) => !isSpecial(option)),
    };
  }

  #oneof(place: string): ProtoOneof {
    const reader = this.#reader;
    const oneof = { name: reader.name(), place, options: [] as ProtoOption[], fields: [] as ProtoField[], groups: [] as ProtoGroup[] };
    reader.require('{');
    while (!reader.taken('}')) {
      const at = reader.place();
      const type = reader.type();
      if (type === 'group') oneof.groups.push(this.#group(undefined, at));
      else if (type === 'option') oneof.options.push(this.#option());
      else oneof.fields.push(this.#field(undefined, type, at));
    }
    return oneof;
  }

  #group(label: ProtoLabel | undefined, place: string): ProtoGroup {
    const reader = this.#reader;
    const name = reader.word();
    reader.require('=');
    const tag = reader.integer();
    const body = { fields: [] as ProtoField[], groups: [] as ProtoGroup[] };
    reader.require('{');
    while (!reader.taken('}')) {
      const at = reader.place();
      this.#labelled(reader.word(), at, body);
      if (body.groups.length > 0) throw new SchemaError('INVALID_SCHEMA', at, 'expected field declaration, was a group');
    }
    return { label, name, tag, place, fields: body.fields };
  }

  #extend(place: string): ProtoExtend {
    const reader = this.#reader;
    const name = reader.name();
    const body = { fields: [] as ProtoField[], groups: [] as ProtoGroup[] };
    reader.require('{');
    while (!reader.taken('}')) {
      if (reader.taken(';')) continue;
      const at = reader.place();
      this.#labelled(reader.word(), at, body);
    }
    return { name, place, fields: body.fields };
  }

  #enum(place: string): ProtoEnum {
    const reader = this.#reader;
    const type = { kind: 'enum' as const, name: reader.name(), place, options: [] as ProtoOption[], reserved: [] as ProtoReserved[], constants: [] as ProtoConstant[] };
    reader.require('{');
    while (!reader.taken('}')) {
      if (reader.taken(';')) continue;
      const at = reader.place();
      const label = reader.plainName();
      if (label === 'option' && reader.peek() !== '=') type.options.push(this.#option());
      else if (label === 'reserved' && reader.peek() !== '=') type.reserved.push(this.#reserved());
      else type.constants.push(this.#constant(label, at));
    }
    return type;
  }

  #constant(name: string, place: string): ProtoConstant {
    this.#reader.require('=');
    const tag = this.#reader.integer();
    const options = readBracketedOptions(this.#reader);
    this.#reader.require(';');
    return { name, tag, place, options };
  }

  #service(place: string): ProtoService {
    const reader = this.#reader;
    const service = { name: reader.name(), place, options: [] as ProtoOption[], rpcs: [] as ProtoRpc[] };
    reader.require('{');
    while (!reader.taken('}')) {
      if (reader.taken(';')) continue;
      const at = reader.place();
      const label = reader.word();
      if (label === 'option') service.options.push(this.#option());
      else if (label === 'rpc') service.rpcs.push(this.#rpc(at));
      else throw new SchemaError('INVALID_SCHEMA', at, `unexpected label: ${label}`);
    }
    return service;
  }

  #rpc(place: string): ProtoRpc {
    const reader = this.#reader;
    const name = reader.name();
    const request = this.#rpcType();
    if (reader.word() !== 'returns') throw reader.error("expected 'returns'");
    const response = this.#rpcType();
    const options: ProtoOption[] = [];
    if (reader.taken('{')) {
      while (!reader.taken('}')) {
        if (reader.taken(';')) continue;
        if (reader.word() !== 'option') throw reader.error('expected an option');
        options.push(this.#option());
      }
    } else reader.require(';');
    return { name, place, requestType: request.type, responseType: response.type, requestStreaming: request.isStream, responseStreaming: response.isStream, options };
  }

  #rpcType(): { readonly type: string; readonly isStream: boolean } {
    const reader = this.#reader;
    reader.require('(');
    const word = reader.word();
    const isStream = word === 'stream' && reader.peek() !== ')';
    const type = isStream ? reader.type() : reader.type(word);
    reader.require(')');
    return { type, isStream };
  }

  #reserved(): ProtoReserved {
    const values: (string | number | TagRange)[] = [];
    const isBare = this.#edition !== undefined && /[A-Za-z_]/.test(this.#reader.peek());
    do values.push(isBare ? this.#reader.plainName() : this.#reader.isQuote() ? this.#reader.string() : this.#tagOrRange());
    while (this.#reader.taken(','));
    this.#reader.require(';');
    return isBare ? { values, isBare } : { values };
  }

  #extensions(): ProtoExtensions {
    const values: (number | TagRange)[] = [];
    do values.push(this.#tagOrRange());
    while (this.#reader.taken(','));
    const options = readBracketedOptions(this.#reader);
    this.#reader.require(';');
    return { values, options };
  }

  #tagOrRange(): number | TagRange {
    const reader = this.#reader;
    const start = reader.integer();
    if (!/[A-Za-z]/.test(reader.peek())) return start;
    if (reader.word() !== 'to') throw reader.error("expected ',', ';', or 'to'");
    if (!/[A-Za-z]/.test(reader.peek())) return { start, end: reader.integer() };
    if (reader.word() !== 'max') throw reader.error("expected a number or 'max'");
    return { start, end: MAX_TAG };
  }

  #option(): ProtoOption {
    const option = readOption(this.#reader, '=', 0);
    this.#reader.require(';');
    return option;
  }

  #ended(text: string): string {
    this.#reader.require(';');
    return text;
  }
}
