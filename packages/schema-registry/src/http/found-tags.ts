import { taggedEntities, type EntityTags } from '@millrace/schema';
import type { StoredVersion } from '../core/stored-version.js';
import type { Call } from './call.js';

/** What a schema has tags on, when `findTags` asks for any of them; `*` asks for all. */
export function foundTags(call: Call, stored: StoredVersion): { readonly schemaTags?: readonly EntityTags[] } {
  const wanted = call.texts('findTags').flatMap((text) => text.split(',')).filter((tag) => tag !== '');
  if (wanted.length === 0) return {};
  const found = taggedEntities(call.registry.parsed.ofStored(stored)).filter(({ tags }) => wanted.includes('*') || tags.some((tag) => wanted.includes(tag)));
  return found.length === 0 ? {} : { schemaTags: found };
}
