/** Tags inside a schema, on records (or messages) and fields: who handles data may ask where personal data stands. */
import type { AnySchema } from '../parse-schema.js';
import { parseJson } from '../json/json-parser.js';
import { jsonText } from '../json/json-text.js';
import { avroTags, findAvroEntity } from './avro-tags.js';
import { findJsonEntity, jsonSchemaTags } from './json-schema-tags.js';
import { withNodeTags } from './json-node.js';
import { protobufTags, withProtobufTags } from './protobuf-tags.js';
import { pathOf, type EntityChange, type EntityTags, type SchemaEntity } from './schema-entity.js';

/** What is added, and then what is removed. */
export interface TagChange {
  readonly add: readonly EntityTags[];
  readonly remove: readonly EntityTags[];
}

/** All entities that have tags, in the order of the schema. */
export function taggedEntities(schema: AnySchema): EntityTags[] {
  switch (schema.schemaType) {
    case 'AVRO':
      return avroTags(parseJson(schema.canonicalString));
    case 'JSON':
      return jsonSchemaTags(schema.root);
    case 'PROTOBUF':
      return protobufTags(schema.file);
  }
}

/** The text of the schema with other tags. @throws SchemaError for a path that leads nowhere */
export function withTags(schema: AnySchema, change: TagChange): string {
  const entities = [...byEntity(change)];
  switch (schema.schemaType) {
    case 'AVRO':
      return jsonText(entities.reduce((root, { entity, add, remove }) => withNodeTags(root, findAvroEntity(root, entity), add, remove), parseJson(schema.canonicalString)), (number) => number.text);
    case 'JSON':
      return jsonText(entities.reduce((root, { entity, add, remove }) => withNodeTags(root, findJsonEntity(root, entity), add, remove), schema.root), (number) => number.text);
    case 'PROTOBUF':
      return withProtobufTags(schema.file, entities);
  }
}

function byEntity({ add, remove }: TagChange): Iterable<EntityChange> {
  const changes = new Map<string, { entity: SchemaEntity; add: string[]; remove: string[] }>();
  const changeOf = (entity: SchemaEntity): { add: string[]; remove: string[] } => {
    const key = `${entity.entityType} ${pathOf(entity)}`;
    const known = changes.get(key) ?? { entity, add: [], remove: [] };
    changes.set(key, known);
    return known;
  };
  for (const { schemaEntity, tags } of add) changeOf(schemaEntity).add.push(...tags);
  for (const { schemaEntity, tags } of remove) changeOf(schemaEntity).remove.push(...tags);
  return changes.values();
}
