import { jsonDataCheck, jsonValueCheck, parseSchema } from '@millrace/schema';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const DIALECTS = {
  'http://json-schema.org/draft-04/schema#': ajvDraft04.default,
  'http://json-schema.org/draft-07/schema#': Ajv,
  'https://json-schema.org/draft/2019-09/schema': Ajv2019,
  'https://json-schema.org/draft/2020-12/schema': Ajv2020,
} as const;

const VALUES: readonly unknown[] = [
  null, true, false, 0, 1, -1, 1.5, 0.3, 3, 10, '', 'a', 'abc', 'abcdef', '𝒳𝒴', [], [1], ['a'], ['a', 1], ['a', 'a'], [1, 1.0], [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  {}, { a: 1 }, { a: 'x' }, { a: 'x', b: 2 }, { a: 'x', b: 'y', c: 3 }, { b: 1 }, { x1: 1 }, { x1: 'z', y: 1 }, { a: { a: { a: 'x' } } }, { kind: 'b', b: 1 }, { kind: 'a', a: 's' },
];

const EVERYWHERE: readonly object[] = [
  {}, { type: 'integer' }, { type: ['string', 'null'] }, { type: 'number', minimum: 1, maximum: 3 }, { multipleOf: 2 }, { enum: [1, 'a', { a: 1 }, null] },
  { minLength: 2, maxLength: 3 }, { pattern: '^a.c' }, { pattern: '\\u0061' }, { minItems: 1, maxItems: 2 }, { uniqueItems: true }, { items: { type: 'string' } },
  { properties: { a: { type: 'string' } }, required: ['a'] }, { properties: { a: {} }, additionalProperties: false }, { patternProperties: { '^x': { type: 'number' } }, additionalProperties: { type: 'integer' } },
  { minProperties: 1, maxProperties: 2 }, { allOf: [{ type: 'object' }, { required: ['b'] }] }, { anyOf: [{ type: 'string' }, { minimum: 2 }] }, { oneOf: [{ type: 'number' }, { minimum: 2 }] },
  { not: { type: 'object' } }, { properties: { a: { $ref: '#' } } }, { definitions: { s: { type: 'string' } }, properties: { a: { $ref: '#/definitions/s' } } },
];

const CLASSIC: readonly object[] = [
  { items: [{ type: 'string' }, { type: 'number' }], additionalItems: false }, { dependencies: { a: ['b'], b: { required: ['a'] } } },
];

const SINCE_6: readonly object[] = [
  { const: { a: 1 } }, { contains: { type: 'string' } }, { propertyNames: { minLength: 2 } }, { exclusiveMinimum: 0, exclusiveMaximum: 3 },
  // eslint-disable-next-line unicorn/no-thenable
  { if: { required: ['a'] }, then: { required: ['b'] }, else: { maxProperties: 1 } },
];

const MODERN: readonly object[] = [
  { dependentRequired: { a: ['b'] } }, { dependentSchemas: { b: { required: ['c'] } } }, { contains: { type: 'number' }, minContains: 0, maxContains: 1 },
  { properties: { a: true }, unevaluatedProperties: false }, { allOf: [{ properties: { a: true } }], properties: { b: true }, unevaluatedProperties: false },
  { oneOf: [{ properties: { kind: { const: 'a' }, a: true }, required: ['kind'] }, { properties: { kind: { const: 'b' }, b: true }, required: ['kind'] }], unevaluatedProperties: false },
  { anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }, { properties: { b: { type: 'number' } }, required: ['b'] }], unevaluatedProperties: false },
  // eslint-disable-next-line unicorn/no-thenable
  { if: { properties: { kind: { const: 'a' } }, required: ['kind'] }, then: { properties: { a: true } }, unevaluatedProperties: false },
  { $ref: '#/$defs/d', unevaluatedProperties: { type: 'number' }, $defs: { d: { properties: { a: true } } } },
];

const CASES = {
  'http://json-schema.org/draft-04/schema#': [...EVERYWHERE, ...CLASSIC, { minimum: 1, exclusiveMinimum: true }, { maximum: 3, exclusiveMaximum: true }],
  'http://json-schema.org/draft-07/schema#': [...EVERYWHERE, ...CLASSIC, ...SINCE_6],
  'https://json-schema.org/draft/2019-09/schema': [...EVERYWHERE, ...CLASSIC.slice(0, 1), ...SINCE_6, ...MODERN, { allOf: [{ items: [true] }], unevaluatedItems: false }],
  'https://json-schema.org/draft/2020-12/schema': [...EVERYWHERE, ...SINCE_6, ...MODERN, { prefixItems: [{ type: 'string' }], items: { type: 'number' } }, { prefixItems: [true], unevaluatedItems: false }],
} as const;

