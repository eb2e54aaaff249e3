import { expect, test } from 'vitest';
import { type CompatibilityPolicy, parseSchema } from '@millrace/schema';
import { jsonSchemaDifferences } from '../../src/json-schema/diff/compare-schemas.js';
import { JSON_DIFFERENCE_TYPES } from '../../src/json-schema/diff/difference-types.js';
import { expectAtEachLevel } from '../compatibility/pairs.js';
import { DIFFERENCE_ROWS } from './difference-rows.js';

/** Deprecated, or told by what `validateFields` looks at and not by two schemas. */
const NOT_BETWEEN_SCHEMAS = ['PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL', 'RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY', 'RESERVED_PROPERTY_REMOVED'];

test.each(DIFFERENCE_ROWS)('%#: $found', ({ old, new: update, found }) => {
  const [before, after] = [old, update].map((schema) => parseSchema('JSON', { schema: JSON.stringify(schema), isNew: true }));
  const differences = jsonSchemaDifferences(before!.node, after!.node, 'STRICT');
  expect(differences.map(({ type, path }) => `${type} ${path}`)).toEqual(found);
});

test('the rows have every difference type', () => {
  const seen = new Set(DIFFERENCE_ROWS.flatMap((row) => row.found.map((line) => line.split(' ')[0])));
  expect(JSON_DIFFERENCE_TYPES.filter((type) => !seen.has(type)).toSorted()).toEqual(NOT_BETWEEN_SCHEMAS);
  expect(JSON_DIFFERENCE_TYPES).toHaveLength(132);
});

const KEYWORD = "The keyword at path '@' in the %s schema is not present in the %s schema";
const MORE = "The value at path '@' in the %s schema is more than its value in the %s schema";
const LESS = "The value at path '@' in the %s schema is less than its value in the %s schema";
const VALUE = "The value at path '@' is different between the %s and %s schema";
const FEWER = "An array or combined type at path '@' has fewer elements in the %s schema than the %s schema";
const ELEMENTS = "An array or combined type at path '@' has more elements in the %s schema than the %s schema";
const TYPE = "A type at path '@' is different between the %s schema and the %s schema";
const OPEN = "The %s schema has an open content model and has a property or item at path '@' which is missing in the %s schema";
const CLOSED = "The %s has a closed content model and is missing a property or item present at path '@' in the %s schema";
const REMOVED = "A property or item is missing in the %s schema but present at path '@' in the %s schema and is not covered by its partially open content model";
const ADDED = "The %s schema has a property or item at path '@' which is missing in the %s schema and is not covered by its partially open content model";

