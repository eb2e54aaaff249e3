/**
 * Makes and changes associations of a resource. The decision is taken twice: before the schemas that come with it are
 * registered, so that nothing is written when anything is wrong, and once more when they are.
 */
import { associationKeyText, findAssociations, type Association, type Lifecycle } from './association.js';
import {
  checkedRequest, checkSubjectOf, frozenUnlike, ownSubject, withDefaults, weakWithSchema,
  type AssociationOptions, type AssociationRequest, type CheckedAssociation, type CheckedRequest, type Resource,
} from './association-request.js';
import { canonicalSchema } from './canonical-schema.js';
import { resolveAlias } from './change-config.js';
import { incompatibilityMessages } from './check-compatibility.js';
import { checkWritable } from './delete-subject.js';
import { lookupDraft } from './lookup-schema.js';
import { isImport } from './mode.js';
import { qualifiedWithin } from './qualified-subject.js';
import { configOf, modeOf, validatesNewSchemas, type Registry } from './registry.js';
import {
  associationFrozen, incompatibleSchema, invalidAssociation, noActiveVersion, referenceToSubject, resourceAssociationExists, strongAssociationExists, subjectAssociationExists,
} from './registry-error.js';
import type { Decision } from './registry-record.js';
import { draftOf, type SchemaRequest } from './schema-request.js';

/** What one association is to be. */
export interface SettledAssociation {
  readonly association: Association;
  /** To be registered under its subject before. */
  readonly schema: SchemaRequest | undefined;
  readonly normalize: boolean;
}

export interface ChangeOptions extends AssociationOptions {
  /** The context that subjects without one are meant in: `:.orders:`, empty for the default one. */
  readonly context: string;
  /** For a new association. */
  readonly newGuid: () => string;
}

/** @throws RegistryError 40901, 40903, 40904, 40905, 40907, 40908, 42201, 42205, 42206, 42212 */
export function changeAssociations(registry: Registry, asked: AssociationRequest, options: ChangeOptions): Decision<SettledAssociation[]> {
  const request = inContext(registry, checkedRequest(asked, options), options.context);
  const stored = storedOf(registry, request, options);
  const intents = request.associations.map((one) => intended(registry, request, one, stored.find(({ associationType }) => associationType === one.associationType), options));
  checkUniform(registry, request, intents);
  for (const intent of intents) checkSubject(registry, intents, intent);
  for (const intent of intents) checkCompatibility(registry, intent);
  const settled = intents.map((intent) => settledAssociation(request, intent, options));
  const records = settled.filter((_, index) => !intents[index]!.isKept).map(({ association }) => {
    const { tenant, resourceName, resourceNamespace, resourceType, associationType, subject } = association;
    return { keytype: 'ASSOC', tenant, resourceName, resourceNamespace, resourceType, associationType, subject, value: association } as const;
  });
  return { records, response: settled };
}

interface Intent {
  readonly asked: CheckedAssociation;
  readonly old: Association | undefined;
  readonly subject: string;
  readonly lifecycle: Lifecycle;
  readonly frozen: boolean;
  /** It is there already just as it is asked for. */
  readonly isKept: boolean;
}

function inContext(registry: Registry, request: CheckedRequest, context: string): CheckedRequest {
  const associations = request.associations.map((asked) => {
    if (asked.subject === undefined) return asked;
    const subject = resolveAlias(registry, qualifiedWithin(context, asked.subject));
    checkWritable(registry, subject);
    return { ...asked, subject };
  });
  return { ...request, associations };
}

/** Of a topic that may not be there yet, those of the one that had its name last. */
function storedOf({ state }: Registry, { resourceId, resourceName, resourceNamespace, resourceType }: Resource, { isCreate, isDryRun }: AssociationOptions): Association[] {
  if (resourceId !== undefined || !isCreate || !isDryRun) return findAssociations(state, { resourceId: resourceId ?? '', resourceType });
  return ofLatestResource(findAssociations(state, { resourceName, resourceNamespace, resourceType }));
}

function ofLatestResource(associations: readonly Association[]): Association[] {
  const [latest] = associations.toSorted((left, right) => (right.updatedAtMs ?? 0) - (left.updatedAtMs ?? 0) || (left.resourceId < right.resourceId ? 1 : -1));
  return associations.filter(({ resourceId }) => resourceId === latest?.resourceId);
}

function intended(registry: Registry, request: CheckedRequest, given: CheckedAssociation, old: Association | undefined, { isCreate }: AssociationOptions): Intent {
  if (old === undefined && !isCreate && given.schema !== undefined) throw invalidAssociation('schema', 'comes only with an association that is made together with its topic');
  const asked = old === undefined && !isCreate ? withDefaults(given) : given;
  const lifecycle = asked.lifecycle ?? old?.lifecycle ?? 'WEAK';
  const own = ownSubject(request, asked.associationType);
  const subject = asked.subject ?? old?.subject ?? (lifecycle === 'STRONG' ? own : undefined);
  if (subject === undefined) throw invalidAssociation('subject', 'must be there for a WEAK association');
  if (lifecycle === 'WEAK' && asked.schema !== undefined) throw weakWithSchema();
  const frozen = asked.frozen ?? old?.frozen ?? lifecycle === 'STRONG';
  if (lifecycle === 'WEAK') checkSubjectOf(request, asked.associationType, subject, { lifecycle, frozen: false });
  // Also refuses to make a WEAK one STRONG.
  if (frozen !== (lifecycle === 'STRONG')) throw frozenUnlike(lifecycle, frozen);
  checkSubjectOf(request, asked.associationType, subject, { lifecycle, frozen: old?.frozen ?? frozen });
  const intent = { asked, old, subject, lifecycle, frozen };
  if (old === undefined) {
    checkNew(registry, intent, isCreate);
    return { ...intent, isKept: false };
  }
  if (isSame(old, intent)) {
    const isOtherSchema = isCreate && asked.schema !== undefined && !hasSchema(registry, subject, asked);
    if (isOtherSchema) throw resourceAssociationExists(old.associationType, old.resourceName);
    return { ...intent, isKept: true };
  }
  if (isCreate) throw resourceAssociationExists(old.associationType, old.resourceName);
  checkChange(old, intent);
  return { ...intent, isKept: false };
}

