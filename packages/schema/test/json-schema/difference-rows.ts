/**
 * Every way in which two JSON schemas can differ: the old schema, the new one, and all differences between them with
 * their paths, harmless ones included (reference: Confluent's difference types as of 8.2).
 */
export interface DifferenceRow {
  readonly old: unknown;
  readonly new: unknown;
  /** `TYPE path`, in order. */
  readonly found: readonly string[];
}

const string = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const modern = (schema: object) => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema });

/** A keyword that sets a limit, with a value, a larger one, and what changes are called. */
function limit(stem: string, keyword: string, base: object, wrap: (schema: object) => object = (schema) => schema): DifferenceRow[] {
  const at = (value?: number) => wrap({ ...base, ...(value === undefined ? {} : { [keyword]: value }) });
  return [
    { old: at(), new: at(3), found: [`${stem}_ADDED #/${keyword}`] },
    { old: at(3), new: at(), found: [`${stem}_REMOVED #/${keyword}`] },
    { old: at(3), new: at(4), found: [`${stem}_INCREASED #/${keyword}`] },
    { old: at(4), new: at(3), found: [`${stem}_DECREASED #/${keyword}`] },
  ];
}

const GENERAL: readonly DifferenceRow[] = [
  { old: { $id: 'http://a/b' }, new: { $id: 'http://a/c' }, found: ['ID_CHANGED #/'] },
  { old: { title: 'a' }, new: { title: 'b' }, found: ['TITLE_CHANGED #/'] },
  { old: { description: 'a' }, new: {}, found: ['DESCRIPTION_CHANGED #/'] },
  { old: { ...string, default: 'a' }, new: { ...string, default: 'b' }, found: ['DEFAULT_CHANGED #/'] },
  { old: { type: 'array', items: string }, new: { type: 'array' }, found: ['SCHEMA_REMOVED #/items'] },
  { old: { type: 'array' }, new: { type: 'array', items: string }, found: ['SCHEMA_ADDED #/items'] },
  // Where items is one schema, additionalItems says nothing.
  { old: { items: string, additionalItems: false }, new: { items: [string], additionalItems: false }, found: ['SCHEMA_REMOVED #/items', 'ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/0', 'ADDITIONAL_ITEMS_REMOVED #/additionalItems'] },
  { old: { dependencies: { a: [] } }, new: { dependencies: { a: ['b'] } }, found: ['DEPENDENCY_ARRAY_ADDED #/dependencies/a'] },
  { old: integer, new: number, found: ['TYPE_EXTENDED #/'] },
  { old: number, new: integer, found: ['TYPE_NARROWED #/'] },
  { old: string, new: number, found: ['TYPE_CHANGED #/'] },
  { old: false, new: string, found: [] },
  { old: string, new: true, found: [] },
  { old: true, new: string, found: ['TYPE_CHANGED #/'] },
  { old: { type: 'string', 'connect.type': 'bytes' }, new: { type: 'number', 'connect.type': 'bytes' }, found: [] },
];

/** Since 2019-09 a schema that says nothing takes all, also where it has an id or an empty list of properties. */
const NOTHING_SAID: readonly DifferenceRow[] = [
  { old: modern({ $id: 'http://a/b' }), new: modern({ $id: 'http://a/c' }), found: [] },
  { old: modern({ properties: {}, maxProperties: 1 }), new: modern({ properties: {} }), found: [] },
  { old: modern({ properties: {}, additionalProperties: false }), new: modern({ properties: {} }), found: [] },
];

const STRINGS: readonly DifferenceRow[] = [
  ...limit('MAX_LENGTH', 'maxLength', string),
  ...limit('MIN_LENGTH', 'minLength', string),
  { old: string, new: { ...string, pattern: 'a' }, found: ['PATTERN_ADDED #/pattern'] },
  { old: { ...string, pattern: 'a' }, new: string, found: ['PATTERN_REMOVED #/pattern'] },
  { old: { ...string, pattern: 'a' }, new: { ...string, pattern: 'b' }, found: ['PATTERN_CHANGED #/pattern'] },
];

const NUMBERS: readonly DifferenceRow[] = [
  ...limit('MAXIMUM', 'maximum', number),
  ...limit('MINIMUM', 'minimum', number),
  ...limit('EXCLUSIVE_MAXIMUM', 'exclusiveMaximum', number),
  ...limit('EXCLUSIVE_MINIMUM', 'exclusiveMinimum', number),
  { old: number, new: { ...number, multipleOf: 2 }, found: ['MULTIPLE_OF_ADDED #/multipleOf'] },
  { old: { ...number, multipleOf: 2 }, new: number, found: ['MULTIPLE_OF_REMOVED #/multipleOf'] },
  { old: { ...number, multipleOf: 2 }, new: { ...number, multipleOf: 6 }, found: ['MULTIPLE_OF_EXPANDED #/multipleOf'] },
  { old: { ...number, multipleOf: 6 }, new: { ...number, multipleOf: 2 }, found: ['MULTIPLE_OF_REDUCED #/multipleOf'] },
  { old: { ...number, multipleOf: 4 }, new: { ...number, multipleOf: 6 }, found: ['MULTIPLE_OF_CHANGED #/multipleOf'] },
  { old: { ...number, multipleOf: 0.1 }, new: { ...number, multipleOf: 0.3 }, found: ['MULTIPLE_OF_EXPANDED #/multipleOf'] },
];

