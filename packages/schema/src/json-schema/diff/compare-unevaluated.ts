import type { SchemaNode } from '../schema-node.js';
import { type ComparePair, type Differences, differs } from './diff-context.js';

export function kindOf(node: SchemaNode): SchemaNode['kind'] {
  return node.kind;
}

export function isFalse(node: SchemaNode): boolean {
  return node.kind === 'false';
}

/** `unevaluatedItems` and `unevaluatedProperties`: absent means anything goes, `false` nothing. */
export function compareUnevaluated(
  what: 'ITEMS' | 'PROPERTIES',
  original: SchemaNode | undefined,
  update: SchemaNode | undefined,
  compare: ComparePair,
): Differences {
  if (original === undefined && update === undefined) return [];
  if (original === undefined) return [differs(update?.kind === 'false' ? `UNEVALUATED_${what}_REMOVED` : `UNEVALUATED_${what}_NARROWED`)];
  if (update === undefined) return [differs(isFalse(original) ? `UNEVALUATED_${what}_ADDED` : `UNEVALUATED_${what}_EXTENDED`)];
  if (isFalse(original) !== isFalse(update)) return [differs(isFalse(original) ? `UNEVALUATED_${what}_ADDED` : `UNEVALUATED_${what}_REMOVED`)];
  const wasOpen = original.kind === 'empty';
  if (wasOpen !== (update.kind === 'empty')) return [differs(wasOpen ? `UNEVALUATED_${what}_NARROWED` : `UNEVALUATED_${what}_EXTENDED`)];
  return compare(original, update);
}
