import { isMultiple } from '../../json/decimal-multiple.js';
import type { NumberNode, StringNode } from '../schema-node.js';
import { differs, type JsonDifference } from './diff-context.js';
import type { JsonDifferenceType } from './difference-types.js';

/** The names of a limit's differences without their ends: `MAX_LENGTH` of `MAX_LENGTH_ADDED`. */
export type LimitStem =
  | 'MAX_LENGTH'
  | 'MIN_LENGTH'
  | 'MAXIMUM'
  | 'MINIMUM'
  | 'EXCLUSIVE_MAXIMUM'
  | 'EXCLUSIVE_MINIMUM'
  | 'MAX_PROPERTIES'
  | 'MIN_PROPERTIES'
  | 'MAX_ITEMS'
  | 'MIN_ITEMS'
  | 'MAX_CONTAINS'
  | 'MIN_CONTAINS';

export function compareLimit(stem: LimitStem, keyword: string, original: number | undefined, update: number | undefined): JsonDifference[] {
  if (original === update) return [];
  const change = original === undefined ? 'ADDED' : update === undefined ? 'REMOVED' : original < update ? 'INCREASED' : 'DECREASED';
  const type: JsonDifferenceType = `${stem}_${change}`;
  return [differs(type, keyword)];
}

export function compareStrings(original: StringNode, update: StringNode): JsonDifference[] {
  return [
    ...compareLimit('MAX_LENGTH', 'maxLength', original.maxLength, update.maxLength),
    ...compareLimit('MIN_LENGTH', 'minLength', original.minLength, update.minLength),
    ...comparePatterns(original.pattern, update.pattern),
  ];
}

function comparePatterns(original: string | undefined, update: string | undefined): JsonDifference[] {
  if (original === update) return [];
  return [differs(original === undefined ? 'PATTERN_ADDED' : update === undefined ? 'PATTERN_REMOVED' : 'PATTERN_CHANGED', 'pattern')];
}

export function compareNumbers(original: NumberNode, update: NumberNode): JsonDifference[] {
  const differences = [
    ...compareLimit('MAXIMUM', 'maximum', original.maximum, update.maximum),
    ...compareLimit('MINIMUM', 'minimum', original.minimum, update.minimum),
    ...compareLimit('EXCLUSIVE_MAXIMUM', 'exclusiveMaximum', original.exclusiveMaximum, update.exclusiveMaximum),
    ...compareLimit('EXCLUSIVE_MINIMUM', 'exclusiveMinimum', original.exclusiveMinimum, update.exclusiveMinimum),
    ...compareMultiples(original.multipleOf, update.multipleOf),
  ];
  if (original.isInteger !== update.isInteger) differences.push(differs(original.isInteger ? 'TYPE_EXTENDED' : 'TYPE_NARROWED'));
  return differences;
}

function compareMultiples(original: string | undefined, update: string | undefined): JsonDifference[] {
  if (original === update) return [];
  if (original === undefined) return [differs('MULTIPLE_OF_ADDED', 'multipleOf')];
  if (update === undefined) return [differs('MULTIPLE_OF_REMOVED', 'multipleOf')];
  if (isMultiple(update, original)) return isMultiple(original, update) ? [] : [differs('MULTIPLE_OF_EXPANDED', 'multipleOf')];
  return [differs(isMultiple(original, update) ? 'MULTIPLE_OF_REDUCED' : 'MULTIPLE_OF_CHANGED', 'multipleOf')];
}
