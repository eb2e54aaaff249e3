/** What is asked of the associations of one resource, checked as far as that goes without a look at the registry. */
import type { Lifecycle } from './association.js';
import { hasControlCharacters, normalizedSubject } from './qualified-subject.js';
import { invalidAssociation } from './registry-error.js';
import type { SchemaRequest } from './schema-request.js';

export const topicResource = 'topic';
const longestName = 256;

/** One type of association, as it came. */
export interface AskedAssociation {
  readonly subject?: string | undefined;
  readonly associationType?: string | undefined;
  readonly lifecycle?: Lifecycle | undefined;
  readonly frozen?: boolean | undefined;
  /** The first schema of the subject. */
  readonly schema?: SchemaRequest | undefined;
  readonly normalize?: boolean | undefined;
}

export interface AssociationRequest {
  readonly resourceName?: string | undefined;
  readonly resourceNamespace?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly associations?: readonly AskedAssociation[] | undefined;
}

export interface Resource {
  readonly resourceName: string;
  readonly resourceNamespace: string;
  /** Only a request that is not carried out may lack it: the topic may not be there yet. */
  readonly resourceId: string | undefined;
  readonly resourceType: string;
}

export interface CheckedAssociation extends AskedAssociation {
  readonly associationType: string;
}

export interface CheckedRequest extends Resource {
  readonly associations: readonly CheckedAssociation[];
}

export interface AssociationOptions {
  /** Else those that are there are changed, and those that are not are made. */
  readonly isCreate: boolean;
  readonly isDryRun: boolean;
}

/** @throws RegistryError 42212 */
export function checkedRequest(request: AssociationRequest, { isCreate, isDryRun }: AssociationOptions): CheckedRequest {
  const resource = checkedResource(request, isDryRun);
  if ((request.associations ?? []).length === 0) throw invalidAssociation('associations', 'cannot be null or empty');
  const associations = request.associations!.map((asked) => checkedAssociation(resource, asked, isCreate));
  checkDistinct(associations);
  return { ...resource, associations };
}

/** @throws RegistryError 42212 */
export function checkDistinct(associations: readonly { readonly associationType: string }[]): void {
  const types = associations.map(({ associationType }) => associationType);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice !== undefined) throw invalidAssociation('associationType', `'${twice}' is there more than once`);
}

/** @throws RegistryError 42212 */
export function checkedResource({ resourceName, resourceNamespace, resourceId, resourceType }: AssociationRequest, isDryRun: boolean): Resource {
  const isNamed = (resourceType ?? '') !== '';
  if (isNamed && resourceType !== topicResource) throw invalidAssociation('resourceType', `must be '${topicResource}'`);
  if (!isDryRun && (resourceId ?? '') === '') throw invalidAssociation('resourceId', 'cannot be null or empty');
  return { resourceName: checkedName(resourceName, 'resourceName'), resourceNamespace: checkedName(resourceNamespace, 'resourceNamespace'), resourceId, resourceType: topicResource };
}

/** @throws RegistryError 42212 */
export function checkedType(type: string | undefined): string {
  if (type === undefined || type === '') return 'value';
  if (type !== 'key' && type !== 'value') throw invalidAssociation('associationType', "must be either 'key' or 'value'");
  return type;
}

/** The subject that is the resource's own: a context for its namespace, and its name. */
export function ownSubject({ resourceNamespace, resourceName }: Pick<Resource, 'resourceNamespace' | 'resourceName'>, type: string): string {
  return `:.${resourceNamespace}:${resourceName}-${type}`;
}

/**
 * With what is not said filled in, for an association that is new. A schema makes it STRONG; without one it is WEAK unless it
 * is said to be STRONG. @throws RegistryError 42212
 */
export function withDefaults<Asked extends AskedAssociation>(asked: Asked): Asked & { readonly lifecycle: Lifecycle; readonly frozen: boolean } {
  const { schema, frozen } = asked;
  if (schema !== undefined && asked.lifecycle === 'WEAK') throw weakWithSchema();
  if (schema !== undefined && frozen === false) throw invalidAssociation('frozen', 'cannot be false beside a schema');
  const lifecycle = asked.lifecycle ?? (schema === undefined ? 'WEAK' : 'STRONG');
  const isStrong = lifecycle === 'STRONG';
  if (frozen !== undefined && frozen !== isStrong) throw frozenUnlike(lifecycle, frozen);
  return { ...asked, lifecycle, frozen: isStrong };
}

/** A STRONG association has the resource's own subject, a WEAK one any other. @throws RegistryError 42212 */
export function checkSubjectOf(resource: Pick<Resource, 'resourceNamespace' | 'resourceName'>, type: string, subject: string, { lifecycle, frozen }: { lifecycle: Lifecycle; frozen: boolean }): void {
  const own = ownSubject(resource, type);
  if (frozen && subject !== own) throw invalidAssociation('subject', `a frozen association must use subject '${own}'`);
  if (lifecycle === 'WEAK' && subject === own) throw invalidAssociation('subject', `a WEAK association cannot use subject '${own}'`);
}

export const weakWithSchema = (): Error => invalidAssociation('lifecycle', 'cannot be WEAK beside a schema');
export const frozenUnlike = (lifecycle: Lifecycle, frozen: boolean): Error =>
  invalidAssociation('frozen', `an association with lifecycle of ${lifecycle} cannot be frozen=${frozen}`);

function checkedAssociation(resource: Resource, asked: AskedAssociation, isCreate: boolean): CheckedAssociation {
  const associationType = checkedType(asked.associationType);
  const subject = asked.subject === undefined ? undefined : checkedSubject(asked.subject);
  if (!isCreate) {
    if (asked.lifecycle === 'WEAK' && asked.schema !== undefined) throw weakWithSchema();
    if (asked.lifecycle === 'WEAK' && asked.frozen === true) throw frozenUnlike('WEAK', true);
    return { ...asked, associationType, subject };
  }
  const whole = withDefaults(asked);
  if (subject === undefined && whole.lifecycle === 'WEAK') throw invalidAssociation('subject', 'must be there for a WEAK association');
  const its = subject ?? ownSubject(resource, associationType);
  checkSubjectOf(resource, associationType, its, whole);
  return { ...whole, associationType, subject: its };
}

function checkedName(name: string | undefined, property: string): string {
  if (name === undefined || name === '') throw invalidAssociation(property, 'cannot be null or empty');
  if (name.length > longestName) throw invalidAssociation(property, `is longer than ${longestName}`);
  // Confluent's registry has no dot here, though topics may have one in their names.
  const illegal = /[^\p{L}\p{Nd}._-]/u.exec(name);
  if (illegal !== null) throw invalidAssociation(property, `illegal character '${illegal[0]}'`);
  return name;
}

function checkedSubject(subject: string): string {
  if (subject === '' || hasControlCharacters(subject)) throw invalidAssociation('subject', 'cannot be empty or have control characters');
  return normalizedSubject(subject);
}
