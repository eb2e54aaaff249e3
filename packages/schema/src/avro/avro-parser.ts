import { isJsonArray, isJsonObject, JsonNumber, type JsonObject, type JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/json-parser.js';
import { MAX_NESTING_DEPTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { javaDoubleText } from '../json/java-number.js';
import { isValidDefault } from './avro-default.js';
import { checkName, type NameRule } from './avro-names.js';
import { avroDefinitionText, avroText } from './avro-text.js';
import {
  type AvroField,
  type AvroName,
  avroName,
  type AvroNamedType,
  type AvroPrimitiveKind,
  type AvroRecord,
  type AvroType,
  type AvroUnion,
  branchName,
  isNamed,
  PRIMITIVE_KINDS,
} from './avro-type.js';

const TYPE_ATTRIBUTES: ReadonlySet<string> = new Set(['doc', 'fields', 'items', 'name', 'namespace', 'size', 'symbols', 'values', 'type', 'aliases']);
const ENUM_ATTRIBUTES: ReadonlySet<string> = new Set([...TYPE_ATTRIBUTES, 'default']);
const FIELD_ATTRIBUTES: ReadonlySet<string> = new Set(['default', 'doc', 'name', 'order', 'type', 'aliases']);

export interface AvroParserOptions {
  /** As for a schema that is being registered: names in ASCII, namespaces checked, defaults fit their types. */
  readonly strict: boolean;
}

/**
 * Reads Avro schemas (specification 1.12) one after another; a schema may use the names that earlier ones defined.
 *
 * @throws SchemaError with a JSON path
 */
export class AvroParser {
  readonly #names = new Map<string, AvroNamedType>();
  readonly #rule: NameRule;
  readonly #strict: boolean;
  /** Names used before they were defined, filled in at the end. */
  #forward: { name: AvroName; place: string; assign: (type: AvroType) => void }[] = [];
  /** Names defined twice: allowed where both definitions mean the same. */
  #again: { known: AvroNamedType; type: AvroNamedType; place: string }[] = [];
  #unions: { union: AvroUnion; place: string }[] = [];
  #defaults: { field: AvroField; place: string }[] = [];

  constructor(options: AvroParserOptions) {
    this.#strict = options.strict;
    this.#rule = options.strict ? 'ascii' : 'unicode';
  }

  parse(text: string): AvroType {
    const json = parseJson(text, { takesComments: true });
    let root: AvroType | undefined;
    this.#type(json, '$', undefined, 0, (type) => (root = type));
    for (const { name, place, assign } of this.#forward) assign(this.#defined(name, place));
    for (const { union, place } of this.#unions) checkBranches(union, place);
    const texts = new Map<AvroNamedType, string>();
    for (const { known, type, place } of this.#again) {
      const text = texts.get(known) ?? avroDefinitionText(known);
      texts.set(known, text);
      if (text !== avroDefinitionText(type)) throw new SchemaError('INVALID_SCHEMA', place, `Can't redefine: ${type.name.full}`);
    }
    if (this.#strict) this.#checkDefaults();
    this.#forward = [];
    this.#again = [];
    this.#unions = [];
    this.#defaults = [];
    if (root === undefined) throw new SchemaError('INVALID_SCHEMA', '$', 'Cannot parse <null> schema');
    return root;
  }

  #type(json: JsonValue | undefined, place: string, namespace: string | undefined, depth: number, assign: (type: AvroType) => void): void {
    if (depth > MAX_NESTING_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', place, `Types are nested deeper than ${MAX_NESTING_DEPTH}`);
    if (typeof json === 'string') this.#reference(json, place, namespace, assign);
    else if (isJsonArray(json)) assign(this.#union(json, place, namespace, depth));
    else if (isJsonObject(json)) this.#object(json, place, namespace, depth, assign);
    else throw new SchemaError('INVALID_SCHEMA', place, 'Expected a type: a name, an object or an array of types');
  }

  #reference(text: string, place: string, namespace: string | undefined, assign: (type: AvroType) => void): void {
    if (PRIMITIVE_KINDS.has(text)) return assign({ kind: text as AvroPrimitiveKind, props: new Map() });
    const name = avroName(text, namespace);
    const known = this.#names.get(name.full) ?? this.#names.get(text);
    if (known !== undefined) return assign(known);
    this.#forward.push({ name: text.includes('.') ? name : { ...name, name: text }, place, assign });
  }

  #defined(name: AvroName, place: string): AvroNamedType {
    const type = this.#names.get(name.full) ?? this.#names.get(name.name);
    if (type === undefined) throw new SchemaError('INVALID_REFERENCE', place, `"${name.full}" is not a defined name`);
    return type;
  }

  #union(json: readonly JsonValue[], place: string, namespace: string | undefined, depth: number): AvroUnion {
    const union: AvroUnion = { kind: 'union', branches: [] };
    json.forEach((branch, index) => this.#type(branch, `${place}[${index}]`, namespace, depth + 1, (type) => (union.branches[index] = type)));
    this.#unions.push({ union, place });
    return union;
  }

  #object(json: JsonObject, place: string, namespace: string | undefined, depth: number, assign: (type: AvroType) => void): void {
    const word = json.get('type');
    if (typeof word !== 'string') throw new SchemaError('INVALID_SCHEMA', place, 'No type');
    switch (word) {
      case 'record':
      case 'error':
        return this.#record(json, place, namespace, depth, word === 'error', assign);
      case 'enum':
        return assign(this.#enum(json, place, namespace));
      case 'fixed':
        return assign(this.#fixed(json, place, namespace));
      case 'array':
        return this.#array(json, place, namespace, depth, assign);
      case 'map':
        return this.#map(json, place, namespace, depth, assign);
      default:
        if (PRIMITIVE_KINDS.has(word)) return assign({ kind: word as AvroPrimitiveKind, props: attributes(json, TYPE_ATTRIBUTES) });
        return this.#reference(word, `${place}.type`, namespace, assign);
    }
  }

  #array(json: JsonObject, place: string, namespace: string | undefined, depth: number, assign: (type: AvroType) => void): void {
    if (!json.has('items')) throw new SchemaError('INVALID_SCHEMA', place, 'Array has no items type');
    this.#type(json.get('items'), `${place}.items`, namespace, depth + 1, (first) => {
      const array = { kind: 'array' as const, items: first, props: attributes(json, TYPE_ATTRIBUTES) };
      assign(array);
    });
  }

  #map(json: JsonObject, place: string, namespace: string | undefined, depth: number, assign: (type: AvroType) => void): void {
    if (!json.has('values')) throw new SchemaError('INVALID_SCHEMA', place, 'Map has no values type');
    this.#type(json.get('values'), `${place}.values`, namespace, depth + 1, (values) => {
      assign({ kind: 'map', values, props: attributes(json, TYPE_ATTRIBUTES) });
    });
  }

  #record(json: JsonObject, place: string, namespace: string | undefined, depth: number, isError: boolean, assign: (type: AvroType) => void): void {
    const name = this.#name(json, place, namespace);
    const fields = json.get('fields');
    if (!isJsonArray(fields)) throw new SchemaError('INVALID_SCHEMA', `${place}.fields`, 'Record has no fields');
    const record: AvroRecord = {
      kind: 'record',
      isError,
      name,
      doc: optionalText(json, 'doc'),
      aliases: this.#aliases(json, place, name),
      fields: [],
      props: attributes(json, TYPE_ATTRIBUTES),
    };
    this.#define(record, place);
    assign(record);
    const seen = new Set<string>();
    fields.forEach((field, index) => this.#field(field, `${place}.fields[${index}]`, record, seen, depth + 1));
  }

  #field(json: JsonValue, place: string, record: AvroRecord, seen: Set<string>, depth: number): void {
    const name = isJsonObject(json) ? json.get('name') : undefined;
    if (!isJsonObject(json) || typeof name !== 'string') throw new SchemaError('INVALID_SCHEMA', place, 'No field name');
    checkName(name, this.#rule, `${place}.name`);
    if (seen.has(name)) throw new SchemaError('INVALID_SCHEMA', `${place}.name`, `Duplicate field ${name} in record ${record.name.full}`);
    seen.add(name);
    if (!json.has('type')) throw new SchemaError('INVALID_SCHEMA', place, 'No field type');
    const index = record.fields.length;
    const aliases = aliasTexts(json, place);
    const order = fieldOrder(json, place);
    // A forward name is filled in later: until then the field stands with the type null.
    const field: { -readonly [Key in keyof AvroField]: AvroField[Key] } = {
      name,
      type: { kind: 'null', props: new Map() },
      doc: optionalText(json, 'doc'),
      defaultValue: json.get('default'),
      order,
      aliases,
      props: attributes(json, FIELD_ATTRIBUTES),
    };
    record.fields[index] = field;
    this.#type(json.get('type'), `${place}.type`, record.name.namespace, depth, (type) => {
      field.type = type;
      field.defaultValue = numericDefault(field.defaultValue, type);
    });
    if (field.defaultValue !== undefined) this.#defaults.push({ field, place: `${place}.default` });
  }

  #enum(json: JsonObject, place: string, namespace: string | undefined): AvroNamedType {
    const name = this.#name(json, place, namespace);
    const symbols = json.get('symbols');
    if (!isJsonArray(symbols)) throw new SchemaError('INVALID_SCHEMA', `${place}.symbols`, 'Enum has no symbols');
    const seen = new Set<string>();
    symbols.forEach((symbol, index) => {
      const at = `${place}.symbols[${index}]`;
      checkName(typeof symbol === 'string' ? symbol : null, this.#rule, at);
      if (seen.has(symbol as string)) throw new SchemaError('INVALID_SCHEMA', at, `Duplicate enum symbol: ${symbol as string}`);
      seen.add(symbol as string);
    });
    const defaultSymbol = optionalText(json, 'default');
    if (defaultSymbol !== undefined && !seen.has(defaultSymbol)) {
      throw new SchemaError('INVALID_SCHEMA', `${place}.default`, `The Enum Default: ${defaultSymbol} is not in the enum symbol set: [${[...seen].join(', ')}]`);
    }
    return this.#define(
      { kind: 'enum', name, doc: optionalText(json, 'doc'), aliases: this.#aliases(json, place, name), symbols: [...seen], defaultSymbol, props: attributes(json, ENUM_ATTRIBUTES) },
      place,
    );
  }

  #fixed(json: JsonObject, place: string, namespace: string | undefined): AvroNamedType {
    const name = this.#name(json, place, namespace);
    const size = json.get('size');
    if (!(size instanceof JsonNumber) || !size.isInteger || size.value > 0x7fffffff) throw new SchemaError('INVALID_SCHEMA', `${place}.size`, 'Invalid or no size');
    if (size.value < 0) throw new SchemaError('INVALID_SCHEMA', `${place}.size`, `Malformed data. Length is negative: ${size.text}`);
    return this.#define(
      { kind: 'fixed', name, doc: optionalText(json, 'doc'), aliases: this.#aliases(json, place, name), size: size.value, props: attributes(json, TYPE_ATTRIBUTES) },
      place,
    );
  }

  #name(json: JsonObject, place: string, namespace: string | undefined): AvroName {
    const text = json.get('name');
    if (typeof text !== 'string') throw new SchemaError('INVALID_SCHEMA', place, 'No name in schema');
    const name = avroName(text, optionalText(json, 'namespace') ?? namespace);
    checkName(name.name, this.#rule, `${place}.name`);
    if (this.#strict) for (const part of name.namespace?.split('.') ?? []) checkName(part, 'ascii', `${place}.${text.includes('.') ? 'name' : 'namespace'}`);
    if (PRIMITIVE_KINDS.has(name.full)) throw new SchemaError('INVALID_SCHEMA', `${place}.name`, `Schemas may not be named after primitives: ${name.full}`);
    return name;
  }

  #aliases(json: JsonObject, place: string, name: AvroName): AvroName[] {
    const aliases = aliasTexts(json, place).map((text) => avroName(text, name.namespace));
    if (this.#strict) aliases.forEach((alias, index) => checkName(alias.name, 'ascii', `${place}.aliases[${index}]`));
    return [...new Map(aliases.map((alias) => [alias.full, alias])).values()];
  }

  #define<T extends AvroNamedType>(type: T, place: string): T {
    const known = this.#names.get(type.name.full);
    if (known === undefined) this.#names.set(type.name.full, type);
    else this.#again.push({ known, type, place: `${place}.name` });
    return type;
  }

  #checkDefaults(): void {
    for (const { field, place } of this.#defaults) {
      if (field.defaultValue === undefined || isValidDefault(field.type, field.defaultValue)) continue;
      throw new SchemaError('INVALID_SCHEMA', place, `Invalid default for field ${field.name}: not a ${avroText(field.type)}`);
    }
  }
}

