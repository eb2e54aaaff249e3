/** A subject tied to a resource, as a topic: STRONG ones live and die with it. */
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
