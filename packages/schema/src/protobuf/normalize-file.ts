import { SchemaError } from '../schema-error.js';
import { defaultValueText } from './default-value.js';
import { normalizedOptions } from './normalize-options.js';
import {
  isMapEntry,
  mapTypes,
  type ProtoEnum,
  type ProtoExtend,
  type ProtoField,
  type ProtoFile,
  type ProtoGroup,
  type ProtoMessage,
  type ProtoOneof,
  type ProtoOption,
  type ProtoReserved,
  type ProtoRpc,
  type ProtoType,
  SCALAR_TYPES,
  type TagRange,
} from './proto-file.js';
import { joined, mapTypeOf, type TypeTable } from './type-table.js';

/**
 * The normalized file of Confluent: sorted by number and name, types by their full names, map entries as maps. Messages,
 * services and methods keep their order, since message indexes count on it.
 *
 * @throws SchemaError `INVALID_REFERENCE` for a type that is not there
 */
export function normalizedFile(file: ProtoFile, table: TypeTable): ProtoFile {
  return new Normalizer(table).file(file);
}

class Normalizer {
  readonly #table: TypeTable;

  constructor(table: TypeTable) {
    this.#table = table;
  }

  file(file: ProtoFile): ProtoFile {
    const scope = file.packageName ?? '';
    return {
      syntax: file.syntax === 'proto3' ? 'proto3' : undefined,
      edition: file.edition,
      packageName: file.packageName,
      imports: sortedTexts(file.imports),
      publicImports: sortedTexts(file.publicImports),
      weakImports: file.weakImports,
      importPlaces: file.importPlaces,
      options: this.#options(file.options, scope),
      types: this.#types(file.types, scope),
      extends: this.#extends(file.extends, scope),
      services: file.services.map((service) => ({
        ...service,
        options: this.#options(service.options, scope),
        rpcs: service.rpcs.map((rpc) => this.#rpc(rpc, scope)),
      })),
    };
  }

  #types(types: readonly ProtoType[], scope: string): ProtoType[] {
    return types.filter((type) => type.kind === 'enum' || !isMapEntry(type)).map((type) => (type.kind === 'message' ? this.#message(type, joined(scope, type.name)) : this.#enum(type, joined(scope, type.name))));
  }

  #message(message: ProtoMessage, scope: string): ProtoMessage {
    return {
      ...message,
      reserved: singleReserved(message.reserved),
      options: this.#options(message.options, scope),
      fields: this.#fields(message.fields, scope),
      oneofs: message.oneofs
        .filter((oneof) => oneof.fields.length > 0)
        .map((oneof) => this.#oneof(oneof, scope))
        .toSorted((a, b) => (a.fields[0]?.tag ?? 0) - (b.fields[0]?.tag ?? 0)),
      groups: this.#groups(message.groups, scope),
      extensions: message.extensions
        .flatMap(({ values, options }) => values.map((value) => ({ values: [withoutRange(value)], options: this.#options(options, scope) })))
        .toSorted((a, b) => startOf(a.values[0] ?? 0) - startOf(b.values[0] ?? 0)),
      extends: this.#extends(message.extends, scope),
      types: this.#types(message.types, scope),
    };
  }

  #oneof(oneof: ProtoOneof, scope: string): ProtoOneof {
    return { ...oneof, options: this.#options(oneof.options, scope), fields: this.#fields(oneof.fields, scope), groups: this.#groups(oneof.groups, scope) };
  }

  #groups(groups: readonly ProtoGroup[], scope: string): ProtoGroup[] {
    return groups.map((group) => ({ ...group, fields: this.#fields(group.fields, joined(scope, group.name)) })).toSorted((a, b) => a.tag - b.tag);
  }

  #enum(type: ProtoEnum, scope: string): ProtoEnum {
    return {
      ...type,
      reserved: singleReserved(type.reserved),
      options: this.#options(type.options, scope),
      constants: type.constants
        .map((constant) => ({ ...constant, options: this.#options(constant.options, scope) }))
        .toSorted((a, b) => a.tag - b.tag || compareTexts(a.name, b.name)),
    };
  }

  #extends(extensions: readonly ProtoExtend[], scope: string): ProtoExtend[] {
    const byName = new Map<string, { readonly place: string; readonly fields: ProtoField[] }>();
    for (const { name: written, place, fields } of extensions) {
      const name = this.#fullName(written, scope, place);
      const known = byName.get(name) ?? { place, fields: [] };
      for (const field of fields) known.fields.push(field);
      byName.set(name, known);
    }
    return [...byName].map(([name, { place, fields }]) => ({ name, place, fields: this.#fields(fields, scope) }));
  }

  #rpc(rpc: ProtoRpc, scope: string): ProtoRpc {
    return {
      ...rpc,
      requestType: this.#fullName(rpc.requestType, scope, rpc.place),
      responseType: this.#fullName(rpc.responseType, scope, rpc.place),
      options: this.#options(rpc.options, scope),
    };
  }

  #fields(fields: readonly ProtoField[], scope: string): ProtoField[] {
    return fields.map((field) => this.#field(field, scope)).toSorted((a, b) => a.tag - b.tag);
  }

  #field(field: ProtoField, scope: string): ProtoField {
    const options = this.#options(
      [
        ...field.options,
        ...(field.jsonName === undefined ? [] : [{ name: 'json_name', isParenthesized: false, value: { kind: 'string' as const, text: field.jsonName } }]),
      ],
      scope,
    );
    const type = this.#fieldType(field, scope);
    const defaultValue = field.defaultValue === undefined || type === 'bytes' ? field.defaultValue : defaultValueText(type, field.defaultValue);
    return { ...field, type, label: mapTypes(type) === undefined ? field.label : undefined, defaultValue, jsonName: undefined, options };
  }

  #fieldType(field: ProtoField, scope: string): string {
    if (SCALAR_TYPES.has(field.type)) return field.type;
    const entry = this.#table.find(field.type, scope);
    const map = mapTypes(field.type) ?? mapTypes(mapTypeOf(entry) ?? '');
    if (map === undefined) return this.#fullName(field.type, scope, field.place);
    const value = SCALAR_TYPES.has(map.value) ? map.value : this.#fullName(map.value, scope, field.place);
    return `map<${map.key}, ${value}>`;
  }

  #fullName(name: string, scope: string, place: string): string {
    const entry = this.#table.find(name, scope);
    if (entry === undefined) throw new SchemaError('INVALID_REFERENCE', place, `Could not resolve type: ${name}`);
    return `.${entry.fullName}`;
  }

  #options(options: readonly ProtoOption[], scope: string): ProtoOption[] {
    return options.length === 0 ? [] : normalizedOptions(options, this.#table, scope);
  }
}

/** One element for each value; those of enums may be negative. */
function singleReserved(elements: readonly ProtoReserved[]): ProtoReserved[] {
  return elements
    .flatMap(({ values, ...how }) => values.map((value) => ({ ...how, value: typeof value === 'string' ? value : withoutRange(value) })))
    .toSorted((a, b) => startOf(a.value) - startOf(b.value) || compareTexts(nameOf(a.value), nameOf(b.value)))
    .map(({ value, ...how }) => ({ ...how, values: [value] }));
}

function withoutRange(value: number | TagRange): number | TagRange {
  return typeof value === 'object' && value.start === value.end ? value.start : value;
}

/** Names stand behind all numbers. */
function startOf(value: string | number | TagRange): number {
  if (typeof value === 'string') return 0x7fffffff;
  return typeof value === 'number' ? value : value.start;
}

function nameOf(value: string | number | TagRange): string {
  return typeof value === 'string' ? value : '';
}

function sortedTexts(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted(compareTexts);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
