/**
 * Reads the notation of the definitions:
 *
 *     api Fetch key 1 listeners broker controller
 *     request versions 4-18 flexible 12+
 *       topics []FetchTopic                      # a struct: its fields follow, indented
 *         topic string 0-12 ignorable            # name, type, versions, then what is special
 *       rackId string 11+ = "" ignorable
 *     message OffsetCommitKey kind coordinator-key key 1 versions 0
 *       struct Shared                            # a struct used by several fields
 *
 * After the type may stand, in this order: versions, `nullable [versions]`, `tag n [versions]`, `= default`, `ignorable`,
 * `exact`, `inflexible`. Versions left out are all of the message; of `nullable` and `tag`, all of the field.
 */
import { SCALARS, type Api, type Definition, type Field, type Message, type Struct, type Versions } from './definition.ts';

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly words: string[];
  readonly meaning: string;
}

const VERSIONS = /^\d+(\+|-\d+)?$/;

/** Parses one definition file. @throws Error naming file and line */
export function parseDefinition(file: string, text: string): Definition {
  let api: Api | null = null;
  const messages: Message[] = [];
  const lines = text.split('\n').flatMap((line, index) => toLine(line, index + 1));
  try {
    for (let at = 0; at < lines.length; ) {
      const line = lines[at++]!;
      if (line.words[0] === 'api') {
        api = parseApi(line);
        continue;
      }
      const end = lines.findIndex((other, index) => index >= at && other.indent === 0);
      const body = lines.slice(at, end < 0 ? undefined : end);
      messages.push(parseMessage(api, line, body));
      at += body.length;
    }
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  return { file, api, messages };
}

function toLine(text: string, number: number): Line[] {
  const hash = text.search(/(^|\s)# /);
  const code = hash < 0 ? text : text.slice(0, hash);
  if (code.trim() === '') return [];
  return [{ number, indent: code.search(/\S/), words: code.trim().split(/\s+/), meaning: hash < 0 ? '' : text.slice(hash).replace(/^\s*# /, '').trim() }];
}

function parseApi({ words }: Line): Api {
  return { name: words[1]!, key: Number(after(words, 'key')), listeners: words.slice(words.indexOf('listeners') + 1) };
}

function parseMessage(api: Api | null, line: Line, body: Line[]): Message {
  const { words } = line;
  const own = words[0] === 'message';
  const name = own ? words[1]! : `${api?.name}${words[0] === 'request' ? 'Request' : 'Response'}`;
  const key = own ? (words.includes('key') ? Number(after(words, 'key')) : null) : api!.key;
  const versions = parseVersions(after(words, 'versions'));
  const flexible = words.includes('flexible') ? parseVersions(after(words, 'flexible')).from : 32767;
  const shared = new Map<string, Struct>();
  const structs: Struct[] = [];
  const inner = Math.min(...body.map(({ indent }) => indent));
  // Shared structs may be used before they are written down.
  for (const { words: [keyword, struct] } of body) if (keyword === 'struct') shared.set(struct!, { name: name + struct!, fields: [] });
  const root: Struct = { name, fields: [] };
  const scope = { name, versions, shared, structs };
  const sections = split(body, inner);
  for (const [head, rest] of sections) {
    if (head.words[0] !== 'struct') root.fields.push(parseField(scope, head, rest));
  }
  for (const [head, rest] of sections) {
    if (head.words[0] !== 'struct') continue;
    const struct = shared.get(head.words[1]!)!;
    struct.fields.push(...parseFields(scope, rest));
    structs.push(struct);
  }
  return { name, kind: own ? after(words, 'kind') : words[0]!, key, versions, flexible, unstable: words.includes('unstable'), root, structs };
}

interface Scope {
  readonly name: string;
  readonly versions: Versions;
  readonly shared: Map<string, Struct>;
  readonly structs: Struct[];
}

function parseFields(scope: Scope, lines: Line[]): Field[] {
  const inner = Math.min(...lines.map(({ indent }) => indent));
  return split(lines, inner).map(([head, rest]) => parseField(scope, head, rest));
}

function parseField(scope: Scope, line: Line, nested: Line[]): Field {
  const [name, declared, ...rest] = line.words as [string, string, ...string[]];
  const array = declared.startsWith('[]');
  const type = array ? declared.slice(2) : declared;
  const take = (word: string): boolean => rest[0] === word && rest.shift() !== undefined;
  const takeVersions = (otherwise: Versions): Versions => (VERSIONS.test(rest[0] ?? '') ? parseVersions(rest.shift()!) : otherwise);
  const versions = takeVersions(scope.versions);
  const nullable = take('nullable') ? takeVersions(versions) : null;
  const tag = take('tag') ? Number(rest.shift()) : null;
  const tagged = tag === null ? null : takeVersions(versions);
  const value = take('=') ? rest.shift()! : null;
  const ignorable = take('ignorable');
  const exact = take('exact');
  const inflexible = take('inflexible');
  if (rest.length > 0) throw new Error(`line ${line.number}: ${name}: cannot read ${rest.join(' ')}`);
  return {
    name, type, array, versions, nullable, tag, tagged, default: value, ignorable, exact, inflexible,
    meaning: line.meaning, struct: structOf(scope, type, line, nested),
  };
}

function structOf(scope: Scope, type: string, line: Line, nested: Line[]): Struct | null {
  if (SCALARS.has(type)) return null;
  if (nested.length === 0) {
    const struct = scope.shared.get(type);
    if (struct === undefined) throw new Error(`line ${line.number}: no type ${type}`);
    return struct;
  }
  const struct: Struct = { name: scope.name + type, fields: parseFields(scope, nested) };
  scope.shared.set(type, struct);
  scope.structs.push(struct);
  return struct;
}

/** Groups lines into heads at `indent` and the deeper lines that follow each. */
function split(lines: Line[], indent: number): [Line, Line[]][] {
  const groups: [Line, Line[]][] = [];
  for (const line of lines) {
    if (line.indent === indent) groups.push([line, []]);
    else if (line.indent < indent || groups.length === 0) throw new Error(`line ${line.number}: wrong indent`);
    else groups.at(-1)![1].push(line);
  }
  return groups;
}

function after(words: string[], word: string): string {
  const value = words[words.indexOf(word) + 1];
  if (!words.includes(word) || value === undefined) throw new Error(`no ${word} in: ${words.join(' ')}`);
  return value;
}

function parseVersions(text: string): Versions {
  if (text.endsWith('+')) return { from: Number(text.slice(0, -1)), to: 32767 };
  const [from, to] = text.split('-');
  return { from: Number(from), to: Number(to ?? from) };
}
