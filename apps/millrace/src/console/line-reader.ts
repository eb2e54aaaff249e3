/** A line of input as a record: `headers<delimiter>key<separator>value`, as far as properties ask for it. */
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export interface ReaderSettings {
  parseKey: boolean;
  keySeparator: string;
  parseHeaders: boolean;
  headersDelimiter: string;
  headersSeparator: string;
  headersKeySeparator: string;
  /** A line without a separator becomes a value alone instead of an error. */
  ignoreError: boolean;
  /** A key, value or header of exactly this text is null. */
  nullMarker: string | null;
}

export interface LineRecord {
  key: string | null;
  value: string | null;
  headers: readonly (readonly [name: string, value: string | null])[];
}

/** From reader properties; names that it does not know are told and ignored, as scripts give serializers in them that never had an effect. */
export function readerSettings(properties: Readonly<Record<string, string>>, io: ToolIo): ReaderSettings {
  const known = ['parse.key', 'key.separator', 'parse.headers', 'headers.delimiter', 'headers.separator', 'headers.key.separator', 'ignore.error', 'null.marker', 'topic'];
  for (const name of Object.keys(properties)) if (!known.includes(name)) io.err(`Ignored: reader property ${name} is not one of ${known.join(', ')}`);
  const settings: ReaderSettings = {
    parseKey: isTrue(properties['parse.key']),
    keySeparator: properties['key.separator'] ?? '\t',
    parseHeaders: isTrue(properties['parse.headers']),
    headersDelimiter: properties['headers.delimiter'] ?? '\t',
    headersSeparator: properties['headers.separator'] ?? ',',
    headersKeySeparator: properties['headers.key.separator'] ?? ':',
    ignoreError: isTrue(properties['ignore.error']),
    nullMarker: properties['null.marker'] ?? null,
  };
  if (settings.headersDelimiter === settings.headersSeparator) throw new ToolError('headers.delimiter and headers.separator may not be equal');
  if (settings.headersDelimiter === settings.headersKeySeparator) throw new ToolError('headers.delimiter and headers.key.separator may not be equal');
  if (settings.headersSeparator === settings.headersKeySeparator) throw new ToolError('headers.separator and headers.key.separator may not be equal');
  if (settings.nullMarker !== null && [settings.keySeparator, settings.headersDelimiter, settings.headersSeparator, settings.headersKeySeparator].includes(settings.nullMarker)) {
    throw new ToolError('null.marker may not be equal to a separator');
  }
  return settings;
}

function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true';
}

/** @param number of the line, from 1, for messages */
export function parseLine(line: string, number: number, settings: ReaderSettings): LineRecord {
  const orNull = (text: string): string | null => (text === settings.nullMarker ? null : text);
  const [headerText, afterHeaders] = settings.parseHeaders ? cut(line, settings.headersDelimiter, 'headers delimiter', number, settings) : [null, line];
  const [keyText, value] = settings.parseKey ? cut(afterHeaders, settings.keySeparator, 'key separator', number, settings) : [null, afterHeaders];
  const headers = headerText === null || orNull(headerText) === null ? [] : headerPairs(headerText, settings).map((pair) => header(pair, number, settings));
  return { key: keyText === null ? null : orNull(keyText), value: orNull(value), headers };
}

function cut(line: string, separator: string, what: string, number: number, { ignoreError }: ReaderSettings): [before: string | null, after: string] {
  const at = line.indexOf(separator);
  if (at >= 0) return [line.slice(0, at), line.slice(at + separator.length)];
  if (ignoreError) return [null, line];
  throw new ToolError(`No ${what} found on line number ${number}: '${line}'`);
}

/** Nothing between a separator and the end is no pair. */
function headerPairs(text: string, { headersSeparator }: ReaderSettings): string[] {
  const pairs = text.split(headersSeparator);
  while (pairs.length > 1 && pairs.at(-1) === '') pairs.pop();
  return pairs;
}

function header(pair: string, number: number, settings: ReaderSettings): [string, string | null] {
  const at = pair.indexOf(settings.headersKeySeparator);
  if (at < 0) {
    if (settings.ignoreError) return [pair, null];
    throw new ToolError(`No header key separator found in pair '${pair}' on line number ${number}`);
  }
  const [name, value] = [pair.slice(0, at), pair.slice(at + settings.headersKeySeparator.length)];
  if (name === settings.nullMarker) throw new ToolError(`Header keys should not be equal to the null marker '${name}' as they can't be null`);
  return [name, value === settings.nullMarker ? null : value];
}
