/** Registers a schema under a subject: as it is known already, or as a new version, with an id that others may share. */
import { findAssociations } from './association.js';
import { canonicalSchema, type CanonicalSchema } from './canonical-schema.js';
import { incompatibilityMessages } from './check-compatibility.js';
import { checkRuleSet } from './data-contract.js';
import { lookupDraft, meansTheSame } from './lookup-schema.js';
import { isImport, isReadOnly, type Mode } from './mode.js';
import { populatedContract, populatedSchema } from './populated-draft.js';
import { contextOf, contextPrefix, defaultContext, isValidSubject, qualifiedWithin } from './qualified-subject.js';
import { configOf, modeOf, validatesNewSchemas, type Registry } from './registry.js';
import { incompatibleSchema, invalidSchema, invalidSubject, notPermitted, RegistryError } from './registry-error.js';
import type { Decision, RegistryRecord } from './registry-record.js';
import { draftOf, latestVersion, type SchemaDraft, type SchemaRequest } from './schema-request.js';
import type { SchemaContent, StoredVersion } from './stored-version.js';
import { hasDefaultsOrOverrides } from './subject-config.js';
import { hasTags, withPropagatedTags, withRequestedTags } from './tagged-draft.js';

export interface RegisterOptions {
  readonly normalize?: boolean;
}

export interface RegisteredSchema {
  readonly id: number;
  readonly version: number;
  readonly content: SchemaContent;
}

/** @throws RegistryError 40901, 42201, 42205, 42208, 42210 */
export function registerSchema(registry: Registry, subject: string, asked: SchemaRequest, { normalize = false }: RegisterOptions = {}): Decision<RegisteredSchema> {
  // Other tags make another version, which is named in its metadata.
  const request = hasTags(asked) ? { ...asked, version: asked.version ?? latestVersion } : asked;
  if (request.ruleSet !== undefined) checkRuleSet(request.ruleSet);
  if (!isValidSubject(subject, { rejectsEmpty: registry.rules.rejectsEmptySubject })) throw invalidSubject(subject);
  const mode = modeOf(registry, subject);
  checkMode(mode, subject, request);
  const propagated = propagatedAlready(registry, subject, request, normalize);
  if (propagated !== undefined) return { records: [], response: registered(propagated) };
  const versions = registry.state.versions(subject);
  const newVersion = (versions.at(-1)?.version ?? 0) + 1;
  const canonical = understood(registry, subject, request, { normalize, newVersion, mode });
  checkReferences(registry, subject, canonical.content);

  const known = registry.state.context(contextOf(subject))?.withGuid(canonical.content.guid);
  const isKnown = known !== undefined && (request.id === undefined || request.id < 0 || request.id === known.id);
  const own = (request.version ?? 0) === 0 ? ownVersion(registry, versions, canonical, request) : undefined;
  if (own !== undefined) return { records: [], response: registered(own) };

  if (!isImport(mode) && request.force !== true) {
    const messages = incompatibilityMessages(registry, subject, canonical.parsed, versions.filter((stored) => !stored.deleted));
    if (messages.length > 0) throw incompatibleSchema(registry.rules.incompatibleCode, subject, messages);
  }
  const version = versionToBe(request, newVersion, mode);
  const id = idToBe(registry, subject, request, isKnown ? known : undefined, canonical.content);
  return {
    records: [...newContext(registry, subject), ...replacedVersions(registry, versions, id, version), schemaRecord(subject, version, id, canonical.content)],
    response: { id, version, content: canonical.content },
  };
}

/** What any instance can answer by itself: the schema is there, and nothing configured would change it. */
export function registeredAlready(registry: Registry, subject: string, request: SchemaRequest, { normalize = false }: RegisterOptions = {}): RegisteredSchema | undefined {
  if ((request.version ?? 0) !== 0 || (request.id ?? -1) >= 0 || hasDefaultsOrOverrides(configOf(registry, subject))) return undefined;
  if ((request.schema ?? '').trim() === '' || hasTags(request) || request.propagateSchemaTags === true) return undefined;
  const found = lookupDraft(registry, subject, draftOf(request), { normalize });
  return found === undefined ? undefined : registered(found);
}

/** With the tags that it takes over it may be there. */
function propagatedAlready(registry: Registry, subject: string, request: SchemaRequest, normalize: boolean): StoredVersion | undefined {
  if (request.propagateSchemaTags !== true || (request.version ?? 0) !== 0 || (request.id ?? -1) >= 0 || (request.schema ?? '').trim() === '') return undefined;
  return lookupDraft(registry, subject, withPropagatedTags(registry, subject, draftOf(request), registry.state.latest(subject)), { normalize });
}

interface Understanding {
  readonly normalize: boolean;
  readonly newVersion: number;
  readonly mode: Mode;
}

