import type { ProtoOption, ProtoOptionValue } from './proto-file.js';
import type { TypeTable } from './type-table.js';

/** Options of one element: names of extensions in full, paths as messages, sorted, those of one extension that is not repeated merged. */
export function normalizedOptions(options: readonly ProtoOption[], table: TypeTable, scope: string): ProtoOption[] {
  const resolved = options.map((option) => withFullName(option, table, scope)).toSorted((a, b) => compareTexts(a.name, b.name));
  const groups: { readonly option: ProtoOption; readonly values: ProtoOptionValue[] }[] = [];
  for (const option of resolved) {
    const previous = groups.at(-1);
    const isOneMessage = previous?.values[0]?.kind === 'map' && option.value.kind === 'map' && !option.isParenthesized;
    const isOneValue = previous?.option.name === option.name && (option.isParenthesized ? isSingular(option.name, table) : isOneMessage);
    if (previous !== undefined && isOneValue) previous.values.push(option.value);
    else groups.push({ option, values: [option.value] });
  }
  return groups.map(({ option, values }) => ({ ...option, value: normalizedValue(mergedValues(values), table, scope) }));
}

function withFullName(option: ProtoOption, table: TypeTable, scope: string): ProtoOption {
  if (!option.isParenthesized) return asMember(option);
  const extension = table.findExtension(option.name, scope);
  return extension === undefined ? option : { ...option, name: extension.fullName, value: asMessage(option.value) };
}

/** A plain name with dots is a path into a message too: `features.field_presence`. */
function asMember(option: ProtoOption): ProtoOption {
  const [first = '', ...rest] = option.name.split('.');
  const value = rest.reduceRight<ProtoOptionValue>((inner, name) => ({ kind: 'map', entries: new Map([[name, inner]]) }), option.value);
  return { ...option, name: first, value };
}

function asMessage(value: ProtoOptionValue): ProtoOptionValue {
  if (value.kind !== 'option') return value;
  const { name, isParenthesized, value: inner } = value.option;
  return { kind: 'map', entries: new Map([[isParenthesized ? `[${name}]` : name, asMessage(inner)]]) };
}

function isSingular(fullName: string, table: TypeTable): boolean {
  const field = table.findExtension(`.${fullName}`, '')?.field;
  return field !== undefined && field.label !== 'repeated';
}

/** Messages become one with the members of all, lists one list; of anything else the last counts. */
function mergedValues(values: readonly ProtoOptionValue[]): ProtoOptionValue {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined || values.length === 1) return first ?? { kind: 'list', values: [] };
  const maps = values.filter((value) => value.kind === 'map');
  if (maps.length === values.length) {
    const members = new Map<string, ProtoOptionValue[]>();
    for (const { entries } of maps) {
      for (const [key, value] of entries) {
        const known = members.get(key);
        if (known === undefined) members.set(key, [value]);
        else known.push(value);
      }
    }
    return { kind: 'map', entries: new Map([...members].map(([key, list]) => [key, mergedValues(list)])) };
  }
  return values.some((value) => value.kind === 'list') ? { kind: 'list', values: values.flatMap(valuesOf) } : last;
}

function valuesOf(value: ProtoOptionValue): readonly ProtoOptionValue[] {
  return value.kind === 'list' ? value.values : [value];
}

function normalizedValue(value: ProtoOptionValue, table: TypeTable, scope: string): ProtoOptionValue {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', text: normalizedNumber(value.text) };
    case 'map': {
      const entries = [...value.entries]
        .filter(([, entry]) => entry.kind !== 'list' || entry.values.length > 0)
        .map(([key, entry]) => [entryName(key, table, scope), singled(normalizedValue(entry, table, scope))] as const);
      return { kind: 'map', entries: new Map(entries.toSorted(([a], [b]) => compareTexts(a, b))) };
    }
    case 'list':
      return { kind: 'list', values: value.values.map((element) => normalizedValue(element, table, scope)) };
    case 'option':
      return { kind: 'option', option: { ...value.option, value: normalizedValue(value.option.value, table, scope) } };
    default:
      return value;
  }
}

/** In a message a list of one is written as the one. */
function singled(value: ProtoOptionValue): ProtoOptionValue {
  const only = value.kind === 'list' && value.values.length === 1 ? value.values[0] : undefined;
  return only === undefined ? value : singled(only);
}

function entryName(key: string, table: TypeTable, scope: string): string {
  const extension = key.startsWith('[') && key.endsWith(']') ? table.findExtension(key.slice(1, -1), scope) : undefined;
  return extension === undefined ? key : `[${extension.fullName}]`;
}

/** Longer numbers stay as they are: none of Protobuf has so many digits. */
const MAX_DIGITS = 400;

/** As Java's default number format writes it: decimal, at most three digits after the point, half to even. */
function normalizedNumber(text: string): string {
  if (text.length > MAX_DIGITS) return text;
  if (/^-?0[xX][0-9a-fA-F]+$/.test(text)) return text.startsWith('-') ? `-${BigInt(text.slice(1))}` : String(BigInt(text));
  if (/^-?0[0-7]+$/.test(text)) return text.startsWith('-') ? `-${BigInt(`0o${text.slice(2)}`)}` : String(BigInt(`0o${text.slice(1)}`));
  if (/^-?\d+$/.test(text)) return String(BigInt(text));
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return text;
  const thousandths = value * 1000;
  const floor = Math.floor(thousandths);
  const isHalf = thousandths - floor === 0.5;
  const rounded = isHalf ? (floor % 2 === 0 ? floor : floor + 1) : Math.round(thousandths);
  return String(rounded / 1000);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
