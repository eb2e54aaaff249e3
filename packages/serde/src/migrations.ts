/** From the version that a value was written with to the one that is asked for, step by step. */
import type { Rule } from '@millrace/schema';
import { RegistryError } from './registry/registry-error.js';
import type { RegisteredSchema, SchemaRegistry, SubjectVersion } from './registry/registry-api.js';
import type { RuleMode } from './rules/rule-context.js';
import { selectRules } from './rules/select-rules.js';

/** The rules of one step. A version's rules lead to it from the version before, and back. */
export interface Migration {
  readonly mode: Extract<RuleMode, 'UPGRADE' | 'DOWNGRADE'>;
  readonly rules: readonly Rule[];
  readonly schema: SubjectVersion;
}

export async function migrationsBetween(registry: SchemaRegistry, subject: string, writer: RegisteredSchema, target: SubjectVersion): Promise<readonly Migration[]> {
  if (writer.id === target.id) return [];
  const from = await versionOf(registry, subject, writer);
  if (from === undefined || from === target.version) return [];
  const mode = from < target.version ? 'UPGRADE' : 'DOWNGRADE';
  const [first, last] = mode === 'UPGRADE' ? [from, target.version] : [target.version, from];
  const steps: Migration[] = [];
  for (let version = first + 1; version <= last; version++) {
    const schema = version === target.version ? target : await existing(registry, subject, version);
    const rules = schema === undefined ? [] : selectRules(schema.ruleSet, 'migration', mode);
    if (schema !== undefined && rules.length > 0) steps.push({ mode, rules, schema });
  }
  return mode === 'UPGRADE' ? steps : steps.toReversed();
}

/** Under which version the subject has the writer's schema; undefined where it does not have it at all. */
async function versionOf(registry: SchemaRegistry, subject: string, { schema, schemaType, references, metadata, ruleSet }: RegisteredSchema): Promise<number | undefined> {
  const sent = { schema, schemaType, ...(references && { references }), ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) };
  return orUndefined(async () => (await registry.lookup(subject, sent, { deleted: true })).version);
}

/** Versions deleted for good leave gaps. */
function existing(registry: SchemaRegistry, subject: string, version: number): Promise<SubjectVersion | undefined> {
  return orUndefined(() => registry.version(subject, version));
}

async function orUndefined<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RegistryError && error.isNotFound) return undefined;
    throw error;
  }
}
