import { MAX_NESTING_DEPTH } from '../limits.js';
import type { ProtoOption, ProtoOptionValue } from './proto-file.js';
import type { ProtoReader } from './proto-reader.js';

/** Options in brackets after a field, a constant or a range; none where there is no bracket. */
export function readBracketedOptions(reader: ProtoReader): ProtoOption[] {
  if (!reader.taken('[')) return [];
  const options: ProtoOption[] = [];
  do {
    options.push(readOption(reader, '=', 0));
  } while (reader.taken(','));
  if (!reader.taken(']')) throw reader.error("Expected ',' or ']'");
  return options;
}

/** `name = value`, with the path of the name nested into the value. */
export function readOption(reader: ProtoReader, separator: '=' | ':', depth: number): ProtoOption {
  if (depth > MAX_NESTING_DEPTH) throw reader.error(`Options are nested deeper than ${MAX_NESTING_DEPTH}`, 'LIMIT_EXCEEDED');
  const isExtension = reader.peek() === '[';
  const isParenthesized = reader.peek() === '(';
  const name = isExtension ? `[${reader.name()}]` : reader.name();
  const steps: { name: string; isParenthesized: boolean }[] = [];
  while (reader.taken('.')) {
    if (steps.length > MAX_NESTING_DEPTH) throw reader.error(`Options are nested deeper than ${MAX_NESTING_DEPTH}`, 'LIMIT_EXCEEDED');
    steps.push(reader.optionStep());
  }
  // In text format a message may stand without a separator.
  if (!reader.taken(separator) && !(separator === ':' && reader.peek() === '{')) throw reader.error(`expected '${separator}' in option`);
  let value = readValue(reader, depth + 1);
  for (const step of steps.toReversed()) value = { kind: 'option', option: { ...step, value } };
  return { name, isParenthesized, value };
}

function readValue(reader: ProtoReader, depth: number): ProtoOptionValue {
  if (depth > MAX_NESTING_DEPTH) throw reader.error(`Options are nested deeper than ${MAX_NESTING_DEPTH}`, 'LIMIT_EXCEEDED');
  if (reader.isQuote()) return { kind: 'string', text: reader.string() };
  switch (reader.peek()) {
    case '{':
      return readMap(reader, depth);
    case '[':
      return readList(reader, depth);
    default: {
      const text = reader.word();
      if (/^[-\d]/.test(text)) return { kind: 'number', text };
      return { kind: text === 'true' || text === 'false' ? 'boolean' : 'enum', text };
    }
  }
}

/** Entries of a message in text format; a key that comes again makes a list. */
function readMap(reader: ProtoReader, depth: number): ProtoOptionValue {
  reader.require('{');
  const entries = new Map<string, ProtoOptionValue>();
  while (!reader.taken('}')) {
    const { name, value } = readOption(reader, ':', depth + 1);
    const previous = entries.get(name);
    entries.set(name, previous === undefined ? flattened(value) : appended(previous, flattened(value)));
    if (!reader.taken(',')) reader.taken(';');
  }
  return { kind: 'map', entries };
}

/** Inside a message a path is a message too. */
function flattened(value: ProtoOptionValue): ProtoOptionValue {
  if (value.kind !== 'option') return value;
  return { kind: 'map', entries: new Map([[value.option.name, flattened(value.option.value)]]) };
}

function appended(previous: ProtoOptionValue, value: ProtoOptionValue): ProtoOptionValue {
  const before = previous.kind === 'list' ? previous.values : [previous];
  return { kind: 'list', values: [...before, ...(value.kind === 'list' ? value.values : [value])] };
}

function readList(reader: ProtoReader, depth: number): ProtoOptionValue {
  reader.require('[');
  const values: ProtoOptionValue[] = [];
  while (!reader.taken(']')) {
    values.push(readValue(reader, depth + 1));
    if (!reader.taken(',') && reader.peek() !== ']') throw reader.error("expected ',' or ']'");
  }
  return { kind: 'list', values };
}
