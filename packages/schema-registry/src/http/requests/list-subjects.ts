import { listSubjects } from '../../core/list-schemas.js';
import type { Route } from '../route.js';
import { deletedFilter } from '../deleted-filter.js';

export const listSubjectsRoute: Route = {
  method: 'GET',
  path: '/subjects',
  summary: 'Subjects in order of their names',
  access: 'read',
  query: { subjectPrefix: 'string', deleted: 'boolean', deletedOnly: 'boolean', offset: 'integer', limit: 'integer' },
  handle: (call) => call.page(call.readable(listSubjects(call.registry, call.text('subjectPrefix') ?? ':*:', deletedFilter(call))), call.settings.subjectPaging),
};
