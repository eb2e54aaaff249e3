import { javaHashOrder } from '../../java-hash-order.js';
import type { ObjectNode, SchemaNode } from '../schema-node.js';
import { compareLimit } from './compare-limits.js';
import { compareUnevaluated, isFalse, kindOf } from './compare-unevaluated.js';
import { at, type ComparePair, type DiffContext, type Differences, differs, type JsonDifference } from './diff-context.js';
import { patternFinds } from '../pattern-match.js';

export function compareObjects(context: DiffContext, original: ObjectNode, update: ObjectNode, compare: ComparePair): JsonDifference[] {
  return [
    ...at('required', compareRequired(original, update)),
    ...at('properties', compareProperties(context, original, update, compare)),
    ...at('dependencies', compareDependencies(original, update, compare)),
    ...at('additionalProperties', compareAdditional(original, update, compare)),
    ...at('unevaluatedProperties', compareUnevaluated('PROPERTIES', original.unevaluated, update.unevaluated, compare)),
    ...compareLimit('MAX_PROPERTIES', 'maxProperties', original.maxProperties, update.maxProperties),
    ...compareLimit('MIN_PROPERTIES', 'minProperties', original.minProperties, update.minProperties),
  ];
}

function compareRequired(original: ObjectNode, update: ObjectNode): JsonDifference[] {
  const differences: JsonDifference[] = [];
  for (const name of original.properties.keys()) {
    const property = update.properties.get(name);
    const [was, is] = [original.required.has(name), update.required.has(name)];
    if (property === undefined || was === is) continue;
    if (was) differences.push(differs('REQUIRED_ATTRIBUTE_REMOVED', name));
    else differences.push(differs(hasDefault(property) ? 'REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED' : 'REQUIRED_ATTRIBUTE_ADDED', name));
  }
  return differences;
}

function compareProperties(context: DiffContext, original: ObjectNode, update: ObjectNode, compare: ComparePair): JsonDifference[] {
  return javaHashOrder([...original.properties.keys()], [...update.properties.keys()]).flatMap((name) => {
    const [before, after] = [original.properties.get(name), update.properties.get(name)];
    if (after === undefined) return at(name, propertyRemoved(context, name, before as SchemaNode, update, compare));
    if (before === undefined) return at(name, propertyAdded(context, name, after, original, update, compare));
    return at(name, compare(before, after));
  });
}

/** Removing a property is judged by what the new schema says of properties that it does not name. */
function propertyRemoved(context: DiffContext, name: string, property: SchemaNode, update: ObjectNode, compare: ComparePair): Differences {
  if (isOpen(update)) return [differs('PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL')];
  const partial = partialSchema(context, update, name);
  if (partial === undefined) {
    return [differs(isFalse(property) ? 'PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL' : 'PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL')];
  }
  const found = compare(property, partial);
  const isCovered = context.isCompatible(found);
  return [
    ...found,
    differs(isCovered ? 'PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL' : 'PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL'),
  ];
}

/** Adding a property is judged by what the old schema said of properties that it did not name. */
function propertyAdded(
  context: DiffContext,
  name: string,
  property: SchemaNode,
  original: ObjectNode,
  update: ObjectNode,
  compare: ComparePair,
): Differences {
  const isRequired = update.required.has(name);
  if (isOpen(original)) return [differs(addedToOpen(property, isRequired))];
  const partial = partialSchema(context, original, name);
  const found = partial === undefined ? [] : compare(partial, property);
  const differences = [...found];
  if (partial !== undefined) {
    const isCovered = context.isCompatible(found);
    differences.push(differs(isCovered ? 'PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL' : 'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL'));
  }
  const withDefault = hasDefault(property) ? 'REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL' : 'REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL';
  differences.push(differs(isRequired ? withDefault : 'OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL'));
  return differences;
}

function addedToOpen(property: SchemaNode, isRequired: boolean): JsonDifference['type'] {
  if (kindOf(property) === 'empty') return 'PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL';
  if (!isRequired) return 'OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL';
  return hasDefault(property) ? 'REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL' : 'REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL';
}

function compareAdditional(original: ObjectNode, update: ObjectNode, compare: ComparePair): Differences {
  if (original.permitsAdditional !== update.permitsAdditional) {
    return [differs(update.permitsAdditional ? 'ADDITIONAL_PROPERTIES_ADDED' : 'ADDITIONAL_PROPERTIES_REMOVED')];
  }
  if (original.additional === undefined && update.additional !== undefined) return [differs('ADDITIONAL_PROPERTIES_NARROWED')];
  if (original.additional !== undefined && update.additional === undefined) return [differs('ADDITIONAL_PROPERTIES_EXTENDED')];
  return compare(original.additional, update.additional);
}

function compareDependencies(original: ObjectNode, update: ObjectNode, compare: ComparePair): JsonDifference[] {
  const ofNames = javaHashOrder([...original.propertyDependencies.keys()], [...update.propertyDependencies.keys()]).flatMap((name) =>
    at(name, compareNames(original.propertyDependencies.get(name), update.propertyDependencies.get(name))),
  );
  const ofSchemas = javaHashOrder([...original.schemaDependencies.keys()], [...update.schemaDependencies.keys()]).flatMap((name) => {
    const [before, after] = [original.schemaDependencies.get(name), update.schemaDependencies.get(name)];
    if (after === undefined) return [differs('DEPENDENCY_SCHEMA_REMOVED', name)];
    if (before === undefined) return [differs('DEPENDENCY_SCHEMA_ADDED', name)];
    return at(name, compare(before, after));
  });
  return [...ofNames, ...ofSchemas];
}

function compareNames(original: ReadonlySet<string> | undefined, update: ReadonlySet<string> | undefined): Differences {
  if (update === undefined) return [differs('DEPENDENCY_ARRAY_REMOVED')];
  if (original === undefined) return [differs('DEPENDENCY_ARRAY_ADDED')];
  const hasAll = [...original].every((name) => update.has(name));
  if (hasAll) return original.size === update.size ? [] : [differs('DEPENDENCY_ARRAY_EXTENDED')];
  const isPart = [...update].every((name) => original.has(name));
  return [differs(isPart ? 'DEPENDENCY_ARRAY_NARROWED' : 'DEPENDENCY_ARRAY_CHANGED')];
}

function isOpen(node: ObjectNode): boolean {
  if (!node.permitsAdditional || node.additional !== undefined || node.patternProperties.size > 0) return false;
  return node.unevaluated === undefined || node.unevaluated.kind === 'empty';
}

/** The schema that a property without a name of its own has: by pattern, then by what stands for the rest. */
function partialSchema(context: DiffContext, node: ObjectNode, name: string): SchemaNode | undefined {
  for (const [pattern, schema] of node.patternProperties) {
    context.spend(1 + ((pattern.length + name.length) >> 6));
    if (patternFinds(pattern, name) === true) return schema;
  }
  if (node.additional !== undefined) return node.additional;
  if (!node.permitsAdditional || node.unevaluated === undefined) return undefined;
  return node.unevaluated.kind === 'false' || node.unevaluated.kind === 'empty' ? undefined : node.unevaluated;
}

function hasDefault(node: SchemaNode): boolean {
  return node.defaultValue !== undefined;
}
