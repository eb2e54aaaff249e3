import { lookupSchema } from '../../core/lookup-schema.js';
import { schemaEntity } from '../entities.js';
import { formattedSchema } from '../formatted.js';
import { readSchemaRequest, schemaExample } from '../read-schema-request.js';
import type { Route } from '../route.js';

export const lookupSchemaRoute: Route = {
  method: 'POST',
  path: '/subjects/:subject',
  summary: 'The version that a schema has under a subject',
  access: 'read',
  query: { normalize: 'boolean', format: 'string', deleted: 'boolean' },
  body: schemaExample,
  handle: (call) => {
    const request = call.body(readSchemaRequest);
    const found = lookupSchema(call.registry, call.subject(), request, { normalize: call.flag('normalize'), deleted: call.flag('deleted'), mayRead: (subject) => call.mayRead(subject) });
    return schemaEntity(found, call.style, formattedSchema(call.registry, found, call.text('format')));
  },
};
