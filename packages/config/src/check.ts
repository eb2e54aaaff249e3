/**
 * Checks of values, written as Kafka prints its validators: `[0,...]`, `[1,...,9] or -1`, `[a, b]`, `(case insensitive) [a, b]`,
 * `non-empty string`. A check is text in the table, so that a table stays data.
 */
import type { SettingValue } from './setting.js';

interface Range {
  kind: 'range';
  min: number;
  max: number;
  /** Allowed beside the range. */
  or: number | null;
}

interface OneOf {
  kind: 'one-of';
  values: readonly string[];
  ignoreCase: boolean;
}

type Check = Range | OneOf | { kind: 'text' | 'throttled-replicas' | 'free' };

const parsed = new Map<string, Check>();

/** What is wrong with the value, or null. */
export function checkValue(check: string, value: SettingValue): string | null {
  const rule = parseCheck(check);
  if (rule.kind === 'range') return typeof value === 'number' ? outsideRange(rule, value) : null;
  if (rule.kind === 'one-of') return noneOf(rule, value);
  if (rule.kind === 'text') return value === '' ? 'String must be non-empty' : null;
  if (rule.kind === 'throttled-replicas') return badThrottledReplicas(value);
  return null;
}

/** What is allowed, in words; null when anything is. */
export function allowedByCheck(check: string): string | null {
  const rule = parseCheck(check);
  if (rule.kind === 'range') return rangeInWords(rule);
  if (rule.kind === 'one-of') return `one of ${rule.values.join(', ')}`;
  if (rule.kind === 'text') return 'a text that is not empty';
  if (rule.kind === 'throttled-replicas') return '* or pairs of partition:broker';
  return null;
}

function parseCheck(check: string): Check {
  let rule = parsed.get(check);
  if (rule === undefined) parsed.set(check, (rule = readCheck(check)));
  return rule;
}

function readCheck(check: string): Check {
  const range = /^\[(-?[\d.]+),\.\.\.(?:,(-?[\d.]+))?\](?: or (-?\d+))?$/.exec(check);
  if (range !== null) {
    const [, min, max, or] = range;
    return { kind: 'range', min: Number(min), max: max === undefined ? Infinity : Number(max), or: or === undefined ? null : Number(or) };
  }
  if (check === 'non-empty string') return { kind: 'text' };
  if (check.startsWith('[partitionId]:[brokerId]')) return { kind: 'throttled-replicas' };
  const ignoreCase = check.startsWith('(case insensitive) ');
  const choice = /^\[(.*)\]$/.exec(ignoreCase ? check.slice('(case insensitive) '.length) : check);
  if (choice !== null) return { kind: 'one-of', values: (choice[1] ?? '').split(', '), ignoreCase };
  return { kind: 'free' };
}

function outsideRange({ min, max, or }: Range, value: number): string | null {
  if (value === or) return null;
  if (value < min) return `Value must be at least ${min}`;
  return value > max ? `Value must be no more than ${max}` : null;
}

function noneOf(rule: OneOf, value: SettingValue): string | null {
  const given = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
  if (given.every((text) => rule.values.some((allowed) => matches(allowed, text, rule.ignoreCase)))) return null;
  return `String must be one of${rule.ignoreCase ? ' (case insensitive)' : ''}: ${rule.values.join(', ')}`;
}

function matches(allowed: string, text: string, ignoreCase: boolean): boolean {
  if (allowed.startsWith('by_duration:')) return text.startsWith('by_duration:') && isDuration(text.slice('by_duration:'.length));
  // The share consumer's default is written in capitals where the choices are not.
  return allowed === text || ((ignoreCase || text === text.toUpperCase()) && allowed.toUpperCase() === text.toUpperCase());
}

/** A length of time as in ISO 8601, not negative: `P1DT2H3M4.5S`. */
export function isDuration(text: string): boolean {
  return /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,9})?S)?)?$/i.test(text);
}

function badThrottledReplicas(value: SettingValue): string | null {
  if (!Array.isArray(value)) return null;
  const replicas = value as readonly string[];
  if (replicas.length === 1 && replicas[0] === '*') return null;
  return replicas.every((replica) => /^\d+:\d+$/.test(replica)) ? null : 'Value must be * or a list of partition:broker pairs';
}

function rangeInWords({ min, max, or }: Range): string {
  const alone = or === null ? '' : `${or} or `;
  return max === Infinity ? `${alone}at least ${min}` : `${alone}from ${min} to ${max}`;
}
