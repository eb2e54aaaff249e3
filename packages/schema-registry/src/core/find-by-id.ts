/** Schemas by id or guid. Ids are of a context: which one is told by a subject, or tried out. */
import { defaultContext, parseSubject } from './qualified-subject.js';
import type { Registry } from './registry.js';
import { schemaNotFound, schemaOfIdNotFound } from './registry-error.js';
import type { ContextIndex } from './context-index.js';
import type { RegistryState } from './registry-state.js';
import type { StoredVersion } from './stored-version.js';

export interface ContextId {
  readonly context: string;
  readonly id: number;
}

/** Schemas of deleted versions resolve: data written with them may still be there. @throws RegistryError 40403 */
export function findById({ state }: Registry, id: number, subject: string): StoredVersion {
  const found = contextWithId(state, id, subject)?.withId(id);
  if (found === undefined) throw schemaOfIdNotFound(id);
  return inSubject(state, found, subject);
}

/** @throws RegistryError 40403 */
export function findByGuid({ state }: Registry, guid: string): StoredVersion {
  const wanted = guid.toLowerCase();
  const contexts = [defaultContext, ...state.contexts];
  const found = contexts.map((context) => state.context(context)?.withGuid(wanted)).find((stored) => stored !== undefined);
  if (found === undefined) throw schemaOfIdNotFound(guid);
  return found;
}

/** @throws RegistryError 40403 */
export function idsOfGuid({ state }: Registry, guid: string): ContextId[] {
  const wanted = guid.toLowerCase();
  const ids = state.contexts.flatMap((context): ContextId[] => {
    const stored = state.context(context)?.withGuid(wanted);
    return stored === undefined ? [] : [{ context, id: stored.id }];
  });
  if (ids.length === 0) throw schemaOfIdNotFound(guid);
  return ids;
}

/** All versions that have the schema of an id. @throws RegistryError 40403 */
export function versionsWithId({ state }: Registry, id: number, subject: string, deleted: boolean): StoredVersion[] {
  const context = contextWithId(state, id, subject);
  if (context === undefined) throw schemaNotFound();
  const { name } = parseSubject(subject);
  const own = context.versionsOfId(id).filter((stored) => (deleted || !stored.deleted) && (name === '' || parseSubject(stored.subject).name === name));
  return own.toSorted((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.version - b.version));
}

export function maxIdOf({ state }: Registry, subject: string): number {
  return state.context(parseSubject(subject).context)?.maxId ?? 0;
}

/** The context of a qualified subject and no other. Else the default one, then one where this subject has the id, then any. */
function contextWithId(state: RegistryState, id: number, subject: string): ContextIndex | undefined {
  const { context, name } = parseSubject(subject);
  const own = state.context(context);
  if (own?.withId(id) !== undefined) return own;
  if (context !== defaultContext) return undefined;
  const holders = state.contexts.map((other) => state.context(other)).filter((other) => other?.withId(id) !== undefined);
  return holders.find((other) => name !== '' && other?.versionsOfId(id).some((stored) => parseSubject(stored.subject).name === name)) ?? holders[0];
}

/** The version that the named subject has of it, if it has one. */
function inSubject(state: RegistryState, found: StoredVersion, subject: string): StoredVersion {
  const { name } = parseSubject(subject);
  if (name === '') return found;
  return state.versions(subject).findLast((stored) => stored.id === found.id) ?? found;
}
