/** A copy of a JSON value in which rules have changed fields. Which schema a value is under is found as far as fields and their tags need it. */
import { patternFinds } from '@millrace/schema';
import type { Field, FieldType, FieldVisitor } from '../rules/field-visitor.js';

type Schema = Readonly<Record<string, unknown>>;

/** References within each other without a value between them. */
const MAX_HOPS = 50;

export function mapJsonFields(root: unknown, referenced: ReadonlyMap<string, unknown>, value: unknown, visit: FieldVisitor): Promise<unknown> {
  return new JsonFields(root, referenced, visit).map(schemasAt(root), '$', value, undefined);
}

class JsonFields {
  readonly #root: unknown;
  readonly #referenced: ReadonlyMap<string, unknown>;
  readonly #visit: FieldVisitor;

  constructor(root: unknown, referenced: ReadonlyMap<string, unknown>, visit: FieldVisitor) {
    this.#root = root;
    this.#referenced = referenced;
    this.#visit = visit;
  }

  /** `schemas` all say something about the value. */
  async map(schemas: readonly Schema[], path: string, value: unknown, enclosing: Field | undefined): Promise<unknown> {
    if (value === null || value === undefined) return value;
    const applied = schemas.flatMap((schema) => this.#resolved(schema, 0));
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) items.push(await this.map(applied.flatMap((schema) => itemSchemas(schema, index)), path, item, enclosing));
      return items;
    }
    if (typeof value === 'object') return this.#object(applied, path, value as Record<string, unknown>);
    return enclosing === undefined ? value : this.#visit({ ...enclosing, type: typeOf(value) }, value);
  }

  async #object(schemas: readonly Schema[], path: string, value: Record<string, unknown>): Promise<unknown> {
    const members: [string, unknown][] = [];
    for (const [name, member] of Object.entries(value)) {
      const own = schemas.flatMap((schema) => memberSchemas(schema, name));
      const fullName = `${path}.${name}`;
      const tags = own.flatMap((schema) => this.#resolved(schema, 0)).flatMap((schema) => stringsOf(schema['confluent:tags']));
      members.push([name, await this.map(own, fullName, member, { containing: value, fullName, name, type: typeOf(member), tags: [...new Set(tags)] })]);
    }
    return Object.fromEntries(members);
  }

  /** The schema itself and those that it is made of. Tags of branches that do not hold are taken too: better encrypted once too often. */
  #resolved(schema: Schema, hops: number): Schema[] {
    if (hops > MAX_HOPS) return [];
    const { $ref, allOf, anyOf, oneOf, then, else: otherwise, dependentSchemas, dependencies } = schema;
    const parts = [
      ...(typeof $ref === 'string' ? schemasAt(this.#target($ref)) : []),
      ...[allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list.flatMap(schemasAt) : [])),
      ...[then, otherwise].flatMap(schemasAt),
      ...[dependentSchemas, dependencies].flatMap((byName) => schemasAt(byName).flatMap((map) => Object.values(map).flatMap(schemasAt))),
    ];
    return [schema, ...parts.flatMap((part) => this.#resolved(part, hops + 1))];
  }

  #target(ref: string): unknown {
    const split = ref.indexOf('#');
    const document = split < 0 ? ref : ref.slice(0, split);
    let target = document === '' ? this.#root : this.#referenced.get(document);
    const steps = split < 0 ? [] : ref.slice(split + 1).split('/').slice(1);
    for (const step of steps) target = (target as Schema | undefined)?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')];
    return target;
  }
}

/** Those of the name and of patterns that find something in it; otherwise what is said of all other names. */
function memberSchemas(schema: Schema, name: string): Schema[] {
  const [properties = {}] = schemasAt(schema['properties']);
  const [patterns = {}] = schemasAt(schema['patternProperties']);
  // A pattern that cannot be run in linear time may find something.
  const named = [...(Object.hasOwn(properties, name) ? [properties[name]] : []), ...Object.keys(patterns).flatMap((pattern) => (patternFinds(pattern, name) === false ? [] : [patterns[pattern]]))];
  return named.length > 0 ? named.flatMap(schemasAt) : schemasAt(schema['additionalProperties'] ?? schema['unevaluatedProperties']);
}

function itemSchemas(schema: Schema, index: number): Schema[] {
  const { items, prefixItems, additionalItems } = schema;
  if (Array.isArray(prefixItems) && index < prefixItems.length) return schemasAt(prefixItems[index]);
  if (Array.isArray(items)) return schemasAt(items[index] ?? additionalItems);
  return schemasAt(items);
}

function schemasAt(value: unknown): Schema[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value as Schema] : [];
}

function stringsOf(value: unknown): string[] {
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
