/** A schema that somebody sends, brought to the form in which it is stored and looked up. */
import type { AnySchema } from '@millrace/schema';
import { isImport } from './mode.js';
import { configOf, modeOf, validatesFields, type Registry } from './registry.js';
import { invalidSchema } from './registry-error.js';
import type { SchemaDraft } from './schema-request.js';
import type { SchemaContent } from './stored-version.js';
import { checkFields } from './reserved-fields.js';

export interface CanonicalSchema {
  readonly parsed: AnySchema;
  readonly content: SchemaContent;
}

export interface CanonicalOptions {
  readonly isNew: boolean;
  readonly normalize: boolean;
}

/** @throws RegistryError 42201 */
export function canonicalSchema(registry: Registry, subject: string, draft: SchemaDraft, { isNew, normalize }: CanonicalOptions): CanonicalSchema {
  if (draft.schema.trim() === '') throw invalidSchema('Empty schema');
  let parsed = registry.parsed.ofDraft(draft, { subject, isNew });
  // What is imported is taken as it is.
  const isImported = isImport(modeOf(registry, subject));
  if (!isImported && validatesFields(registry, configOf(registry, subject))) checkFields(parsed);
  // A schema normalizes to one of its own type.
  if (normalize && !isImported) parsed = parsed.normalize() as AnySchema;
  const content = contentOf(registry, parsed, draft);
  if (draft.references.length === 0) registry.parsed.guids.set(draft, normalize && !isImported, content.guid);
  return { parsed, content };
}

/** The guid of the canonical schema, if it was made before and would not be refused here; what references mean may change. */
export function knownGuid(registry: Registry, subject: string, draft: SchemaDraft, normalize: boolean): string | undefined {
  if (draft.references.length > 0 || validatesFields(registry, configOf(registry, subject))) return undefined;
  return registry.parsed.guids.get(draft, normalize && !isImport(modeOf(registry, subject)));
}

function contentOf({ state }: Registry, parsed: AnySchema, { metadata, ruleSet }: SchemaDraft): SchemaContent {
  const content = {
    schemaType: parsed.schemaType,
    schema: parsed.canonicalString,
    references: parsed.references,
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
  };
  return { guid: state.guidOf(content), ...content };
}
