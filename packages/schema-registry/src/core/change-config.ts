/** Config of a subject, a context or all. */
import { checkRuleSet } from './data-contract.js';
import { globalScope, isReadOnly } from './mode.js';
import { contextOf, contextPrefix, isValidSubject } from './qualified-subject.js';
import { configOf, modeOf, type Registry } from './registry.js';
import { compatibilityNotConfigured, invalidSubject, notPermitted, subjectNotFound } from './registry-error.js';
import type { Decision } from './registry-record.js';
import { changedConfig, mergedConfig, type ConfigChange, type SubjectConfig } from './subject-config.js';

/** Answers with all that is configured there then. @throws RegistryError 42205, 42208, 42210 */
export function updateConfig(registry: Registry, scope: string, change: ConfigChange): Decision<SubjectConfig> {
  for (const ruleSet of [change.defaultRuleSet, change.overrideRuleSet]) if (ruleSet !== undefined && ruleSet !== null) checkRuleSet(ruleSet);
  if (scope !== globalScope && !isValidSubject(scope, { allowsGlobal: true })) throw invalidSubject(scope);
  checkConfigurable(registry, scope);
  const value = changedConfig(registry.state.configs.get(scope) ?? {}, change);
  return { records: [{ keytype: 'CONFIG', subject: scope, value }], response: value };
}

/** Answers with what was configured. @throws RegistryError 40401, 42205 */
export function deleteConfig(registry: Registry, scope: string): Decision<SubjectConfig> {
  const old = registry.state.configs.get(scope);
  if (old === undefined && scope !== globalScope) throw subjectNotFound(scope);
  checkConfigurable(registry, scope);
  return { records: [{ keytype: 'CONFIG', subject: scope, value: null }], response: old ?? { compatibilityLevel: registry.rules.compatibilityLevel } };
}

/** @throws RegistryError 40408 */
export function readConfig(registry: Registry, scope: string, defaultToGlobal: boolean): SubjectConfig {
  const { state, rules } = registry;
  if (defaultToGlobal) return configOf(registry, scope);
  const own = state.configs.get(scope);
  if (scope === globalScope) return mergedConfig({ compatibilityLevel: rules.compatibilityLevel }, own ?? {});
  if (own === undefined) throw compatibilityNotConfigured(scope);
  return own;
}

/** The subject that stands behind an alias, or the subject itself. */
export function resolveAlias({ state }: Registry, subject: string, isForDeks = false): string {
  const config = state.configs.get(subject);
  const alias = (isForDeks ? config?.aliasForDeks : undefined) ?? config?.alias;
  if (alias === undefined || alias === '') return subject;
  return alias.startsWith(':') ? alias : contextPrefix(contextOf(subject)) + alias;
}

function checkConfigurable(registry: Registry, scope: string): void {
  if (!isReadOnly(modeOf(registry, scope))) return;
  throw notPermitted(`Subject ${scope === globalScope ? 'null' : scope} is in read-only mode`);
}

