import type { DeletedFilter } from '../core/list-schemas.js';
import type { Call } from './call.js';

/** `deletedOnly` wins over `deleted`. */
export function deletedFilter(call: Call): DeletedFilter {
  if (call.flag('deletedOnly')) return 'only-deleted';
  return call.flag('deleted') ? 'with-deleted' : 'without-deleted';
}
