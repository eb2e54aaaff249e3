import { findVersion } from '../../core/find-version.js';
import { referencedBy } from '../../core/referenced-by.js';
import type { Route } from '../route.js';

export const referencedByRoute: Route = {
  method: 'GET',
  path: '/subjects/:subject/versions/:version/referencedby',
  summary: 'The ids of schemas that refer to a version',
  access: 'read',
  query: { deleted: 'boolean', offset: 'integer', limit: 'integer' },
  handle: (call) => {
    const version = call.version();
    return call.page(referencedBy(call.registry, findVersion(call.registry, call.subject(), version, true, (subject) => call.mayRead(subject)), call.flag('deleted')), call.settings.schemaPaging);
  },
};
