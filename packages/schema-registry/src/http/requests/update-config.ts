import { updateConfig } from '../../core/change-config.js';
import type { SubjectConfig } from '../../core/subject-config.js';
import { readConfigChange } from '../../records/read-config.js';
import type { Call } from '../call.js';
import { badBody } from '../http-error.js';
import type { Route } from '../route.js';

const example = { compatibility: 'FULL' };

export const updateGlobalConfigRoute: Route = {
  method: 'PUT',
  path: '/config',
  summary: 'Configures all subjects of the default context: what is named changes, null takes it away',
  access: 'administer',
  body: example,
  handle: (call) => update(call, ''),
};

export const updateConfigRoute: Route = {
  method: 'PUT',
  path: '/config/:subject',
  summary: 'Configures a subject, or a context as `:.name:`',
  access: 'write',
  body: example,
  handle: (call) => update(call, call.scope()),
};

function update(call: Call, scope: string): Promise<unknown> {
  const change = call.body((members) => readConfigChange(members, 'compatibility'));
  // It would refuse more than is refused without it.
  if (change.compatibilityPolicy === 'LOGICAL') throw badBody('compatibilityPolicy: the checks of LOGICAL are not there; STRICT and LENIENT are');
  return call.write('updateConfig', (registry) => updateConfig(registry, scope, change), updateEntity);
}

/** Requests say `compatibility` where answers to GET say `compatibilityLevel`. The member keeps its place. */
function updateEntity(config: SubjectConfig): object {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name === 'compatibilityLevel' ? 'compatibility' : name, value as unknown]));
}
