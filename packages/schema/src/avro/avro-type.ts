import type { JsonObject, JsonValue } from '../json/json-value.js';

/** The types of Avro 1.12 as a registry needs them: nothing of the text that Confluent keeps is lost. */
export type AvroType = AvroPrimitive | AvroArray | AvroMap | AvroUnion | AvroNamedType;
export type AvroNamedType = AvroRecord | AvroEnum | AvroFixed;

export type AvroPrimitiveKind = 'null' | 'boolean' | 'int' | 'long' | 'float' | 'double' | 'bytes' | 'string';

/** Attributes without a meaning of their own to the type, `logicalType` among them, in the order of the text. */
export type AvroProps = JsonObject;

export interface AvroPrimitive {
  readonly kind: AvroPrimitiveKind;
  readonly props: AvroProps;
}

export interface AvroArray {
  readonly kind: 'array';
  items: AvroType;
  readonly props: AvroProps;
}

export interface AvroMap {
  readonly kind: 'map';
  values: AvroType;
  readonly props: AvroProps;
}

export interface AvroUnion {
  readonly kind: 'union';
  readonly branches: AvroType[];
}

export interface AvroRecord {
  readonly kind: 'record';
  /** Declared as `error`: a record in all but the word. */
  readonly isError: boolean;
  readonly name: AvroName;
  readonly doc: string | undefined;
  readonly aliases: readonly AvroName[];
  readonly fields: AvroField[];
  readonly props: AvroProps;
}

export interface AvroField {
  readonly name: string;
  type: AvroType;
  readonly doc: string | undefined;
  readonly defaultValue: JsonValue | undefined;
  readonly order: 'ascending' | 'descending' | 'ignore';
  readonly aliases: readonly string[];
  readonly props: AvroProps;
}

export interface AvroEnum {
  readonly kind: 'enum';
  readonly name: AvroName;
  readonly doc: string | undefined;
  readonly aliases: readonly AvroName[];
  readonly symbols: readonly string[];
  readonly defaultSymbol: string | undefined;
  readonly props: AvroProps;
}

export interface AvroFixed {
  readonly kind: 'fixed';
  readonly name: AvroName;
  readonly doc: string | undefined;
  readonly aliases: readonly AvroName[];
  /** Bytes. */
  readonly size: number;
  readonly props: AvroProps;
}

/** `full` is `namespace.name`, or `name` where there is no namespace. */
export interface AvroName {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly full: string;
}

export const PRIMITIVE_KINDS: ReadonlySet<string> = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string']);
const TYPE_WORDS: ReadonlySet<string> = new Set([...PRIMITIVE_KINDS, 'record', 'enum', 'array', 'map', 'union', 'fixed']);

/** A dot in `name` makes it a full name, and the namespace given beside it is not looked at. */
export function avroName(name: string, namespace: string | undefined): AvroName {
  const lastDot = name.lastIndexOf('.');
  const simple = name.slice(lastDot + 1);
  const space = (lastDot < 0 ? namespace : name.slice(0, lastDot)) || undefined;
  return { name: simple, namespace: space, full: space === undefined ? simple : `${space}.${simple}` };
}

/** How a name is written inside `namespace`: short if it is of that namespace and no type's word. */
export function qualifiedIn(name: AvroName, namespace: string | undefined): string {
  return name.namespace !== undefined && name.namespace === namespace && !TYPE_WORDS.has(name.name) ? name.name : name.full;
}

export function isNamed(type: AvroType): type is AvroNamedType {
  return type.kind === 'record' || type.kind === 'enum' || type.kind === 'fixed';
}

/** What a union tells its branches apart by. */
export function branchName(type: AvroType): string {
  return isNamed(type) ? type.name.full : type.kind;
}
