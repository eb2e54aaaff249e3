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

/** Largest power of ten that is worked with exactly. */
const MAX_EXACT_DIGITS = 400;

/** Exact, for decimals too: Confluent cuts them to whole numbers and fails on those below one. */
function isMultiple(of: string, divisor: string): boolean {
  const [a, b] = [decimalOf(of), decimalOf(divisor)];
  const scale = Math.max(a.scale, b.scale);
  if (scale - Math.min(a.scale, b.scale) > MAX_EXACT_DIGITS) return false;
  const [whole, part] = [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale)];
  return part !== 0n && whole % part === 0n;
}

function decimalOf(text: string): { readonly digits: bigint; readonly scale: number } {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).slice(0, MAX_EXACT_DIGITS);
  return { digits: BigInt(digits), scale: fraction.length - Number(exponent) };
}
