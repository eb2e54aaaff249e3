import type { CombinedNode, SchemaNode } from '../schema-node.js';
import { at, type ComparePair, type DiffContext, type Differences, differs, type JsonDifference } from './diff-context.js';
import { maximumMatching } from './maximum-matching.js';

export function compareCombined(context: DiffContext, original: CombinedNode, update: CombinedNode, compare: ComparePair): JsonDifference[] {
  if (original.criterion !== update.criterion) {
    if (!mayExtend(original, update)) return [differs('COMBINED_TYPE_CHANGED')];
    return [differs('COMBINED_TYPE_EXTENDED'), ...compareSubschemas(context, original, update, compare)];
  }
  return compareSubschemas(context, original, update, compare);
}

function mayExtend(original: CombinedNode, update: CombinedNode): boolean {
  const [wasSingle, isSingle] = [original.subschemas.length === 1, update.subschemas.length === 1];
  if (update.criterion === 'anyOf' || (wasSingle && isSingle)) return true;
  return (wasSingle && update.criterion === 'oneOf') || (isSingle && original.criterion === 'allOf');
}

/** Pairs up as many subschemas as are compatible; the smaller side must find partners for all. */
function compareSubschemas(context: DiffContext, original: CombinedNode, update: CombinedNode, compare: ComparePair): JsonDifference[] {
  const [before, after] = [distinct(context, original.subschemas), distinct(context, update.subschemas)];
  const differences = compareCounts(original, update, before.length, after.length);
  const found = new Map<string, Differences>();
  const edges = before.map((from, left) =>
    after.flatMap((to, right) => {
      const pair = compare(from, to);
      if (!context.isCompatible(pair)) return [];
      found.set(`${left},${right}`, at(`${original.criterion}/${left}`, pair));
      return [right];
    }),
  );
  const matching = maximumMatching(edges, after.length);
  matching.forEach((right, left) => {
    for (const difference of found.get(`${left},${right}`) ?? []) differences.push(difference);
  });
  if (matching.filter((right) => right >= 0).length < Math.min(before.length, after.length)) differences.push(differs('COMBINED_TYPE_SUBSCHEMAS_CHANGED'));
  return differences;
}

function compareCounts(original: CombinedNode, update: CombinedNode, before: number, after: number): JsonDifference[] {
  if (before < after) return [differs(update.criterion === 'allOf' ? 'PRODUCT_TYPE_EXTENDED' : 'SUM_TYPE_EXTENDED')];
  if (before > after) return [differs(original.criterion === 'allOf' ? 'PRODUCT_TYPE_NARROWED' : 'SUM_TYPE_NARROWED')];
  return [];
}

/** Subschemas that say the same count once. */
function distinct(context: DiffContext, subschemas: readonly SchemaNode[]): SchemaNode[] {
  const byText = new Map<string, SchemaNode>();
  for (const subschema of subschemas) {
    const key = `${subschema.kind} ${subschema.kind === 'number' ? subschema.isInteger : ''} ${context.valueId(subschema.source)}`;
    if (!byText.has(key)) byText.set(key, subschema);
  }
  return [...byText.values()];
}
