import { findByMetadata } from '../../core/find-version.js';
import { schemaEntity } from '../entities.js';
import { formattedSchema } from '../formatted.js';
import type { Route } from '../route.js';

export const findByMetadataRoute: Route = {
  method: 'GET',
  path: '/subjects/:subject/metadata',
  summary: 'The newest version whose metadata has all these properties',
  access: 'read',
  query: { key: 'strings', value: 'strings', deleted: 'boolean', format: 'string' },
  handle: (call) => {
    const values = call.texts('value');
    const properties = new Map(call.texts('key').map((key, index) => [key, values[index] ?? '']));
    const found = findByMetadata(call.registry, call.subject(), properties, call.flag('deleted'));
    return schemaEntity(found, call.style, formattedSchema(call.registry, found, call.text('format')));
  },
};
