import { deleteSubject } from '../../core/delete-subject.js';
import type { Route } from '../route.js';

export const deleteSubjectRoute: Route = {
  method: 'DELETE',
  path: '/subjects/:subject',
  summary: 'Deletes all versions of a subject: marks them, and with `permanent` forgets those that are marked',
  access: 'write',
  query: { permanent: 'boolean' },
  handle: (call) => call.write('deleteSubject', (registry) => deleteSubject(registry, call.subject(), call.flag('permanent')), (versions) => versions),
};
