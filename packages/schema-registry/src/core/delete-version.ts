/** Deletes one version of a subject: marked at first, and for good when it is marked. */
import { findAssociations } from './association.js';
import { checkWritable, forgottenSettings } from './delete-subject.js';
import type { Registry } from './registry.js';
import { noActiveVersion, referenceExists, subjectNotFound, versionNotFound, versionNotSoftDeleted, versionSoftDeleted } from './registry-error.js';
import type { Decision } from './registry-record.js';
import { schemaRecord } from './register-schema.js';
import { latestVersion } from './schema-request.js';

/** Answers with the version. @throws RegistryError 40401, 40402, 40406, 40407, 40907, 42205, 42206 */
export function deleteVersion(registry: Registry, subject: string, asked: number, permanent: boolean): Decision<number> {
  const { state } = registry;
  const versions = state.versions(subject);
  if (versions.length === 0) throw subjectNotFound(subject);
  const stored = asked === latestVersion ? state.latest(subject) : state.version(subject, asked);
  if (stored === undefined) throw versionNotFound(asked);
  const { version } = stored;
  if (!permanent && stored.deleted) throw versionSoftDeleted(subject, version);
  checkWritable(registry, subject);
  const isAssociated = findAssociations(state, { subject }).length > 0;
  if (isAssociated && !permanent && !versions.some((other) => other !== stored && !other.deleted)) throw noActiveVersion(subject);
  if (state.referrersOf(subject, version).some((referrer) => permanent || !referrer.deleted)) throw referenceExists(subject, version);
  if (!permanent) return { records: [schemaRecord(subject, version, stored.id, stored.content, true)], response: version };
  if (!stored.deleted) throw versionNotSoftDeleted(subject, version);
  const isLast = versions.length === 1;
  return { records: [{ keytype: 'SCHEMA', subject, version, value: null }, ...(isLast ? forgottenSettings(state, subject) : [])], response: version };
}
