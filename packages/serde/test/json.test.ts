import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { jsonDeserializer, jsonSerializer, type JsonType } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

const order = {
  type: 'object',
  title: 'Order',
  properties: { id: { type: 'string', pattern: '^a' }, total: { type: 'integer', minimum: 0 }, kind: { enum: ['new', 'old'] }, lines: { type: 'array', items: { $ref: '#/definitions/line' } } },
  required: ['id', 'total'],
  additionalProperties: false,
  definitions: { line: { type: 'object', properties: { price: { type: 'number' } }, required: ['price'] } },
} as const;

describe('JSON with a schema', () => {
  it('is the id and the text', async () => {
    const registry = new FakeRegistry().client();
    const bytes = await jsonSerializer({ registry, schema: order }).serialize('orders', { id: 'a', total: 1 });
    expect(Buffer.from(bytes).toString('latin1')).toBe('\0\0\0\0\x01{"id":"a","total":1}');
    expect(await jsonDeserializer({ registry }).deserialize('orders', bytes)).toEqual({ id: 'a', total: 1 });
  });

  it('is typed by a literal schema', () => {
    expectTypeOf<JsonType<typeof order>>().toEqualTypeOf<{ id: string; total: number; kind?: 'new' | 'old'; lines?: { price: number }[] }>();
  });

  it('brings back any value', async () => {
    const registry = new FakeRegistry().client();
    const serializer = jsonSerializer({ registry, schema: '{}' });
    const deserializer = jsonDeserializer({ registry });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue().filter((value) => value !== null), async (value) => {
        expect(await deserializer.deserialize('t', await serializer.serialize('t', value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [{ id: 'a' }, "must have required property 'total' at $"],
    [{ id: 'a', total: -1 }, 'must be >= 0 at $.total'],
    [{ id: 'b', total: 1 }, 'must match pattern "^a" at $.id'],
    [{ id: 'a', total: 1, more: 2 }, 'must NOT have additional properties ("more") at $'],
    [{ id: 'a', total: 1, lines: [{ price: 1 }, { price: '2' }] }, 'must be number at $.lines[1].price'],
    [{ id: 'a', total: 1, kind: 'x' }, 'must be equal to one of the allowed values (["new","old"]) at $.kind'],
    [5n, 'the value is no JSON'],
    [() => 1, 'expected JSON, got function'],
  ])('refuses %o and names the field', async (value, message) => {
    await expect(jsonSerializer<unknown>({ registry: new FakeRegistry().client(), schema: JSON.stringify(order) }).serialize('t', value)).rejects.toThrow(message);
  });

  it('holds data against the schema that it names, unless told not to', async () => {
    const registry = new FakeRegistry().client();
    const bytes = await jsonSerializer<unknown>({ registry, schema: JSON.stringify(order), validate: false }).serialize('t', { id: 7 });
    await expect(jsonDeserializer({ registry }).deserialize('t', bytes)).rejects.toMatchObject({ reason: 'DATA', message: "value of topic t: must have required property 'total' at $ (schema id 1)" });
    expect(await jsonDeserializer({ registry, validate: false }).deserialize('t', bytes)).toEqual({ id: 7 });
  });

  it.each([
    ['http://json-schema.org/draft-04/schema#', { minimum: 1, exclusiveMinimum: true }],
    ['http://json-schema.org/draft-06/schema#', { exclusiveMinimum: 1 }],
    ['http://json-schema.org/draft-07/schema#', { exclusiveMinimum: 1 }],
    ['https://json-schema.org/draft/2019-09/schema', { exclusiveMinimum: 1 }],
    ['https://json-schema.org/draft/2020-12/schema', { exclusiveMinimum: 1 }],
  ])('knows %s', async ($schema, keywords) => {
    const serializer = jsonSerializer({ registry: new FakeRegistry().client(), schema: JSON.stringify({ $schema, ...keywords }) });
    await expect(serializer.serialize('t', 1)).rejects.toThrow('must be > 1');
    expect(await serializer.serialize('t', 2)).toBeDefined();
  });

  it('follows references to other subjects', async () => {
    const registry = new FakeRegistry();
    registry.register('line', { schemaType: 'JSON', schema: JSON.stringify({ type: 'object', required: ['price'] }) });
    const schema = JSON.stringify({ type: 'array', items: { $ref: 'line.json' } });
    const serializer = jsonSerializer({ registry: registry.client(), schema, references: [{ name: 'line.json', subject: 'line', version: 1 }] });
    await expect(serializer.serialize('t', [{}])).rejects.toThrow("must have required property 'price' at $[0]");
    const bytes = await serializer.serialize('t', [{ price: 1 }]);
    expect(await jsonDeserializer({ registry: registry.client() }).deserialize('t', bytes)).toEqual([{ price: 1 }]);
  });

  it('runs patterns in linear time, and says so of those that it cannot', async () => {
    const hang = jsonSerializer({ registry: new FakeRegistry().client(), schema: '{"pattern":"^(a+)+$"}' });
    await expect(hang.serialize('t', `${'a'.repeat(50_000)}!`)).rejects.toThrow('must match pattern');
    const ahead = { registry: new FakeRegistry().client(), schema: '{"pattern":"^(?=.*b)a"}' };
    await expect(jsonSerializer(ahead).serialize('t', 'ab')).rejects.toThrow('the schema cannot be run by ajv');
    expect(await jsonSerializer({ ...ahead, patterns: 'native' }).serialize('t', 'ab')).toBeDefined();
  });

  it.each([[[0, 0, 0, 0, 1, 0x7b], 'are no JSON'], [[0, 0, 0, 0, 1, 0x22, 0xff, 0x22], 'are no JSON']])('refuses %j', async (bytes, message) => {
    const registry = new FakeRegistry();
    registry.register('t-value', { schemaType: 'JSON', schema: '{}' });
    await expect(jsonDeserializer({ registry: registry.client() }).deserialize('t', Uint8Array.from(bytes))).rejects.toThrow(message);
  });
});

describe('values that JSON writes as others', () => {
  const write = (schema: object, value: unknown) => jsonSerializer<unknown>({ registry: new FakeRegistry().client(), schema: JSON.stringify(schema) }).serialize('t', value);

  it('refuses NaN and the infinities, which it would write as null', async () => {
    await expect(write({ type: 'number' }, Number.NaN)).rejects.toThrow('must be number at $');
    await expect(write({ properties: { a: { type: ['number', 'string'] } } }, { a: Number.POSITIVE_INFINITY })).rejects.toThrow('must be number,string at $.a');
  });

  it('finds a required member only where it would be written', async () => {
    await expect(write({ required: ['constructor'] }, {})).rejects.toThrow("must have required property 'constructor'");
    await expect(write({ properties: { toString: { type: 'string' } } }, {})).resolves.toBeInstanceOf(Uint8Array);
  });
});
