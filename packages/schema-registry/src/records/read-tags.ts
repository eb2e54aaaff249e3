/** Tags of entities as JSON says them. */
import type { EntityTags, EntityType } from '@millrace/schema';
import { JsonMembers } from './json-members.js';

const entityTypes: readonly EntityType[] = ['sr_record', 'sr_field'];

/** @throws TypeError */
export function readTags(members: JsonMembers, name: string): EntityTags[] | undefined {
  return members.optionalList(name, (item, place) => {
    const tagged = new JsonMembers(item, place);
    const entity = tagged.optionalObject('schemaEntity');
    if (entity === undefined) throw new TypeError(`${place}.schemaEntity is missing`);
    const word = entity.string('entityType');
    const entityType = entityTypes.find((type) => type === word);
    if (entityType === undefined) throw new TypeError(`${place}.schemaEntity.entityType: '${word}' is none of ${entityTypes.join(', ')}`);
    return { schemaEntity: { entityPath: entity.string('entityPath'), entityType }, tags: tagged.optionalStrings('tags') ?? [] };
  });
}
