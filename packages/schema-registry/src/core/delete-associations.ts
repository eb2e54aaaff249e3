/** Deletes associations of a resource; the subjects that were its own go with them when that is asked. */
import { findAssociations, type Association, type AssociationFilter } from './association.js';
import { checkWritable, deleteSubject } from './delete-subject.js';
import { isImport } from './mode.js';
import { modeOf, type Registry } from './registry.js';
import { associationFrozen } from './registry-error.js';
import type { Decision } from './registry-record.js';

/** Without a cascade a frozen one stays. Answers with what was deleted. @throws RegistryError 40908, 42205 */
export function deleteAssociations(registry: Registry, filter: AssociationFilter & { readonly resourceId: string }, cascades: boolean): Decision<Association[]> {
  const associations = findAssociations(registry.state, filter);
  for (const { associationType, subject, frozen } of associations) {
    checkWritable(registry, subject);
    if (frozen && !cascades) throw associationFrozen(associationType, subject);
  }
  const records = associations.map(
    ({ tenant, resourceName, resourceNamespace, resourceType, associationType, subject }) => ({ keytype: 'ASSOC', tenant, resourceName, resourceNamespace, resourceType, associationType, subject, value: null }) as const,
  );
  return { records, response: associations };
}

/** The next step for a subject whose topic is gone: its versions are marked, and then removed. Nothing when it has none, or is a copy. */
export function deleteOwnSubject(registry: Registry, subject: string, permanent: boolean): Decision<number[]> {
  const versions = registry.state.versions(subject);
  const isDone = versions.length === 0 || (!permanent && versions.every((stored) => stored.deleted));
  return isDone || isImport(modeOf(registry, subject)) ? { records: [], response: [] } : deleteSubject(registry, subject, permanent);
}
