/**
 * Two transcripts of the same calls, compared. An answer becomes lines `path = value`, in which elements of arrays go by what
 * names them, not by their place (hash maps have none), and in which what must differ stands masked.
 */
import { createHash } from 'node:crypto';
import { type Answered, type Peer } from './peer.js';

export interface Difference {
  readonly api: string;
  readonly about: string;
  /** The versions in which it shows. */
  readonly versions: number[];
  /** Where in the answer; of an element that only one of them has, where the element is. */
  readonly path: string;
  readonly apache: string;
  readonly ours: string;
}

interface Lines {
  readonly values: Map<string, string>;
  /** All paths that lead to a value. */
  readonly elements: Set<string>;
}

/** Fields that name an element of an array; the first that is there. */
const names = ['name', 'topicName', 'topic', 'groupId', 'resourceName', 'feature', 'key', 'partitionIndex', 'partition', 'index', 'partitionId', 'apiKey', 'memberId', 'brokerId', 'nodeId', 'replicaId', 'producerId', 'batchIndex', 'logDir'];
/** Told to be there and not compared: times, and places of the quorum's log. */
const unstable = new Set(['finalizedFeaturesEpoch', 'lastFetchTimestamp', 'lastCaughtUpTimestamp', 'totalBytes', 'usableBytes', 'documentation', 'sessionId', 'logAppendTimeMs']);
const zeroUuid = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Adds to `found` what differs; the same difference in another version is counted to it. */
export function compare(found: Map<string, Difference>, apache: Peer, ours: Peer, tag: string): void {
  const [theirMask, ourMask] = [new Mask(apache, tag), new Mask(ours, tag)];
  const count = Math.max(apache.transcript.length, ours.transcript.length);
  for (let index = 0; index < count; index++) {
    const [theirs, own] = [apache.transcript[index], ours.transcript[index]];
    const { api, version, about } = (theirs ?? own)!;
    const [theirLines, ownLines] = [theirMask.lines(theirs), ourMask.lines(own)];
    for (const line of new Set([...theirLines.values.keys(), ...ownLines.values.keys()])) {
      const path = missingElement(theirLines, line) ?? missingElement(ownLines, line) ?? line;
      const [one, other] = [valueAt(theirLines, path), valueAt(ownLines, path)];
      if (one === other) continue;
      const key = [api, about, path, one, other].join('\0');
      const known = found.get(key);
      if (known === undefined) found.set(key, { api, about, versions: [version], path, apache: one, ours: other });
      else if (known.versions.at(-1) !== version) known.versions.push(version);
    }
  }
}

/** The outermost element around a line that is not there at all on this side. */
function missingElement({ elements }: Lines, line: string): string | null {
  for (let end = line.indexOf(']'); end >= 0; end = line.indexOf(']', end + 1)) {
    const element = line.slice(0, end + 1);
    if (!elements.has(element)) return element;
  }
  return null;
}

/** The value at a path; of an element, what is in it. */
function valueAt({ values, elements }: Lines, path: string): string {
  const value = values.get(path);
  if (value !== undefined) return value;
  if (!elements.has(path)) return 'nothing';
  return `{ ${[...values].filter(([line]) => line.startsWith(path)).map(([line, one]) => `${line.slice(path.length + 1)} = ${one}`).join(', ')} }`;
}

/** How one broker's answers become lines; ids that it made up are numbered in the order in which they come. */
class Mask {
  readonly #peer: Peer;
  readonly #tag: string;
  readonly #ids = new Map<string, string>();

  /** `tag` is masked too, so that the same difference in several versions is one. */
  constructor(peer: Peer, tag: string) {
    this.#peer = peer;
    this.#tag = tag;
  }

  lines(answered: Answered | undefined): Lines {
    const lines: Lines = { values: new Map(), elements: new Set() };
    if (answered !== undefined) this.#walk(lines, '', '', answered.about.startsWith('odd ') ? together(answered.answer) : answered.answer);
    return lines;
  }

