/** Keys for the encryption of fields: KEKs name a key in a KMS, DEKs are encrypted with one. The registry sees neither in the clear. */
import { RegistryError } from './registry-error.js';
import { hasControlCharacters } from './qualified-subject.js';
import type { RegistryState } from './registry-state.js';

export const dekAlgorithms = ['AES128_GCM', 'AES256_GCM', 'AES256_SIV'] as const;
export type DekAlgorithm = (typeof dekAlgorithms)[number];
export const usualAlgorithm: DekAlgorithm = 'AES256_GCM';

/** A key encryption key. */
export interface Kek {
  readonly name: string;
  readonly kmsType: string;
  readonly kmsKeyId: string;
  readonly kmsProps?: Readonly<Record<string, string>>;
  readonly doc?: string;
  /** The registry itself may use the key. */
  readonly shared: boolean;
  readonly deleted: boolean;
  /** When its last change was logged; milliseconds since the epoch. */
  readonly writtenAtMs?: number;
}

export interface DekKey {
  readonly kekName: string;
  readonly subject: string;
  readonly algorithm: DekAlgorithm;
  readonly version: number;
}

/** A data encryption key. */
export interface Dek extends DekKey {
  /** Base64. */
  readonly encryptedKeyMaterial: string;
  readonly deleted: boolean;
  readonly writtenAtMs?: number;
}

export const keyNotFound = (name: string): RegistryError => new RegistryError(40470, `Key '${name}' not found`);
export const keyNotSoftDeleted = (name: string): RegistryError => new RegistryError(40471, `Key '${name}' was not deleted first before being permanently deleted`);
export const keySoftDeleted = (name: string): RegistryError => new RegistryError(40472, `Key '${name}' must be undeleted first`);
export const keyExists = (name: string): RegistryError => new RegistryError(40971, `Key '${name}' already exists; use a different value`);
export const tooManyKeys = (max: number): RegistryError => new RegistryError(40972, `A maximum of ${max} keys already exist`);
export const invalidKey = (field: string): RegistryError => new RegistryError(42271, `Invalid or missing value for field '${field}' of key`);
export const keyReferenced = (name: string): RegistryError => new RegistryError(42272, `One or more references exist to the key '${name}'`);
/** The registry has no KMS: what only one with access to the KEK can do. */
export const noKms = (what: 'encrypted' | 'raw', subject: string, { kmsType }: Kek): RegistryError =>
  new RegistryError(50070, `Could not generate ${what} dek for ${subject}: this registry has no access to a KMS of type '${kmsType}'`);

export function dekKeyText({ kekName, subject, algorithm, version }: DekKey): string {
  return JSON.stringify([kekName, subject, algorithm, version]);
}

/** @throws RegistryError 42271 */
export function checkKeyName(name: string | undefined): string {
  if (name === undefined || name.length > 256 || !/^[\p{L}_][\p{L}\p{Nd}_-]*$/u.test(name)) throw invalidKey('name');
  return name;
}

/** @throws RegistryError 42271 */
export function checkKeySubject(subject: string | undefined): string {
  if (subject === undefined || subject === '' || hasControlCharacters(subject)) throw invalidKey('subject');
  return subject;
}

/** @throws RegistryError 40470 */
export function kekNamed({ keks }: RegistryState, name: string, deleted: boolean): Kek {
  const kek = keks.get(name);
  if (kek === undefined || (kek.deleted && !deleted)) throw keyNotFound(name);
  return kek;
}

/** In order of subject, algorithm and version. */
export function findDeks({ deks }: RegistryState, filter: Partial<DekKey>, deleted: boolean): Dek[] {
  const members = (['kekName', 'subject', 'algorithm', 'version'] as const).filter((member) => filter[member] !== undefined);
  return [...deks.values()]
    .filter((dek) => (deleted || !dek.deleted) && members.every((member) => dek[member] === filter[member]))
    .toSorted((left, right) => compare(left.subject, right.subject) || compare(left.algorithm, right.algorithm) || left.version - right.version);
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
