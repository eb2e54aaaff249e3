import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { javaMapOrder } from '../java-hash-order.js';
import { SchemaError } from '../schema-error.js';
import { type Dialect, idKeyword } from './dialect.js';
import { isSchema, type LoadChild, numberNode, schemaList, schemaMap, stringNode } from './keyword-groups.js';
import { KeywordReader, textsOf } from './keyword-reader.js';
import { type ArrayNode, arrayNode, combinedNode, type Criterion, type NodeBase, type ObjectNode, objectNode, type SchemaNode } from './schema-node.js';

const ARRAY_KEYWORDS = ['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems'];
const OBJECT_KEYWORDS = ['properties', 'required', 'minProperties', 'maxProperties', 'dependencies', 'patternProperties', 'additionalProperties'];
const NUMBER_KEYWORDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const STRING_KEYWORDS = ['minLength', 'maxLength', 'pattern', 'format'];
const CRITERIA: readonly Criterion[] = javaMapOrder<Criterion>(['allOf', 'anyOf', 'oneOf']);

/** One schema object of draft 4, 6 or 7, read as Everit does: each group of keywords gives a node, several make an `allOf`. */
export function loadClassic(json: JsonObject, place: string, dialect: Dialect, load: LoadChild): SchemaNode {
  const keywords = new KeywordReader(json, place);
  const ref = keywords.text('$ref');
  if (ref !== undefined) return { kind: 'reference', ref, source: json };
  const nodes = [...valueNodes(keywords, dialect, load), ...typedNodes(keywords, dialect, load)];
  const [only] = nodes;
  const node: SchemaNode = only === undefined ? { kind: 'empty', source: json } : nodes.length === 1 ? only : combinedNode('allOf', nodes, json, true);
  addCommon(node, keywords, idKeyword(dialect));
  return node;
}

/** Title, description, default and the like; they belong to the schema as a whole. */
export function addCommon(node: SchemaNode, keywords: KeywordReader, idWord: 'id' | '$id'): void {
  const common: NodeBase = node;
  const id = keywords.text(idWord);
  if (id !== undefined) common.id = id;
  const title = keywords.text('title');
  if (title !== undefined) common.title = title;
  const description = keywords.text('description');
  if (description !== undefined) common.description = description;
  const defaultValue = keywords.json.get('default');
  if (defaultValue !== undefined) common.defaultValue = defaultValue;
  const connectType = keywords.json.get('connect.type');
  if (typeof connectType === 'string') common.connectType = connectType;
  if (node.kind !== 'array') return;
  const minContains = keywords.count('minContains');
  if (minContains !== undefined) node.minContains ??= minContains;
  const maxContains = keywords.count('maxContains');
  if (maxContains !== undefined) node.maxContains ??= maxContains;
}

function valueNodes(keywords: KeywordReader, dialect: Dialect, load: LoadChild): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const source = keywords.json;
  const values = keywords.array('enum');
  if (values !== undefined) nodes.push({ kind: 'enum', values, source });
  for (const criterion of CRITERIA) {
    if (keywords.has(criterion)) nodes.push(combinedNode(criterion, schemaList(keywords, criterion, load), source));
  }
  const not = source.get('not');
  if (not !== undefined) nodes.push({ kind: 'not', not: load(not, keywords.at('not')), source });
  const constant = source.get('const');
  if (constant !== undefined && dialect !== 'draft-04') nodes.push({ kind: 'const', values: [constant], source });
  return nodes;
}

function typedNodes(keywords: KeywordReader, dialect: Dialect, load: LoadChild): SchemaNode[] {
  const types = typeWords(keywords);
  const nodes: SchemaNode[] = [];
  const build = (type: string, place: string) => typeNode(type, place, keywords, dialect, load);
  const type = keywords.json.get('type');
  if (typeof type === 'string') nodes.push(build(type, keywords.at('type')));
  else if (types !== undefined) {
    nodes.push(combinedNode('anyOf', types.map((word, index) => build(word, `${keywords.at('type')}/${index}`)), keywords.json));
  }
  const has = (group: readonly string[]) => group.some((keyword) => keywords.has(keyword));
  const typed = new Set(types);
  const isClassic = dialect === 'draft-04';
  if (!typed.has('array') && has(isClassic ? ARRAY_KEYWORDS : [...ARRAY_KEYWORDS, 'contains'])) nodes.push(classicArray(keywords, dialect, load));
  if (!typed.has('object') && has(isClassic ? OBJECT_KEYWORDS : [...OBJECT_KEYWORDS, 'propertyNames'])) nodes.push(classicObject(keywords, dialect, load));
  if (!typed.has('number') && !typed.has('integer') && has(NUMBER_KEYWORDS)) nodes.push(numberNode(keywords, dialect));
  if (!typed.has('string') && has(STRING_KEYWORDS)) nodes.push(stringNode(keywords));
  if (dialect === 'draft-07' && has(['if', 'then', 'else'])) {
    for (const keyword of ['if', 'then', 'else']) loadOptional(keywords, keyword, load);
    nodes.push({ kind: 'conditional', source: keywords.json });
  }
  return nodes;
}

