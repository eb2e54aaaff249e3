/** Tags of an Avro schema, by full names of records. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { noEntity, nodeTags, type JsonWay } from './json-node.js';
import { pathOf, type EntityTags, type SchemaEntity } from './schema-entity.js';

interface Found {
  readonly fullName: string;
  readonly node: JsonObject;
  readonly way: JsonWay;
}

export function avroTags(root: JsonValue): EntityTags[] {
  return [...recordsOf(root, '', [])].flatMap(({ fullName, node }) => {
    const own: EntityTags = { schemaEntity: { entityPath: fullName, entityType: 'sr_record' }, tags: nodeTags(node) };
    const fields = fieldsOf(node).map(([name, field]): EntityTags => ({ schemaEntity: { entityPath: `${fullName}.${name}`, entityType: 'sr_field' }, tags: nodeTags(field) }));
    return [own, ...fields].filter(({ tags }) => tags.length > 0);
  });
}

/** A record may be named without its namespace. @throws SchemaError */
export function findAvroEntity(root: JsonValue, entity: SchemaEntity): JsonWay {
  const path = pathOf(entity);
  const records = [...recordsOf(root, '', [])];
  const isNamed = ({ fullName }: Found, name: string): boolean => fullName === name || fullName.slice(fullName.lastIndexOf('.') + 1) === name;
  if (entity.entityType === 'sr_record') {
    const record = records.find((candidate) => isNamed(candidate, path));
    if (record !== undefined) return record.way;
    throw noEntity(entity);
  }
  const dot = path.lastIndexOf('.');
  for (const record of records) {
    if (!isNamed(record, path.slice(0, Math.max(dot, 0)))) continue;
    const index = fieldsOf(record.node).findIndex(([name]) => name === path.slice(dot + 1));
    if (index >= 0) return [...record.way, 'fields', index];
  }
  throw noEntity(entity);
}

/** Records in the order of the text, each where it is defined. */
function* recordsOf(node: JsonValue, namespace: string, way: JsonWay): Iterable<Found> {
  if (isJsonArray(node)) {
    for (const [index, branch] of node.entries()) yield* recordsOf(branch, namespace, [...way, index]);
    return;
  }
  if (!isJsonObject(node)) return;
  const type = node.get('type') ?? null;
  if (type === 'record' || type === 'error') {
    const name = textOf(node.get('name'));
    const own = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : (optionalText(node.get('namespace')) ?? namespace);
    yield { fullName: name.includes('.') || own === '' ? name : `${own}.${name}`, node, way };
    for (const [index, [, field]] of fieldsOf(node).entries()) yield* recordsOf(field.get('type') ?? null, own, [...way, 'fields', index, 'type']);
  } else if (type === 'array') yield* recordsOf(node.get('items') ?? null, namespace, [...way, 'items']);
  else if (type === 'map') yield* recordsOf(node.get('values') ?? null, namespace, [...way, 'values']);
  else yield* recordsOf(type, namespace, [...way, 'type']);
}

function fieldsOf(record: JsonObject): [string, JsonObject][] {
  const fields = record.get('fields');
  return isJsonArray(fields) ? fields.map((field): [string, JsonObject] => (isJsonObject(field) ? [textOf(field.get('name')), field] : ['', new Map()])) : [];
}

function optionalText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textOf(value: JsonValue | undefined): string {
  return optionalText(value) ?? '';
}
