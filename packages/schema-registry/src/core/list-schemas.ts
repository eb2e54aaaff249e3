/** Lists over many subjects: names, versions, whole schemas, contexts. */
import type { Rule } from '@millrace/schema';
import { resolveAlias } from './change-config.js';
import { hasVersions } from './find-version.js';
import { contextOf, contextPrefix, isWildcard, parseSubject } from './qualified-subject.js';
import type { Registry } from './registry.js';
import { subjectNotFound } from './registry-error.js';
import type { RegistryState } from './registry-state.js';
import type { StoredVersion } from './stored-version.js';

/** Which versions count: those that are there, also those marked as deleted, or only these. */
export type DeletedFilter = 'without-deleted' | 'with-deleted' | 'only-deleted';

export interface SchemaFilter {
  readonly subjectPrefix: string;
  readonly deleted: boolean;
  readonly latestOnly: boolean;
  /** Only schemas that have a rule of this type. */
  readonly ruleType?: string;
  /** Adds the names under which a subject is known besides. */
  readonly aliases: boolean;
}

export interface ListedSchema {
  readonly stored: StoredVersion;
  readonly aliases: readonly string[];
}

/** Subjects whose name begins so. A prefix without a context is one of the default context; `:*:` of all. */
export function listSubjects({ state }: Registry, prefix: string, filter: DeletedFilter): string[] {
  return subjectsWithPrefix(state, prefix).filter((subject) => (filter === 'only-deleted' ? state.latest(subject) === undefined : hasVersions(state, subject, filter === 'with-deleted')));
}

/** @throws RegistryError 40401 when there are none */
export function listVersions({ state }: Registry, subject: string, filter: DeletedFilter): StoredVersion[] {
  const versions = state.versions(subject).filter((stored) => filter === 'with-deleted' || stored.deleted === (filter === 'only-deleted'));
  if (versions.length === 0) throw subjectNotFound(subject);
  return versions;
}

export function listSchemas(registry: Registry, { subjectPrefix, deleted, latestOnly, ruleType, aliases }: SchemaFilter): ListedSchema[] {
  const { state } = registry;
  const aliasesOf = aliases ? aliasesByTarget(registry, subjectPrefix) : new Map<string, string[]>();
  const subjects = new Set([...subjectsWithPrefix(state, subjectPrefix), ...aliasesOf.keys()]);
  return [...subjects].toSorted().flatMap((subject) => {
    const versions = state.versions(subject).filter((stored) => deleted || !stored.deleted);
    const listed = (latestOnly ? versions.slice(-1) : versions).filter((stored) => ruleType === undefined || hasRule(stored, ruleType));
    return listed.map((stored) => ({ stored, aliases: aliasesOf.get(subject) ?? [] }));
  });
}

export function listContexts({ state }: Registry, prefix: string): string[] {
  return state.contexts.filter((context) => context.startsWith(prefix));
}

function subjectsWithPrefix(state: RegistryState, prefix: string): readonly string[] {
  const qualified = parseSubject(prefix);
  if (isWildcard(qualified)) return qualified.name === '' ? state.subjects : state.subjects.filter((subject) => parseSubject(subject).name.startsWith(qualified.name));
  return state.subjects.filter((subject) => contextOf(subject) === qualified.context && subject.startsWith(contextPrefix(qualified.context) + qualified.name));
}

function aliasesByTarget(registry: Registry, prefix: string): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  const qualified = parseSubject(prefix);
  for (const [scope, config] of registry.state.configs) {
    if (config.alias === undefined || config.alias === '') continue;
    if (!isWildcard(qualified) && !scope.startsWith(prefix)) continue;
    const target = resolveAlias(registry, scope);
    targets.set(target, [...(targets.get(target) ?? []), scope]);
  }
  return targets;
}

function hasRule({ content: { ruleSet } }: StoredVersion, type: string): boolean {
  const rules: readonly Rule[] = [...(ruleSet?.migrationRules ?? []), ...(ruleSet?.domainRules ?? []), ...(ruleSet?.encodingRules ?? [])];
  return rules.some((rule) => rule.type === type);
}
