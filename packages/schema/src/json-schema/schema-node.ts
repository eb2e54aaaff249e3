import type { JsonValue } from '../json/json-value.js';

/**
 * A JSON schema as the differ sees it: one kind per node, after the object model of Everit, whose types Confluent compares.
 * A schema of several kinds (a type and an enum, say) is an `allOf` of them.
 */
export type SchemaNode =
  | PlainNode
  | StringNode
  | NumberNode
  | ArrayNode
  | ObjectNode
  | ValuesNode
  | NotNode
  | CombinedNode
  | ReferenceNode;

export interface NodeBase {
  id?: string;
  title?: string;
  description?: string;
  defaultValue?: JsonValue;
  /** What Kafka Connect calls the type. */
  connectType?: string;
  /** The JSON that it was made from. */
  readonly source: JsonValue;
}

/** `empty` takes all (`{}`, `true`), `false` nothing; what an `if` does is not compared. */
export interface PlainNode extends NodeBase {
  readonly kind: 'empty' | 'false' | 'boolean' | 'null' | 'conditional';
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  isInteger: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  /** Its text, for exact arithmetic. */
  multipleOf?: string;
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  /** For all items; undefined where there is a tuple or no word about items. */
  allItems?: SchemaNode;
  tuple: SchemaNode[];
  permitsAdditional: boolean;
  additional?: SchemaNode;
  unevaluated?: SchemaNode;
  minItems?: number;
  maxItems?: number;
  minContains?: number;
  maxContains?: number;
  uniqueItems: boolean;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly properties: Map<string, SchemaNode>;
  readonly patternProperties: Map<string, SchemaNode>;
  readonly required: Set<string>;
  permitsAdditional: boolean;
  additional?: SchemaNode;
  unevaluated?: SchemaNode;
  minProperties?: number;
  maxProperties?: number;
  readonly propertyDependencies: Map<string, Set<string>>;
  readonly schemaDependencies: Map<string, SchemaNode>;
}

export interface ValuesNode extends NodeBase {
  readonly kind: 'enum' | 'const';
  readonly values: readonly JsonValue[];
}

export interface NotNode extends NodeBase {
  readonly kind: 'not';
  readonly not: SchemaNode;
}

export type Criterion = 'allOf' | 'anyOf' | 'oneOf';

export interface CombinedNode extends NodeBase {
  readonly kind: 'combined';
  readonly criterion: Criterion;
  readonly subschemas: readonly SchemaNode[];
  /** Made by the loader of keywords side by side, not by the author. */
  readonly isGenerated: boolean;
}

export interface ReferenceNode extends NodeBase {
  readonly kind: 'reference';
  readonly ref: string;
  /** Set once all is loaded. */
  target?: SchemaNode;
}

export function arrayNode(source: JsonValue): ArrayNode {
  return { kind: 'array', source, tuple: [], permitsAdditional: true, uniqueItems: false };
}

export function objectNode(source: JsonValue): ObjectNode {
  return {
    kind: 'object',
    source,
    properties: new Map(),
    patternProperties: new Map(),
    required: new Set(),
    permitsAdditional: true,
    propertyDependencies: new Map(),
    schemaDependencies: new Map(),
  };
}

export function combinedNode(criterion: Criterion, subschemas: readonly SchemaNode[], source: JsonValue, isGenerated = false): CombinedNode {
  return { kind: 'combined', criterion, subschemas, source, isGenerated };
}
