/** What changes keys. A deleted key stays until it is deleted for good; to create it again just as it was brings it back. */
import {
  checkKeyName, checkKeySubject, dekKeyText, findDeks, invalidKey, kekNamed, keyExists, keyNotFound, keyNotSoftDeleted, keyReferenced, keySoftDeleted, noKms, tooManyKeys,
  type Dek, type DekKey, type Kek,
} from './encryption-key.js';
import { isImport } from './mode.js';
import { modeOf, type Registry } from './registry.js';
import type { Decision, RegistryRecord } from './registry-record.js';

/** A DEK as it is asked for: what comes without its material would have to be made with a KMS. */
export type AskedDek = Omit<Dek, 'encryptedKeyMaterial'> & { readonly encryptedKeyMaterial: string | undefined };

/** Members that are null are taken away; what is absent stays. */
export interface KekChange {
  readonly kmsProps?: Kek['kmsProps'] | null;
  readonly doc?: string | null;
  readonly shared?: boolean;
}

/** `dek.registry.max.keys` of Confluent's registry, for KEKs and for DEKs. */
const mostKeys = 20_000;

/** @throws RegistryError 40971, 40972, 42271, 50070 */
export function createKek({ state }: Registry, asked: Kek, testsSharing: boolean): Decision<void> {
  checkKeyName(asked.name);
  if (asked.kmsType === '') throw invalidKey('kmsType');
  if (asked.kmsKeyId === '') throw invalidKey('kmsKeyId');
  if (state.keks.size > mostKeys) throw tooManyKeys(mostKeys);
  const kek = { ...asked, kmsProps: asked.kmsProps ?? {}, kmsType: kmsTypeOf(asked.kmsType) };
  if (testsSharing && kek.shared) throw noKms('encrypted', testSubject, kek);
  const old = state.keks.get(kek.name);
  if (old !== undefined && (old.deleted === kek.deleted || !isSameKek(old, kek))) throw keyExists(kek.name);
  return { records: [kekRecord(kek)], response: undefined };
}

/** @throws RegistryError 40470, 50070 */
export function updateKek({ state }: Registry, name: string, { kmsProps, doc, shared }: KekChange, testsSharing: boolean): Decision<void> {
  const old = kekNamed(state, name, false);
  const { kmsProps: oldProps, doc: oldDoc, ...others } = old;
  const newProps = kmsProps === undefined ? oldProps : (kmsProps ?? undefined);
  const newDoc = doc === undefined ? oldDoc : (doc ?? undefined);
  const kek: Kek = { ...others, shared: shared ?? old.shared, ...(newProps === undefined ? {} : { kmsProps: newProps }), ...(newDoc === undefined ? {} : { doc: newDoc }) };
  if (testsSharing && kek.shared) throw noKms('encrypted', testSubject, kek);
  return { records: isSameKek(old, kek) ? [] : [kekRecord(kek)], response: undefined };
}

/** @throws RegistryError 40470, 40471, 42272 */
export function deleteKek({ state }: Registry, name: string, permanent: boolean): Decision<void> {
  const kek = kekNamed(state, name, true);
  if (findDeks(state, { kekName: name }, permanent).length > 0) throw keyReferenced(name);
  if (permanent && !kek.deleted) throw keyNotSoftDeleted(name);
  if (permanent) return { records: [{ keytype: 'MILLRACE_KEK', name, value: null }], response: undefined };
  return { records: kek.deleted ? [] : [kekRecord({ ...kek, deleted: true })], response: undefined };
}

/** @throws RegistryError 40470 */
export function undeleteKek({ state }: Registry, name: string): Decision<void> {
  const kek = kekNamed(state, name, true);
  return { records: kek.deleted ? [kekRecord({ ...kek, deleted: false })] : [], response: undefined };
}

/** A rewrap replaces one that is there. @throws RegistryError 40470, 40971, 40972, 42271, 50070 */
export function createDek(registry: Registry, asked: AskedDek, rewrap: boolean): Decision<void> {
  const { state } = registry;
  const { kekName, subject, encryptedKeyMaterial } = asked;
  checkKeyName(kekName);
  checkKeySubject(subject);
  const kek = kekNamed(state, kekName, asked.deleted);
  if (state.deks.size > mostKeys) throw tooManyKeys(mostKeys);
  const old = state.deks.get(dekKeyText(asked));
  if (old !== undefined && !rewrap && (old.deleted === asked.deleted || old.encryptedKeyMaterial !== encryptedKeyMaterial)) throw keyExists(subject);
  if (encryptedKeyMaterial === undefined) throw kek.shared ? noKms('encrypted', subject, kek) : invalidKey('encryptedKeyMaterial');
  if (kek.shared && old !== undefined) throw keyExists(subject);
  // A shared key is answered in the clear, save to one that copies keys.
  if (kek.shared && !isImport(modeOf(registry, subject))) throw noKms('raw', subject, kek);
  return { records: [dekRecord({ ...asked, encryptedKeyMaterial })], response: undefined };
}

/** Of one version, or all. @throws RegistryError 40470, 40471 */
export function deleteDeks({ state }: Registry, key: DekFilter, permanent: boolean): Decision<void> {
  kekNamed(state, key.kekName, true);
  const deks = existingDeks(state, key);
  if (permanent && deks.some(({ deleted }) => !deleted)) throw keyNotSoftDeleted(key.subject);
  const records = permanent ? deks.map((dek) => dekTombstone(dek)) : deks.filter(({ deleted }) => !deleted).map((dek) => dekRecord({ ...dek, deleted: true }));
  return { records, response: undefined };
}

/** Of one version, or all. @throws RegistryError 40470, 40472 */
export function undeleteDeks({ state }: Registry, key: DekFilter): Decision<void> {
  if (kekNamed(state, key.kekName, true).deleted) throw keySoftDeleted(key.kekName);
  return { records: existingDeks(state, key).filter(({ deleted }) => deleted).map((dek) => dekRecord({ ...dek, deleted: false })), response: undefined };
}

export type DekFilter = Omit<DekKey, 'version'> & { readonly version?: number };

const testSubject = '__TEST';

function existingDeks(state: Registry['state'], key: DekFilter): Dek[] {
  const deks = findDeks(state, key, true);
  if (deks.length === 0) throw keyNotFound(key.subject);
  return deks;
}

function kekRecord({ writtenAtMs: _, ...value }: Kek): RegistryRecord {
  return { keytype: 'MILLRACE_KEK', name: value.name, value };
}

function dekRecord({ writtenAtMs: _, ...value }: Dek): RegistryRecord {
  const { kekName, subject, algorithm, version } = value;
  return { keytype: 'MILLRACE_DEK', kekName, subject, algorithm, version, value };
}

function dekTombstone({ kekName, subject, algorithm, version }: DekKey): RegistryRecord {
  return { keytype: 'MILLRACE_DEK', kekName, subject, algorithm, version, value: null };
}

/** Names of the same KMS in other words. */
function kmsTypeOf(kmsType: string): string {
  return ['aws', 'azure', 'gcp'].find((cloud) => kmsType.toLowerCase().startsWith(cloud))?.concat('-kms') ?? kmsType;
}

function isSameKek(left: Kek, right: Kek): boolean {
  return comparable(left) === comparable(right);
}

function comparable({ kmsType, kmsKeyId, kmsProps = {}, doc, shared }: Kek): string {
  return JSON.stringify([kmsType, kmsKeyId, Object.entries(kmsProps).toSorted(([left], [right]) => (left < right ? -1 : 1)), doc, shared]);
}
