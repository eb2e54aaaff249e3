import { isJsonArray, isJsonObject, type JsonValue } from '../json/json-value.js';
import { SchemaError } from '../schema-error.js';
import type { Dialect } from './dialect.js';
import type { KeywordReader } from './keyword-reader.js';
import type { NumberNode, SchemaNode, StringNode } from './schema-node.js';

/** Loads the schema at a place within the one being read. */
export type LoadChild = (json: JsonValue, place: string) => SchemaNode;

export function stringNode(keywords: KeywordReader): StringNode {
  const minLength = keywords.count('minLength');
  const maxLength = keywords.count('maxLength');
  const pattern = keywords.text('pattern');
  return {
    kind: 'string',
    source: keywords.json,
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

export function numberNode(keywords: KeywordReader, dialect: Dialect): NumberNode {
  const node: NumberNode = { kind: 'number', source: keywords.json, isInteger: false };
  const minimum = keywords.number('minimum');
  if (minimum !== undefined) node.minimum = minimum.value;
  const maximum = keywords.number('maximum');
  if (maximum !== undefined) node.maximum = maximum.value;
  const multipleOf = keywords.number('multipleOf');
  if (multipleOf?.value === 0) throw new SchemaError('INVALID_SCHEMA', keywords.at('multipleOf'), 'multipleOf should not be 0');
  if (multipleOf !== undefined) node.multipleOf = multipleOf.text;
  if (dialect === 'draft-04') {
    // There they only sharpen minimum and maximum, and the differ does not see it.
    keywords.boolean('exclusiveMinimum');
    keywords.boolean('exclusiveMaximum');
    return node;
  }
  const exclusiveMinimum = keywords.number('exclusiveMinimum');
  if (exclusiveMinimum !== undefined) node.exclusiveMinimum = exclusiveMinimum.value;
  const exclusiveMaximum = keywords.number('exclusiveMaximum');
  if (exclusiveMaximum !== undefined) node.exclusiveMaximum = exclusiveMaximum.value;
  return node;
}

/** The schemas of an `allOf`, `anyOf`, `oneOf` or tuple. */
export function schemaList(keywords: KeywordReader, keyword: string, load: LoadChild): SchemaNode[] {
  const list = keywords.array(keyword) ?? [];
  return list.map((json, index) => load(json, `${keywords.at(keyword)}/${index}`));
}

/** The schemas of an object of schemas, `properties` for one. */
export function schemaMap(keywords: KeywordReader, keyword: string, load: LoadChild): Map<string, SchemaNode> {
  const members = keywords.object(keyword) ?? new Map<string, JsonValue>();
  const place = keywords.at(keyword);
  return new Map([...members].map(([key, json]) => [key, load(json, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)]));
}

export function isSchema(value: JsonValue | undefined): boolean {
  return typeof value === 'boolean' || (isJsonObject(value) && !isJsonArray(value));
}
