/** Which unions need a name around their values: those whose branches look alike in JavaScript. */
import { logicalTypeOf, type AvroTypeNode } from '@millrace/schema';
import type { AvroTypeOptions } from './avro-options.js';
import type { ValueKind } from './logical-types/logical-types.js';

/** A union is written bare where its branches can be told apart by their values, else as `{ branch: value }`. */
export function isAmbiguous(branches: readonly AvroTypeNode[], options: AvroTypeOptions): boolean {
  const seen = new Set<ValueKind>();
  for (const branch of branches) {
    for (const kind of kindsOf(branch, options)) {
      if (seen.has(kind)) return true;
      seen.add(kind);
    }
  }
  return false;
}

function kindsOf(type: AvroTypeNode, options: AvroTypeOptions): readonly ValueKind[] {
  const logical = options.logicalTypes[logicalTypeOf(type) ?? ''];
  if (logical !== undefined) return [logical.valueKind];
  switch (type.kind) {
    case 'null':
    case 'boolean':
    case 'bytes':
    case 'array':
    case 'string':
      return [type.kind];
    case 'long':
      return options.long === 'number' ? ['number'] : options.long === 'bigint' ? ['bigint'] : ['number', 'bigint'];
    case 'int':
    case 'float':
    case 'double':
      return ['number'];
    case 'fixed':
      return ['bytes'];
    case 'enum':
      return ['string'];
    case 'map':
    case 'record':
    case 'union':
      return ['object'];
  }
}
