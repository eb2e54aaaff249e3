import { deleteMode } from '../../core/change-mode.js';
import type { Call } from '../call.js';
import type { Route } from '../route.js';

export const deleteGlobalModeRoute: Route = {
  method: 'DELETE',
  path: '/mode',
  summary: 'Takes away the mode of all subjects of the default context; answers with what it was',
  access: 'administer',
  query: { recursive: 'boolean' },
  handle: (call) => remove(call, ''),
};

export const deleteModeRoute: Route = {
  method: 'DELETE',
  path: '/mode/:subject',
  summary: 'Takes away the mode of a subject; with `recursive` also of all subjects of a context',
  access: 'write',
  query: { recursive: 'boolean' },
  handle: (call) => remove(call, call.scope()),
};

function remove(call: Call, scope: string): Promise<unknown> {
  return call.write('deleteMode', (registry) => deleteMode(registry, scope, call.flag('recursive')), (mode) => ({ mode }));
}