function checkBranches(union: AvroUnion, place: string): void {
  const seen = new Set<string>();
  union.branches.forEach((branch, index) => {
    const at = `${place}[${index}]`;
    if (branch.kind === 'union') throw new SchemaError('INVALID_SCHEMA', at, 'Nested union');
    const name = branchName(branch);
    if (seen.has(name)) throw new SchemaError('INVALID_SCHEMA', at, `Duplicate in union: ${isNamed(branch) ? name : branch.kind}`);
    seen.add(name);
  });
}

function attributes(json: JsonObject, without: ReadonlySet<string>): JsonObject {
  return new Map([...json].filter(([key]) => !without.has(key)));
}

function optionalText(json: JsonObject, key: string): string | undefined {
  const value = json.get(key);
  return typeof value === 'string' ? value : undefined;
}

function aliasTexts(json: JsonObject, place: string): string[] {
  const aliases = json.get('aliases');
  if (aliases === undefined) return [];
  if (!isJsonArray(aliases)) throw new SchemaError('INVALID_SCHEMA', `${place}.aliases`, 'aliases not an array');
  const wrong = aliases.findIndex((alias) => typeof alias !== 'string');
  if (wrong >= 0) throw new SchemaError('INVALID_SCHEMA', `${place}.aliases[${wrong}]`, 'alias not a string');
  return [...new Set(aliases as readonly string[])];
}

function fieldOrder(json: JsonObject, place: string): AvroField['order'] {
  const order = json.get('order');
  if (order === undefined) return 'ascending';
  const word = typeof order === 'string' ? order.toLowerCase() : '';
  if (word !== 'ascending' && word !== 'descending' && word !== 'ignore') {
    throw new SchemaError('INVALID_SCHEMA', `${place}.order`, 'order is none of ascending, descending and ignore');
  }
  return word;
}

/** What `Double.valueOf` of Java reads, without the hexadecimal. */
const JAVA_DOUBLE = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFdD]?$/;

/** Avro takes a text where a float or double is due, and keeps the number; NaN and the infinities stay texts, as JSON has no numbers for them. */
function numericDefault(value: JsonValue | undefined, type: AvroType): JsonValue | undefined {
  if ((type.kind !== 'float' && type.kind !== 'double') || typeof value !== 'string') return value;
  const text = JAVA_DOUBLE.exec(value.trim())?.[1];
  return text === undefined ? value : new JsonNumber(javaDoubleText(Number(text)));
}
