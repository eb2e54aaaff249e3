import { deleteVersion } from '../../core/delete-version.js';
import type { Route } from '../route.js';

export const deleteVersionRoute: Route = {
  method: 'DELETE',
  path: '/subjects/:subject/versions/:version',
  summary: 'Deletes a version: marks it, and with `permanent` forgets one that is marked',
  access: 'write',
  query: { permanent: 'boolean' },
  handle: (call) => {
    const version = call.version();
    return call.write('deleteVersion', (registry) => deleteVersion(registry, call.subject(), version, call.flag('permanent')), (deleted) => deleted);
  },
};
