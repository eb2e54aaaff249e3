/** From a parsed schema to avsc's type. The schema is written anew for avsc: names full, each type where it is first met. */
import avro from 'avsc';
import { JsonNumber, logicalTypeOf, type AvroField, type AvroTypeNode, type JsonValue } from '@millrace/schema';
import type { AvroTypeOptions } from './avro-options.js';
import { BareUnion, ConvertedType, enumType, longType, NamedUnion, plainBytes, PlainMap, wideLogicalType } from './avsc-types.js';
import { fitsDefault } from './fits-default.js';
import type { AvroLogicalType, LogicalTypePlace } from './logical-types/logical-types.js';
import { isAmbiguous } from './value-kind.js';

/**
 * own: encodes, and decodes what it encoded. reader: decodes through a resolver; where a default is of a later branch of
 * a union that branch goes first, since avsc knows no other default, and the order of a reader's branches is nobody's matter.
 * writer: only says how the bytes lie.
 */
export type AvscUse = 'own' | 'reader' | 'writer';

/** @throws TypeError for what avsc cannot run */
export function compileAvsc(type: AvroTypeNode, options: AvroTypeOptions, use: AvscUse): avro.Type {
  const writer = new AvscSchemaWriter(options, use);
  const schema = writer.typeOf(type);
  try {
    return avro.Type.forSchema(schema as avro.Schema, { typeHook: writer.hook, registry: {}, omitRecordMethods: true });
  } catch (error) {
    throw new TypeError(`the schema cannot be run by avsc: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

type Json = string | readonly Json[] | { readonly [key: string]: unknown };

class AvscSchemaWriter {
  readonly #options: AvroTypeOptions;
  readonly #use: AvscUse;
  readonly #written = new Set<string>();
  /** Nodes that avsc does not make by itself. */
  readonly #made = new Map<unknown, (options: Partial<avro.ForSchemaOptions>) => avro.Type>();

  constructor(options: AvroTypeOptions, use: AvscUse) {
    this.#options = options;
    this.#use = use;
  }

  /** A type around another asks for the same node again: then avsc makes that. */
  readonly hook = (schema: unknown, options: Partial<avro.ForSchemaOptions>): avro.Type | undefined => {
    const make = this.#made.get(schema);
    if (make === undefined) return undefined;
    this.#made.delete(schema);
    return make(options);
  };

  typeOf(type: AvroTypeNode): Json {
    const place = placeOf(type);
    const logical = place === undefined || this.#use === 'writer' ? undefined : this.#options.logicalTypes[logicalTypeOf(type) ?? ''];
    if (logical !== undefined && place !== undefined) return this.#logical(type, logical, place);
    switch (type.kind) {
      case 'array':
        return { type: 'array', items: this.typeOf(type.items) };
      case 'map':
        return this.#map(this.typeOf(type.values));
      case 'union':
        return this.#union(type.branches, isAmbiguous(type.branches, this.#options));
      case 'record':
      case 'enum':
      case 'fixed':
        return this.#named(type);
      case 'long':
        return this.#long();
      case 'bytes':
        return this.#use === 'writer' ? 'bytes' : this.#bytes({ type: 'bytes' }, 0);
      default:
        return type.kind;
    }
  }

  #logical(type: AvroTypeNode, logical: AvroLogicalType, place: LogicalTypePlace): Json {
    const base = type.kind === 'fixed' ? this.#definition(type) : { type: type.kind };
    if (typeof base === 'string') return base;
    if (logical.isWide === true) this.#made.set(base, () => wideLogicalType(logical, place));
    else this.#convert(base, logical, place, logicalTypeOf(type) ?? type.kind);
    return base;
  }

  #convert(node: object, logical: AvroLogicalType, place: LogicalTypePlace, label: string): void {
    this.#made.set(node, (options) => {
      // The base is asked for by the same node, from within.
      if (place.kind === 'long') this.#made.set(node, () => longType('number'));
      return new ConvertedType(node as avro.Schema, options, logical, place, label);
    });
  }

  #bytes(node: { readonly [key: string]: unknown }, size: number): Json {
    this.#convert(node, plainBytes, { kind: size > 0 ? 'fixed' : 'bytes', precision: 0, scale: 0, size }, size > 0 ? 'fixed' : 'bytes');
    return node;
  }

  #long(): Json {
    const node = { type: 'long' };
    this.#made.set(node, () => longType(this.#use === 'writer' ? 'number' : this.#options.long));
    return node;
  }

  #map(values: Json): Json {
    const node = { type: 'map', values };
    this.#made.set(node, (options) => new PlainMap(node as avro.Schema, options));
    return node;
  }

  #enum(node: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
    this.#made.set(node, (options) => enumType(node as unknown as avro.Schema, options));
    return node;
  }

  #union(branches: readonly AvroTypeNode[], isNamed: boolean): Json {
    const node = branches.map((branch) => this.typeOf(branch));
    this.#made.set(node, (options) => (isNamed ? new NamedUnion(node as avro.Schema, options) : new BareUnion(node as avro.Schema, options)));
    return node;
  }

  #named(type: Extract<AvroTypeNode, { kind: 'record' | 'enum' | 'fixed' }>): Json {
    const definition = this.#definition(type);
    if (typeof definition === 'string' || type.kind !== 'fixed' || type.size === 0 || this.#use === 'writer') return definition;
    return this.#bytes(definition, type.size);
  }

  #definition(type: Extract<AvroTypeNode, { kind: 'record' | 'enum' | 'fixed' }>): string | { readonly [key: string]: unknown } {
    const { full } = type.name;
    if (this.#written.has(full)) return full;
    this.#written.add(full);
    const names = { name: full, namespace: '', aliases: type.aliases.map((alias) => alias.full) };
    switch (type.kind) {
      case 'record':
        return { type: 'record', ...names, fields: type.fields.map((field) => this.#field(field)) };
      case 'enum':
        return this.#enum({ type: 'enum', ...names, symbols: type.symbols, ...(type.defaultSymbol === undefined ? {} : { default: type.defaultSymbol }) });
      case 'fixed':
        return { type: 'fixed', ...names, size: type.size };
    }
  }

  #field(field: AvroField): object {
    const named = { name: field.name, aliases: field.aliases };
    if (field.defaultValue === undefined || this.#use === 'writer') return { ...named, type: this.typeOf(field.type) };
    const defaultValue = plainDefault(field.defaultValue, field.type);
    if (field.type.kind !== 'union') return { ...named, type: this.typeOf(field.type), default: defaultValue };
    const { branches } = field.type;
    const first = branches.findIndex((branch) => fitsDefault(branch, defaultValue));
    if (first <= 0) return { ...named, type: this.typeOf(field.type), default: defaultValue };
    if (this.#use === 'own') return { ...named, type: this.typeOf(field.type) };
    const ordered = [...branches.slice(first, first + 1), ...branches.toSpliced(first, 1)];
    return { ...named, type: this.#union(ordered, isAmbiguous(branches, this.#options)), default: defaultValue };
  }
}

/** Longs beyond 2^53 stay exact; NaN and the infinities are texts in JSON. */
function plainDefault(value: JsonValue, type: AvroTypeNode): unknown {
  const isFloating = type.kind === 'float' || type.kind === 'double' || (type.kind === 'union' && type.branches.some(({ kind }) => kind === 'float' || kind === 'double'));
  if (value instanceof JsonNumber) return value.isInteger && !isFloating && !Number.isSafeInteger(value.value) ? BigInt(value.text) : value.value;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [key, plainDefault(member, memberType(type, key))]));
  if (Array.isArray(value)) return value.map((item: JsonValue) => plainDefault(item, type.kind === 'array' ? type.items : type));
  return typeof value === 'string' && isFloating && type.kind !== 'union' ? Number(value) : value;
}

/** The type of a member of a default; that of the default itself where it cannot be told. */
function memberType(type: AvroTypeNode, name: string): AvroTypeNode {
  if (type.kind === 'map') return type.values;
  return (type.kind === 'record' ? type.fields.find((field) => field.name === name)?.type : undefined) ?? type;
}

function placeOf(type: AvroTypeNode): LogicalTypePlace | undefined {
  switch (type.kind) {
    case 'int':
    case 'long':
    case 'string':
    case 'bytes':
    case 'fixed':
      return { kind: type.kind, precision: wholeProp(type, 'precision'), scale: wholeProp(type, 'scale'), size: type.kind === 'fixed' ? type.size : 0 };
    default:
      return undefined;
  }
}

function wholeProp(type: { readonly props: ReadonlyMap<string, JsonValue> }, key: string): number {
  const value = type.props.get(key);
  return value instanceof JsonNumber ? value.value : 0;
}
