/** Tags on a node of JSON, found by the way to it. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { SchemaError } from '../schema-error.js';
import { changedTags, type SchemaEntity } from './schema-entity.js';

/** Keys and indexes from the root. */
export type JsonWay = readonly (string | number)[];

const tagsMember = 'confluent:tags';

export function nodeTags(node: JsonObject): string[] {
  const tags = node.get(tagsMember);
  return isJsonArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

export function withNodeTags(root: JsonValue, way: JsonWay, add: readonly string[], remove: readonly string[]): JsonValue {
  return replaced(root, way, (node) => {
    if (!isJsonObject(node)) return node;
    const tags = changedTags(nodeTags(node), { add, remove });
    const members = new Map(node);
    if (tags.length === 0) members.delete(tagsMember);
    else members.set(tagsMember, tags);
    return members;
  });
}

export function noEntity({ entityPath }: SchemaEntity): SchemaError {
  return new SchemaError('INVALID_SCHEMA', '$', `No matching path '${entityPath}' found in the schema`);
}

function replaced(node: JsonValue, way: JsonWay, change: (node: JsonValue) => JsonValue): JsonValue {
  const [step, ...rest] = way;
  if (step === undefined) return change(node);
  if (typeof step === 'number') return isJsonArray(node) ? node.map((element, index) => (index === step ? replaced(element, rest, change) : element)) : node;
  if (!isJsonObject(node)) return node;
  return new Map([...node].map(([key, member]): [string, JsonValue] => [key, key === step ? replaced(member, rest, change) : member]));
}
