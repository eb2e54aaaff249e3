import type { Metadata, RuleSet } from '../data-contract.js';
import { javaBigDecimalText, javaIntegerText } from '../json/java-number.js';
import { parseJson } from '../json/json-parser.js';
import { jsonText, withSortedKeys } from '../json/json-text.js';
import { isJsonObject, type JsonNumber, type JsonValue } from '../json/json-value.js';
import type { ParsedSchema } from '../parsed-schema.js';
import { SchemaError } from '../schema-error.js';
import { normalizedReferences, type ResolvedReferences, type SchemaReference } from '../schema-reference.js';
import { loadSchema } from './load-schema.js';
import type { SchemaNode } from './schema-node.js';

export interface JsonSchema extends ParsedSchema {
  readonly schemaType: 'JSON';
  readonly root: JsonValue;
  readonly node: SchemaNode;
}

export interface JsonSchemaInput {
  readonly schema: string;
  readonly resolved: ResolvedReferences;
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

/** @throws SchemaError */
export function parseJsonSchema(input: JsonSchemaInput): JsonSchema {
  const root = parseJson(input.schema);
  return jsonSchema(root, loadSchema(root, input.resolved.texts), input.resolved.references, input);
}

/** A property whose name starts with `$$` is the registry's own: checked where `validateFields` is on. */
export function checkJsonFields(schema: JsonSchema): void {
  if (schema.node.kind !== 'object') return;
  const reserved = [...schema.node.properties.keys()].find((name) => name.startsWith('$$'));
  if (reserved !== undefined) throw new SchemaError('INVALID_SCHEMA', `#/properties/${reserved}`, 'Field names cannot start with $$ prefix');
}

function jsonSchema(root: JsonValue, node: SchemaNode, references: readonly SchemaReference[], carried: Pick<JsonSchemaInput, 'metadata' | 'ruleSet' | 'resolved'>): JsonSchema {
  const canonicalString = jsonText(root, numberText);
  const title = isJsonObject(root) ? root.get('title') : undefined;
  return {
    schemaType: 'JSON',
    root,
    node,
    name: typeof title === 'string' ? title : undefined,
    canonicalString,
    references,
    referenced: carried.resolved.texts,
    ...(carried.metadata === undefined ? {} : { metadata: carried.metadata }),
    ...(carried.ruleSet === undefined ? {} : { ruleSet: carried.ruleSet }),
    normalize: () => jsonSchema(withSortedKeys(root), node, normalizedReferences(references), carried),
    formattedString: () => canonicalString,
  };
}

/** Jackson reads these texts with exact decimals. */
function numberText(number: JsonNumber): string {
  return number.isInteger ? javaIntegerText(number.text) : javaBigDecimalText(number.text);
}
