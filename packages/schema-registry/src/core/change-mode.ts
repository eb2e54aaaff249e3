/** Mode of a subject, a context or all. */
import { forwardModeNotGlobal, invalidSubject, modeNotConfigured, notPermitted, referenceExists, subjectNotFound } from './registry-error.js';
import { globalScope, type Mode } from './mode.js';
import { contextPrefix, globalContext, isInScope, isValidSubject, isWholeContext } from './qualified-subject.js';
import { modeOf, type Registry } from './registry.js';
import type { Decision, RegistryRecord } from './registry-record.js';

const allContexts = contextPrefix(globalContext);

/** Null takes the mode away. @throws RegistryError 42204, 42205, 42206, 42208 */
export function updateMode(registry: Registry, scope: string, mode: Mode | null, force: boolean): Decision<Mode | null> {
  if (scope !== globalScope && !isValidSubject(scope, { allowsGlobal: true })) throw invalidSubject(scope);
  if (mode === 'FORWARD' && scope !== allContexts) throw forwardModeNotGlobal();
  checkMutable(registry);
  const emptied = mode === 'IMPORT' && modeOf(registry, scope) !== 'IMPORT' && !force ? clearedForImport(registry, scope) : [];
  return { records: [...emptied, { keytype: 'MODE', subject: scope, value: mode }], response: mode };
}

/** Answers with the mode there was. With `recursive`, modes of all subjects of the context go too. @throws RegistryError 40401, 42205 */
export function deleteMode(registry: Registry, scope: string, recursive: boolean): Decision<Mode> {
  const { state } = registry;
  const old = state.modes.get(scope);
  const isRecursive = recursive && (scope === globalScope || isWholeContext(scope));
  if (old === undefined && scope !== globalScope && !isRecursive) throw subjectNotFound(scope);
  checkMutable(registry);
  const within = isRecursive ? [...state.modes.keys()].filter((other) => other !== scope && other !== globalScope && isInScope(other, scope)).toSorted() : [];
  const records = [scope, ...within].map((subject): RegistryRecord => ({ keytype: 'MODE', subject, value: null }));
  return { records, response: old ?? modeOf(registry, scope) };
}

/** @throws RegistryError 40409 */
export function readMode(registry: Registry, scope: string, defaultToGlobal: boolean): Mode {
  if (defaultToGlobal || scope === globalScope) return modeOf(registry, scope);
  const own = registry.state.modes.get(scope);
  if (own === undefined) throw modeNotConfigured(scope);
  return own;
}

/** Ids come from elsewhere from now on, so nothing may be there that holds one, not even marked as deleted. */
function clearedForImport({ state }: Registry, scope: string): RegistryRecord[] {
  const subjects = state.subjects.filter((subject) => isInScope(subject, scope));
  if (subjects.some((subject) => state.latest(subject) !== undefined)) throw notPermitted('Cannot import since found existing subjects');
  const left = subjects.flatMap((subject) => state.versions(subject));
  for (const { subject, version } of left) if (state.referrersOf(subject, version).length > 0) throw referenceExists(subject, version);
  return [
    ...left.map(({ subject, version }): RegistryRecord => ({ keytype: 'SCHEMA', subject, version, value: null })),
    { keytype: 'CLEAR_SUBJECT', subject: scope, value: {} },
  ];
}

function checkMutable({ rules }: Registry): void {
  if (!rules.allowsModeChanges) throw notPermitted('Mode changes are not allowed');
}
