import { listVersions } from '../../core/list-schemas.js';
import { deletedFilter } from '../deleted-filter.js';
import type { Route } from '../route.js';

export const listVersionsRoute: Route = {
  method: 'GET',
  path: '/subjects/:subject/versions',
  summary: 'The versions of a subject; with `deletedAsNegative` those marked as deleted are negative',
  access: 'read',
  query: { deleted: 'boolean', deletedOnly: 'boolean', deletedAsNegative: 'boolean', offset: 'integer', limit: 'integer' },
  handle: (call) => {
    const signed = call.flag('deletedAsNegative');
    const versions = listVersions(call.registry, call.subject(), signed ? 'with-deleted' : deletedFilter(call));
    return call.page(versions.map(({ version, deleted }) => (signed && deleted ? -version : version)), call.settings.versionPaging);
  },
};
