/** Tags that come with a request, or with the version before, written into the schema. */
import { SchemaError, taggedEntities, withTags, type EntityTags, type TagChange } from '@millrace/schema';
import type { Registry } from './registry.js';
import { invalidSchema } from './registry-error.js';
import type { SchemaDraft, SchemaRequest } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';

export function hasTags({ schemaTagsToAdd = [], schemaTagsToRemove = [] }: SchemaRequest): boolean {
  return schemaTagsToAdd.length > 0 || schemaTagsToRemove.length > 0;
}

/** @throws RegistryError 42201 for a path that leads nowhere */
export function withRequestedTags(registry: Registry, subject: string, draft: SchemaDraft, request: SchemaRequest): SchemaDraft {
  if (!hasTags(request) || draft.schema.trim() === '') return draft;
  return withDraftTags(registry, subject, draft, { add: request.schemaTagsToAdd ?? [], remove: request.schemaTagsToRemove ?? [] });
}

/** @throws RegistryError 42201 */
export function withDraftTags(registry: Registry, subject: string, draft: SchemaDraft, change: TagChange): SchemaDraft {
  const parsed = registry.parsed.ofDraft(draft, { subject, isNew: false });
  try {
    return { ...draft, schema: withTags(parsed, change) };
  } catch (error) {
    if (error instanceof SchemaError) throw invalidSchema(error.message, error);
    throw error;
  }
}

/** All tags of the version before, but those of what is no longer there. */
export function withPropagatedTags(registry: Registry, subject: string, draft: SchemaDraft, previous: StoredVersion | undefined): SchemaDraft {
  if (previous === undefined) return draft;
  return taggedEntities(registry.parsed.ofStored(previous)).reduce((tagged, entity) => withOwnTags(registry, subject, tagged, entity), draft);
}

function withOwnTags(registry: Registry, subject: string, draft: SchemaDraft, entity: EntityTags): SchemaDraft {
  const parsed = registry.parsed.ofDraft(draft, { subject, isNew: false });
  try {
    return { ...draft, schema: withTags(parsed, { add: [entity], remove: [] }) };
  } catch (error) {
    if (error instanceof SchemaError) return draft;
    throw error;
  }
}
