/**
 * Tags of a JSON Schema. A path names what is gone through: `object.address.array.object.city`; `allof.0`, `anyof.1` and
 * `oneof.2` a subschema by its place in the text, `not` and `conditional.if` the one there is, `object.definitions.Name` a definition.
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { noEntity, nodeTags, type JsonWay } from './json-node.js';
import { pathOf, type EntityTags, type EntityType, type SchemaEntity } from './schema-entity.js';

interface Found {
  readonly path: string;
  readonly type: EntityType;
  readonly node: JsonObject;
  readonly way: JsonWay;
}

const definitionMembers: readonly string[] = ['definitions', '$defs'];
const listMembers: readonly (readonly [string, string])[] = [['allOf', 'allof'], ['anyOf', 'anyof'], ['oneOf', 'oneof']];
const conditionMembers: readonly string[] = ['if', 'then', 'else'];
const objectMembers: readonly string[] = ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties', 'dependencies', 'propertyNames'];

export function jsonSchemaTags(root: JsonValue): EntityTags[] {
  const entities = [...entitiesOf(root, '', [], false)].map(({ path, type, node }): EntityTags => ({ schemaEntity: { entityPath: path, entityType: type }, tags: nodeTags(node) }));
  return entities.filter(({ tags }) => tags.length > 0);
}

/** @throws SchemaError */
export function findJsonEntity(root: JsonValue, entity: SchemaEntity): JsonWay {
  const path = pathOf(entity);
  for (const found of entitiesOf(root, '', [], false)) if (found.path === path && found.type === entity.entityType) return found.way;
  throw noEntity(entity);
}

/** `isField`: the node is a property, whose tags are those of the field. */
function* entitiesOf(node: JsonValue, scope: string, way: JsonWay, isField: boolean): Iterable<Found> {
  if (!isJsonObject(node)) return;
  for (const [member, word] of listMembers) {
    const branches = node.get(member);
    if (isJsonArray(branches)) for (const [index, branch] of branches.entries()) yield* entitiesOf(branch, `${scope}${word}.${index}.`, [...way, member, index], false);
  }
  if (isJsonObject(node.get('not'))) yield* entitiesOf(node.get('not') ?? null, `${scope}not.`, [...way, 'not'], false);
  for (const member of conditionMembers) if (node.has(member)) yield* entitiesOf(node.get(member) ?? null, `${scope}conditional.${member}.`, [...way, member], false);
  yield* itemsOf(node, scope, way);
  if (isObject(node)) yield* objectOf(node, scope, way, isField);
}

function* itemsOf(node: JsonObject, scope: string, way: JsonWay): Iterable<Found> {
  const items = node.get('items');
  if (isJsonObject(items)) yield* entitiesOf(items, `${scope}array.`, [...way, 'items'], false);
}

function* objectOf(node: JsonObject, scope: string, way: JsonWay, isField: boolean): Iterable<Found> {
  const path = `${scope}object`;
  if (!isField) yield { path, type: 'sr_record', node, way };
  const properties = node.get('properties');
  if (isJsonObject(properties)) {
    for (const [name, property] of properties) {
      if (!isJsonObject(property)) continue;
      const place = [...way, 'properties', name];
      yield { path: `${path}.${name}`, type: 'sr_field', node: property, way: place };
      yield* entitiesOf(property, `${path}.${name}.`, place, true);
    }
  }
  for (const member of definitionMembers) {
    const definitions = node.get(member);
    if (isJsonObject(definitions)) for (const [name, definition] of definitions) yield* entitiesOf(definition, `${path}.${member}.${name}.`, [...way, member, name], false);
  }
}

function isObject(node: JsonObject): boolean {
  const type = node.get('type');
  const types = isJsonArray(type) ? type : [type];
  if (type !== undefined) return types.includes('object');
  return objectMembers.some((member) => node.has(member)) || definitionMembers.some((member) => node.has(member));
}
