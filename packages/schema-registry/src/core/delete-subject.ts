/** Deletes all versions of a subject: marked at first, and for good when they are marked. */
import { findAssociations } from './association.js';
import { isReadOnly } from './mode.js';
import { contextOf, contextPrefix } from './qualified-subject.js';
import { modeOf, type Registry } from './registry.js';
import { notPermitted, referenceExists, subjectAssociationExists, subjectNotFound, subjectNotSoftDeleted, subjectSoftDeleted } from './registry-error.js';
import type { Decision, RegistryRecord } from './registry-record.js';
import type { RegistryState } from './registry-state.js';
import type { StoredVersion } from './stored-version.js';

/** Answers with the versions deleted. @throws RegistryError 40401, 40404, 40405, 40904, 42205, 42206 */
export function deleteSubject(registry: Registry, subject: string, permanent: boolean): Decision<number[]> {
  const { state } = registry;
  const all = state.versions(subject);
  const undeleted = all.filter((stored) => !stored.deleted);
  if (all.length === 0) throw subjectNotFound(subject);
  if (undeleted.length === 0 && !permanent) throw subjectSoftDeleted(subject);
  checkWritable(registry, subject);
  if (findAssociations(state, { subject }).length > 0) throw subjectAssociationExists(subject);
  const versions = permanent ? all : undeleted;
  for (const { version, deleted } of versions) {
    // Versions of this subject may refer to each other: they go together.
    if (state.referrersOf(subject, version).some((referrer) => referrer.subject !== subject && (permanent || !referrer.deleted))) throw referenceExists(subject, version);
    if (permanent && !deleted) throw subjectNotSoftDeleted(subject);
  }
  const response = versions.map((stored) => stored.version);
  if (!permanent) return { records: [{ keytype: 'DELETE_SUBJECT', subject, value: { version: response.at(-1) ?? 0 } }], response };
  return { records: [...tombstonesOf(versions), ...forgottenSettings(state, subject)], response };
}

/** All of a subject at once, its marked versions too; nothing when it has none. @throws RegistryError 42206 */
export function forgottenSubject({ state }: Registry, subject: string): RegistryRecord[] {
  const versions = state.versions(subject);
  for (const { version } of versions) if (state.referrersOf(subject, version).some((referrer) => referrer.subject !== subject)) throw referenceExists(subject, version);
  const newest = versions.findLast((stored) => !stored.deleted)?.version;
  const marked: RegistryRecord[] = newest === undefined ? [] : [{ keytype: 'DELETE_SUBJECT', subject, value: { version: newest } }];
  return versions.length === 0 ? [] : [...marked, ...tombstonesOf(versions), ...forgottenSettings(state, subject)];
}

function tombstonesOf(versions: readonly StoredVersion[]): RegistryRecord[] {
  return versions.toReversed().map(({ subject, version }) => ({ keytype: 'SCHEMA', subject, version, value: null }));
}

export function checkWritable(registry: Registry, subject: string): void {
  if (isReadOnly(modeOf(registry, subject))) throw notPermitted(`Subject ${subject} in context ${contextPrefix(contextOf(subject))} is in read-only mode`);
}

/** Mode and config go with the last version. */
export function forgottenSettings(state: RegistryState, subject: string): RegistryRecord[] {
  return [
    ...(state.modes.has(subject) ? [{ keytype: 'MODE', subject, value: null } as const] : []),
    ...(state.configs.has(subject) ? [{ keytype: 'CONFIG', subject, value: null } as const] : []),
  ];
}
