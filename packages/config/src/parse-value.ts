/** Text to value by Kafka's types, and back. */
import { doubleOf, doubleText } from './double-text.js';
import { allowedByCheck, checkValue } from './check.js';
import type { Setting, SettingType, SettingValue } from './setting.js';

/** A value with its text as Kafka would print it; the text of a LONG is exact where the number is the nearest one. */
export interface ParsedValue {
  value: SettingValue;
  text: string | null;
}

export type ParseResult = { ok: true; parsed: ParsedValue } | { ok: false; reason: string; allowed: string | null };

/** Parses and checks. Blanks around the text do not count. */
export function parseValue(setting: Setting, text: string | null): ParseResult {
  if (text === null) return { ok: true, parsed: { value: null, text: null } };
  const parsed = parseType(setting.type, text.trim());
  if (typeof parsed === 'string') return { ok: false, reason: parsed, allowed: allowedValues(setting) };
  const wrong = setting.check === undefined ? null : checkValue(setting.check, parsed.value);
  return wrong === null ? { ok: true, parsed } : { ok: false, reason: wrong, allowed: allowedValues(setting) };
}

/** What a setting allows, in words; null when it is any text. */
export function allowedValues(setting: Setting): string | null {
  const check = setting.check === undefined ? null : allowedByCheck(setting.check);
  const kind = kindInWords[setting.type];
  if (check === null) return kind;
  return kind === null || setting.type === 'LIST' ? check : `${kind}, ${check}`;
}

const wholeNumber = 'a whole number';
const kindInWords: Record<SettingType, string | null> = {
  BOOLEAN: 'true or false',
  INT: wholeNumber,
  SHORT: wholeNumber,
  LONG: wholeNumber,
  DOUBLE: 'a number',
  STRING: null,
  LIST: 'a list separated by commas',
  CLASS: 'the name of a class',
  PASSWORD: null,
};

const bounds: Record<'INT' | 'SHORT' | 'LONG', bigint> = { INT: 2n ** 31n, SHORT: 2n ** 15n, LONG: 2n ** 63n };

function parseType(type: SettingType, text: string): ParsedValue | string {
  switch (type) {
    case 'BOOLEAN':
      return parseBoolean(text);
    case 'INT':
    case 'SHORT':
    case 'LONG':
      return parseInteger(type, text);
    case 'DOUBLE':
      return parseDouble(text);
    case 'LIST': {
      const list = parseList(text);
      return { value: list, text: list.join(',') };
    }
    default:
      return { value: text, text };
  }
}

function parseBoolean(text: string): ParsedValue | string {
  const lower = text.toLowerCase();
  if (lower !== 'true' && lower !== 'false') return 'Expected value to be either true or false';
  return { value: lower === 'true', text: lower };
}

function parseInteger(type: 'INT' | 'SHORT' | 'LONG', text: string): ParsedValue | string {
  const wrong = `Not a number of type ${type}`;
  if (!/^[+-]?\d{1,40}$/.test(text)) return wrong;
  const exact = BigInt(text.replace(/^\+/, ''));
  if (exact >= bounds[type] || exact < -bounds[type]) return wrong;
  return { value: Number(exact), text: exact.toString() };
}

function parseDouble(text: string): ParsedValue | string {
  const value = doubleOf(text);
  return value === null ? 'Not a number of type DOUBLE' : { value, text: doubleText(value) };
}

/** Entries between commas, trimmed; an empty text is an empty list. */
export function parseList(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*/);
}