const object = (members: object = {}) => ({ type: 'object', ...members });
const closed = (members: object = {}) => object({ additionalProperties: false, ...members });
const withA = { properties: { a: string } };
const dependency = (value: unknown) => object({ dependencies: { a: value } });

const OBJECTS: readonly DifferenceRow[] = [
  ...limit('MAX_PROPERTIES', 'maxProperties', object()),
  ...limit('MIN_PROPERTIES', 'minProperties', object()),
  { old: object(withA), new: object({ ...withA, required: ['a'] }), found: ['REQUIRED_ATTRIBUTE_ADDED #/required/a'] },
  {
    old: object({ properties: { a: { ...string, default: 'x' } } }),
    new: object({ properties: { a: { ...string, default: 'x' } }, required: ['a'] }),
    found: ['REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED #/required/a'],
  },
  { old: object({ ...withA, required: ['a'] }), new: object(withA), found: ['REQUIRED_ATTRIBUTE_REMOVED #/required/a'] },
  { old: object(), new: dependency(['b']), found: ['DEPENDENCY_ARRAY_ADDED #/dependencies/a'] },
  { old: dependency(['b']), new: object(), found: ['DEPENDENCY_ARRAY_REMOVED #/dependencies/a'] },
  { old: dependency(['b']), new: dependency(['b', 'c']), found: ['DEPENDENCY_ARRAY_EXTENDED #/dependencies/a'] },
  { old: dependency(['b', 'c']), new: dependency(['b']), found: ['DEPENDENCY_ARRAY_NARROWED #/dependencies/a'] },
  { old: dependency(['b']), new: dependency(['c']), found: ['DEPENDENCY_ARRAY_CHANGED #/dependencies/a'] },
  { old: object(), new: dependency(string), found: ['DEPENDENCY_SCHEMA_ADDED #/dependencies/a'] },
  { old: dependency(string), new: object(), found: ['DEPENDENCY_SCHEMA_REMOVED #/dependencies/a'] },
  { old: dependency(string), new: dependency({ ...string, maxLength: 1 }), found: ['MAX_LENGTH_ADDED #/dependencies/a/maxLength'] },
  { old: closed(), new: object(), found: ['ADDITIONAL_PROPERTIES_ADDED #/additionalProperties'] },
  { old: object(), new: closed(), found: ['ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties'] },
  { old: object(), new: object({ additionalProperties: string }), found: ['ADDITIONAL_PROPERTIES_NARROWED #/additionalProperties'] },
  { old: object({ additionalProperties: string }), new: object(), found: ['ADDITIONAL_PROPERTIES_EXTENDED #/additionalProperties'] },
  { old: object({ additionalProperties: string }), new: object({ additionalProperties: number }), found: ['TYPE_CHANGED #/additionalProperties'] },
];

const unevaluated = (value?: unknown) => modern(object(value === undefined ? {} : { unevaluatedProperties: value }));
const UNEVALUATED_PROPERTIES: readonly DifferenceRow[] = [
  { old: unevaluated(), new: unevaluated(false), found: ['UNEVALUATED_PROPERTIES_REMOVED #/unevaluatedProperties'] },
  { old: unevaluated(), new: unevaluated(string), found: ['UNEVALUATED_PROPERTIES_NARROWED #/unevaluatedProperties'] },
  { old: unevaluated(false), new: unevaluated(), found: ['UNEVALUATED_PROPERTIES_ADDED #/unevaluatedProperties'] },
  { old: unevaluated(false), new: unevaluated(string), found: ['UNEVALUATED_PROPERTIES_ADDED #/unevaluatedProperties'] },
  { old: unevaluated(string), new: unevaluated(), found: ['UNEVALUATED_PROPERTIES_EXTENDED #/unevaluatedProperties'] },
  { old: unevaluated(string), new: unevaluated(true), found: ['UNEVALUATED_PROPERTIES_EXTENDED #/unevaluatedProperties'] },
  { old: unevaluated(true), new: unevaluated(string), found: ['UNEVALUATED_PROPERTIES_NARROWED #/unevaluatedProperties'] },
  { old: unevaluated(string), new: unevaluated(false), found: ['UNEVALUATED_PROPERTIES_REMOVED #/unevaluatedProperties'] },
  { old: unevaluated(string), new: unevaluated(number), found: ['TYPE_CHANGED #/unevaluatedProperties'] },
];

