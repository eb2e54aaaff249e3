/** What a schema may have tags on, and what is to become of them. */
export type EntityType = 'sr_record' | 'sr_field';

/** A record or a field: `org.acme.User.name`, in JSON Schema `object.name`; in Protobuf without the package. */
export interface SchemaEntity {
  readonly entityPath: string;
  readonly entityType: EntityType;
}

export interface EntityTags {
  readonly schemaEntity: SchemaEntity;
  readonly tags: readonly string[];
}

export interface EntityChange {
  readonly entity: SchemaEntity;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A dot before a path says nothing. */
export function pathOf({ entityPath }: SchemaEntity): string {
  return entityPath.startsWith('.') ? entityPath.slice(1) : entityPath;
}

export function changedTags(tags: readonly string[], { add, remove }: Pick<EntityChange, 'add' | 'remove'>): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
}
