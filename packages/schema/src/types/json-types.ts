import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, toPlainValue } from '../json/json-value.js';
import { isModern } from '../json-schema/dialect.js';
import type { JsonSchema } from '../json-schema/json-schema.js';
import { schemaDocuments } from '../json-schema/load-schema.js';
import type { SchemaDocuments, Target } from '../json-schema/schema-documents.js';
import { block, comment, element, memberName, type TypeFile, unionText } from './type-file.js';

/** The TypeScript type of a JSON Schema's values. What TypeScript cannot say, a pattern or a `not`, is left out. */
export function jsonTypeText(file: TypeFile, schema: JsonSchema, rootName: string): string {
  const { documents, main } = schemaDocuments(schema.root, schema.referenced);
  return new JsonTypes(file, documents, schema.canonicalString).named({ json: main.root, document: main }, rootName);
}

class JsonTypes {
  readonly #file: TypeFile;
  readonly #documents: SchemaDocuments;
  /** Tells the types of one schema from those of another. */
  readonly #schemaKey: string;
  readonly #keys = new Map<JsonValue, string>();

  constructor(file: TypeFile, documents: SchemaDocuments, schemaKey: string) {
    this.#file = file;
    this.#documents = documents;
    this.#schemaKey = schemaKey;
  }

  /** A type with a name: the root, and whatever is referred to. */
  named(target: Target, wanted: string): string {
    const { json } = target;
    if (!isJsonObject(json)) return this.#text(target);
    const key = this.#keys.get(json) ?? `json ${this.#keys.size} ${this.#schemaKey}`;
    this.#keys.set(json, key);
    return this.#file.named(key, wanted, (name) => {
      const description = json.get('description');
      const text = this.#text(target);
      const head = comment(typeof description === 'string' ? description : undefined);
      return text.startsWith('{\n') && text.endsWith('\n}') && isOneBlock(text) ? `${head}export interface ${name} ${text}` : `${head}export type ${name} = ${text};`;
    });
  }

  #text(target: Target): string {
    const { json } = target;
    if (json === false) return 'never';
    if (!isJsonObject(json)) return 'unknown';
    const ref = json.get('$ref');
    const parts: string[] = [];
    if (typeof ref === 'string') {
      const found = this.#documents.find(ref, target, '#/$ref');
      parts.push(this.named(found, nameOfRef(ref, found.json)));
      if (!isModern(target.document.dialect)) return parts[0] ?? 'unknown';
    }
    for (const part of this.#ownParts(json, target)) parts.push(part);
    const known = [...new Set(parts.filter((part) => part !== 'unknown'))];
    return known.length === 0 ? 'unknown' : known.length === 1 ? (known[0] ?? '') : known.map((part) => (/ \| /.test(part) ? `(${part})` : part)).join(' & ');
  }

  #ownParts(json: JsonObject, target: Target): string[] {
    if (json.has('const')) return [literal(json.get('const') ?? null)];
    const values = json.get('enum');
    if (isJsonArray(values)) return [unionText(values.map(literal))];
    const parts: string[] = [];
    for (const keyword of ['anyOf', 'oneOf']) {
      const list = json.get(keyword);
      if (isJsonArray(list)) parts.push(unionText(list.map((schema) => this.#inner(schema, target))));
    }
    const all = json.get('allOf');
    for (const schema of isJsonArray(all) ? all : []) parts.push(this.#inner(schema, target));
    parts.push(this.#typed(json, target));
    return parts;
  }

  #inner(json: JsonValue, target: Target): string {
    return this.#text({ json, document: target.document });
  }

  #typed(json: JsonObject, target: Target): string {
    const type = json.get('type');
    const words = typeof type === 'string' ? [type] : isJsonArray(type) ? type.filter((word) => typeof word === 'string') : impliedTypes(json);
    return words.length === 0 ? 'unknown' : unionText(words.map((word) => this.#ofType(word, json, target)));
  }

  #ofType(word: string, json: JsonObject, target: Target): string {
    switch (word) {
      case 'string':
      case 'boolean':
      case 'null':
        return word;
      case 'integer':
      case 'number':
        return 'number';
      case 'array':
        return this.#array(json, target);
      case 'object':
        return this.#object(json, target);
      default:
        return 'unknown';
    }
  }

  #array(json: JsonObject, target: Target): string {
    const items = json.get('items');
    const prefix = isJsonArray(items) ? items : json.get('prefixItems');
    const rest = isJsonArray(items) ? json.get('additionalItems') : items;
    if (!isJsonArray(prefix)) return rest === false ? '[]' : `${element(rest === undefined ? 'unknown' : this.#inner(rest, target))}[]`;
    const head = prefix.map((schema) => `(${this.#inner(schema, target)})?`);
    const tail = rest === false ? [] : [`...${element(rest === undefined ? 'unknown' : this.#inner(rest, target))}[]`];
    return `[${[...head, ...tail].join(', ')}]`;
  }

  #object(json: JsonObject, target: Target): string {
    const properties = json.get('properties');
    const required = json.get('required');
    const isRequired = (name: string) => isJsonArray(required) && required.includes(name);
    const members = isJsonObject(properties) ? [...properties].map(([name, schema]) => this.#member(name, schema, isRequired(name), target)) : [];
    const rest = json.get('additionalProperties');
    if (members.length > 0) return block(rest === true || isJsonObject(rest) ? [...members, '  [name: string]: unknown;\n'] : members);
    if (rest === false) return json.has('patternProperties') ? 'Record<string, unknown>' : 'Record<string, never>';
    return `Record<string, ${rest === undefined ? 'unknown' : this.#inner(rest, target)}>`;
  }

  #member(name: string, schema: JsonValue, isRequired: boolean, target: Target): string {
    const description = isJsonObject(schema) ? schema.get('description') : undefined;
    const text = this.#inner(schema, target).replaceAll('\n', '\n  ');
    return `${comment(typeof description === 'string' ? description : undefined, '  ')}  ${memberName(name)}${isRequired ? '' : '?'}: ${text};\n`;
  }
}

/** Whether the first brace is closed by the last. */
function isOneBlock(text: string): boolean {
  return !text.slice(1, -1).split('\n').some((line) => line.startsWith('}'));
}

/** Keywords of one kind mean that kind, as generators of types have it, though the specification lets others pass. */
function impliedTypes(json: JsonObject): string[] {
  if (json.has('properties') || json.has('additionalProperties') || json.has('required')) return ['object'];
  return json.has('items') || json.has('prefixItems') ? ['array'] : [];
}

function literal(value: JsonValue): string {
  const plain = toPlainValue(value);
  if (Array.isArray(plain)) return `[${plain.map((item) => JSON.stringify(item)).join(', ')}]`;
  return JSON.stringify(plain) ?? 'unknown';
}

/** The last word of a reference, or the title of what it leads to. */
function nameOfRef(ref: string, json: JsonValue): string {
  const title = isJsonObject(json) ? json.get('title') : undefined;
  const last = ref.split(/[#/]/).findLast((part) => part !== '') ?? '';
  const name = last.replace(/\.json$/, '');
  return name === '' || ref.startsWith('#/') === false ? (typeof title === 'string' ? title : name || 'Root') : name;
}
