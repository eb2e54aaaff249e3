import { deleteConfig } from '../../core/change-config.js';
import type { Call } from '../call.js';
import type { Route } from '../route.js';

export const deleteGlobalConfigRoute: Route = {
  method: 'DELETE',
  path: '/config',
  summary: 'Takes away what is configured for all; answers with what it was',
  access: 'administer',
  handle: (call) => remove(call, ''),
};

export const deleteConfigRoute: Route = {
  method: 'DELETE',
  path: '/config/:subject',
  summary: 'Takes away what is configured for a subject; answers with what it was',
  access: 'write',
  handle: (call) => remove(call, call.scope()),
};

function remove(call: Call, scope: string): Promise<unknown> {
  return call.write('deleteConfig', (registry) => deleteConfig(registry, scope), (config) => config);
}
