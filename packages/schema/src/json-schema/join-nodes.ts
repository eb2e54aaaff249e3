import type { JsonValue } from '../json/json-value.js';
import { type CombinedNode, combinedNode, type Criterion, type NodeBase, type SchemaNode } from './schema-node.js';

/**
 * What Confluent makes of keywords side by side since 2019-09: those of one kind become one node, a list of types takes
 * in the node of a type that it names, and the rest is an `allOf` that nobody wrote.
 */
export function joinNodes(previous: SchemaNode, current: SchemaNode, source: JsonValue): SchemaNode {
  const merged = mergedNode(previous, current);
  if (merged !== undefined) return merged;
  if (isGenerated(previous, 'anyOf') && hasKind(previous, current)) return combinedNode('anyOf', accumulated([...previous.subschemas, current]), source, true);
  if (isGenerated(current, 'anyOf') && hasKind(current, previous)) return combinedNode('anyOf', accumulated([...current.subschemas, previous]), source, true);
  return combinedNode('allOf', accumulated([...unwrapped(previous), ...unwrapped(current)]), source, true);
}

/** The subschemas of an `allOf` that nobody wrote; of anything else, itself. */
export function unwrapped(node: SchemaNode): readonly SchemaNode[] {
  return isGenerated(node, 'allOf') ? node.subschemas : [node];
}

function isGenerated(node: SchemaNode, criterion: Criterion): node is CombinedNode {
  return node.kind === 'combined' && node.isGenerated && node.criterion === criterion;
}

function hasKind(combined: CombinedNode, node: SchemaNode): boolean {
  return combined.subschemas.some((subschema) => subschema.kind === node.kind);
}

function accumulated(nodes: readonly SchemaNode[]): SchemaNode[] {
  const result: SchemaNode[] = [];
  for (const node of nodes) {
    const at = result.findIndex((candidate) => mergedNode(candidate, node) !== undefined);
    const merged = at < 0 ? undefined : mergedNode(result[at] as SchemaNode, node);
    if (merged === undefined) result.push(node);
    else result[at] = merged;
  }
  return result;
}

function mergedNode(a: SchemaNode, b: SchemaNode): SchemaNode | undefined {
  if (a.kind === 'string' && b.kind === 'string') return { ...a, ...b, ...common(a, b) };
  if (a.kind === 'number' && b.kind === 'number') return { ...a, ...b, ...common(a, b), isInteger: a.isInteger || b.isInteger };
  if (a.kind === 'array' && b.kind === 'array') {
    const merged = { ...a, ...b, ...common(a, b) };
    return { ...merged, tuple: [...a.tuple, ...b.tuple], permitsAdditional: a.permitsAdditional && b.permitsAdditional, uniqueItems: a.uniqueItems || b.uniqueItems };
  }
  if (a.kind === 'object' && b.kind === 'object') {
    return {
      ...a,
      ...b,
      ...common(a, b),
      permitsAdditional: a.permitsAdditional && b.permitsAdditional,
      properties: new Map([...a.properties, ...b.properties]),
      patternProperties: new Map([...a.patternProperties, ...b.patternProperties]),
      required: new Set([...a.required, ...b.required]),
      propertyDependencies: new Map([...a.propertyDependencies, ...b.propertyDependencies]),
      schemaDependencies: new Map([...a.schemaDependencies, ...b.schemaDependencies]),
    };
  }
  return undefined;
}

function common(a: NodeBase, b: NodeBase): NodeBase {
  const { id, title, description, defaultValue, connectType, source } = { ...a, ...b };
  return {
    source,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(connectType === undefined ? {} : { connectType }),
  };
}
