/** Which branch of a union a value is of. */
import { logicalTypeOf, type AvroTypeNode } from '@millrace/schema';
import type { AvroTypeOptions } from './avro-options.js';
import { isAmbiguous } from './value-kind.js';

export interface UnionBranch {
  /** Undefined where the value fits none. */
  readonly branch: AvroTypeNode | undefined;
  /** The name around the value, where the union needs it. */
  readonly name: string | undefined;
  /** The value without the name. */
  readonly inner: unknown;
}

export function branchOf(branches: readonly AvroTypeNode[], value: unknown, options: AvroTypeOptions): UnionBranch {
  if (value === null || !isAmbiguous(branches, options)) {
    return { branch: branches.find((candidate) => looksLike(candidate, value, options)), name: undefined, inner: value };
  }
  const [name, inner] = typeof value === 'object' ? (Object.entries(value ?? {})[0] ?? []) : [];
  return { branch: branches.find((candidate) => branchName(candidate) === name), name, inner };
}

function branchName(type: AvroTypeNode): string {
  return type.kind === 'record' || type.kind === 'enum' || type.kind === 'fixed' ? type.name.full : type.kind;
}

function looksLike(type: AvroTypeNode, value: unknown, options: AvroTypeOptions): boolean {
  const logical = options.logicalTypes[logicalTypeOf(type) ?? ''];
  const kind = value === null ? 'null' : value instanceof Uint8Array ? 'bytes' : Array.isArray(value) ? 'array' : typeof value;
  if (logical !== undefined) return logical.valueKind === kind;
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'double':
      return kind === 'number';
    case 'long':
      return kind === 'number' || kind === 'bigint';
    case 'enum':
      return kind === 'string';
    case 'fixed':
      return kind === 'bytes';
    case 'record':
    case 'map':
      return kind === 'object';
    default:
      return kind === type.kind;
  }
}