describe.each(Object.entries(DIALECTS))('%s', (dialect, Validator) => {
  const ajv = new Validator({ strict: false, allErrors: false, validateSchema: false });
  test.each(CASES[dialect as keyof typeof CASES])('%j says what ajv says', (schema) => {
    const written = { $schema: dialect, ...schema };
    const check = jsonValueCheck(parseSchema('JSON', { schema: JSON.stringify(written) }));
    const validate = ajv.compile(written);
    for (const value of VALUES) expect(check(value) === undefined, JSON.stringify(value)).toBe(validate(value));
  });
});

test('where ajv goes another way than the specification', () => {
  const check = (schema: object) => jsonValueCheck(parseSchema('JSON', { schema: JSON.stringify(schema) }));
  expect(check({ multipleOf: 0.1 })(0.3)).toBeUndefined();
  expect(check({ multipleOf: 0.1 })(0.35)?.detail).toBe('0.35 is no multiple of 0.1');
  const items = check({ $schema: 'https://json-schema.org/draft/2020-12/schema', contains: { type: 'string' }, unevaluatedItems: false });
  expect(items(['a', 'b'])).toBeUndefined();
  expect(items(['a', 1])).toEqual({ detail: 'nothing may stand here', place: '$[1]' });
});

test('a value that is wrong is told with its place', () => {
  const schema = { properties: { lines: { items: { properties: { 'a b': { type: 'integer' } } } } } };
  const check = jsonDataCheck(parseSchema('JSON', { schema: JSON.stringify(schema) }));
  expect(check(Buffer.from('{"lines":[{},{"a b":"x"}]}'))).toEqual({ detail: 'string where integer is due', place: '$.lines[1]["a b"]' });
  expect(check(Buffer.from('{"lines":'))?.detail).toMatch(/^no JSON: /);
  expect(check(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ detail: 'text that is not UTF-8', place: '$' });
  expect(check(Buffer.from('{"lines":[]}'))).toBeUndefined();
});

test('schemas that are referred to are applied', () => {
  const schema = parseSchema('JSON', {
    schema: '{"properties":{"a":{"$ref":"part.json#/definitions/p"}}}',
    references: [{ name: 'part.json', subject: 'part', version: 1 }],
    resolve: () => ({ schema: '{"definitions":{"p":{"type":"string"}}}' }),
  });
  expect(jsonValueCheck(schema)({ a: 1 })).toEqual({ detail: 'number where string is due', place: '$.a' });
});

test('a pattern that RE2 lacks is not run', () => {
  const check = jsonValueCheck(parseSchema('JSON', { schema: '{"pattern":"^(?=a)\\\\w+$","patternProperties":{"(?<!x)y":false},"additionalProperties":false}' }));
  expect(check('b')).toBeUndefined();
  expect(check({ z: 1 })).toBeUndefined();
});

test('a pattern made to hang does not', () => {
  const check = jsonValueCheck(parseSchema('JSON', { schema: '{"pattern":"^(a+)+$"}' }));
  expect(check(`${'a'.repeat(50_000)}!`)?.detail).toBe('does not match the pattern ^(a+)+$');
});

test('alternatives within alternatives end', () => {
  const levels = Array.from({ length: 40 }, (_, level) => [`l${level}`, { anyOf: [{ $ref: `#/definitions/l${level + 1}` }, { $ref: `#/definitions/l${level + 1}` }] }]);
  const schema = { $ref: '#/definitions/l0', definitions: { ...Object.fromEntries(levels), l40: false } };
  expect(jsonValueCheck(parseSchema('JSON', { schema: JSON.stringify(schema) }))(1)?.detail).toBe('more than 1000000 steps to validate');
  const endless = { allOf: [{ $ref: '#' }] };
  expect(jsonValueCheck(parseSchema('JSON', { schema: JSON.stringify(endless) }))(1)?.detail).toBe('schemas apply each other deeper than 500');
});

test('any value and any schema of these give an answer', () => {
  const checks = Object.entries(CASES).flatMap(([dialect, schemas]) => schemas.map((schema) => jsonValueCheck(parseSchema('JSON', { schema: JSON.stringify({ $schema: dialect, ...schema }) }))));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const check of checks) check(value);
    }),
    { numRuns: 200 },
  );
});
