/** Keys of field encryption, in the log, in requests and in answers: the members in Confluent's order. */
import { dekAlgorithms, invalidKey, usualAlgorithm, type Dek, type DekAlgorithm, type DekKey, type Kek } from '../core/encryption-key.js';
import type { AskedDek, KekChange } from '../core/change-keys.js';
import { text, type JsonMembers } from './json-members.js';

export function kekMembers({ name, kmsType, kmsKeyId, kmsProps, doc, shared, deleted }: Kek): object {
  return { ...kekEntityMembers({ name, kmsType, kmsKeyId, shared, ...(kmsProps === undefined ? {} : { kmsProps }), ...(doc === undefined ? {} : { doc }) }), deleted };
}

/** As it is answered. */
export function kekEntity(kek: Kek): object {
  return { ...kekEntityMembers(kek), ...written(kek) };
}

export function dekMembers({ kekName, subject, algorithm, version, encryptedKeyMaterial, deleted }: Dek): object {
  return { kekName, subject, algorithm, version, encryptedKeyMaterial, deleted };
}

/** As it is answered. */
export function dekEntity(dek: Dek): object {
  const { kekName, subject, version, algorithm, encryptedKeyMaterial } = dek;
  return { kekName, subject, version, algorithm, encryptedKeyMaterial, ...written(dek) };
}

/** Of the log, or of a request to create one. @throws TypeError */
export function readKek(members: JsonMembers, name: string): Kek {
  const kmsProps = sorted(members.optionalRecord('kmsProps', text));
  const doc = members.optionalString('doc');
  return {
    name,
    kmsType: members.optionalString('kmsType') ?? '',
    kmsKeyId: members.optionalString('kmsKeyId') ?? '',
    ...(kmsProps === undefined ? {} : { kmsProps }),
    ...(doc === undefined ? {} : { doc }),
    shared: members.optionalBoolean('shared') ?? false,
    deleted: members.optionalBoolean('deleted') ?? false,
  };
}

/** @throws TypeError */
export function readKekChange(members: JsonMembers): KekChange {
  const kmsProps = members.isNull('kmsProps') ? null : sorted(members.optionalRecord('kmsProps', text));
  const doc = members.isNull('doc') ? null : members.optionalString('doc');
  const shared = members.optionalBoolean('shared');
  return { ...(kmsProps === undefined ? {} : { kmsProps }), ...(doc === undefined ? {} : { doc }), ...(shared === undefined ? {} : { shared }) };
}

/** Of the log. @throws TypeError */
export function readDek(members: JsonMembers, { kekName, subject, algorithm, version }: DekKey): Dek {
  return { kekName, subject, algorithm, version, encryptedKeyMaterial: members.string('encryptedKeyMaterial'), deleted: members.optionalBoolean('deleted') ?? false };
}

/** Of a request. @throws TypeError, RegistryError 42271 */
export function readAskedDek(members: JsonMembers, kekName: string, subject: string): AskedDek {
  const word = members.optionalString('algorithm');
  const algorithm = word === undefined ? usualAlgorithm : algorithmNamed(word);
  if (algorithm === undefined) throw new TypeError(`algorithm: '${word}' is none of ${dekAlgorithms.join(', ')}`);
  const version = members.optionalInteger('version') ?? 1;
  if (version < 1) throw invalidKey('version');
  return { kekName, subject, algorithm, version, encryptedKeyMaterial: members.optionalString('encryptedKeyMaterial'), deleted: members.optionalBoolean('deleted') ?? false };
}

export function algorithmNamed(word: string): DekAlgorithm | undefined {
  return dekAlgorithms.find((algorithm) => algorithm === word);
}

function sorted(props: Record<string, string> | undefined): Record<string, string> | undefined {
  return props === undefined ? undefined : Object.fromEntries(Object.entries(props).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function kekEntityMembers({ name, kmsType, kmsKeyId, kmsProps, doc, shared }: Omit<Kek, 'deleted'>): object {
  return { name, kmsType, kmsKeyId, ...(kmsProps === undefined ? {} : { kmsProps }), ...(doc === undefined ? {} : { doc }), shared };
}

function written({ writtenAtMs, deleted }: Pick<Kek, 'writtenAtMs' | 'deleted'>): object {
  return { ...(writtenAtMs === undefined ? {} : { ts: writtenAtMs }), ...(deleted ? { deleted } : {}) };
}
