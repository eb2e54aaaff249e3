/** What a new schema takes over from the version before it and from what is configured. */
import { confluentVersionOf, mergedMetadata, mergedRuleSet, withConfluentVersion } from './data-contract.js';
import { invalidSchema } from './registry-error.js';
import type { SchemaDraft } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';
import type { SubjectConfig } from './subject-config.js';

/** An empty schema means: that of the version before, with another contract. @throws RegistryError 42201 without one before */
export function populatedSchema(draft: SchemaDraft, previous: StoredVersion | undefined): SchemaDraft {
  if (draft.schema.trim() !== '') return draft;
  if (previous === undefined) throw invalidSchema('Empty schema');
  const { schema, schemaType, references } = previous.content;
  return { ...draft, schema, schemaType, references };
}

/**
 * Its own contract or else the previous one, over the defaults and under the overrides.
 *
 * @param version the version it becomes, written as `confluent:version` if asked for or there already; null leaves that alone
 */
export function populatedContract(config: SubjectConfig, draft: SchemaDraft, previous: StoredVersion | undefined, version: { readonly isAsked: boolean; readonly number: number } | null): SchemaDraft {
  let metadata = mergedMetadata(mergedMetadata(config.defaultMetadata, draft.metadata ?? previous?.content.metadata), config.overrideMetadata);
  const ruleSet = mergedRuleSet(mergedRuleSet(config.defaultRuleSet, draft.ruleSet ?? previous?.content.ruleSet), config.overrideRuleSet);
  if (version !== null && (version.isAsked || confluentVersionOf(metadata) !== undefined)) metadata = withConfluentVersion(metadata, version.number);
  const { schema, schemaType, references } = draft;
  return { schema, schemaType, references, ...(metadata === undefined ? {} : { metadata }), ...(ruleSet === undefined ? {} : { ruleSet }) };
}
