/** Quotas, SCRAM credentials, ACLs and delegation tokens, each under a key that makes it one of its kind. */
import type { ImmutableMap } from './immutable-map.js';

/** One part of a quota's entity: `user`, `client-id` or `ip`, and its name, null for the default. */
export interface QuotaEntityPart {
  readonly entityType: string;
  readonly entityName: string | null;
}

export interface ClientQuota {
  readonly entity: readonly QuotaEntityPart[];
  /** Quota name, such as `producer_byte_rate`, to its value. */
  readonly values: ReadonlyMap<string, number>;
}

export interface ScramCredential {
  readonly name: string;
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  readonly mechanism: number;
  readonly salt: Uint8Array;
  readonly storedKey: Uint8Array;
  readonly serverKey: Uint8Array;
  readonly iterations: number;
}

export interface AccessControlEntry {
  readonly id: string;
  readonly resourceType: number;
  readonly resourceName: string;
  readonly patternType: number;
  readonly principal: string;
  readonly host: string;
  readonly operation: number;
  readonly permissionType: number;
}

export interface DelegationToken {
  readonly tokenId: string;
  readonly owner: string;
  readonly requester: string;
  readonly renewers: readonly string[];
  /** Milliseconds since 1970. */
  readonly issueTimestamp: number;
  readonly maxTimestamp: number;
  readonly expirationTimestamp: number;
}

export type ClientQuotasImage = ImmutableMap<string, ClientQuota>;
export type ScramImage = ImmutableMap<string, ScramCredential>;
export type AclsImage = ImmutableMap<string, AccessControlEntry>;
export type DelegationTokensImage = ImmutableMap<string, DelegationToken>;

/** The same for the same parts in any order. */
export function quotaKey(entity: readonly QuotaEntityPart[]): string {
  const parts = entity.map((part) => JSON.stringify([part.entityType, part.entityName]));
  return parts.sort().join();
}

export function scramKey(mechanism: number, name: string): string {
  return `${mechanism}:${name}`;
}

/** The quotas of an entity with one put or taken out; undefined when none is left. */
export function withQuota(before: ClientQuota | undefined, entity: readonly QuotaEntityPart[], key: string, value: number | undefined): ClientQuota | undefined {
  const values = new Map(before?.values);
  if (value === undefined) values.delete(key);
  else values.set(key, value);
  return values.size === 0 ? undefined : { entity: before?.entity ?? entity, values };
}
