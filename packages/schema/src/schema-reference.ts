import { MAX_REFERENCED_SCHEMAS } from './limits.js';
import { SchemaError } from './schema-error.js';

/** `name` is what the schema's text says: a full name in Avro, a `$ref` in JSON Schema, an import in Protobuf. */
export interface SchemaReference {
  readonly name: string;
  readonly subject: string;
  /** −1 is the latest; it is pinned to a number when the schema is parsed. */
  readonly version: number;
}

/** What a reference leads to. */
export interface ReferencedSchema {
  readonly schema: string;
  readonly references?: readonly SchemaReference[];
  /** The version found, where the reference said −1. */
  readonly version?: number;
}

/** Looks a reference up; undefined where there is no such subject or version. */
export type ResolveReference = (reference: SchemaReference) => ReferencedSchema | undefined;

export interface ResolvedReferences {
  /** The schema's own references, with −1 pinned. */
  readonly references: readonly SchemaReference[];
  /** Texts by the name of the reference, those first that others need. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Follows references to the end. A name is followed once, which also ends a cycle.
 *
 * @throws SchemaError `INVALID_REFERENCE` for a reference without its parts or without a target
 */
export function resolveReferences(references: readonly SchemaReference[], resolve: ResolveReference): ResolvedReferences {
  const texts = new Map<string, string>();
  const visited = new Set<string>();
  const follow = (list: readonly SchemaReference[], place: string): SchemaReference[] => list.map((reference, index) => followOne(reference, `${place}[${index}]`));
  const followOne = (reference: SchemaReference, place: string): SchemaReference => {
    if (!isReference(reference)) throw new SchemaError('INVALID_REFERENCE', place, `Invalid reference: ${JSON.stringify(reference)}`);
    const found = resolve(reference);
    if (found === undefined) {
      throw new SchemaError('INVALID_REFERENCE', place, `No schema reference found for subject "${reference.subject}" and version ${reference.version}`);
    }
    const pinned = { ...reference, version: reference.version === -1 ? (found.version ?? -1) : reference.version };
    if (visited.has(reference.name)) return pinned;
    visited.add(reference.name);
    if (visited.size > MAX_REFERENCED_SCHEMAS) throw new SchemaError('LIMIT_EXCEEDED', place, `More than ${MAX_REFERENCED_SCHEMAS} schemas are referenced`);
    follow(found.references ?? [], `${place}.references`);
    texts.set(reference.name, found.schema);
    return pinned;
  };
  return { references: follow(references, 'references'), texts };
}

/** References as a normalized schema lists them: sorted by name, subject and version, each once. */
export function normalizedReferences(references: readonly SchemaReference[]): SchemaReference[] {
  const byText = new Map(references.map((reference) => [JSON.stringify([reference.name, reference.subject, reference.version]), reference]));
  return [...byText.values()].toSorted(
    (a, b) => compareTexts(a.name, b.name) || compareTexts(a.subject, b.subject) || a.version - b.version,
  );
}

function isReference(reference: SchemaReference): boolean {
  return typeof reference.name === 'string' && typeof reference.subject === 'string' && Number.isInteger(reference.version);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
