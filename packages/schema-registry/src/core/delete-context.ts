import { contextPrefix, isInScope } from './qualified-subject.js';
import type { Registry } from './registry.js';
import { contextNotEmpty } from './registry-error.js';
import type { Decision } from './registry-record.js';

/** Forgets a context that has no subject left. @throws RegistryError 42211 */
export function deleteContext({ state }: Registry, context: string): Decision<null> {
  if (state.subjects.some((subject) => isInScope(subject, contextPrefix(context)))) throw contextNotEmpty(context);
  return { records: [{ keytype: 'CONTEXT', tenant: 'default', context, value: null }], response: null };
}
