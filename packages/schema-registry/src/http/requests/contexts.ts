import { deleteContext } from '../../core/delete-context.js';
import { listContexts } from '../../core/list-schemas.js';
import { contextNamed } from '../../core/qualified-subject.js';
import { badBody } from '../http-error.js';
import { Answer, type Route } from '../route.js';

export const listContextsRoute: Route = {
  method: 'GET',
  path: '/contexts',
  summary: 'The contexts; `.` is the default one',
  access: 'read-all',
  query: { contextPrefix: 'string', offset: 'integer', limit: 'integer' },
  handle: (call) => call.page(listContexts(call.registry, call.text('contextPrefix') ?? ''), call.settings.contextPaging),
};

export const deleteContextRoute: Route = {
  method: 'DELETE',
  path: '/contexts/:context',
  summary: 'Forgets a context that has no subjects',
  access: 'administer',
  handle: (call) => {
    const context = contextNamed(call.param('context'));
    if (context === undefined) throw badBody(`Context name '${call.param('context')}' cannot contain a colon`);
    return call.write('deleteContext', (registry) => deleteContext(registry, context), () => new Answer(204));
  },
};
