/** Metadata, rules and references as JSON says them, in a request and in the log. */
import type { Metadata, Rule, RuleSet, SchemaReference } from '@millrace/schema';
import { completedRuleSet, sortedMetadata } from '../core/data-contract.js';
import { JsonMembers, text } from './json-members.js';

const kinds = ['TRANSFORM', 'CONDITION'] as const;
const environments = ['NONE', 'ALL', 'SERVER', 'GATEWAY', 'CLIENT'] as const;
const modes = ['UPGRADE', 'DOWNGRADE', 'UPDOWN', 'READ', 'WRITE', 'WRITEREAD'] as const;

/** @throws TypeError */
export function readReferences(members: JsonMembers, name: string): SchemaReference[] | undefined {
  return members.optionalList(name, (item, place) => {
    const reference = new JsonMembers(item, place);
    return { name: reference.string('name'), subject: reference.string('subject'), version: reference.integer('version') };
  });
}

/** @throws TypeError */
export function readMetadata(members: JsonMembers, name: string): Metadata | undefined {
  const object = members.optionalObject(name);
  if (object === undefined) return undefined;
  const tags = object.optionalRecord('tags', (list, place) => new JsonMembers({ list }, place).optionalStrings('list') ?? []);
  const properties = object.optionalRecord('properties', text);
  const sensitive = object.optionalStrings('sensitive');
  return sortedMetadata({ ...(tags === undefined ? {} : { tags }), ...(properties === undefined ? {} : { properties }), ...(sensitive === undefined ? {} : { sensitive }) });
}

/** Names are not checked here: see `checkRuleSet`. @throws TypeError */
export function readRuleSet(members: JsonMembers, name: string): RuleSet | undefined {
  const object = members.optionalObject(name);
  if (object === undefined) return undefined;
  const migrationRules = object.optionalList('migrationRules', readRule);
  const domainRules = object.optionalList('domainRules', readRule);
  const encodingRules = object.optionalList('encodingRules', readRule);
  const where = object.optionalString('enableAt');
  const enableAt = where === undefined ? undefined : oneOf(environments, where, `${name}.enableAt`);
  return completedRuleSet({
    ...(migrationRules === undefined ? {} : { migrationRules }),
    ...(domainRules === undefined ? {} : { domainRules }),
    ...(encodingRules === undefined ? {} : { encodingRules }),
    ...(enableAt === undefined ? {} : { enableAt }),
  });
}

function readRule(item: unknown, place: string): Rule {
  const rule = new JsonMembers(item, place);
  const doc = rule.optionalString('doc');
  const type = rule.optionalString('type');
  const tags = rule.optionalStrings('tags');
  const params = rule.optionalRecord('params', text);
  const expr = rule.optionalString('expr');
  const onSuccess = rule.optionalString('onSuccess');
  const onFailure = rule.optionalString('onFailure');
  return {
    // A rule without a name is refused where rules are checked, with the registry's own words.
    name: rule.optionalString('name') as string,
    ...(doc === undefined ? {} : { doc }),
    kind: oneOf(kinds, rule.optionalString('kind') ?? 'TRANSFORM', `${place}.kind`),
    mode: oneOf(modes, rule.optionalString('mode') ?? 'WRITEREAD', `${place}.mode`),
    ...(type === undefined ? {} : { type }),
    ...(tags === undefined ? {} : { tags }),
    ...(params === undefined ? {} : { params }),
    ...(expr === undefined ? {} : { expr }),
    ...(onSuccess === undefined ? {} : { onSuccess }),
    ...(onFailure === undefined ? {} : { onFailure }),
    disabled: rule.optionalBoolean('disabled') ?? false,
  };
}

function oneOf<Word extends string>(words: readonly Word[], word: string, place: string): Word {
  const found = words.find((candidate) => candidate === word.toUpperCase());
  if (found === undefined) throw new TypeError(`${place}: '${word}' is none of ${words.join(', ')}`);
  return found;
}
