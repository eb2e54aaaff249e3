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
  if (!isImport(modeOf(registry, subject))) {
    if (validatesFields(registry, configOf(registry, subject))) checkFields(parsed);
    // A schema normalizes to one of its own type.
    if (normalize) parsed = parsed.normalize() as AnySchema;
  }
  return { parsed, content: contentOf(registry, parsed, draft) };
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
