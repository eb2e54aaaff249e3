import { updateMode } from '../../core/change-mode.js';
import { modeNamed, type Mode } from '../../core/mode.js';
import { invalidMode } from '../../core/registry-error.js';
import type { JsonMembers } from '../../records/json-members.js';
import type { Call } from '../call.js';
import type { Route } from '../route.js';

const example = { mode: 'READONLY' };

export const updateGlobalModeRoute: Route = {
  method: 'PUT',
  path: '/mode',
  summary: 'Sets the mode of all subjects of the default context',
  access: 'administer',
  query: { force: 'boolean' },
  body: example,
  handle: (call) => update(call, ''),
};

export const updateModeRoute: Route = {
  method: 'PUT',
  path: '/mode/:subject',
  summary: 'Sets the mode of a subject, or of a context as `:.name:`; null takes it away',
  access: 'write',
  query: { force: 'boolean' },
  body: example,
  handle: (call) => update(call, call.scope()),
};

function update(call: Call, scope: string): Promise<unknown> {
  const mode = call.body(readMode);
  return call.write('updateMode', (registry) => updateMode(registry, scope, mode, call.flag('force')), (set) => (set === null ? {} : { mode: set }));
}

function readMode(members: JsonMembers): Mode | null {
  if (members.isNull('mode')) return null;
  const mode = modeNamed(members.optionalString('mode') ?? '');
  if (mode === undefined) throw invalidMode();
  return mode;
}
