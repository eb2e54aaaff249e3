/** Config as JSON says it: `compatibilityLevel` in the log and in answers, `compatibility` in requests. */
import { compatibilityLevel } from '@millrace/schema';
import type { ConfigChange } from '../core/subject-config.js';
import { invalidCompatibilityLevel } from '../core/registry-error.js';
import type { JsonMembers } from './json-members.js';
import { readMetadata, readRuleSet } from './read-contract.js';

const policies = ['STRICT', 'LENIENT', 'LOGICAL'] as const;

/** Null is kept: it takes a member away. @throws TypeError, RegistryError 42203 */
export function readConfigChange(members: JsonMembers, levelName: 'compatibility' | 'compatibilityLevel'): ConfigChange {
  return {
    ...member(members, 'alias', 'alias', (name) => members.optionalString(name)),
    ...member(members, 'aliasForDeks', 'aliasForDeks', (name) => members.optionalString(name)),
    ...member(members, 'normalize', 'normalize', (name) => members.optionalBoolean(name)),
    ...member(members, 'validateFields', 'validateFields', (name) => members.optionalBoolean(name)),
    ...member(members, 'validateNewSchemas', 'validateNewSchemas', (name) => members.optionalBoolean(name)),
    ...member(members, 'validateRules', 'validateRules', (name) => members.optionalBoolean(name)),
    ...member(members, levelName, 'compatibilityLevel', (name) => readLevel(members.optionalString(name))),
    ...member(members, 'compatibilityPolicy', 'compatibilityPolicy', (name) => readPolicy(members.optionalString(name))),
    ...member(members, 'compatibilityGroup', 'compatibilityGroup', (name) => members.optionalString(name)),
    ...member(members, 'defaultMetadata', 'defaultMetadata', (name) => readMetadata(members, name)),
    ...member(members, 'overrideMetadata', 'overrideMetadata', (name) => readMetadata(members, name)),
    ...member(members, 'defaultRuleSet', 'defaultRuleSet', (name) => readRuleSet(members, name)),
    ...member(members, 'overrideRuleSet', 'overrideRuleSet', (name) => readRuleSet(members, name)),
  };
}

function member<Name extends keyof ConfigChange>(members: JsonMembers, name: string, as: Name, read: (name: string) => ConfigChange[Name] | undefined): ConfigChange {
  if (!members.has(name)) return {};
  const value = members.isNull(name) ? null : read(name);
  return value === undefined ? {} : { [as]: value };
}

function readLevel(word: string | undefined): ConfigChange['compatibilityLevel'] {
  const level = compatibilityLevel(word ?? '');
  if (level === undefined) throw invalidCompatibilityLevel();
  return level;
}

function readPolicy(word: string | undefined): ConfigChange['compatibilityPolicy'] {
  const found = policies.find((policy) => policy === word?.toUpperCase());
  if (found === undefined) throw new TypeError(`compatibilityPolicy: '${word}' is none of ${policies.join(', ')}`);
  return found;
}
