import { readConfig } from '../../core/change-config.js';
import type { Route } from '../route.js';

export const getGlobalConfigRoute: Route = {
  method: 'GET',
  path: '/config',
  summary: 'What is configured for all subjects of the default context',
  access: 'read-all',
  query: { defaultToGlobal: 'boolean' },
  handle: (call) => readConfig(call.registry, '', call.flag('defaultToGlobal')),
};

export const getConfigRoute: Route = {
  method: 'GET',
  path: '/config/:subject',
  summary: 'What is configured for a subject, or a context as `:.name:`',
  access: 'read',
  query: { defaultToGlobal: 'boolean' },
  handle: (call) => readConfig(call.registry, call.scope(), call.flag('defaultToGlobal')),
};
