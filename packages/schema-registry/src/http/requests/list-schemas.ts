import { listSchemas } from '../../core/list-schemas.js';
import { schemaEntity } from '../entities.js';
import type { Route } from '../route.js';

export const listSchemasRoute: Route = {
  method: 'GET',
  path: '/schemas',
  summary: 'Schemas in order of subject and version',
  access: 'read',
  query: { subjectPrefix: 'string', aliases: 'boolean', deleted: 'boolean', latestOnly: 'boolean', ruleType: 'string', offset: 'integer', limit: 'integer' },
  handle: (call) => {
    const ruleType = call.text('ruleType');
    const listed = listSchemas(call.registry, {
      subjectPrefix: call.text('subjectPrefix') ?? ':*:',
      deleted: call.flag('deleted'),
      latestOnly: call.flag('latestOnly'),
      aliases: call.flag('aliases'),
      ...(ruleType === undefined || ruleType === '' ? {} : { ruleType }),
    }).filter(({ stored }) => call.mayRead(stored.subject));
    return call.page(listed, call.settings.schemaPaging).map(({ stored, aliases }) => ({ ...schemaEntity(stored, call.style), ...(aliases.length === 0 ? {} : { aliases }) }));
  },
};