  #walk(lines: Lines, path: string, field: string, value: unknown): void {
    lines.elements.add(path);
    if (value instanceof Uint8Array) lines.values.set(path, bytesText(value));
    else if (Array.isArray(value)) this.#walkArray(lines, path, field, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (inner !== undefined) this.#walk(lines, path === '' ? name : `${path}.${name}`, name, inner);
      }
    } else lines.values.set(path, this.#masked(field, value));
  }

  #walkArray(lines: Lines, path: string, field: string, array: readonly unknown[]): void {
    lines.values.set(`${path}.length`, String(array.length));
    const seen = new Map<string, number>();
    for (const [index, element] of array.entries()) {
      const name = this.#nameOf(element, index);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      this.#walk(lines, `${path}[${name}${times > 1 ? ` #${times}` : ''}]`, field, element);
    }
  }

  #nameOf(element: unknown, index: number): string {
    if (typeof element !== 'object' || element === null) return String(index);
    const fields = element as Record<string, unknown>;
    const type = typeof fields['resourceType'] === 'number' ? `${fields['resourceType']} ` : '';
    const naming = names.find((name) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '');
    if (naming === undefined) return type + (['name', 'topic', 'groupId'].some((field) => fields[field] === '') ? '""' : String(index));
    return type + this.#masked(naming, fields[naming]);
  }

  #masked(field: string, value: unknown): string {
    if (unstable.has(field)) return value === null || value === -1 || value === 0 || value === '' ? String(value) : `some ${field}`;
    if (typeof value === 'number' && field === 'port') return value === this.#peer.port ? 'own port' : value === this.#peer.port + 1 ? 'controller port' : String(value);
    if (field === 'producerId' && typeof value === 'number' && value >= 0 && value < 100_000) return this.#id(`producer ${value}`);
    if (typeof value !== 'string') return String(value);
    if (value === zeroUuid) return 'zero id';
    if (value.startsWith(this.#tag)) return JSON.stringify(value.replace(this.#tag, '…'));
    if (/^[\w-]{22}$/.test(value)) return this.#id(value);
    const text = value.replaceAll(this.#tag, '…').replace(/\[-?\d{10,}, -?\d{10,}\]/, '[a time, a time]').replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|(?<![\w.-])[\w-]{22}(?![\w.-])/g, (id) => this.#id(id));
    const { port, directory } = this.#peer;
    return JSON.stringify(text.replaceAll(`:${port}`, ':own port').replaceAll(`:${port + 1}`, ':controller port').replaceAll(directory, 'own directory'));
  }

  #id(id: string): string {
    let name = this.#ids.get(id);
    if (name === undefined) this.#ids.set(id, (name = `id ${this.#ids.size + 1}`));
    return name;
  }
}

/** Lists of partitions in an entry of a topic. */
const partitionLists = ['partitions', 'partitionResponses'];

/**
 * The answer with one entry for each topic that has partitions, since how a topic that was named twice is spread over entries,
 * and whether one without partitions has an entry, tells a client nothing.
 */
function together(value: unknown): unknown {
  if (Array.isArray(value)) return mergedTopics(value.map(together));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, together(inner)]));
}

function mergedTopics(entries: unknown[]): unknown[] {
  const merged = new Map<unknown, Record<string, unknown>>();
  for (const entry of entries) {
    const fields = entry as Record<string, unknown> | null;
    const list = partitionLists.find((name) => Array.isArray(fields?.[name]));
    // Topics that are described have more to them.
    if (fields === null || list === undefined || 'isInternal' in fields) return entries;
    const partitions = fields[list] as unknown[];
    const key = JSON.stringify([fields['name'] ?? fields['topic'], fields['topicId']]);
    const known = merged.get(key);
    if (known !== undefined) known[list] = [...(known[list] as unknown[]), ...partitions];
    else if (partitions.length > 0) merged.set(key, { ...fields });
  }
  return [...merged.values()];
}

function bytesText(bytes: Uint8Array): string {
  if (bytes.length <= 40) return `bytes ${Buffer.from(bytes).toString('hex')}`;
  return `${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
}
