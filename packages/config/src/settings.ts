/** Values for a table: parsed, checked, with defaults, read through getters by type. */
import { parseValue, type ParsedValue } from './parse-value.js';
import type { ConfigProblem } from './problem.js';
import type { Setting, SettingsTable, SettingValue } from './setting.js';

/** A value as somebody gave it. */
export interface Given {
  text: string;
  /** Where; see `ConfigProblem.origin`. */
  origin: string | null;
}

/** Getters throw a TypeError for a name that is not in the table or is of another type: that is a bug, not bad input. */
export interface Settings {
  readonly table: SettingsTable;
  /** Whether a value was given, be it the default. */
  isGiven(name: string): boolean;
  boolean(name: string): boolean;
  /** INT and SHORT. */
  int(name: string): number;
  intOrNull(name: string): number | null;
  /** The nearest number: 2^63 stands for the largest LONG. */
  long(name: string): number;
  longOrNull(name: string): number | null;
  double(name: string): number;
  /** STRING, CLASS and PASSWORD. */
  string(name: string): string;
  stringOrNull(name: string): string | null;
  list(name: string): readonly string[];
  listOrNull(name: string): readonly string[] | null;
  /** As Kafka prints it; a LONG exactly. */
  text(name: string): string | null;
}

export interface ReadSettings {
  settings: Settings;
  problems: ConfigProblem[];
  /** Names given that the table does not have, in their order. */
  unknown: string[];
}

/** Reads what was given against a table. A bad value is a problem and counts as not given. */
export function readSettings(table: SettingsTable, given: ReadonlyMap<string, Given>): ReadSettings {
  const values = new Map<string, ParsedValue>();
  const problems: ConfigProblem[] = [];
  const isGiven = new Set<string>();
  for (const setting of table.values()) {
    const entry = given.get(setting.name);
    if (entry === undefined && setting.required === true) problems.push(missing(setting));
    const result = parseValue(setting, entry?.text ?? setting.default);
    if (result.ok) {
      values.set(setting.name, result.parsed);
      if (entry !== undefined) isGiven.add(setting.name);
      continue;
    }
    const value = setting.type === 'PASSWORD' ? '[hidden]' : (entry?.text ?? setting.default);
    problems.push({ name: setting.name, value, reason: result.reason, allowed: result.allowed, origin: entry?.origin ?? null });
  }
  return { settings: settingsOf(table, values, isGiven), problems, unknown: [...given.keys()].filter((name) => !table.has(name)) };
}

/** `readSettings` over a plain record, for settings that came without a place. */
export function givenRecord(record: Readonly<Record<string, string>>, origin: string | null = null): Map<string, Given> {
  return new Map(Object.entries(record).map(([name, text]) => [name, { text, origin }]));
}

function missing(setting: Setting): ConfigProblem {
  return { name: setting.name, value: null, reason: `Missing required configuration "${setting.name}" which has no default value.`, allowed: null, origin: null };
}

function settingsOf(table: SettingsTable, values: ReadonlyMap<string, ParsedValue>, given: ReadonlySet<string>): Settings {
  const find = (name: string): SettingValue => {
    if (!table.has(name)) throw new TypeError(`${name} is not a setting of this table`);
    return values.get(name)?.value ?? null;
  };
  const number = (name: string): number => numberOf(name, find(name));
  const numberOrNull = (name: string): number | null => (find(name) === null ? null : number(name));
  const string = (name: string): string => stringOf(name, find(name));
  const list = (name: string): readonly string[] => listOf(name, find(name));
  return {
    table,
    isGiven: (name) => given.has(name),
    boolean: (name) => booleanOf(name, find(name)),
    int: number,
    intOrNull: numberOrNull,
    long: number,
    longOrNull: numberOrNull,
    double: number,
    string,
    stringOrNull: (name) => (find(name) === null ? null : string(name)),
    list,
    listOrNull: (name) => (find(name) === null ? null : list(name)),
    text: (name) => values.get(name)?.text ?? null,
  };
}

function booleanOf(name: string, value: SettingValue): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${name} is not a boolean`);
  return value;
}

function numberOf(name: string, value: SettingValue): number {
  if (typeof value !== 'number') throw new TypeError(`${name} is not a number`);
  return value;
}

function stringOf(name: string, value: SettingValue): string {
  if (typeof value !== 'string') throw new TypeError(`${name} is not a text`);
  return value;
}

function listOf(name: string, value: SettingValue): readonly string[] {
  if (value === null || typeof value !== 'object') throw new TypeError(`${name} is not a list`);
  return value;
}
