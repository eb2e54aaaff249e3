import type { ArrayNode, SchemaNode } from '../schema-node.js';
import { compareLimit } from './compare-limits.js';
import { compareUnevaluated, isFalse, kindOf } from './compare-unevaluated.js';
import { at, type ComparePair, type DiffContext, type Differences, differs, type JsonDifference } from './diff-context.js';

export function compareArrays(context: DiffContext, original: ArrayNode, update: ArrayNode, compare: ComparePair): JsonDifference[] {
  const differences = [
    ...at('items', compare(original.allItems, update.allItems)),
    ...compareTuples(context, original, update, compare),
    ...at('additionalItems', compareAdditional(original, update, compare)),
    ...at('unevaluatedItems', compareUnevaluated('ITEMS', original.unevaluated, update.unevaluated, compare)),
    ...compareLimit('MAX_ITEMS', 'maxItems', original.maxItems, update.maxItems),
    ...compareLimit('MIN_ITEMS', 'minItems', original.minItems, update.minItems),
  ];
  if (original.uniqueItems !== update.uniqueItems) differences.push(differs(original.uniqueItems ? 'UNIQUE_ITEMS_REMOVED' : 'UNIQUE_ITEMS_ADDED', 'uniqueItems'));
  differences.push(
    ...compareLimit('MAX_CONTAINS', 'maxContains', original.maxContains, update.maxContains),
    ...compareLimit('MIN_CONTAINS', 'minContains', original.minContains, update.minContains),
  );
  return differences;
}

function compareAdditional(original: ArrayNode, update: ArrayNode, compare: ComparePair): Differences {
  if (original.permitsAdditional !== update.permitsAdditional) return [differs(original.permitsAdditional ? 'ADDITIONAL_ITEMS_REMOVED' : 'ADDITIONAL_ITEMS_ADDED')];
  if (original.additional === undefined && update.additional !== undefined) return [differs('ADDITIONAL_ITEMS_NARROWED')];
  if (original.additional !== undefined && update.additional === undefined) return [differs('ADDITIONAL_ITEMS_EXTENDED')];
  return compare(original.additional, update.additional);
}

function compareTuples(context: DiffContext, original: ArrayNode, update: ArrayNode, compare: ComparePair): JsonDifference[] {
  const differences: JsonDifference[] = [];
  for (let index = 0; index < Math.max(original.tuple.length, update.tuple.length); index++) {
    const [before, after] = [original.tuple[index], update.tuple[index]];
    const found =
      after === undefined ? itemRemoved(context, before as SchemaNode, update, compare) : before === undefined ? itemAdded(context, after, original, compare) : compare(before, after);
    for (const difference of at(`items/${index}`, found)) differences.push(difference);
  }
  return differences;
}

/** Removing an item is judged by what the new schema says of items beyond its tuple. */
function itemRemoved(context: DiffContext, item: SchemaNode, update: ArrayNode, compare: ComparePair): Differences {
  if (isOpen(update)) return [differs('ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL')];
  const partial = partialSchema(update);
  if (partial === undefined) return [differs(isFalse(item) ? 'ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL' : 'ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL')];
  const found = compare(item, partial);
  const isCovered = context.isCompatible(found);
  return [
    ...found,
    differs(isCovered ? 'ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL' : 'ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL'),
  ];
}

/** Adding an item is judged by what the old schema said of items beyond its tuple. */
function itemAdded(context: DiffContext, item: SchemaNode, original: ArrayNode, compare: ComparePair): Differences {
  if (isOpen(original)) return [differs(kindOf(item) === 'empty' ? 'ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL' : 'ITEM_ADDED_TO_OPEN_CONTENT_MODEL')];
  const partial = partialSchema(original);
  if (partial === undefined) return [differs('ITEM_ADDED_TO_CLOSED_CONTENT_MODEL')];
  const found = compare(partial, item);
  const isCovered = context.isCompatible(found);
  return [
    ...found,
    differs(isCovered ? 'ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL' : 'ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL'),
  ];
}

function isOpen(node: ArrayNode): boolean {
  return node.permitsAdditional && node.additional === undefined && (node.unevaluated === undefined || kindOf(node.unevaluated) === 'empty');
}

function partialSchema(node: ArrayNode): SchemaNode | undefined {
  if (node.additional !== undefined) return node.additional;
  if (!node.permitsAdditional || node.unevaluated === undefined || isFalse(node.unevaluated)) return undefined;
  return node.unevaluated;
}
