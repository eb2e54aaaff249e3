/** Values and defaults at the edges of what avsc runs by itself. */
import { expect, it } from 'vitest';
import { avroDeserializer, avroSerializer } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

async function through(schema: string, value: unknown): Promise<unknown> {
  const registry = new FakeRegistry().client();
  return avroDeserializer({ registry }).deserialize('t', await avroSerializer({ registry, schema }).serialize('t', value));
}

const withDefault = (type: string, value: string) => `{"type":"record","name":"R","fields":[{"name":"a","type":${type},"default":${value}}]}`;

it.each<[string, string, unknown]>([
  ['"double"', '"NaN"', Number.NaN],
  ['"float"', '1e400', Number.POSITIVE_INFINITY],
  ['"double"', '100000000000000000000', 1e20],
  ['["double","null"]', '100000000000000000000', 1e20],
  ['{"type":"array","items":"double"}', '[1, 100000000000000000000]', [1, 1e20]],
  ['{"type":"map","values":"double"}', '{"x": 100000000000000000000}', { x: 1e20 }],
  ['{"type":"record","name":"I","fields":[{"name":"b","type":"double"}]}', '{"b": 100000000000000000000}', { b: 1e20 }],
])('a default of %s may be %s', async (type, sent, value) => {
  expect(await through(withDefault(type, sent), {})).toEqual({ a: value });
});

it('a word that every object has is no symbol of an enum', async () => {
  const schema = '{"type":"enum","name":"E","symbols":["A","B"]}';
  await expect(through(schema, 'toString')).rejects.toThrow('expected enum E, got "toString"');
  expect(await through(schema, 'B')).toBe('B');
});

it('a map keeps every key, and no key gives it a prototype', async () => {
  const map = (await through('{"type":"map","values":{"type":"map","values":"int"}}', JSON.parse('{"__proto__":{"admin":1},"a":{}}'))) as Record<string, unknown>;
  expect(Object.keys(map)).toEqual(['__proto__', 'a']);
  expect(map['admin']).toBeUndefined();
});
