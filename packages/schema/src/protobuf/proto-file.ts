/** A `.proto` file as it is written, comments apart: what Confluent prints again and compares. */
export interface ProtoFile {
  readonly syntax: 'proto2' | 'proto3' | undefined;
  /** `2023` or later; such a file has no syntax. */
  readonly edition: string | undefined;
  readonly packageName: string | undefined;
  readonly imports: readonly string[];
  readonly publicImports: readonly string[];
  readonly weakImports: readonly string[];
  /** Line and column of each import. */
  readonly importPlaces: ReadonlyMap<string, string>;
  readonly options: readonly ProtoOption[];
  /** Messages and enums in their order. */
  readonly types: readonly ProtoType[];
  readonly extends: readonly ProtoExtend[];
  readonly services: readonly ProtoService[];
}

export type ProtoType = ProtoMessage | ProtoEnum;

export interface ProtoMessage {
  readonly kind: 'message';
  readonly name: string;
  readonly place: string;
  readonly options: readonly ProtoOption[];
  readonly reserved: readonly ProtoReserved[];
  readonly fields: readonly ProtoField[];
  readonly oneofs: readonly ProtoOneof[];
  readonly groups: readonly ProtoGroup[];
  readonly extensions: readonly ProtoExtensions[];
  readonly extends: readonly ProtoExtend[];
  readonly types: readonly ProtoType[];
}

export interface ProtoEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly place: string;
  readonly options: readonly ProtoOption[];
  readonly reserved: readonly ProtoReserved[];
  readonly constants: readonly ProtoConstant[];
}

export interface ProtoConstant {
  readonly name: string;
  readonly tag: number;
  readonly place: string;
  readonly options: readonly ProtoOption[];
}

export type ProtoLabel = 'optional' | 'required' | 'repeated';

export interface ProtoField {
  /** What was written: a singular field of proto3 has none. */
  readonly label: ProtoLabel | undefined;
  /** As written, maps as `map<key, value>`. */
  readonly type: string;
  readonly name: string;
  readonly tag: number;
  readonly place: string;
  readonly defaultValue: string | undefined;
  readonly jsonName: string | undefined;
  readonly options: readonly ProtoOption[];
}

export interface ProtoOneof {
  readonly name: string;
  readonly place: string;
  readonly options: readonly ProtoOption[];
  readonly fields: readonly ProtoField[];
  readonly groups: readonly ProtoGroup[];
}

export interface ProtoGroup {
  readonly label: ProtoLabel | undefined;
  readonly name: string;
  readonly tag: number;
  readonly place: string;
  readonly fields: readonly ProtoField[];
}

/** Numbers, both ends included; equal ends where one number was written as a range. */
export interface TagRange {
  readonly start: number;
  readonly end: number;
}

export interface ProtoReserved {
  readonly values: readonly (string | number | TagRange)[];
  /** Names are written as they are, as editions have it, not in quotes. */
  readonly isBare?: boolean;
}

export interface ProtoExtensions {
  readonly values: readonly (number | TagRange)[];
  readonly options: readonly ProtoOption[];
}

export interface ProtoExtend {
  /** The message that is extended. */
  readonly name: string;
  readonly place: string;
  readonly fields: readonly ProtoField[];
}

export interface ProtoService {
  readonly name: string;
  readonly place: string;
  readonly options: readonly ProtoOption[];
  readonly rpcs: readonly ProtoRpc[];
}

export interface ProtoRpc {
  readonly name: string;
  readonly place: string;
  readonly requestType: string;
  readonly responseType: string;
  readonly requestStreaming: boolean;
  readonly responseStreaming: boolean;
  readonly options: readonly ProtoOption[];
}

export interface ProtoOption {
  readonly name: string;
  /** An extension: its name stands in parentheses. */
  readonly isParenthesized: boolean;
  readonly value: ProtoOptionValue;
}

export type ProtoOptionValue =
  | { readonly kind: 'string' | 'boolean' | 'number' | 'enum'; readonly text: string }
  | { readonly kind: 'list'; readonly values: readonly ProtoOptionValue[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, ProtoOptionValue> }
  /** `a.b = 1`: the option b within a. */
  | { readonly kind: 'option'; readonly option: ProtoOption };

/** The largest number of a field; `max` in ranges. */
export const MAX_TAG = 536_870_911;

export const SCALAR_TYPES: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'float',
  'fixed32',
  'fixed64',
  'int32',
  'int64',
  'sfixed32',
  'sfixed64',
  'sint32',
  'sint64',
  'string',
  'uint32',
  'uint64',
]);

/** Key and value of a map type; undefined for any other. */
export function mapTypes(type: string): { readonly key: string; readonly value: string } | undefined {
  const match = /^map<([^,]*), (.*)>$/.exec(type);
  return match === null ? undefined : { key: match[1] ?? '', value: match[2] ?? '' };
}

/** The value of an option without parentheses, by name. */
export function optionText(options: readonly ProtoOption[], name: string): string | undefined {
  const value = options.find((option) => option.name === name && !option.isParenthesized)?.value;
  return value !== undefined && 'text' in value ? value.text : undefined;
}

/** A message that protoc made for a map field. */
export function isMapEntry(type: ProtoMessage): boolean {
  return optionText(type.options, 'map_entry') === 'true';
}
