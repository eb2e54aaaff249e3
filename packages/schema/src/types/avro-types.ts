import { logicalTypeOf } from '../avro/avro-logical-type.js';
import { avroText } from '../avro/avro-text.js';
import { type AvroEnum, type AvroField, type AvroRecord, type AvroType, branchName } from '../avro/avro-type.js';
import { block, comment, element, memberName, type TypeFile, unionText } from './type-file.js';

/** Longs as numbers; as bigint; or as numbers where that is exact and bigint beyond: as the deserializer is told. */
export type LongType = 'number' | 'bigint' | 'auto';

/** The values of logical types as `@millrace/serde` has them, and what tells them from others in a union. */
const LOGICAL_TYPES: Readonly<Record<string, { readonly text: string; readonly kind: string }>> = {
  decimal: { text: 'string', kind: 'string' },
  'big-decimal': { text: 'string', kind: 'string' },
  uuid: { text: 'string', kind: 'string' },
  date: { text: 'string', kind: 'string' },
  'time-millis': { text: 'string', kind: 'string' },
  'time-micros': { text: 'string', kind: 'string' },
  'timestamp-millis': { text: 'Date', kind: 'object' },
  'timestamp-micros': { text: 'bigint', kind: 'bigint' },
  'timestamp-nanos': { text: 'bigint', kind: 'bigint' },
  'local-timestamp-millis': { text: 'string', kind: 'string' },
  'local-timestamp-micros': { text: 'string', kind: 'string' },
  'local-timestamp-nanos': { text: 'string', kind: 'string' },
  duration: { text: '{ months: number; days: number; milliseconds: number }', kind: 'object' },
};

/** The TypeScript type of an Avro type's values, its named types written into the file. */
export function avroTypeText(file: TypeFile, type: AvroType, long: LongType): string {
  const logical = LOGICAL_TYPES[logicalTypeOf(type) ?? ''];
  if (logical !== undefined) return logical.text;
  const inner = (other: AvroType) => avroTypeText(file, other, long);
  switch (type.kind) {
    case 'null':
    case 'boolean':
    case 'string':
      return type.kind;
    case 'int':
    case 'float':
    case 'double':
      return 'number';
    case 'long':
      return long === 'auto' ? 'number | bigint' : long;
    case 'bytes':
    case 'fixed':
      return 'Uint8Array';
    case 'array':
      return `${element(inner(type.items))}[]`;
    case 'map':
      return `Record<string, ${inner(type.values)}>`;
    case 'union':
      return unionOf(type.branches, inner, long);
    case 'enum':
      return named(file, type, (name) => `${comment(type.doc)}export type ${name} = ${unionText(type.symbols.map((symbol) => JSON.stringify(symbol)))};`);
    case 'record':
      return named(file, type, (name) => `${comment(type.doc)}export interface ${name} ${block(type.fields.map((field) => fieldText(field, inner)))}`);
  }
}

/** Two definitions under one name, in different schemas, are two types. */
function named(file: TypeFile, type: AvroRecord | AvroEnum, declare: (name: string) => string): string {
  return file.ofNode(type, `avro ${type.name.full}`, () => avroText(type), type.name.name, declare);
}

function fieldText(field: AvroField, inner: (type: AvroType) => string): string {
  return `${comment(field.doc, '  ')}  ${memberName(field.name)}: ${inner(field.type)};\n`;
}

/** Branches that look alike in JavaScript have their name around them. */
function unionOf(branches: readonly AvroType[], inner: (type: AvroType) => string, long: LongType): string {
  const kinds = branches.flatMap((branch) => kindsOf(branch, long));
  if (new Set(kinds).size === kinds.length) return unionText(branches.map(inner));
  return unionText(branches.map((branch) => (branch.kind === 'null' ? 'null' : `{ ${memberName(branchName(branch))}: ${inner(branch)} }`)));
}

function kindsOf(type: AvroType, long: LongType): readonly string[] {
  const logical = LOGICAL_TYPES[logicalTypeOf(type) ?? ''];
  if (logical !== undefined) return [logical.kind];
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'double':
      return ['number'];
    case 'long':
      return long === 'auto' ? ['number', 'bigint'] : [long];
    case 'fixed':
      return ['bytes'];
    case 'enum':
      return ['string'];
    case 'map':
    case 'record':
    case 'union':
      return ['object'];
    default:
      return [type.kind];
  }
}