/** Read for its errors and references only: the differ does not look into it. */
function loadOptional(keywords: KeywordReader, keyword: string, load: LoadChild): void {
  const json = keywords.json.get(keyword);
  if (json !== undefined) load(json, keywords.at(keyword));
}

function typeWords(keywords: KeywordReader): readonly string[] | undefined {
  const type = keywords.json.get('type');
  if (type === undefined || typeof type === 'string') return type === undefined ? undefined : [type];
  if (isJsonArray(type)) return textsOf(type, keywords.at('type'));
  throw new SchemaError('INVALID_SCHEMA', keywords.at('type'), 'type is neither a string nor an array of strings');
}

function typeNode(type: string, place: string, keywords: KeywordReader, dialect: Dialect, load: LoadChild): SchemaNode {
  switch (type) {
    case 'string':
      return stringNode(keywords);
    case 'integer':
      return { ...numberNode(keywords, dialect), isInteger: true };
    case 'number':
      return numberNode(keywords, dialect);
    case 'boolean':
    case 'null':
      return { kind: type, source: keywords.json };
    case 'array':
      return classicArray(keywords, dialect, load);
    case 'object':
      return classicObject(keywords, dialect, load);
    default:
      throw new SchemaError('INVALID_SCHEMA', place, `unknown type: [${type}]`);
  }
}

function classicArray(keywords: KeywordReader, dialect: Dialect, load: LoadChild): ArrayNode {
  const node = arrayNode(keywords.json);
  addItemCounts(node, keywords);
  const additional = keywords.json.get('additionalItems');
  if (typeof additional === 'boolean') node.permitsAdditional = additional;
  else if (additional !== undefined) node.additional = load(additional, keywords.at('additionalItems'));
  const items = keywords.json.get('items');
  if (isJsonArray(items)) node.tuple = schemaList(keywords, 'items', load);
  else if (items !== undefined) {
    node.allItems = load(items, keywords.at('items'));
    // There is nothing beyond what items speaks of.
    node.permitsAdditional = true;
  }
  if (dialect !== 'draft-04') loadOptional(keywords, 'contains', load);
  return node;
}

export function addItemCounts(node: ArrayNode, keywords: KeywordReader): void {
  const minItems = keywords.count('minItems');
  if (minItems !== undefined) node.minItems = minItems;
  const maxItems = keywords.count('maxItems');
  if (maxItems !== undefined) node.maxItems = maxItems;
  node.uniqueItems = keywords.boolean('uniqueItems') ?? false;
}

function classicObject(keywords: KeywordReader, dialect: Dialect, load: LoadChild): ObjectNode {
  const node = objectNode(keywords.json);
  const idWord = idKeyword(dialect);
  // A property may be called id: it is a schema only if it is an object.
  const declared = keywords.object('properties');
  const isIdText = declared !== undefined && declared.has(idWord) && !isJsonObject(declared.get(idWord));
  const properties = isIdText ? new KeywordReader(new Map([['properties', new Map([...declared].filter(([key]) => key !== idWord))]]), keywords.place) : keywords;
  const loaded = schemaMap(properties, 'properties', load);
  for (const key of javaMapOrder([...loaded.keys()])) node.properties.set(key, loaded.get(key) as SchemaNode);
  addObjectBasics(node, keywords, load);
  const dependencies = keywords.object('dependencies') ?? new Map<string, JsonValue>();
  for (const [key, dependency] of dependencies) {
    const place = `${keywords.at('dependencies')}/${key}`;
    if (isSchema(dependency)) node.schemaDependencies.set(key, load(dependency, place));
    else if (isJsonArray(dependency)) {
      // No name is no dependency.
      if (dependency.length > 0) node.propertyDependencies.set(key, new Set(textsOf(dependency, place)));
    } else throw new SchemaError('INVALID_SCHEMA', place, 'Expected a schema or an array of property names');
  }
  if (dialect !== 'draft-04') loadOptional(keywords, 'propertyNames', load);
  return node;
}

/** What all drafts say of objects in the same words, `properties` apart. */
export function addObjectBasics(node: ObjectNode, keywords: KeywordReader, load: LoadChild): void {
  const minProperties = keywords.count('minProperties');
  if (minProperties !== undefined) node.minProperties = minProperties;
  const maxProperties = keywords.count('maxProperties');
  if (maxProperties !== undefined) node.maxProperties = maxProperties;
  for (const name of keywords.texts('required') ?? []) node.required.add(name);
  for (const [pattern, schema] of schemaMap(keywords, 'patternProperties', load)) node.patternProperties.set(pattern, schema);
  const additional = keywords.json.get('additionalProperties');
  if (typeof additional === 'boolean') node.permitsAdditional = additional;
  else if (additional !== undefined) node.additional = load(additional, keywords.at('additionalProperties'));
}
