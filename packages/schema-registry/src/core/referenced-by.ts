import { contextOf } from './qualified-subject.js';
import type { Registry } from './registry.js';
import type { StoredVersion } from './stored-version.js';

/** The ids of schemas that refer to a version, in order of context and id. */
export function referencedBy({ state }: Registry, { subject, version }: StoredVersion, deleted: boolean): number[] {
  const referrers = state.referrersOf(subject, version).filter((referrer) => deleted || !referrer.deleted);
  const byContextAndId = new Map(referrers.map((referrer) => [`${contextOf(referrer.subject)} ${referrer.id}`, { context: contextOf(referrer.subject), id: referrer.id }]));
  return [...byContextAndId.values()].toSorted((a, b) => (a.context < b.context ? -1 : a.context > b.context ? 1 : a.id - b.id)).map(({ id }) => id);
}
