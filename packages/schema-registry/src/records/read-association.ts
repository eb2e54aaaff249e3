/** What is asked of associations, as JSON says it. */
import type { Lifecycle } from '../core/association.js';
import type { AskedAssociation, AssociationRequest } from '../core/association-request.js';
import { invalidAssociation } from '../core/registry-error.js';
import { readSchemaRequest } from '../http/read-schema-request.js';
import { JsonMembers } from './json-members.js';

/** A step of a batch for one resource. */
export type AssociationStep =
  | ({ readonly opType: 'CREATE' | 'UPSERT' } & AskedAssociation)
  | { readonly opType: 'DELETE'; readonly associationType: string | undefined; readonly cascadeLifecycle: boolean };

export interface StepsRequest extends Omit<AssociationRequest, 'associations'> {
  readonly steps: readonly AssociationStep[];
}

export interface AssociationQuery {
  readonly resourceName: string | undefined;
  readonly resourceNamespace: string | undefined;
  readonly resourceId: string | undefined;
  readonly resourceType: string | undefined;
  readonly associationTypes: readonly string[] | undefined;
  readonly lifecycle: Lifecycle | undefined;
}

/** @throws TypeError, RegistryError 42212 */
export function readAssociationRequest(members: JsonMembers): AssociationRequest {
  return { ...readResource(members), associations: members.optionalList('associations', (item, place) => readAsked(new JsonMembers(item, place))) };
}

/** @throws TypeError, RegistryError 42212 */
export function readStepsRequest(members: JsonMembers): StepsRequest {
  return { ...readResource(members), steps: members.optionalList('associations', (item, place) => readStep(new JsonMembers(item, place), place)) ?? [] };
}

/** @throws TypeError, RegistryError 42212 */
export function readAssociationQuery(members: JsonMembers): AssociationQuery {
  return { ...readResource(members), associationTypes: members.optionalStrings('associationTypes'), lifecycle: readLifecycle(members) };
}

/** The members `requests`, of which there must be some. @throws TypeError, RegistryError 42212 */
export function readRequests(members: JsonMembers): JsonMembers[] {
  const requests = members.optionalList('requests', (item, place) => new JsonMembers(item, place)) ?? [];
  if (requests.length === 0) throw invalidAssociation('requests', 'cannot be null or empty');
  return requests;
}

function readResource(members: JsonMembers): { [Member in 'resourceName' | 'resourceNamespace' | 'resourceId' | 'resourceType']: string | undefined } {
  return {
    resourceName: members.optionalString('resourceName'),
    resourceNamespace: members.optionalString('resourceNamespace'),
    resourceId: members.optionalString('resourceId'),
    resourceType: members.optionalString('resourceType'),
  };
}

function readAsked(members: JsonMembers): AskedAssociation {
  const schema = members.optionalObject('schema');
  return {
    subject: members.optionalString('subject'),
    associationType: members.optionalString('associationType'),
    lifecycle: readLifecycle(members),
    frozen: members.optionalBoolean('frozen'),
    schema: schema === undefined ? undefined : readSchemaRequest(schema),
    normalize: members.optionalBoolean('normalize'),
  };
}

function readStep(members: JsonMembers, place: string): AssociationStep {
  const opType = members.string('opType');
  switch (opType) {
    case 'CREATE':
    case 'UPSERT':
      return { opType, ...readAsked(members) };
    case 'DELETE':
      return { opType, associationType: members.optionalString('associationType'), cascadeLifecycle: members.optionalBoolean('cascadeLifecycle') ?? false };
    default:
      throw new TypeError(`${place}.opType: '${opType}' is none of CREATE, UPSERT, DELETE`);
  }
}

function readLifecycle(members: JsonMembers): Lifecycle | undefined {
  const word = members.optionalString('lifecycle');
  const lifecycle = word === undefined ? undefined : lifecycleNamed(word);
  if (word !== undefined && lifecycle === undefined) throw invalidAssociation('lifecycle', `'${word}' is neither STRONG nor WEAK`);
  return lifecycle;
}

export function lifecycleNamed(word: string): Lifecycle | undefined {
  return word === 'STRONG' || word === 'WEAK' ? word : undefined;
}
