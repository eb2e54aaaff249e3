/** Which rules of a schema run, and in which order. */
import type { Rule, RuleSet } from '@millrace/schema';
import type { RuleMode } from './rule-context.js';

export type RulePhase = 'domain' | 'encoding' | 'migration';

/** Reading undoes what writing did, so it goes backwards; so does a downgrade. */
export function selectRules(ruleSet: RuleSet | undefined, phase: RulePhase, mode: RuleMode): readonly Rule[] {
  if (ruleSet === undefined || !runsHere(ruleSet.enableAt)) return [];
  const rules = phase === 'domain' ? ruleSet.domainRules : phase === 'encoding' ? ruleSet.encodingRules : ruleSet.migrationRules;
  const running = (rules ?? []).filter((rule) => rule.disabled !== true && isOfMode(rule, mode));
  const ordered = mode === 'READ' || mode === 'DOWNGRADE' ? running.toReversed() : running;
  return withoutRepeated(ordered, mode);
}

/** A rule set may be meant for a proxy alone. */
function runsHere(enableAt: string | undefined): boolean {
  return enableAt === undefined || enableAt === 'ALL' || enableAt === 'CLIENT';
}

function isOfMode(rule: Rule, mode: RuleMode): boolean {
  const { mode: of = 'WRITEREAD' } = rule;
  if (of === 'WRITEREAD') return mode === 'WRITE' || mode === 'READ';
  if (of === 'UPDOWN') return mode === 'UPGRADE' || mode === 'DOWNGRADE';
  return of === mode;
}

/** Of field transformations of one type with the same tags only one may run, or a field would be encrypted twice: the first as they are written. */
function withoutRepeated(ordered: readonly Rule[], mode: RuleMode): readonly Rule[] {
  const written = mode === 'READ' || mode === 'DOWNGRADE' ? ordered.toReversed() : ordered;
  const seen = new Set<string>();
  const repeated = new Set<Rule>();
  for (const rule of written) {
    if ((rule.tags ?? []).length === 0 || rule.kind === 'CONDITION') continue;
    const key = JSON.stringify([rule.type, rule.mode, rule.tags]);
    if (seen.has(key)) repeated.add(rule);
    seen.add(key);
  }
  return repeated.size === 0 ? ordered : ordered.filter((rule) => !repeated.has(rule));
}
