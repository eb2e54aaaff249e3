/** A subject tied to a resource, as a topic: STRONG ones live and die with it. */
import type { RegistryState } from './registry-state.js';

/** STRONG: the subject is the topic's own, frozen with its first schema; WEAK: the topic uses a subject that others may use too. */
export type Lifecycle = 'STRONG' | 'WEAK';

export interface AssociationKey {
  readonly tenant: string;
  readonly resourceName: string;
  readonly resourceNamespace: string;
  readonly resourceType: string;
  readonly associationType: string;
  readonly subject: string;
}

export interface Association extends AssociationKey {
  readonly guid: string;
  readonly resourceId: string;
  readonly lifecycle: Lifecycle;
  readonly frozen: boolean;
  /** When it was first made, and when last changed: the times of its records. */
  readonly createdAtMs?: number;
  readonly updatedAtMs?: number;
}

export function associationKeyText(key: AssociationKey): string {
  return JSON.stringify([key.tenant, key.resourceName, key.resourceNamespace, key.resourceType, key.associationType, key.subject]);
}

/** What is not named may be anything; so may a type when none is listed. */
export interface AssociationFilter {
  readonly subject?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly resourceNamespace?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly associationTypes?: readonly string[] | undefined;
  readonly lifecycle?: Lifecycle | undefined;
}

const exactMembers = ['subject', 'resourceId', 'resourceName', 'resourceNamespace', 'resourceType', 'lifecycle'] as const;

/** In order of resource, type and subject. */
export function findAssociations({ associations }: RegistryState, filter: AssociationFilter): Association[] {
  const { associationTypes = [] } = filter;
  const members = exactMembers.filter((member) => filter[member] !== undefined);
  return [...associations.values()]
    .filter((association) => members.every((member) => association[member] === filter[member]))
    .filter(({ associationType }) => associationTypes.length === 0 || associationTypes.includes(associationType))
    .toSorted((left, right) => compareTexts(orderOf(left), orderOf(right)));
}

function orderOf({ resourceName, resourceNamespace, resourceType, associationType, subject }: Association): string[] {
  return [resourceName, resourceNamespace, resourceType, associationType, subject];
}

function compareTexts(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((text, index) => text !== right[index]);
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}
