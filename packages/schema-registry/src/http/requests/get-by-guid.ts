import { findByGuid, idsOfGuid } from '../../core/find-by-id.js';
import { schemaString } from '../entities.js';
import { formattedSchema } from '../formatted.js';
import type { Route } from '../route.js';

export const getByGuidRoute: Route = {
  method: 'GET',
  path: '/schemas/guids/:guid',
  summary: 'The schema of a guid, which is the same in every registry',
  access: 'read',
  query: { format: 'string' },
  handle: (call) => {
    const found = call.readableVersion(findByGuid(call.registry, call.param('guid')));
    return schemaString(found, call.style, formattedSchema(call.registry, found, call.text('format')), {});
  },
};

export const idsOfGuidRoute: Route = {
  method: 'GET',
  path: '/schemas/guids/:guid/ids',
  summary: 'The ids that the schema of a guid has, by context',
  access: 'read',
  handle: (call) => idsOfGuid(call.registry, call.param('guid')),
};
