import { isMultiple } from '../../json/decimal-multiple.js';
import { isJsonArray, JsonNumber, type JsonObject, type JsonValue, toPlainValue } from '../../json/json-value.js';
import type { Dialect } from '../dialect.js';
import { patternFinds } from '../pattern-match.js';
import { type Check, problem, valueKey } from './json-problem.js';

/** Checks of the keywords that look at a value alone: its type, its values, texts and numbers. */
export function scalarChecks(json: JsonObject, dialect: Dialect): Check[] {
  return [...typeChecks(json), ...valueChecks(json, dialect), ...textChecks(json), ...numberChecks(json, dialect)];
}

function typeChecks(json: JsonObject): Check[] {
  const type = json.get('type');
  const words = typeof type === 'string' ? [type] : isJsonArray(type) ? type.filter((word) => typeof word === 'string') : undefined;
  if (words === undefined) return [];
  return [(value) => (words.some((word) => isOfType(value, word)) ? undefined : problem(`${typeOf(value)} where ${words.join(' or ')} is due`))];
}

function isOfType(value: unknown, word: string): boolean {
  return word === 'integer' ? Number.isInteger(value) : typeOf(value) === word;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function valueChecks(json: JsonObject, dialect: Dialect): Check[] {
  const checks: Check[] = [];
  const values = json.get('enum');
  if (isJsonArray(values)) {
    const keys = new Set(values.map((value) => valueKey(toPlainValue(value))));
    checks.push((value) => (keys.has(valueKey(value)) ? undefined : problem('not one of the values of the enum')));
  }
  const constant = json.get('const');
  if (constant !== undefined && dialect !== 'draft-04') {
    const key = valueKey(toPlainValue(constant));
    checks.push((value) => (valueKey(value) === key ? undefined : problem(`not the constant ${key.slice(0, 100)}`)));
  }
  return checks;
}

function textChecks(json: JsonObject): Check[] {
  const checks: Check[] = [];
  const least = limitOf(json.get('minLength'));
  const most = limitOf(json.get('maxLength'));
  const pattern = json.get('pattern');
  if (least !== undefined) checks.push((value) => (typeof value === 'string' && lengthOf(value) < least ? problem(`shorter than ${least} characters`) : undefined));
  if (most !== undefined) checks.push((value) => (typeof value === 'string' && lengthOf(value) > most ? problem(`longer than ${most} characters`) : undefined));
  if (typeof pattern === 'string') {
    checks.push((value) => (typeof value === 'string' && patternFinds(pattern, value) === false ? problem(`does not match the pattern ${pattern}`) : undefined));
  }
  return checks;
}

/** In characters, not in halves of them. */
function lengthOf(text: string): number {
  let { length } = text;
  for (let index = 0; index < text.length; index++) if ((text.codePointAt(index) ?? 0) > 0xffff) length--;
  return length;
}

function numberChecks(json: JsonObject, dialect: Dialect): Check[] {
  const checks: Check[] = [];
  const add = (limit: number | undefined, isWrong: (value: number, limit: number) => boolean, words: string) => {
    if (limit !== undefined) checks.push((value) => (typeof value === 'number' && isWrong(value, limit) ? problem(`${value} is ${words} ${limit}`) : undefined));
  };
  const [minimum, maximum] = [limitOf(json.get('minimum')), limitOf(json.get('maximum'))];
  const isOpen = (keyword: string) => dialect === 'draft-04' && json.get(keyword) === true;
  if (isOpen('exclusiveMinimum')) add(minimum, (value, limit) => value <= limit, 'not above');
  else add(minimum, (value, limit) => value < limit, 'below');
  if (isOpen('exclusiveMaximum')) add(maximum, (value, limit) => value >= limit, 'not below');
  else add(maximum, (value, limit) => value > limit, 'above');
  add(limitOf(json.get('exclusiveMinimum')), (value, limit) => value <= limit, 'not above');
  add(limitOf(json.get('exclusiveMaximum')), (value, limit) => value >= limit, 'not below');
  const step = json.get('multipleOf');
  if (step instanceof JsonNumber) {
    checks.push((value) => (typeof value === 'number' && !isMultiple(String(value), step.text) ? problem(`${value} is no multiple of ${step.text}`) : undefined));
  }
  return checks;
}

export function limitOf(value: JsonValue | undefined): number | undefined {
  return value instanceof JsonNumber ? value.value : undefined;
}

