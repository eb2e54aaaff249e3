import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { SchemaError } from '../schema-error.js';
import { loadClassic } from './classic-loader.js';
import { isModern } from './dialect.js';
import { loadModern } from './modern-loader.js';
import { parseReferenced, type SchemaDocument, SchemaDocuments, type Target } from './schema-documents.js';
import type { ReferenceNode, SchemaNode } from './schema-node.js';

const ROOT_BASE = 'mem://input';

/**
 * Reads a JSON schema and all that it refers to into nodes. References are bound after the rest, one by one, so that
 * cycles end and chains of any length take no stack.
 *
 * @param texts referenced schemas by the names that `$ref` uses
 * @throws SchemaError with a JSON pointer
 */
export function loadSchema(root: JsonValue, texts: ReadonlyMap<string, string>): SchemaNode {
  const loader = new SchemaLoader(root, texts);
  return loader.load();
}

/** The schema and what it refers to, as documents that references are found in. */
export function schemaDocuments(root: JsonValue, texts: ReadonlyMap<string, string>): { readonly documents: SchemaDocuments; readonly main: SchemaDocument } {
  const documents = new SchemaDocuments();
  const main = documents.add(root, [''], ROOT_BASE);
  for (const [name, text] of texts) documents.add(parseReferenced(name, text), name.startsWith('.') ? [name] : [name, `./${name}`], main.base);
  return { documents, main };
}

class SchemaLoader {
  readonly #documents: SchemaDocuments;
  readonly #main: SchemaDocument;
  readonly #nodes = new Map<JsonObject, SchemaNode>();
  readonly #open: { node: ReferenceNode; from: Target; place: string }[] = [];

  constructor(root: JsonValue, texts: ReadonlyMap<string, string>) {
    const { documents, main } = schemaDocuments(root, texts);
    this.#documents = documents;
    this.#main = main;
  }

  load(): SchemaNode {
    const root = this.#node(this.#main.root, '#', this.#main);
    const bound: { node: ReferenceNode; place: string }[] = [];
    for (let open = this.#open.pop(); open !== undefined; open = this.#open.pop()) {
      const target = this.#documents.find(open.node.ref, open.from, open.place);
      open.node.target = this.#node(target.json, open.node.ref, target.document);
      bound.push(open);
    }
    checkEndless(bound);
    return root;
  }

  #node(json: JsonValue, place: string, document: SchemaDocument): SchemaNode {
    if (typeof json === 'boolean') return { kind: json ? 'empty' : 'false', source: json };
    if (!isJsonObject(json)) throw new SchemaError('INVALID_SCHEMA', place, 'Expected a schema: an object or a boolean');
    const known = this.#nodes.get(json);
    if (known !== undefined) return known;
    const load = (child: JsonValue, at: string) => this.#node(child, at, document);
    const node = isModern(document.dialect) ? loadModern(json, place, load) : loadClassic(json, place, document.dialect, load);
    this.#nodes.set(json, node);
    this.#collect(node, { json, document }, place);
    return node;
  }

  /** References that this object itself holds: alone, or inside an `allOf` that the loader made. */
  #collect(node: SchemaNode, from: Target, place: string): void {
    if (node.kind === 'reference' && node.target === undefined) this.#open.push({ node, from, place: `${place}/$ref` });
    if (node.kind !== 'combined' || !node.isGenerated) return;
    for (const part of node.subschemas) if (part.kind === 'reference' && part.source === from.json) this.#collect(part, from, place);
  }
}

/** A reference must lead to a schema in the end, not to itself by way of others. */
function checkEndless(references: readonly { readonly node: ReferenceNode; readonly place: string }[]): void {
  const ends = new Set<SchemaNode>();
  for (const { node, place } of references) {
    const passed = new Set<SchemaNode>();
    let at: SchemaNode | undefined = node;
    while (at?.kind === 'reference' && !ends.has(at)) {
      if (passed.has(at)) throw new SchemaError('INVALID_REFERENCE', place, `$ref '${node.ref}' leads back to itself`);
      passed.add(at);
      at = at.target;
    }
    for (const passedNode of passed) ends.add(passedNode);
  }
}
