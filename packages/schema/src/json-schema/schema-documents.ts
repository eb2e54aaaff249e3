import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/json-parser.js';
import { MAX_URI_LENGTH } from '../limits.js';
import { SchemaError, withinReference } from '../schema-error.js';
import { type Dialect, dialectOf, dialectOfUrl, idKeyword } from './dialect.js';
import { resolveUri, splitFragment } from './uri.js';

/** Keywords whose values are data, however much they look like schemas. */
const DATA_KEYWORDS: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples']);

export interface SchemaDocument {
  readonly root: JsonValue;
  readonly dialect: Dialect;
  /** URI of the root without a fragment. */
  readonly base: string;
}

/** A schema found by reference, with what is needed to read on from it. */
export interface Target {
  readonly json: JsonValue;
  readonly document: SchemaDocument;
}

/** All texts that one schema can refer to, found by URI, by `$id`, by anchor and by pointer. */
export class SchemaDocuments {
  readonly #byUri = new Map<string, Target>();
  readonly #anchors = new Map<string, Target>();
  /** The URI that references inside an object start from. */
  readonly #bases = new Map<JsonObject, string>();

  /** @param names what other schemas may call it besides its `$id` */
  add(root: JsonValue, names: readonly string[], baseOfNames: string): SchemaDocument {
    const dialect = dialectOf(root);
    const ownId = isJsonObject(root) ? root.get(idKeyword(dialect)) : undefined;
    const [firstName = ''] = names;
    const base = shortUri(splitFragment(resolveUri(resolveUri(baseOfNames, firstName), typeof ownId === 'string' ? ownId : '')).document, '#');
    const document: SchemaDocument = { root, dialect, base };
    for (const name of [base, ...names, ...names.map((other) => resolveUri(baseOfNames, other))]) {
      if (!this.#byUri.has(name)) this.#byUri.set(name, { json: root, document });
    }
    this.#index(root, base, document);
    return document;
  }

  baseOf(json: JsonValue, document: SchemaDocument): string {
    return (isJsonObject(json) ? this.#bases.get(json) : undefined) ?? document.base;
  }

  /** @throws SchemaError `INVALID_REFERENCE` */
  find(ref: string, from: Target, place: string): Target {
    const base = this.baseOf(from.json, from.document);
    shortUri(ref, place);
    const { document: uri, fragment } = splitFragment(ref);
    const absolute = resolveUri(base, uri);
    const resource = this.#byUri.get(absolute) ?? this.#byUri.get(uri) ?? (uri === '' ? { json: from.document.root, document: from.document } : undefined);
    if (resource === undefined && dialectOfUrl(uri) !== undefined) return { json: true, document: from.document };
    const found = resource === undefined ? undefined : this.#within(resource, fragment, absolute);
    if (found === undefined) throw new SchemaError('INVALID_REFERENCE', place, `Unresolved $ref '${ref}'`);
    return found;
  }

  #within(resource: Target, fragment: string, uri: string): Target | undefined {
    if (fragment === '') return resource;
    if (!fragment.startsWith('/')) return this.#anchors.get(`${uri}#${fragment}`) ?? this.#anchors.get(`${resource.document.base}#${fragment}`);
    const json = pointed(resource.json, fragment) ?? pointed(resource.document.root, fragment);
    return json === undefined ? undefined : { json, document: resource.document };
  }

  #index(json: JsonValue, base: string, document: SchemaDocument): void {
    if (isJsonArray(json)) for (const element of json) this.#index(element, base, document);
    if (!isJsonObject(json)) return;
    const own = this.#ownBase(json, base, document);
    this.#bases.set(json, own);
    for (const word of ['$anchor', '$dynamicAnchor']) {
      const anchor = json.get(word);
      if (typeof anchor === 'string') this.#anchors.set(`${own}#${anchor}`, { json, document });
    }
    if (json.get('$recursiveAnchor') === true) this.#anchors.set(`${own}#`, { json, document });
    for (const [key, member] of json) if (!DATA_KEYWORDS.has(key)) this.#index(member, own, document);
  }

  #ownBase(json: JsonObject, base: string, document: SchemaDocument): string {
    const id = json.get(idKeyword(document.dialect));
    if (typeof id !== 'string' || json === document.root) return base;
    const { document: uri, fragment } = splitFragment(id);
    if (fragment !== '') this.#anchors.set(`${resolveUri(base, uri)}#${fragment}`, { json, document });
    if (uri === '') return base;
    const own = shortUri(resolveUri(base, uri), '#');
    if (!this.#byUri.has(own)) this.#byUri.set(own, { json, document });
    return own;
  }
}

function shortUri(uri: string, place: string): string {
  if (uri.length > MAX_URI_LENGTH) throw new SchemaError('LIMIT_EXCEEDED', place, `URI is longer than ${MAX_URI_LENGTH} characters: ${uri.slice(0, 40)}...`);
  return uri;
}

/** Parses the text of a referenced schema; errors name it. */
export function parseReferenced(name: string, text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    throw withinReference(error, name);
  }
}

/** Follows a JSON pointer; what stands under `definitions` is also found under `$defs`, as in Confluent. */
function pointed(root: JsonValue, pointer: string): JsonValue | undefined {
  let json: JsonValue | undefined = root;
  pointer.slice(1).split('/').forEach((token, index) => {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const parent: JsonValue | undefined = json;
    if (isJsonArray(parent)) json = /^\d+$/.test(key) ? parent[Number(key)] : undefined;
    else if (isJsonObject(parent)) json = parent.get(key) ?? (index === 0 && key === '$defs' ? parent.get('definitions') : undefined);
    else json = undefined;
    if (index === 1 && json === undefined && pointer.startsWith('/$defs/') && isJsonObject(root)) {
      const definitions = root.get('definitions');
      json = isJsonObject(definitions) ? definitions.get(key) : undefined;
    }
  });
  return json;
}
