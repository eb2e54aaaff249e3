/** Deletes associations of a resource; the subjects that were its own go with them when that is asked. */
import { findAssociations, type Association, type AssociationFilter } from './association.js';
import { checkWritable, forgottenSubject } from './delete-subject.js';
import { isImport } from './mode.js';
import { modeOf, type Registry } from './registry.js';
import { associationFrozen } from './registry-error.js';
import type { Decision } from './registry-record.js';

/**
 * Without a cascade a frozen one stays, and with one its subject goes in the same write: nobody could name it when its association
 * is gone. The subject of a copy stays. Answers with what was deleted. @throws RegistryError 40908, 42205, 42206
 */
export function deleteAssociations(registry: Registry, filter: AssociationFilter & { readonly resourceId: string }, cascades: boolean): Decision<Association[]> {
  const associations = findAssociations(registry.state, filter);
  for (const { associationType, subject, frozen } of associations) {
    checkWritable(registry, subject);
    if (frozen && !cascades) throw associationFrozen(associationType, subject);
  }
  const records = associations.map(
    ({ tenant, resourceName, resourceNamespace, resourceType, associationType, subject }) => ({ keytype: 'ASSOC', tenant, resourceName, resourceNamespace, resourceType, associationType, subject, value: null }) as const,
  );
  const own = associations.filter(({ subject, lifecycle }) => cascades && lifecycle === 'STRONG' && !isImport(modeOf(registry, subject)));
  return { records: [...records, ...own.flatMap(({ subject }) => forgottenSubject(registry, subject))], response: associations };
}