function understood(registry: Registry, subject: string, request: SchemaRequest, { normalize, newVersion, mode }: Understanding): CanonicalSchema {
  const config = configOf(registry, subject);
  const previous = registry.state.latest(subject);
  let draft: SchemaDraft = draftOf(request);
  if (!isImport(mode)) draft = populatedSchema(draft, previous);
  draft = withRequestedTags(registry, subject, draft, request);
  if (!isImport(mode)) {
    if (request.propagateSchemaTags === true) draft = withPropagatedTags(registry, subject, draft, previous);
    draft = populatedContract(config, draft, previous, { isAsked: (request.version ?? 0) !== 0, number: newVersion });
  }
  const isNew = (request.id ?? -1) < 0 && validatesNewSchemas(registry, config);
  return canonicalSchema(registry, subject, draft, { isNew, normalize: normalize || config.normalize === true });
}

function checkMode(mode: Mode, subject: string, { id = -1 }: SchemaRequest): void {
  const where = `Subject ${subject} in context ${contextPrefix(contextOf(subject))}`;
  if (isReadOnly(mode)) throw notPermitted(`${where} is in read-only mode`);
  if (id >= 0 && !isImport(mode)) throw notPermitted(`${where} is not in import mode`);
  if (id < 0 && mode !== 'READWRITE') throw notPermitted(`${where} is not in read-write mode`);
}

/** A subject that lives and dies with its topic cannot be leant on. */
function checkReferences({ state }: Registry, subject: string, { references }: SchemaContent): void {
  for (const reference of references) {
    const target = qualifiedWithin(subject, reference.subject);
    if (findAssociations(state, { subject: target, lifecycle: 'STRONG' }).length > 0) throw notPermitted(`Subject '${reference.subject}' has a strong association and cannot be referenced`);
  }
}

function ownVersion(registry: Registry, versions: readonly StoredVersion[], canonical: CanonicalSchema, { id = -1 }: SchemaRequest): StoredVersion | undefined {
  const undeleted = versions.filter((stored) => !stored.deleted && (id < 0 || stored.id === id));
  return undeleted.findLast((stored) => stored.content.guid === canonical.content.guid) ?? undeleted.findLast((stored) => meansTheSame(registry, canonical, stored));
}

function versionToBe({ version = 0 }: SchemaRequest, newVersion: number, mode: Mode): number {
  if (version <= 0) return newVersion;
  if (version !== newVersion && !isImport(mode)) throw invalidSchema('Version is not one more than previous version');
  return version;
}

/** The id that the schema has in this context already, or was asked to have, or the next. */
function idToBe({ state }: Registry, subject: string, { id: asked = -1 }: SchemaRequest, known: StoredVersion | undefined, content: SchemaContent): number {
  const context = state.context(contextOf(subject));
  if (known !== undefined) return known.id;
  if (asked < 0) return nextId(context?.maxId ?? 0, subject);
  const holder = context?.withId(asked);
  if (holder !== undefined && holder.content.guid !== content.guid) {
    throw notPermitted(`Overwrite new schema with id ${asked} in context ${contextPrefix(contextOf(subject))} is not permitted.`);
  }
  return asked;
}

function newContext({ state }: Registry, subject: string): RegistryRecord[] {
  const context = contextOf(subject);
  if (context === defaultContext || state.context(context)?.isDeclared === true) return [];
  return [{ keytype: 'CONTEXT', tenant: 'default', context, value: {} }];
}

/** Serializers write an id in 32 bits; after an import of the last one there is no next. */
function nextId(maxId: number, subject: string): number {
  if (maxId >= 0x7fff_ffff) throw new RegistryError(50001, `No schema id is left in context ${contextPrefix(contextOf(subject))}`);
  return maxId + 1;
}

/** Deleted versions of the same schema give way to the new one, unless something still refers to them. */
function replacedVersions({ state }: Registry, versions: readonly StoredVersion[], id: number, version: number): RegistryRecord[] {
  return versions
    .filter((stored) => stored.deleted && stored.id === id && stored.version < version && state.referrersOf(stored.subject, stored.version).length === 0)
    .toReversed()
    .map((stored) => ({ keytype: 'SCHEMA', subject: stored.subject, version: stored.version, value: null }));
}

export function schemaRecord(subject: string, version: number, id: number, content: SchemaContent, deleted = false): RegistryRecord {
  return { keytype: 'SCHEMA', subject, version, value: { subject, version, id, ...withoutGuid(content), deleted } };
}

function withoutGuid({ guid: _, ...logged }: SchemaContent): Omit<SchemaContent, 'guid'> {
  return logged;
}

function registered({ id, version, content }: StoredVersion): RegisteredSchema {
  return { id, version, content };
}
