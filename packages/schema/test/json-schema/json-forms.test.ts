import { dialectOf, parseSchema, SchemaError } from '@millrace/schema';
import { expect, test } from 'vitest';

const json = (schema: string) => parseSchema('JSON', { schema, isNew: true });

test('the text is stored without blanks, its members and numbers as they were', () => {
  expect(json('{ "type" : "object", "10": 1, "9": {"b":1.50,"a":1e2}, "maximum": 1.0 }').canonicalString).toBe('{"type":"object","10":1,"9":{"b":1.50,"a":1E+2},"maximum":1.0}');
  expect(json('true').canonicalString).toBe('true');
});

test('members are sorted when normalized, inside too', () => {
  expect(json('{"type":"object","properties":{"b":{"x":1,"type":"string"},"a":{}},"9":1,"10":2}').normalize().canonicalString).toBe(
    '{"10":2,"9":1,"properties":{"a":{},"b":{"type":"string","x":1}},"type":"object"}',
  );
});

test('the title is the name', () => {
  expect(json('{"title":"Order"}').name).toBe('Order');
  expect(json('{}').name).toBeUndefined();
});

test.each<[string, string, string]>([
  ['[]', '#', 'Expected a schema: an object or a boolean'],
  ['"string"', '#', 'Expected a schema: an object or a boolean'],
  ['{"type":"strin"}', '#/type', 'unknown type: [strin]'],
  ['{"properties":{"a/b":{"maxLength":-1}}}', '#/properties/a~1b/maxLength', 'maxLength is not a whole number not below zero'],
  ['{"items":[{"enum":1}]}', '#/items/0/enum', 'enum is not an array'],
  ['{"$schema":"https://json-schema.org/draft/2020-12/schema","prefixItems":[{"required":[1]}]}', '#/prefixItems/0/required/0', 'Expected a string'],
  ['{"multipleOf":0}', '#/multipleOf', 'multipleOf should not be 0'],
  ['{\n "type": }', '2:10', 'Unexpected text'],
])('%s: %s %s', (schema, place, detail) => {
  expect(() => json(schema)).toThrow(new SchemaError('INVALID_SCHEMA', place, detail));
});

test.each([
  ['{"$ref":"#/definitions/a"}', '#/$ref', "Unresolved $ref '#/definitions/a'"],
  ['{"items":{"$ref":"other.json"}}', '#/items/$ref', "Unresolved $ref 'other.json'"],
  ['{"definitions":{"a":{"$ref":"#/definitions/a"}},"items":{"$ref":"#/definitions/a"}}', '#/items/$ref', "$ref '#/definitions/a' leads back to itself"],
])('%s leads nowhere', (schema, place, detail) => {
  expect(() => json(schema)).toThrow(new SchemaError('INVALID_REFERENCE', place, detail));
});

test('references are found by name, by id and by anchor', () => {
  const using = (ref: string, schema: string) =>
    parseSchema('JSON', { schema: `{"items":{"$ref":"${ref}"}}`, references: [{ name: 'part.json', subject: 'part', version: 1 }], resolve: () => ({ schema }), isNew: true });
  for (const [ref, schema] of [
    ['part.json', '{"type":"string"}'],
    ['part.json#/definitions/x', '{"definitions":{"x":{}}}'],
    ['http://a/b', '{"$id":"http://a/b"}'],
    ['part.json#x', '{"$schema":"https://json-schema.org/draft/2020-12/schema","$defs":{"y":{"$anchor":"x"}}}'],
  ] as const) {
    expect(using(ref, schema).canonicalString, ref).toBe(`{"items":{"$ref":"${ref}"}}`);
  }
});

test.each(['constructor', '__proto__'])('a dialect named %s is none that is known, and so draft 7', (word) => {
  expect(dialectOf(new Map([['$schema', word]]))).toBe('draft-07');
});
