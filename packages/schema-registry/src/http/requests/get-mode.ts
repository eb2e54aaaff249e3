import { readMode } from '../../core/change-mode.js';
import type { Route } from '../route.js';

export const getGlobalModeRoute: Route = {
  method: 'GET',
  path: '/mode',
  summary: 'The mode of all subjects of the default context',
  access: 'read-all',
  query: { defaultToGlobal: 'boolean' },
  handle: (call) => ({ mode: readMode(call.registry, '', call.flag('defaultToGlobal')) }),
};

export const getModeRoute: Route = {
  method: 'GET',
  path: '/mode/:subject',
  summary: 'The mode of a subject, or of a context as `:.name:`',
  access: 'read',
  query: { defaultToGlobal: 'boolean' },
  handle: (call) => ({ mode: readMode(call.registry, call.scope(), call.flag('defaultToGlobal')) }),
};
