/** Whether a schema may follow those of its subject, in Confluent's words. */
import { checkCompatibility, compatibilityMessages, type AnySchema } from '@millrace/schema';
import { canonicalSchema } from './canonical-schema.js';
import { configOf, validatesFields, validatesNewSchemas, type Registry } from './registry.js';
import { isRegistryError } from './parsed-schemas.js';
import { versionNotFound } from './registry-error.js';
import { reservedFieldMessages } from './reserved-fields.js';
import { draftOf, latestVersion, type SchemaRequest } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';
import { withRequestedTags } from './tagged-draft.js';

export interface CompatibilityOptions {
  readonly normalize?: boolean;
  readonly verbose?: boolean;
}

export interface CompatibilityAnswer {
  readonly is_compatible: boolean;
  /** With `verbose` alone, and then also when it is empty. */
  readonly messages?: readonly string[];
}

/** Against one version, or against all that the level asks for. @throws RegistryError 40402, 42201 */
export function testCompatibility(registry: Registry, subject: string, version: number | 'all', request: SchemaRequest, options: CompatibilityOptions = {}): CompatibilityAnswer {
  const previous = versionsToTest(registry, subject, version);
  try {
    const config = configOf(registry, subject);
    const normalize = options.normalize === true || config.normalize === true;
    const { parsed } = canonicalSchema(registry, subject, withRequestedTags(registry, subject, draftOf(request), request), { isNew: validatesNewSchemas(registry, config), normalize });
    return answer(incompatibilityMessages(registry, subject, parsed, previous), options);
  } catch (error) {
    // Whoever asks for words gets them, about a broken schema too.
    if (options.verbose !== true || !isRegistryError(error) || error.code !== 42201) throw error;
    return answer([error.message], options);
  }
}

/** Why the schema may not follow; empty when it may. */
export function incompatibilityMessages(registry: Registry, subject: string, parsed: AnySchema, versions: readonly StoredVersion[]): string[] {
  const config = configOf(registry, subject);
  const level = config.compatibilityLevel ?? registry.rules.compatibilityLevel;
  const validateFields = validatesFields(registry, config);
  const last = versions.at(-1);
  const reserved = validateFields ? reservedFieldMessages(parsed, last === undefined ? undefined : registry.parsed.ofStored(last)) : [];
  const group = config.compatibilityGroup;
  const members = group === undefined ? versions : versions.filter((stored) => stored.content.metadata?.properties?.[group] === parsed.metadata?.properties?.[group]);
  // A level that is not transitive looks at the last alone: the others need not be parsed.
  const compared = level.endsWith('_TRANSITIVE') ? members : members.slice(-1);
  const previous = level === 'NONE' ? [] : compared.map((stored) => ({ schema: registry.parsed.ofStored(stored), version: stored.version }));
  const result = checkCompatibility(parsed, previous, level, { policy: config.compatibilityPolicy === 'LENIENT' ? 'LENIENT' : 'STRICT' });
  const messages = compatibilityMessages(result, level, { validateFields });
  if (reserved.length === 0) return messages;
  return [...reserved, ...(messages.length > 0 ? messages : [`{validateFields: '${validateFields}', compatibility: '${level}'}`])];
}

function versionsToTest(registry: Registry, subject: string, version: number | 'all'): readonly StoredVersion[] {
  if (version === 'all') return registry.state.versions(subject).filter((stored) => !stored.deleted);
  const latest = registry.state.latest(subject);
  if (version === latestVersion) return latest === undefined ? [] : [latest];
  const stored = registry.state.version(subject, version);
  if (stored === undefined || stored.deleted) throw versionNotFound(version);
  return [stored];
}

function answer(messages: readonly string[], { verbose }: CompatibilityOptions): CompatibilityAnswer {
  return { is_compatible: messages.length === 0, ...(verbose === true ? { messages } : {}) };
}
