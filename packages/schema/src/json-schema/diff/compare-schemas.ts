import type { CompatibilityPolicy } from '../../compatibility/compatibility-level.js';
import type { CombinedNode, SchemaNode, ValuesNode } from '../schema-node.js';
import { compareArrays } from './compare-arrays.js';
import { compareCombined } from './compare-combined.js';
import { compareNumbers, compareStrings } from './compare-limits.js';
import { compareObjects } from './compare-objects.js';
import { at, DiffContext, type Differences, differs, type JsonDifference } from './diff-context.js';
import { isCompatibleType, type JsonDifferenceType } from './difference-types.js';

export interface JsonSchemaDifference {
  readonly type: JsonDifferenceType;
  readonly path: string;
  readonly isCompatible: boolean;
}

/** What changed from `original` (the writer's schema) to `update` (the reader's), the harmless included. */
export function jsonSchemaDifferences(original: SchemaNode, update: SchemaNode, policy: CompatibilityPolicy): JsonSchemaDifference[] {
  const context = new DiffContext(policy);
  return compare(context, original, update).map(({ type, path }) => ({
    type,
    path: `#/${path.join('/')}`,
    isCompatible: isCompatibleType(type, policy),
  }));
}

function compare(context: DiffContext, before: SchemaNode | undefined, after: SchemaNode | undefined): Differences {
  if (before === undefined) return after === undefined ? [] : [differs('SCHEMA_ADDED')];
  if (after === undefined) return [differs('SCHEMA_REMOVED')];
  const original = referred(before);
  const update = referred(after);
  return context.once(original, update, () => comparePair(context, original, update));
}

function comparePair(context: DiffContext, original: SchemaNode, update: SchemaNode): Differences {
  if (original.kind !== 'combined' && update.kind === 'combined') {
    const found = intoCombined(context, original, update);
    if (found !== undefined) return found;
  } else if (original.kind === 'combined' && update.kind !== 'combined') {
    const found = outOfCombined(context, original, update);
    if (found !== undefined) return found;
  }
  if (original.kind === update.kind) return [...compareCommon(context, original, update), ...compareKind(context, original, update)];
  if (original.kind === 'false' || update.kind === 'empty') return [];
  if (original.connectType === 'bytes' && update.connectType === 'bytes') return [];
  return [differs('TYPE_CHANGED')];
}

/** A schema that has become one of several. */
function intoCombined(context: DiffContext, original: SchemaNode, update: CombinedNode): Differences | undefined {
  const isSingle = update.subschemas.length === 1;
  if (!isSingle && update.criterion === 'allOf') return undefined;
  for (const subschema of update.subschemas) {
    const found = compare(context, original, subschema);
    if (context.isCompatible(found)) return isSingle ? found : [...found, differs('SUM_TYPE_EXTENDED')];
  }
  return undefined;
}

/** One of several that all had to hold has become the whole. */
function outOfCombined(context: DiffContext, original: CombinedNode, update: SchemaNode): Differences | undefined {
  const isSingle = original.subschemas.length === 1;
  if (!isSingle && original.criterion !== 'allOf') return undefined;
  for (const subschema of original.subschemas) {
    const found = compare(context, subschema, update);
    if (context.isCompatible(found)) return isSingle ? found : [...found, differs('PRODUCT_TYPE_NARROWED')];
  }
  return undefined;
}

function compareCommon(context: DiffContext, original: SchemaNode, update: SchemaNode): JsonDifference[] {
  const differences: JsonDifference[] = [];
  if (original.id !== update.id) differences.push(differs('ID_CHANGED'));
  if (original.title !== update.title) differences.push(differs('TITLE_CHANGED'));
  if (original.description !== update.description) differences.push(differs('DESCRIPTION_CHANGED'));
  const [before, after] = [original.defaultValue, update.defaultValue];
  const isSame = before === after || (before !== undefined && after !== undefined && context.valueId(before) === context.valueId(after));
  if (!isSame) differences.push(differs('DEFAULT_CHANGED'));
  return differences;
}

function compareKind(context: DiffContext, original: SchemaNode, update: SchemaNode): Differences {
  const pair = (a: SchemaNode | undefined, b: SchemaNode | undefined) => compare(context, a, b);
  if (original.kind === 'string' && update.kind === 'string') return compareStrings(original, update);
  if (original.kind === 'number' && update.kind === 'number') return compareNumbers(original, update);
  if (original.kind === 'array' && update.kind === 'array') return compareArrays(context, original, update, pair);
  if (original.kind === 'object' && update.kind === 'object') return compareObjects(context, original, update, pair);
  if (original.kind === 'combined' && update.kind === 'combined') return compareCombined(context, original, update, pair);
  if (original.kind === 'not' && update.kind === 'not') {
    // What must not match is compared the other way round.
    return [differs(context.isCompatible(pair(update.not, original.not)) ? 'NOT_TYPE_NARROWED' : 'NOT_TYPE_EXTENDED', 'not')];
  }
  if (original.kind === 'enum' && update.kind === 'enum') return at('enum', compareEnums(context, original, update));
  if (original.kind === 'const' && update.kind === 'const') return compareConstants(context, original, update);
  return [];
}

function compareEnums(context: DiffContext, original: ValuesNode, update: ValuesNode): Differences {
  const before = new Set(original.values.map((value) => context.valueId(value)));
  const after = new Set(update.values.map((value) => context.valueId(value)));
  const hasAll = [...before].every((id) => after.has(id));
  if (hasAll) return before.size === after.size ? [] : [differs('ENUM_ARRAY_EXTENDED')];
  return [differs([...after].every((id) => before.has(id)) ? 'ENUM_ARRAY_NARROWED' : 'ENUM_ARRAY_CHANGED')];
}

function compareConstants(context: DiffContext, original: ValuesNode, update: ValuesNode): Differences {
  const [before, after] = [original.values[0] ?? null, update.values[0] ?? null];
  return context.valueId(before) === context.valueId(after) ? [] : [differs('ENUM_ARRAY_CHANGED', 'const')];
}

/** The schema behind references; the loader has seen to it that there is one. */
function referred(node: SchemaNode): SchemaNode {
  let at = node;
  while (at.kind === 'reference' && at.target !== undefined) at = at.target;
  return at;
}