function isSame(old: Association, { asked, subject }: Pick<Intent, 'asked' | 'subject'>): boolean {
  return old.subject === subject && (asked.lifecycle ?? old.lifecycle) === old.lifecycle && (asked.frozen ?? old.frozen) === old.frozen;
}

/** STRONG ones are made with their topic and its first schema; those that are copied from elsewhere are as they are. */
function checkNew(registry: Registry, { asked, subject, lifecycle, frozen }: Omit<Intent, 'isKept'>, isCreate: boolean): void {
  if (isImport(modeOf(registry, subject))) return;
  if (!isCreate && lifecycle === 'STRONG') throw invalidAssociation('lifecycle', 'cannot be STRONG unless the association is made together with its topic');
  if (!frozen) return;
  if (isCreate && asked.schema === undefined) throw invalidAssociation('schema', 'must be there for a frozen association');
  const latest = registry.state.latest(subject);
  if (latest !== undefined && (latest.version !== 1 || !hasSchema(registry, subject, asked))) {
    throw invalidAssociation('frozen', 'an association cannot be made frozen when its subject has schemas');
  }
}

function checkChange(old: Association, { asked, subject }: Pick<Intent, 'asked' | 'subject'>): void {
  if (asked.lifecycle === undefined && asked.schema === undefined) throw invalidAssociation('lifecycle', 'or a schema must be there for a change');
  if (old.subject !== subject) throw invalidAssociation('subject', `cannot be changed from '${old.subject}' to '${subject}'`);
  if (asked.frozen !== undefined && asked.frozen !== old.frozen) throw invalidAssociation('frozen', 'cannot be changed');
  if (old.frozen) throw associationFrozen(old.associationType, old.subject);
}

function hasSchema(registry: Registry, subject: string, { schema, normalize }: CheckedAssociation): boolean {
  return schema !== undefined && lookupDraft(registry, subject, draftOf(schema), { normalize: normalize === true }) !== undefined;
}

/** A topic is served by subjects of its own, or by shared ones, and not by one of each. */
function checkUniform({ state }: Registry, { resourceId, resourceName, resourceNamespace, resourceType }: Resource, intents: readonly Intent[]): void {
  const stored = resourceId === undefined ? ofLatestResource(findAssociations(state, { resourceName, resourceNamespace, resourceType })) : findAssociations(state, { resourceId, resourceType });
  const lifecycles = new Map<string, Lifecycle>(stored.map((association) => [association.associationType, association.lifecycle]));
  for (const { asked, lifecycle } of intents) lifecycles.set(asked.associationType, lifecycle);
  if (new Set(lifecycles.values()).size <= 1) return;
  throw invalidAssociation('lifecycle', `must be the same for all associations of a resource, and would be ${[...lifecycles].map(([type, lifecycle]) => `${type}=${lifecycle}`).join(', ')}`);
}

/** What else is tied to the subject, or leans on it. */
function checkSubject(registry: Registry, all: readonly Intent[], { asked, old, subject, lifecycle }: Intent): void {
  const { state } = registry;
  if (asked.schema !== undefined && isImport(modeOf(registry, subject))) throw invalidAssociation('schema', `cannot be there while subject '${subject}' is in IMPORT mode`);
  if (asked.schema === undefined && state.latest(subject) === undefined) throw noActiveVersion(subject);
  const ownKey = old === undefined ? null : associationKeyText(old);
  const others = findAssociations(state, { subject }).filter((other) => associationKeyText(other) !== ownKey || other.resourceId !== old?.resourceId);
  if (lifecycle === 'WEAK') {
    if (others.some((other) => other.lifecycle === 'STRONG')) throw strongAssociationExists(subject);
    return;
  }
  if (others.length > 0) throw subjectAssociationExists(subject);
  const isReferenced = state.versions(subject).some(({ version }) => state.referrersOf(subject, version).length > 0);
  const willBe = all.some((other) => (other.asked.schema?.references ?? []).some((reference) => qualifiedWithin(other.subject, reference.subject) === subject));
  if (isReferenced || willBe) throw referenceToSubject(subject);
}

function checkCompatibility(registry: Registry, { asked: { schema, normalize }, subject }: Intent): void {
  if (schema === undefined) return;
  const { parsed } = canonicalSchema(registry, subject, draftOf(schema), { isNew: validatesNewSchemas(registry, configOf(registry, subject)), normalize: normalize === true });
  const messages = incompatibilityMessages(registry, subject, parsed, registry.state.versions(subject).filter((stored) => !stored.deleted));
  if (messages.length > 0) throw incompatibleSchema(registry.rules.incompatibleCode, subject, messages);
}

function settledAssociation(request: CheckedRequest, { asked, old, subject, lifecycle, frozen }: Intent, { newGuid }: ChangeOptions): SettledAssociation {
  const { resourceName, resourceNamespace, resourceId = '', resourceType } = request;
  const fresh = { tenant: 'default', resourceName, resourceNamespace, resourceType, associationType: asked.associationType, subject, guid: old?.guid ?? newGuid(), resourceId };
  return { association: { ...fresh, ...old, lifecycle, frozen }, schema: asked.schema, normalize: asked.normalize === true };
}
