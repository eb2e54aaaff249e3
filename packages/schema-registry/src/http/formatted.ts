import { contextOf, defaultContext, qualifiedWithin } from '../core/qualified-subject.js';
import type { Registry } from '../core/registry.js';
import type { StoredVersion } from '../core/stored-version.js';

/** The text of a schema in another form, as `resolved` or `serialized`; as it is stored for no word and for unknown ones. */
export function formattedSchema(registry: Registry, stored: StoredVersion, format: string | undefined): string {
  if (format === undefined || format.trim() === '') return stored.content.schema;
  return registry.parsed.ofStored(stored).formattedString(format);
}

/** References with the context they are meant in, for whoever copies the schema elsewhere. */
export function withQualifiedReferences(stored: StoredVersion): StoredVersion {
  if (contextOf(stored.subject) === defaultContext) return stored;
  const references = stored.content.references.map((reference) => ({ ...reference, subject: qualifiedWithin(stored.subject, reference.subject) }));
  return { ...stored, content: { ...stored.content, references } };
}
