/** What is configured for a subject, a context or all: any member may be missing, and is then looked for in the next wider scope. */
import type { CompatibilityLevel, Metadata, RuleSet } from '@millrace/schema';
import { scopesOf } from './mode.js';

export type CompatibilityPolicyName = 'STRICT' | 'LENIENT' | 'LOGICAL';

/** Members in the order in which Confluent writes them. */
export interface SubjectConfig {
  readonly alias?: string;
  readonly aliasForDeks?: string;
  readonly normalize?: boolean;
  readonly validateFields?: boolean;
  readonly validateNewSchemas?: boolean;
  readonly validateRules?: boolean;
  readonly compatibilityLevel?: CompatibilityLevel;
  readonly compatibilityPolicy?: CompatibilityPolicyName;
  readonly compatibilityGroup?: string;
  readonly defaultMetadata?: Metadata;
  readonly overrideMetadata?: Metadata;
  readonly defaultRuleSet?: RuleSet;
  readonly overrideRuleSet?: RuleSet;
}

export const configMembers: readonly (keyof SubjectConfig)[] = [
  'alias', 'aliasForDeks', 'normalize', 'validateFields', 'validateNewSchemas', 'validateRules', 'compatibilityLevel',
  'compatibilityPolicy', 'compatibilityGroup', 'defaultMetadata', 'overrideMetadata', 'defaultRuleSet', 'overrideRuleSet',
];

/** Null takes a member away, undefined leaves it. */
export type ConfigChange = { readonly [Member in keyof SubjectConfig]?: SubjectConfig[Member] | null };

/** `over` with what it does not say taken from `under`. */
export function mergedConfig(under: SubjectConfig, over: SubjectConfig): SubjectConfig {
  return changedConfig(under, over);
}

export function changedConfig(old: SubjectConfig, change: ConfigChange): SubjectConfig {
  const members = configMembers.flatMap((member): [string, unknown][] => {
    const value = change[member] === undefined ? old[member] : change[member];
    return value === undefined || value === null ? [] : [[member, value]];
  });
  // The members and their types are those of SubjectConfig, which fromEntries cannot know.
  return Object.fromEntries(members) as SubjectConfig;
}

/** Everything that holds for a subject. The alias and the like are its own and not inherited. */
export function configInForce(stored: ReadonlyMap<string, SubjectConfig>, subject: string, defaults: SubjectConfig): SubjectConfig {
  return scopesOf(subject).reduceRight((config, scope) => {
    const own = stored.get(scope);
    return own === undefined ? config : mergedConfig(config, own);
  }, defaults);
}

export function hasDefaultsOrOverrides(config: SubjectConfig): boolean {
  return config.defaultMetadata !== undefined || config.overrideMetadata !== undefined || config.defaultRuleSet !== undefined || config.overrideRuleSet !== undefined;
}
