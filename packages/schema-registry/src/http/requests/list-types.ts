import { SCHEMA_TYPES } from '@millrace/schema';
import type { Route } from '../route.js';

export const listTypesRoute: Route = {
  method: 'GET',
  path: '/schemas/types',
  summary: 'The types of schemas that are understood',
  access: 'none',
  handle: () => SCHEMA_TYPES,
};
