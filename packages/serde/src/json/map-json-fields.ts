/** A copy of a JSON value in which rules have changed fields. Which schema a value is under is found as far as fields and their tags need it. */
import { patternFinds, schemaDocuments, type JsonObject, type JsonSchema, type JsonValue, type SchemaDocument, type SchemaDocuments } from '@millrace/schema';
import type { Field, FieldType, FieldVisitor } from '../rules/field-visitor.js';

/** A schema that is an object, and where it stands: references in it start from there. */
interface Schema {
  readonly json: JsonObject;
  readonly document: SchemaDocument;
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const BRANCHES = ['then', 'else'];
const BY_NAME = ['dependentSchemas', 'dependencies'];

export class JsonFields {
  readonly #documents: SchemaDocuments;
  readonly #root: readonly Schema[];

  constructor(schema: JsonSchema) {
    const { documents, main } = schemaDocuments(schema.root, schema.referenced);
    this.#documents = documents;
    this.#root = schemasAt(main.root, main);
  }

  map(value: unknown, visit: FieldVisitor): Promise<unknown> {
    return this.#map(this.#root, '$', value, undefined, visit);
  }

  /** `schemas` all say something about the value. */
  async #map(schemas: readonly Schema[], path: string, value: unknown, enclosing: Field | undefined, visit: FieldVisitor): Promise<unknown> {
    if (value === null || value === undefined) return value;
    const applied = this.#resolved(schemas);
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) items.push(await this.#map(applied.flatMap((schema) => itemSchemas(schema, index)), path, item, enclosing, visit));
      return items;
    }
    if (typeof value === 'object') return this.#object(applied, path, value, visit);
    return enclosing === undefined ? value : visit({ ...enclosing, type: typeOf(value) }, value);
  }

  async #object(schemas: readonly Schema[], path: string, value: object, visit: FieldVisitor): Promise<unknown> {
    const members: [string, unknown][] = [];
    for (const [name, member] of Object.entries(value)) {
      const own = this.#resolved(schemas.flatMap((schema) => memberSchemas(schema, name)));
      const fullName = `${path}.${name}`;
      const tags = new Set(own.flatMap(({ json }) => stringsOf(json.get('confluent:tags'))));
      members.push([name, await this.#map(own, fullName, member, { containing: value, fullName, name, type: typeOf(member), tags: [...tags] }, visit)]);
    }
    return Object.fromEntries(members);
  }

  /** The schemas and those that they are made of. Tags of branches that do not hold are taken too: better encrypted once too often. */
  #resolved(schemas: readonly Schema[]): Schema[] {
    const found = new Map(schemas.map((schema) => [schema.json, schema]));
    // What is found joins the end of the list that is walked.
    for (const schema of found.values()) for (const part of this.#parts(schema)) if (!found.has(part.json)) found.set(part.json, part);
    return [...found.values()];
  }

  #parts(schema: Schema): Schema[] {
    const { json, document } = schema;
    const references = REFERENCES.flatMap((word) => {
      const reference = json.get(word);
      if (typeof reference !== 'string') return [];
      const target = this.#documents.find(reference, schema, word);
      return schemasAt(target.json, target.document);
    });
    const parts = [
      ...LISTS.flatMap((word) => json.get(word)),
      ...BRANCHES.map((word) => json.get(word)),
      ...BY_NAME.flatMap((word) => schemasAt(json.get(word), document).flatMap((map) => [...map.json.values()])),
    ];
    return [...references, ...parts.flatMap((part) => schemasAt(part, document))];
  }
}

/** Those of the name and of patterns that find something in it; otherwise what is said of all other names. */
function memberSchemas({ json, document }: Schema, name: string): Schema[] {
  const [properties] = schemasAt(json.get('properties'), document);
  const [patterns] = schemasAt(json.get('patternProperties'), document);
  const own = properties?.json.get(name);
  // A pattern that cannot be run in linear time may find something.
  const matching = [...(patterns?.json ?? [])].filter(([pattern]) => patternFinds(pattern, name) !== false).map(([, schema]) => schema);
  const named = own === undefined ? matching : [own, ...matching];
  const others = json.get('additionalProperties') ?? json.get('unevaluatedProperties');
  return (named.length > 0 ? named : [others]).flatMap((schema) => schemasAt(schema, document));
}

function itemSchemas({ json, document }: Schema, index: number): Schema[] {
  const [items, prefixItems] = [json.get('items'), json.get('prefixItems')];
  if (Array.isArray(prefixItems) && index < prefixItems.length) return schemasAt(prefixItems[index] as JsonValue, document);
  if (Array.isArray(items)) return schemasAt((items[index] as JsonValue | undefined) ?? json.get('additionalItems'), document);
  return schemasAt(items ?? json.get('unevaluatedItems'), document);
}

function schemasAt(value: JsonValue | undefined, document: SchemaDocument): Schema[] {
  return value instanceof Map ? [{ json: value as JsonObject, document }] : [];
}

function stringsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function typeOf(value: unknown): FieldType {
  if (Array.isArray(value)) return 'ARRAY';
  switch (typeof value) {
    case 'string':
      return 'STRING';
    case 'boolean':
      return 'BOOLEAN';
    case 'number':
      return Number.isSafeInteger(value) ? 'INT' : 'DOUBLE';
    default:
      return value === null || value === undefined ? 'NULL' : 'RECORD';
  }
}
