/** A new version that differs from one there is in its tags, its metadata or its rules. */
import type { EntityTags, Metadata, Rule, RuleSet } from '@millrace/schema';
import { checkRuleSet, completedRuleSet, mergedRuleSet, withConfluentVersion } from './data-contract.js';
import { findVersion, type MayRead } from './find-version.js';
import { registerSchema, type RegisteredSchema } from './register-schema.js';
import type { Registry } from './registry.js';
import { invalidRuleSet } from './registry-error.js';
import type { Decision } from './registry-record.js';
import { withDraftTags } from './tagged-draft.js';

export interface TagRequest {
  /** The version it must become. */
  readonly newVersion?: number;
  readonly tagsToAdd: readonly EntityTags[];
  readonly tagsToRemove: readonly EntityTags[];
  /** In place of that of the version. */
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  /** Into the rules of the version before the new one. */
  readonly rulesToMerge?: RuleSet;
  readonly rulesToRemove?: readonly string[];
}

/** @throws RegistryError 40401, 40402, 42201, 42205, 42210 */
export function modifyTags(registry: Registry, subject: string, version: number, request: TagRequest, mayRead?: MayRead): Decision<RegisteredSchema> {
  const { newVersion = 0, tagsToAdd, tagsToRemove, rulesToMerge, rulesToRemove } = request;
  const { content } = findVersion(registry, subject, version, false, mayRead);
  if ((rulesToMerge !== undefined || rulesToRemove !== undefined) && request.ruleSet !== undefined) {
    throw invalidRuleSet('ruleSet should be omitted if specifying rulesToMerge or rulesToRemove');
  }
  if (rulesToMerge !== undefined) checkRuleSet(rulesToMerge);
  const ruleSet = rulesToMerge === undefined && rulesToRemove === undefined ? request.ruleSet : changedRules(registry, subject, request);
  const { schema } = withDraftTags(registry, subject, content, { add: tagsToAdd, remove: tagsToRemove });
  return registerSchema(registry, subject, {
    schema,
    schemaType: content.schemaType,
    references: content.references,
    // Says that the new version is to be named there, whatever its number.
    metadata: withConfluentVersion(request.metadata ?? content.metadata, newVersion),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    version: newVersion,
  });
}

function changedRules({ state }: Registry, subject: string, { newVersion, rulesToMerge, rulesToRemove = [] }: TagRequest): RuleSet | undefined {
  const previous = newVersion === undefined ? state.latest(subject) : state.version(subject, newVersion - 1);
  const merged = mergedRuleSet(previous?.content.ruleSet, rulesToMerge);
  if (merged === undefined) return undefined;
  const left = (rules: readonly Rule[] = []): Rule[] => rules.filter(({ name }) => !rulesToRemove.includes(name));
  return completedRuleSet({
    ...merged, migrationRules: left(merged.migrationRules), domainRules: left(merged.domainRules), encodingRules: left(merged.encodingRules),
  });
}
