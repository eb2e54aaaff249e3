import { isJsonArray, type JsonObject, type JsonValue } from '../json/json-value.js';
import { SchemaError } from '../schema-error.js';
import { addCommon, addItemCounts, addObjectBasics } from './classic-loader.js';
import { joinNodes, unwrapped } from './join-nodes.js';
import { type LoadChild, numberNode, schemaList, schemaMap, stringNode } from './keyword-groups.js';
import { KeywordReader, textsOf } from './keyword-reader.js';
import { type ArrayNode, arrayNode, combinedNode, type Criterion, type ObjectNode, objectNode, type SchemaNode } from './schema-node.js';

const ARRAY_KEYWORDS = new Set(['items', 'prefixItems', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'unevaluatedItems']);
const OBJECT_KEYWORDS = new Set([
  'properties',
  'patternProperties',
  'required',
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
  'unevaluatedProperties',
]);
const NUMBER_KEYWORDS = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']);
const STRING_KEYWORDS = new Set(['minLength', 'maxLength', 'pattern']);

/** One schema object of 2019-09 or 2020-12: each keyword, or group of one kind, gives a node, and they are joined in turn. */
export function loadModern(json: JsonObject, place: string, load: LoadChild): SchemaNode {
  const keywords = new KeywordReader(json, place);
  const joined = keywordNodes(keywords, load).reduce<SchemaNode | undefined>(
    (previous, node) => (previous === undefined ? node : joinNodes(previous, node, json)),
    undefined,
  );
  const node: SchemaNode = joined === undefined ? { kind: 'empty', source: json } : { ...joined, source: json };
  addCommon(node, keywords, '$id');
  // What says nothing has no identity there either.
  if (joined === undefined) delete node.id;
  return node;
}

function keywordNodes(keywords: KeywordReader, load: LoadChild): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  let hasArray = false;
  let hasObject = false;
  let hasNumber = false;
  let hasString = false;
  for (const keyword of keywords.json.keys()) {
    // No properties at all say nothing.
    if (keyword === 'properties' && keywords.object(keyword)?.size === 0) continue;
    if (ARRAY_KEYWORDS.has(keyword) && !hasArray) hasArray = nodes.push(modernArray(keywords, load)) > 0;
    else if (OBJECT_KEYWORDS.has(keyword) && !hasObject) hasObject = nodes.push(modernObject(keywords, load)) > 0;
    else if (NUMBER_KEYWORDS.has(keyword) && !hasNumber) hasNumber = nodes.push(numberNode(keywords, '2020-12')) > 0;
    else if (STRING_KEYWORDS.has(keyword) && !hasString) hasString = nodes.push(stringNode(keywords)) > 0;
    else nodes.push(...singleKeyword(keyword, keywords, load));
  }
  return nodes;
}

function singleKeyword(keyword: string, keywords: KeywordReader, load: LoadChild): SchemaNode[] {
  const source = keywords.json;
  switch (keyword) {
    case '$ref':
    case '$dynamicRef':
    case '$recursiveRef':
      return [{ kind: 'reference', ref: keywords.text(keyword) ?? '', source }];
    case 'type':
      return [typeNode(keywords)];
    case 'enum':
      return [{ kind: 'enum', values: keywords.array('enum') ?? [], source }];
    case 'const':
      return [{ kind: 'const', values: [source.get('const') ?? null], source }];
    case 'not':
      return [{ kind: 'not', not: load(source.get('not') ?? null, keywords.at('not')), source }];
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return [combinator(keyword, keywords, load)];
    case 'if':
      for (const word of ['if', 'then', 'else']) loadOptional(word, keywords, load);
      return [{ kind: 'conditional', source }];
    default:
      return [];
  }
}

function loadOptional(keyword: string, keywords: KeywordReader, load: LoadChild): void {
  const json = keywords.json.get(keyword);
  if (json !== undefined) load(json, keywords.at(keyword));
}

function combinator(criterion: Criterion, keywords: KeywordReader, load: LoadChild): SchemaNode {
  return combinedNode(criterion, schemaList(keywords, criterion, load).flatMap(unwrapped), keywords.json);
}

function typeNode(keywords: KeywordReader): SchemaNode {
  const type = keywords.json.get('type');
  if (typeof type === 'string') return ofType(type, keywords.at('type'), keywords.json);
  if (!isJsonArray(type)) throw new SchemaError('INVALID_SCHEMA', keywords.at('type'), 'type is neither a string nor an array of strings');
  const words = textsOf(type, keywords.at('type'));
  const nodes = words.map((word, index) => ofType(word, `${keywords.at('type')}/${index}`, keywords.json));
  return combinedNode('anyOf', nodes, keywords.json, true);
}

function ofType(type: string, place: string, source: JsonValue): SchemaNode {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return { kind: type, source };
    case 'integer':
      return { kind: 'number', source, isInteger: true };
    case 'number':
      return { kind: 'number', source, isInteger: false };
    case 'array':
      return arrayNode(source);
    case 'object':
      return objectNode(source);
    default:
      throw new SchemaError('INVALID_SCHEMA', place, `unknown type: [${type}]`);
  }
}

function modernArray(keywords: KeywordReader, load: LoadChild): ArrayNode {
  const node = arrayNode(keywords.json);
  addItemCounts(node, keywords);
  // 2019-09 wrote the tuple into items and the rest into additionalItems.
  const isOldTuple = isJsonArray(keywords.json.get('items'));
  const hasTuple = isOldTuple || keywords.has('prefixItems');
  node.tuple = schemaList(keywords, isOldTuple ? 'items' : 'prefixItems', load);
  const restWord = isOldTuple ? 'additionalItems' : 'items';
  const rest = keywords.json.get(restWord);
  if (rest === false) node.permitsAdditional = false;
  else if (rest !== undefined && rest !== true) {
    if (hasTuple) node.additional = load(rest, keywords.at(restWord));
    else node.allItems = load(rest, keywords.at(restWord));
  }
  if (keywords.has('contains')) {
    loadOptional('contains', keywords, load);
    node.minContains = keywords.count('minContains') ?? 1;
  }
  const unevaluated = keywords.json.get('unevaluatedItems');
  if (unevaluated !== undefined) node.unevaluated = load(unevaluated, keywords.at('unevaluatedItems'));
  return node;
}

function modernObject(keywords: KeywordReader, load: LoadChild): ObjectNode {
  const node = objectNode(keywords.json);
  for (const [key, schema] of schemaMap(keywords, 'properties', load)) node.properties.set(key, schema);
  addObjectBasics(node, keywords, load);
  const dependents = keywords.object('dependentRequired') ?? new Map<string, JsonValue>();
  for (const [key, names] of dependents) {
    const place = `${keywords.at('dependentRequired')}/${key}`;
    if (!isJsonArray(names)) throw new SchemaError('INVALID_SCHEMA', place, 'Expected an array of property names');
    if (names.length > 0) node.propertyDependencies.set(key, new Set(textsOf(names, place)));
  }
  for (const [key, schema] of schemaMap(keywords, 'dependentSchemas', load)) node.schemaDependencies.set(key, schema);
  loadOptional('propertyNames', keywords, load);
  const unevaluated = keywords.json.get('unevaluatedProperties');
  if (unevaluated !== undefined) node.unevaluated = load(unevaluated, keywords.at('unevaluatedProperties'));
  return node;
}
