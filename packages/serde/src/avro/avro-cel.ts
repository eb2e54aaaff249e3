/** Avro's values as CEL takes them: ints and longs are ints there, floats and doubles are doubles. */
import { logicalTypeOf, type AvroTypeNode } from '@millrace/schema';
import { plainToCel } from '../rules/cel-values.js';
import type { AvroTypeOptions } from './avro-options.js';
import { branchOf } from './union-branch.js';

export function avroToCel(type: AvroTypeNode, value: unknown, options: AvroTypeOptions): unknown {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'union': {
      const { branch, inner } = branchOf(type.branches, value, options);
      return branch === undefined ? plainToCel(value) : avroToCel(branch, inner, options);
    }
    case 'array':
      return (value as readonly unknown[]).map((item) => avroToCel(type.items, item, options));
    case 'map':
      return new Map(Object.entries(value).map(([key, item]) => [key, avroToCel(type.values, item, options)]));
    case 'record':
      return new Map(type.fields.map(({ name, type: fieldType }) => [name, avroToCel(fieldType, (value as Record<string, unknown>)[name], options)]));
    default:
      return plainToCel(value, type.kind === 'int' || type.kind === 'long');
  }
}

/** CEL knows no unions with names and no choice of longs: both are put back. */
export function avroFromCel(type: AvroTypeNode, value: unknown, options: AvroTypeOptions): unknown {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case 'union': {
      const others = type.branches.filter((branch) => branch.kind !== 'null');
      const [only] = others;
      return others.length === 1 && only !== undefined ? avroFromCel(only, value, options) : value;
    }
    case 'array':
      return Array.isArray(value) ? value.map((item) => avroFromCel(type.items, item, options)) : value;
    case 'map':
      return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, avroFromCel(type.values, item, options)])) : value;
    case 'record': {
      const types = new Map(type.fields.map((field) => [field.name, field.type]));
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, avroFromCel(types.get(key) ?? type, item, options)]));
    }
    case 'long':
      return isBigint(type, options) && typeof value === 'number' ? BigInt(value) : value;
    default:
      return value;
  }
}

function isBigint(type: AvroTypeNode, options: AvroTypeOptions): boolean {
  const logical = options.logicalTypes[logicalTypeOf(type) ?? ''];
  return logical === undefined ? options.long === 'bigint' : logical.valueKind === 'bigint';
}
