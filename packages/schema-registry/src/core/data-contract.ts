/** Metadata and rule sets as a registry stores them: sorted, with defaults, merged from what is configured. */
import type { Metadata, Rule, RuleSet } from '@millrace/schema';
import { invalidRuleSet } from './registry-error.js';

const confluentVersion = 'confluent:version';
const longestRuleName = 256;
const migrationModes: ReadonlySet<string> = new Set(['UPGRADE', 'DOWNGRADE', 'UPDOWN']);
const domainModes: ReadonlySet<string> = new Set(['WRITE', 'READ', 'WRITEREAD']);
const pairedModes: ReadonlySet<string> = new Set(['WRITEREAD', 'UPDOWN']);

export function sortedMetadata(metadata: Metadata): Metadata {
  const tags = Object.entries(metadata.tags ?? {}).map(([path, names]): [string, string[]] => [path, sortedSet(names)]);
  return {
    ...(tags.length === 0 ? {} : { tags: sortedRecord(tags) }),
    ...(isEmpty(metadata.properties) ? {} : { properties: sortedRecord(Object.entries(metadata.properties ?? {})) }),
    ...(metadata.sensitive === undefined || metadata.sensitive.length === 0 ? {} : { sensitive: sortedSet(metadata.sensitive) }),
  };
}

/** Rules with their members in Confluent's order and the defaults put in. */
export function completedRuleSet(ruleSet: RuleSet): RuleSet {
  return {
    ...rulesOf('migrationRules', ruleSet.migrationRules),
    ...rulesOf('domainRules', ruleSet.domainRules),
    ...rulesOf('encodingRules', ruleSet.encodingRules),
    ...(ruleSet.enableAt === undefined ? {} : { enableAt: ruleSet.enableAt }),
  };
}

/** `over` with what it does not say taken from `under`. */
export function mergedMetadata(under: Metadata | undefined, over: Metadata | undefined): Metadata | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  return sortedMetadata({
    tags: { ...under.tags, ...over.tags },
    properties: { ...under.properties, ...over.properties },
    sensitive: [...(under.sensitive ?? []), ...(over.sensitive ?? [])],
  });
}

/** A rule of `over` replaces that of the same name. */
export function mergedRuleSet(under: RuleSet | undefined, over: RuleSet | undefined): RuleSet | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  const enableAt = over.enableAt ?? under.enableAt;
  return completedRuleSet({
    migrationRules: mergedRules(under.migrationRules, over.migrationRules),
    domainRules: mergedRules(under.domainRules, over.domainRules),
    encodingRules: mergedRules(under.encodingRules, over.encodingRules),
    ...(enableAt === undefined ? {} : { enableAt }),
  });
}

export function confluentVersionOf(metadata: Metadata | undefined): string | undefined {
  return metadata?.properties?.[confluentVersion];
}

export function withConfluentVersion(metadata: Metadata | undefined, version: number): Metadata {
  return sortedMetadata({ ...metadata, properties: { ...metadata?.properties, [confluentVersion]: String(version) } });
}

export function withoutConfluentVersion(metadata: Metadata | undefined): Metadata | undefined {
  if (confluentVersionOf(metadata) === undefined) return metadata;
  const properties = Object.entries(metadata?.properties ?? {}).filter(([name]) => name !== confluentVersion);
  return sortedMetadata({ ...metadata, properties: Object.fromEntries(properties) });
}

/** Null, absent and empty contracts are equal. */
export function isSameContract(a: Metadata | RuleSet | undefined, b: Metadata | RuleSet | undefined): boolean {
  return JSON.stringify(a ?? {}) === JSON.stringify(b ?? {});
}

/** @throws RegistryError 42210 */
export function checkRuleSet(ruleSet: RuleSet): void {
  const names = new Set<string>();
  checkRules(ruleSet.migrationRules, names, migrationModes, 'Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN');
  checkRules(ruleSet.domainRules, names, domainModes, 'Domain rules can only be WRITE, READ, WRITEREAD');
  checkRules(ruleSet.encodingRules, names, domainModes, 'Encoding rules can only be WRITE, READ, WRITEREAD');
}

function checkRules(rules: readonly Rule[] | undefined, names: Set<string>, modes: ReadonlySet<string>, wrongMode: string): void {
  for (const rule of rules ?? []) {
    if (names.has(rule.name)) throw invalidRuleSet(`Found rule with duplicate name '${rule.name}'`);
    names.add(rule.name);
    checkRule(rule);
    if (!modes.has(rule.mode ?? 'WRITEREAD')) throw invalidRuleSet(wrongMode);
  }
}

function checkRule(rule: Rule): void {
  checkRuleName(rule.name);
  if (rule.type === undefined) throw invalidRuleSet('Missing rule type');
  for (const action of [rule.onSuccess, rule.onFailure]) {
    if (action?.includes(',') === true && !pairedModes.has(rule.mode ?? 'WRITEREAD')) throw invalidRuleSet('Multiple actions only valid with WRITEREAD and UPDOWN');
  }
}

function checkRuleName(name: string | undefined): void {
  if (name === undefined) throw invalidRuleSet('Missing rule name');
  if (name === '') throw invalidRuleSet('Empty rule name');
  if (name.length > longestRuleName) throw invalidRuleSet('Rule name too long');
  if (!/^[\p{L}_]/u.test(name)) throw invalidRuleSet(`Illegal initial character in rule name: ${name}`);
  if (!/^[\p{L}\p{Nd}_-]+$/u.test(name)) throw invalidRuleSet(`Illegal character in rule name: ${name}`);
}

function mergedRules(under: readonly Rule[] = [], over: readonly Rule[] = []): Rule[] {
  const replaced = new Set(over.map((rule) => rule.name));
  return [...under.filter((rule) => !replaced.has(rule.name)), ...over];
}

function rulesOf(member: 'migrationRules' | 'domainRules' | 'encodingRules', rules: readonly Rule[] | undefined): RuleSet {
  return rules === undefined || rules.length === 0 ? {} : { [member]: rules.map(completedRule) };
}

function completedRule(rule: Rule): Rule {
  return {
    name: rule.name,
    ...(rule.doc === undefined ? {} : { doc: rule.doc }),
    kind: rule.kind ?? 'TRANSFORM',
    mode: rule.mode ?? 'WRITEREAD',
    ...(rule.type === undefined ? {} : { type: rule.type }),
    ...(rule.tags === undefined || rule.tags.length === 0 ? {} : { tags: sortedSet(rule.tags) }),
    ...(isEmpty(rule.params) ? {} : { params: sortedRecord(Object.entries(rule.params ?? {})) }),
    ...(rule.expr === undefined ? {} : { expr: rule.expr }),
    ...(rule.onSuccess === undefined ? {} : { onSuccess: rule.onSuccess }),
    ...(rule.onFailure === undefined ? {} : { onFailure: rule.onFailure }),
    disabled: rule.disabled ?? false,
  };
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted();
}

function sortedRecord<Value>(entries: readonly [string, Value][]): Record<string, Value> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function isEmpty(record: Readonly<Record<string, unknown>> | undefined): boolean {
  return record === undefined || Object.keys(record).length === 0;
}
