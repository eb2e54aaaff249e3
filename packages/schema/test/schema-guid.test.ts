import { createHash } from 'node:crypto';
import { hashedBytes, md5, parseSchema, schemaGuid, SchemaError } from '@millrace/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('MD5 of any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(md5(bytes))).toBe(createHash('md5').update(bytes).digest('hex'));
    }),
  );
});

test('the guid of a bare schema is the MD5 of its text', () => {
  expect(schemaGuid({ schema: '"string"' })).toBe('095d71cf-1255-6b9d-5e33-0ad575b3df5d');
});

test('references, metadata and rules are hashed in their order, sets sorted', () => {
  const bytes = hashedBytes({
    schema: 'é',
    references: [{ name: 'n', subject: 's', version: 258 }],
    metadata: { sensitive: ['q', 'p'], properties: { z: '1', a: '2' }, tags: { y: ['T', 'S', 'T'], x: [] } },
    ruleSet: {
      migrationRules: [{ name: 'm', type: 'JSONATA', mode: 'UPGRADE', expr: 'e', disabled: true }],
      domainRules: [{ name: 'd', doc: 'D', kind: 'CONDITION', type: 'CEL', tags: ['b', 'a'], params: { k: 'v' }, onSuccess: 'NONE', onFailure: 'ERROR' }],
    },
  });
  const expected = ['é', 'n', 's', '\0\0\u0001\u0002', '\u0001', 'x', 'y', 'S', 'T', 'a', '2', 'z', '1', 'p', 'q', '\u0001'];
  const rules = ['m', 'TRANSFORM', 'UPGRADE', 'JSONATA', 'e', '\u0001', 'd', 'D', 'CONDITION', 'WRITEREAD', 'CEL', 'a', 'b', 'k', 'v', 'NONE', 'ERROR'];
  expect(Buffer.from(bytes).toString()).toBe([...expected, ...rules].join(''));
  expect(schemaGuid({ schema: 'é' }, (input) => createHash('md5').update(input).digest())).toBe(schemaGuid({ schema: 'é' }));
});

test('empty metadata is not no metadata', () => {
  expect(schemaGuid({ schema: 'x', metadata: {} })).not.toBe(schemaGuid({ schema: 'x' }));
});

test('a type is AVRO if none is given, and none but the three', () => {
  expect(parseSchema(undefined, { schema: '"int"' }).schemaType).toBe('AVRO');
  expect(() => parseSchema('XML', { schema: '' })).toThrow(new SchemaError('INVALID_SCHEMA_TYPE', 'schemaType', 'Invalid schema type XML'));
});
