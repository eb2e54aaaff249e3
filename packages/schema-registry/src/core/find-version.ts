/** One version of a subject. */
import { contextOf, contextPrefix, defaultContext } from './qualified-subject.js';
import type { Registry } from './registry.js';
import { schemaNotFound, subjectNotFound, versionNotFound } from './registry-error.js';
import type { RegistryState } from './registry-state.js';
import { latestVersion } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';

/** A plain name is looked for in all contexts where the caller may read it, its own first. @throws RegistryError 40401, 40402 */
export function findVersion({ state }: Registry, subject: string, version: number, deleted: boolean, mayRead: MayRead = anything): StoredVersion {
  for (const candidate of subjectInContexts(state, subject)) {
    if (!mayRead(candidate)) continue;
    const found = versionOf(state, candidate, version, deleted);
    if (found !== undefined) return found;
  }
  if (!hasVersions(state, subject, deleted)) throw subjectNotFound(subject);
  throw versionNotFound(version);
}

/** Whether the caller may read a subject: who named one without a context may not know of the others that have it. */
export type MayRead = (subject: string) => boolean;
export const anything: MayRead = () => true;

/** The newest version whose metadata has all these properties. @throws RegistryError 40401, 40403 */
export function findByMetadata({ state }: Registry, subject: string, properties: ReadonlyMap<string, string>, deleted: boolean): StoredVersion {
  const found = state.versions(subject).findLast((stored) => {
    const own = stored.content.metadata?.properties;
    return own !== undefined && (deleted || !stored.deleted) && [...properties].every(([key, value]) => own[key] === value);
  });
  if (found !== undefined) return found;
  if (!hasVersions(state, subject, deleted)) throw subjectNotFound(subject);
  throw schemaNotFound();
}

export function hasVersions(state: RegistryState, subject: string, deleted: boolean): boolean {
  return state.versions(subject).some((stored) => deleted || !stored.deleted);
}

export function subjectInContexts(state: RegistryState, subject: string): string[] {
  if (contextOf(subject) !== defaultContext) return [subject];
  return [subject, ...state.contexts.filter((context) => context !== defaultContext).map((context) => contextPrefix(context) + subject)];
}

function versionOf(state: RegistryState, subject: string, version: number, deleted: boolean): StoredVersion | undefined {
  if (version === latestVersion) return deleted ? state.versions(subject).at(-1) : state.latest(subject);
  const stored = state.version(subject, version);
  return stored === undefined || (stored.deleted && !deleted) ? undefined : stored;
}