const partial = (rest: unknown, members: object = {}) => object({ additionalProperties: rest, ...members });
const CONTENT_MODEL: readonly DifferenceRow[] = [
  { old: object(withA), new: object(), found: ['PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL #/properties/a'] },
  { old: closed(withA), new: closed(), found: ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/a'] },
  { old: closed({ properties: { a: false } }), new: closed(), found: ['PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/a'] },
  { old: partial(string, withA), new: partial(string), found: ['PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a'] },
  {
    old: partial(number, withA),
    new: partial(number),
    found: ['TYPE_CHANGED #/properties/a', 'PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a'],
  },
  { old: object(), new: object(withA), found: ['OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a'] },
  { old: object(), new: object({ ...withA, required: ['a'] }), found: ['REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a'] },
  {
    old: object(),
    new: object({ properties: { a: { ...string, default: 'x' } }, required: ['a'] }),
    found: ['REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a'],
  },
  { old: object(), new: object({ properties: { a: {} } }), found: ['PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a'] },
  { old: closed(), new: closed(withA), found: ['OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a'] },
  { old: closed(), new: closed({ ...withA, required: ['a'] }), found: ['REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a'] },
  {
    old: closed(),
    new: closed({ properties: { a: { ...string, default: 'x' } }, required: ['a'] }),
    found: ['REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a'],
  },
  {
    old: partial(string),
    new: partial(string, withA),
    found: ['PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a', 'OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a'],
  },
  {
    old: partial(number),
    new: partial(number, withA),
    found: [
      'TYPE_CHANGED #/properties/a',
      'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a',
      'OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a',
    ],
  },
  {
    old: object({ patternProperties: { '^a': string } }),
    new: object({ patternProperties: { '^a': string }, ...withA }),
    found: ['PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a', 'OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a'],
  },
  {
    old: modern(object({ unevaluatedProperties: string, ...withA })),
    new: modern(object({ unevaluatedProperties: string })),
    found: ['PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a'],
  },
];

const array = (members: object = {}) => ({ type: 'array', ...members });
const tuple = (items: unknown[], members: object = {}) => array({ items, ...members });
const contains = (schema: object) => modern({ ...schema, contains: {} });

const ARRAYS: readonly DifferenceRow[] = [
  ...limit('MAX_ITEMS', 'maxItems', array()),
  ...limit('MIN_ITEMS', 'minItems', array()),
  ...limit('MAX_CONTAINS', 'maxContains', array(), contains),
  // A `contains` alone asks for one: minContains is never absent beside it.
  { old: modern(array()), new: contains(array()), found: ['MIN_CONTAINS_ADDED #/minContains'] },
  { old: contains(array()), new: modern(array()), found: ['MIN_CONTAINS_REMOVED #/minContains'] },
  { old: contains(array({ minContains: 2 })), new: contains(array({ minContains: 3 })), found: ['MIN_CONTAINS_INCREASED #/minContains'] },
  { old: contains(array({ minContains: 3 })), new: contains(array()), found: ['MIN_CONTAINS_DECREASED #/minContains'] },
  { old: array(), new: array({ uniqueItems: true }), found: ['UNIQUE_ITEMS_ADDED #/uniqueItems'] },
  { old: array({ uniqueItems: true }), new: array(), found: ['UNIQUE_ITEMS_REMOVED #/uniqueItems'] },
  { old: tuple([string], { additionalItems: false }), new: tuple([string]), found: ['ADDITIONAL_ITEMS_ADDED #/additionalItems'] },
  { old: tuple([string]), new: tuple([string], { additionalItems: false }), found: ['ADDITIONAL_ITEMS_REMOVED #/additionalItems'] },
  { old: tuple([string]), new: tuple([string], { additionalItems: number }), found: ['ADDITIONAL_ITEMS_NARROWED #/additionalItems'] },
  { old: tuple([string], { additionalItems: number }), new: tuple([string]), found: ['ADDITIONAL_ITEMS_EXTENDED #/additionalItems'] },
  { old: tuple([string, string]), new: tuple([string]), found: ['ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL #/items/1'] },
  {
    old: tuple([string, string], { additionalItems: false }),
    new: tuple([string], { additionalItems: false }),
    found: ['ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1'],
  },
  {
    old: tuple([string, false], { additionalItems: false }),
    new: tuple([string], { additionalItems: false }),
    found: ['ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1'],
  },
  {
    old: tuple([string, string], { additionalItems: string }),
    new: tuple([string], { additionalItems: string }),
    found: ['ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1'],
  },
  {
    old: tuple([string, string], { additionalItems: number }),
    new: tuple([string], { additionalItems: number }),
    found: ['TYPE_CHANGED #/items/1', 'ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1'],
  },
  { old: tuple([string]), new: tuple([string, string]), found: ['ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1'] },
  { old: tuple([string]), new: tuple([string, {}]), found: ['ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL #/items/1'] },
  {
    old: tuple([string], { additionalItems: false }),
    new: tuple([string, string], { additionalItems: false }),
    found: ['ITEM_ADDED_TO_CLOSED_CONTENT_MODEL #/items/1'],
  },
  {
    old: tuple([string], { additionalItems: string }),
    new: tuple([string, string], { additionalItems: string }),
    found: ['ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1'],
  },
  {
    old: tuple([string], { additionalItems: number }),
    new: tuple([string, string], { additionalItems: number }),
    found: ['TYPE_CHANGED #/items/1', 'ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1'],
  },
  { old: modern(array()), new: modern(array({ unevaluatedItems: false })), found: ['UNEVALUATED_ITEMS_REMOVED #/unevaluatedItems'] },
  { old: modern(array()), new: modern(array({ unevaluatedItems: string })), found: ['UNEVALUATED_ITEMS_NARROWED #/unevaluatedItems'] },
  { old: modern(array({ unevaluatedItems: false })), new: modern(array()), found: ['UNEVALUATED_ITEMS_ADDED #/unevaluatedItems'] },
  { old: modern(array({ unevaluatedItems: string })), new: modern(array()), found: ['UNEVALUATED_ITEMS_EXTENDED #/unevaluatedItems'] },
];

const allOf = (...subschemas: unknown[]) => ({ allOf: subschemas });
const anyOf = (...subschemas: unknown[]) => ({ anyOf: subschemas });
const oneOf = (...subschemas: unknown[]) => ({ oneOf: subschemas });
const short = { ...string, maxLength: 3 };

const COMBINED: readonly DifferenceRow[] = [
  { old: { enum: ['a', 'b'] }, new: { enum: ['a', 'b', 'c'] }, found: ['ENUM_ARRAY_EXTENDED #/enum'] },
  { old: { enum: ['a', 'b', 'c'] }, new: { enum: ['a', 'b'] }, found: ['ENUM_ARRAY_NARROWED #/enum'] },
  { old: { enum: ['a', 'b'] }, new: { enum: ['a', 'c'] }, found: ['ENUM_ARRAY_CHANGED #/enum'] },
  { old: { const: 1 }, new: { const: 2 }, found: ['ENUM_ARRAY_CHANGED #/const'] },
  { old: oneOf(string, number), new: anyOf(string, number), found: ['COMBINED_TYPE_EXTENDED #/'] },
  { old: anyOf(string, number), new: oneOf(string, number), found: ['COMBINED_TYPE_CHANGED #/'] },
  { old: anyOf(string, number), new: allOf(string, number), found: ['COMBINED_TYPE_CHANGED #/'] },
  { old: allOf(string), new: oneOf(string), found: ['COMBINED_TYPE_EXTENDED #/'] },
  { old: allOf(string, short), new: oneOf(string), found: ['COMBINED_TYPE_EXTENDED #/', 'PRODUCT_TYPE_NARROWED #/'] },
  { old: allOf(string), new: allOf(string, short), found: ['PRODUCT_TYPE_EXTENDED #/'] },
  { old: allOf(string, short), new: allOf(string), found: ['PRODUCT_TYPE_NARROWED #/'] },
  { old: oneOf(string), new: oneOf(string, number), found: ['SUM_TYPE_EXTENDED #/'] },
  { old: oneOf(string, number), new: oneOf(string), found: ['SUM_TYPE_NARROWED #/'] },
  { old: string, new: oneOf(string, number), found: ['SUM_TYPE_EXTENDED #/'] },
  { old: allOf(string, short), new: string, found: ['PRODUCT_TYPE_NARROWED #/'] },
  { old: oneOf(string, number), new: oneOf(string, { type: 'boolean' }), found: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'] },
  { old: string, new: oneOf(string), found: [] },
  { old: { type: ['string', 'number'] }, new: { type: ['string', 'number', 'null'] }, found: ['SUM_TYPE_EXTENDED #/'] },
  { old: { not: number }, new: { not: integer }, found: ['NOT_TYPE_NARROWED #/not'] },
  { old: { not: integer }, new: { not: number }, found: ['NOT_TYPE_EXTENDED #/not'] },
  { old: { not: string }, new: { not: string }, found: ['NOT_TYPE_NARROWED #/not'] },
];

export const DIFFERENCE_ROWS: readonly DifferenceRow[] = [
  ...GENERAL,
  ...NOTHING_SAID,
  ...STRINGS,
  ...NUMBERS,
  ...OBJECTS,
  ...UNEVALUATED_PROPERTIES,
  ...CONTENT_MODEL,
  ...ARRAYS,
  ...COMBINED,
];
