import { isJsonArray, isJsonObject, JsonNumber, type JsonValue } from './json-value.js';

const SHORT_ESCAPES: Record<number, string> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

/** How a kind of schema writes its numbers (see java-number.ts). */
export type NumberText = (number: JsonNumber) => string;

/** Compact JSON as Jackson writes it: no blanks, members in their order. */
export function jsonText(value: JsonValue, numberText: NumberText): string {
  if (value instanceof JsonNumber) return numberText(value);
  if (typeof value === 'string') return jsonStringText(value);
  if (isJsonArray(value)) return `[${value.map((element) => jsonText(element, numberText)).join(',')}]`;
  if (isJsonObject(value)) {
    const members = [...value].map(([key, member]) => `${jsonStringText(key)}:${jsonText(member, numberText)}`);
    return `{${members.join(',')}}`;
  }
  return String(value);
}

/** A string literal; unlike `JSON.stringify`, Jackson writes `\u001F` with capital digits. */
export function jsonStringText(value: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\u0000-\u001f]/.test(value)) return JSON.stringify(value);
  // eslint-disable-next-line no-control-regex
  const parts = value.split(/([\u0000-\u001f])/);
  return `"${parts.map((part, index) => (index % 2 === 1 ? controlText(part.charCodeAt(0)) : JSON.stringify(part).slice(1, -1))).join('')}"`;
}

/** The same value with the members of every object in the order of their keys. */
export function withSortedKeys(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(withSortedKeys);
  if (!isJsonObject(value)) return value;
  return new Map([...value].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, member]) => [key, withSortedKeys(member)]));
}

function controlText(code: number): string {
  return SHORT_ESCAPES[code] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
