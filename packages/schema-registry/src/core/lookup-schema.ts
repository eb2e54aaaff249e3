/** Whether a subject has a schema, and as which version. */
import type { AnySchema } from '@millrace/schema';
import { canonicalSchema, knownGuid, type CanonicalSchema } from './canonical-schema.js';
import { populatedContract } from './populated-draft.js';
import { confluentVersionOf, isSameContract, withoutConfluentVersion } from './data-contract.js';
import { contextOf, contextPrefix, defaultContext } from './qualified-subject.js';
import { anything, type MayRead } from './find-version.js';
import { configOf, type Registry } from './registry.js';
import { isRegistryError } from './parsed-schemas.js';
import { schemaNotFound, subjectNotFound } from './registry-error.js';
import { draftOf, type SchemaDraft, type SchemaRequest } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';
import { withRequestedTags } from './tagged-draft.js';

export interface LookupOptions {
  readonly normalize?: boolean;
  readonly deleted?: boolean;
  readonly mayRead?: MayRead;
}

/** A plain name is looked for in all contexts where the caller may read it, its own first. @throws RegistryError 40401, 40403, 42201 */
export function lookupSchema(registry: Registry, subject: string, request: SchemaRequest, options: LookupOptions = {}): StoredVersion {
  const found = lookupInSubject(registry, subject, request, options) ?? lookupInOtherContexts(registry, subject, request, options);
  if (found !== undefined) return found;
  if (!registry.state.versions(subject).some((stored) => options.deleted === true || !stored.deleted)) throw subjectNotFound(subject);
  throw schemaNotFound();
}

/** Once as it came, and once with the contract that registering would have given it. */
export function lookupInSubject(registry: Registry, subject: string, request: SchemaRequest, options: LookupOptions): StoredVersion | undefined {
  const draft = withRequestedTags(registry, subject, draftOf(request), request);
  const found = lookupDraft(registry, subject, draft, options);
  const latest = registry.state.latest(subject);
  if (found !== undefined || latest === undefined) return found;
  const populated = populatedContract(configOf(registry, subject), draft, latest, null);
  if (isSameContract(populated.metadata, draft.metadata) && isSameContract(populated.ruleSet, draft.ruleSet)) return undefined;
  return lookupDraft(registry, subject, populated, options);
}

export function lookupDraft(registry: Registry, subject: string, draft: SchemaDraft, { normalize = false, deleted = false }: LookupOptions): StoredVersion | undefined {
  const normalizes = normalize || configOf(registry, subject).normalize === true;
  const versions = registry.state.versions(subject).filter((stored) => deleted || !stored.deleted);
  const withGuid = (guid: string): StoredVersion | undefined => versions.findLast((stored) => stored.content.guid === guid);
  const guid = knownGuid(registry, subject, draft, normalizes);
  const known = guid === undefined ? undefined : withGuid(guid);
  if (known !== undefined) return known;
  const canonical = canonicalSchema(registry, subject, draft, { isNew: false, normalize: normalizes });
  return withGuid(canonical.content.guid) ?? versions.findLast((stored) => meansTheSame(registry, canonical, stored));
}

/**
 * The same but for what does not count: `confluent:version`, which the registry sets itself; and references, when the one
 * that asks has written out all that the other refers to.
 */
export function meansTheSame(registry: Registry, { parsed, content }: CanonicalSchema, stored: StoredVersion): boolean {
  if (stored.content.schemaType !== content.schemaType) return false;
  if (!isSameContract(stored.content.ruleSet, content.ruleSet) || !isSameMetadata(content.metadata, stored)) return false;
  if (JSON.stringify(stored.content.references) === JSON.stringify(parsed.references)) {
    return stored.content.schema === content.schema || registry.parsed.ofStored(stored).canonicalString === content.schema;
  }
  return parsed.references.length === 0 && stored.content.references.length > 0 && isResolved(parsed, registry.parsed.ofStored(stored));
}

/** Where only one of them names its version, it is left out, and must be the version that the other is. */
function isSameMetadata(asked: CanonicalSchema['content']['metadata'], { content: { metadata }, version }: StoredVersion): boolean {
  const [askedVersion, storedVersion] = [confluentVersionOf(asked), confluentVersionOf(metadata)];
  if (askedVersion === undefined && storedVersion !== undefined) return isSameContract(asked, withoutConfluentVersion(metadata));
  if (askedVersion !== undefined && storedVersion === undefined) return Number(askedVersion) === version && isSameContract(withoutConfluentVersion(asked), metadata);
  return isSameContract(asked, metadata);
}

function isResolved(parsed: AnySchema, stored: AnySchema): boolean {
  return parsed.formattedString('resolved') === stored.formattedString('resolved');
}

function lookupInOtherContexts(registry: Registry, subject: string, request: SchemaRequest, options: LookupOptions): StoredVersion | undefined {
  if (contextOf(subject) !== defaultContext) return undefined;
  const { mayRead = anything } = options;
  for (const context of registry.state.contexts) {
    if (context === defaultContext || !mayRead(contextPrefix(context) + subject)) continue;
    try {
      const found = lookupInSubject(registry, contextPrefix(context) + subject, request, options);
      if (found !== undefined) return found;
    } catch (error) {
      // A reference may lead nowhere in that context.
      if (!isRegistryError(error)) throw error;
    }
  }
  return undefined;
}