/** What Confluent says of each difference that is not compatible; LENIENT takes those that it says `lenient` of. */
const SAID: Readonly<Record<string, string | { readonly lenient: string }>> = {
  SCHEMA_ADDED: '',
  ...{ TYPE_NARROWED: TYPE, TYPE_CHANGED: TYPE, COMBINED_TYPE_CHANGED: TYPE, COMBINED_TYPE_SUBSCHEMAS_CHANGED: TYPE, ENUM_ARRAY_CHANGED: TYPE },
  ...{ MAX_LENGTH_ADDED: KEYWORD, MIN_LENGTH_ADDED: KEYWORD, PATTERN_ADDED: KEYWORD, MAXIMUM_ADDED: KEYWORD, MINIMUM_ADDED: KEYWORD },
  ...{ EXCLUSIVE_MAXIMUM_ADDED: KEYWORD, EXCLUSIVE_MINIMUM_ADDED: KEYWORD, MULTIPLE_OF_ADDED: KEYWORD, REQUIRED_ATTRIBUTE_ADDED: KEYWORD },
  ...{ MAX_PROPERTIES_ADDED: KEYWORD, MIN_PROPERTIES_ADDED: KEYWORD, DEPENDENCY_ARRAY_ADDED: KEYWORD, DEPENDENCY_SCHEMA_ADDED: KEYWORD },
  ...{ MAX_ITEMS_ADDED: KEYWORD, MIN_ITEMS_ADDED: KEYWORD, MAX_CONTAINS_ADDED: KEYWORD, MIN_CONTAINS_ADDED: KEYWORD, UNIQUE_ITEMS_ADDED: KEYWORD },
  ...{ ADDITIONAL_ITEMS_REMOVED: KEYWORD, UNEVALUATED_ITEMS_REMOVED: KEYWORD },
  ...{ ADDITIONAL_PROPERTIES_REMOVED: { lenient: KEYWORD }, UNEVALUATED_PROPERTIES_REMOVED: { lenient: KEYWORD } },
  ...{ MIN_LENGTH_INCREASED: MORE, MINIMUM_INCREASED: MORE, EXCLUSIVE_MINIMUM_INCREASED: MORE, MULTIPLE_OF_EXPANDED: MORE },
  ...{ MIN_PROPERTIES_INCREASED: MORE, MIN_ITEMS_INCREASED: MORE, MIN_CONTAINS_INCREASED: MORE },
  ...{ MAX_LENGTH_DECREASED: LESS, MAXIMUM_DECREASED: LESS, EXCLUSIVE_MAXIMUM_DECREASED: LESS },
  ...{ MAX_PROPERTIES_DECREASED: LESS, MAX_ITEMS_DECREASED: LESS, MAX_CONTAINS_DECREASED: LESS },
  ...{ PATTERN_CHANGED: VALUE, MULTIPLE_OF_CHANGED: VALUE, DEPENDENCY_ARRAY_CHANGED: VALUE },
  ...{ ADDITIONAL_ITEMS_NARROWED: FEWER, UNEVALUATED_ITEMS_NARROWED: FEWER, ENUM_ARRAY_NARROWED: FEWER, SUM_TYPE_NARROWED: FEWER },
  ...{ ADDITIONAL_PROPERTIES_NARROWED: { lenient: FEWER }, UNEVALUATED_PROPERTIES_NARROWED: { lenient: FEWER } },
  ...{ DEPENDENCY_ARRAY_EXTENDED: ELEMENTS, PRODUCT_TYPE_EXTENDED: ELEMENTS, NOT_TYPE_EXTENDED: ELEMENTS },
  ...{ REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: OPEN, ITEM_ADDED_TO_OPEN_CONTENT_MODEL: OPEN },
  ...{ REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL: { lenient: OPEN }, OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: { lenient: OPEN } },
  REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL:
    "The %s schema has an unopen content model and has a required property at path '@' which is missing in the %s schema",
  ...{ ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL: CLOSED, PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL: { lenient: CLOSED } },
  ...{ ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: REMOVED, PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: { lenient: REMOVED } },
  ...{ ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: ADDED, PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: { lenient: ADDED } },
};

/** The rows in one direction, found again in the other: what a change does is what its reverse does the other way round. */
const found = new Map(DIFFERENCE_ROWS.map((row) => [key(row.old, row.new), row.found]));

function key(old: unknown, update: unknown): string {
  return JSON.stringify([old, update]);
}

function lines(differences: readonly string[], policy: CompatibilityPolicy): string[] {
  return differences.flatMap((difference) => {
    const [type = '', path = ''] = difference.split(' ');
    const said = SAID[type];
    const text = typeof said === 'object' ? (policy === 'STRICT' ? said.lenient : undefined) : said;
    return text === undefined ? [] : [`{errorType:"${type}", description:"${text.replace('@', path)}'}`];
  });
}

test.each(DIFFERENCE_ROWS)('%# at each level and policy', ({ old, new: update, found: forward }) => {
  const [a, b] = [JSON.stringify(old), JSON.stringify(update)];
  const reverse = found.get(key(update, old)) ?? differencesOf(update, old);
  for (const policy of ['STRICT', 'LENIENT'] as const) {
    expectAtEachLevel({ type: 'JSON', a, b, policy, bReadsA: lines(forward, policy), aReadsB: lines(reverse, policy) });
  }
});

function differencesOf(old: unknown, update: unknown): string[] {
  const [before, after] = [old, update].map((schema) => parseSchema('JSON', { schema: JSON.stringify(schema) }));
  return jsonSchemaDifferences(before!.node, after!.node, 'STRICT').map(({ type, path }) => `${type} ${path}`);
}
