/** Fetches what a schema refers to, so that it can be compiled without waiting. */
import type { ReferencedSchema, ResolveReference } from '@millrace/schema';
import type { SchemaRegistry, SchemaToRegister } from './registry/registry-api.js';

/** Schemas reachable from one; far beyond real ones. */
const MAX_REFERENCES = 1_000;

/** A reference is followed once, which also ends a cycle. */
export async function fetchReferences(registry: Pick<SchemaRegistry, 'version' | 'latestVersion'>, schema: SchemaToRegister): Promise<ResolveReference> {
  const found = new Map<string, ReferencedSchema>();
  let waiting = [...(schema.references ?? [])];
  while (waiting.length > 0) {
    const next = waiting.filter(({ subject, version }) => !found.has(keyOf(subject, version)));
    if (found.size + next.length > MAX_REFERENCES) throw new RangeError(`more than ${MAX_REFERENCES} schemas are referenced`);
    const fetched = await Promise.all(next.map(({ subject, version }) => (version === -1 ? registry.latestVersion(subject) : registry.version(subject, version))));
    next.forEach(({ subject, version }, index) => {
      const referenced = fetched[index];
      if (referenced !== undefined) found.set(keyOf(subject, version), referenced);
    });
    waiting = fetched.flatMap((referenced) => referenced.references ?? []);
  }
  return ({ subject, version }) => found.get(keyOf(subject, version));
}

function keyOf(subject: string, version: number): string {
  return `${version} ${subject}`;
}
