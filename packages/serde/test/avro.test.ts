import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { avroDeserializer, avroSerializer, type AvroType } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

const order = {
  type: 'record',
  name: 'Order',
  namespace: 'com.acme',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'total', type: 'int' },
    { name: 'note', type: ['null', 'string'], default: null },
    { name: 'lines', type: { type: 'array', items: { type: 'record', name: 'Line', fields: [{ name: 'price', type: 'double' }] } } },
  ],
} as const;

function roundTrip(schema: unknown, options: { long?: 'number' | 'bigint' | 'auto' } = {}) {
  const registry = new FakeRegistry().client();
  const serializer = avroSerializer({ registry, schema: JSON.stringify(schema), ...options });
  const deserializer = avroDeserializer({ registry, ...options });
  return async (value: unknown): Promise<unknown> => deserializer.deserialize('t', await serializer.serialize('t', value));
}

describe('bytes of Avro', () => {
  it('has a zero, the id and the value, as the specification lays them', async () => {
    const registry = new FakeRegistry();
    const serializer = avroSerializer({ registry: registry.client(), schema: order });
    const bytes = await serializer.serialize('orders', { id: 'a7', total: -3, note: 'hi', lines: [{ price: 1.5 }] });
    //                                      id           "a7"          -3    1: "hi"         one line, 1.5, end
    expect([...bytes]).toEqual([0, 0, 0, 0, 1, 4, 0x61, 0x37, 5, 2, 4, 0x68, 0x69, 2, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0]);
    expect(registry.asked).toEqual(['POST /subjects/orders-value/versions']);
  });

  it('answers at once when the topic is known', async () => {
    const serializer = avroSerializer({ registry: new FakeRegistry().client(), schema: order });
    const value = { id: 'a', total: 1, note: null, lines: [] };
    const first = await serializer.serialize('orders', value);
    expect(serializer.serialize('orders', value)).toEqual(first);
  });

  it('writes a schema of bytes alone without their length', async () => {
    const registry = new FakeRegistry().client();
    const bytes = await avroSerializer({ registry, schema: '"bytes"' }).serialize('t', Uint8Array.of(7, 8));
    expect([...bytes]).toEqual([0, 0, 0, 0, 1, 7, 8]);
    expect(await avroDeserializer({ registry }).deserialize('t', bytes)).toEqual(Buffer.of(7, 8));
    const long = await avroSerializer({ registry, schema: '"bytes"' }).serialize('t', new Uint8Array(200_000));
    expect(long.length).toBe(200_005);
  });

  it('takes values larger than its scratch space', async () => {
    const values = roundTrip('string');
    for (const length of [10, 100_000, 3_000_000, 20]) expect(await values('x'.repeat(length))).toBe('x'.repeat(length));
  });

  it('keeps null', () => {
    const registry = new FakeRegistry().client();
    expect(avroSerializer({ registry, schema: order }).serialize('orders', null)).toBeNull();
    expect(avroDeserializer({ registry }).deserialize('orders', null)).toBeNull();
  });
});

describe('values of Avro', () => {
  it('is typed by a literal schema', () => {
    expectTypeOf<AvroType<typeof order>>().toEqualTypeOf<{ id: string; total: number; note: string | null; lines: { price: number }[] }>();
    const tree = { type: 'record', name: 'Tree', fields: [{ name: 'kids', type: { type: 'array', items: 'Tree' } }, { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } }, { name: 'n', type: 'long' }] } as const;
    expectTypeOf<AvroType<typeof tree, bigint>['kids'][number]['at']>().toEqualTypeOf<Date>();
    expectTypeOf<AvroType<typeof tree, bigint>['n']>().toEqualTypeOf<bigint>();
    const mixed = ['null', 'int', 'long', { type: 'enum', name: 'E', symbols: ['A', 'B'] }] as const;
    expectTypeOf<AvroType<typeof mixed>>().toEqualTypeOf<null | { int: number } | { long: number } | { E: 'A' | 'B' }>();
  });

  const leaves: [string, unknown, fc.Arbitrary<unknown>][] = [
    ['null', 'null', fc.constant(null)],
    ['boolean', 'boolean', fc.boolean()],
    ['int', 'int', fc.integer()],
    ['long', 'long', fc.maxSafeInteger()],
    ['float', 'float', fc.float({ noNaN: true })],
    ['double', 'double', fc.double({ noNaN: true })],
    ['string', 'string', fc.string({ unit: 'grapheme' })],
    ['bytes', { type: 'array', items: 'bytes' }, fc.array(fc.uint8Array().map((bytes) => Buffer.from(bytes)))],
    ['fixed', { type: 'fixed', name: 'F', size: 3 }, fc.uint8Array({ minLength: 3, maxLength: 3 }).map((bytes) => Buffer.from(bytes))],
    ['enum', { type: 'enum', name: 'E', symbols: ['A', 'B'] }, fc.constantFrom('A', 'B')],
    ['map', { type: 'map', values: 'int' }, fc.dictionary(fc.string().filter((key) => key !== '__proto__'), fc.integer(), { noNullPrototype: true })],
    ['decimal', { type: 'array', items: { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 3 } }, fc.array(decimals(12, 3))],
    ['decimal fixed', { type: 'fixed', name: 'D', size: 6, logicalType: 'decimal', precision: 12, scale: 0 }, decimals(12, 0)],
    ['big-decimal', { type: 'array', items: { type: 'bytes', logicalType: 'big-decimal' } }, fc.array(fc.nat({ max: 20 }).chain((scale) => decimals(30, scale)))],
    ['uuid', { type: 'string', logicalType: 'uuid' }, fc.uuid()],
    ['uuid fixed', { type: 'fixed', name: 'U', size: 16, logicalType: 'uuid' }, fc.uuid()],
    ['timestamp-millis', { type: 'long', logicalType: 'timestamp-millis' }, fc.date({ noInvalidDate: true })],
    ['timestamp-micros', { type: 'long', logicalType: 'timestamp-micros' }, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
    ['timestamp-nanos', { type: 'long', logicalType: 'timestamp-nanos' }, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
    ['duration', { type: 'fixed', name: 'L', size: 12, logicalType: 'duration' }, fc.record({ months: fc.nat({ max: 0xffffffff }), days: fc.nat({ max: 0xffffffff }), milliseconds: fc.nat({ max: 0xffffffff }) }, { noNullPrototype: true })],
  ];

  it.each(leaves)('%s comes back as it was, alone, in unions, records and arrays', async (name, type, values) => {
    const branches = name === 'null' ? ['string', type] : ['null', type];
    const schema = { type: 'record', name: 'R', fields: [{ name: 'one', type }, { name: 'maybe', type: branches }, { name: 'many', type: { type: 'array', items: reference(type) } }] };
    if (typeof type === 'object' && type !== null && 'name' in type) branches[1] = type.name;
    const trip = roundTrip(schema);
    await fc.assert(
      fc.asyncProperty(fc.record({ one: values, maybe: name === 'null' ? fc.constant('x') : fc.option(values), many: fc.array(values, { maxLength: 3 }) }, { noNullPrototype: true }), async (value) => {
        expect(await trip(value)).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  const wide: [string, string, fc.Arbitrary<bigint>][] = [
    ['date', 'int', fc.bigInt({ min: -(2n ** 31n), max: 2n ** 31n - 1n })],
    ['time-millis', 'int', fc.bigInt({ min: 0n, max: 86_399_999n })],
    ['time-micros', 'long', fc.bigInt({ min: 0n, max: 86_399_999_999n })],
    ['local-timestamp-millis', 'long', fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n })],
    ['local-timestamp-micros', 'long', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
    ['local-timestamp-nanos', 'long', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
  ];

  it.each(wide)('every %s has a text, and the text has its bytes', async (logicalType, type, numbers) => {
    const registry = new FakeRegistry().client();
    const raw = avroSerializer({ registry, schema: JSON.stringify({ type, logicalType }), long: 'bigint', logicalTypes: 'none' });
    const texts = avroSerializer({ registry, schema: JSON.stringify({ type, logicalType }) });
    const read = avroDeserializer({ registry });
    await fc.assert(
      fc.asyncProperty(numbers, async (number) => {
        const bytes = await raw.serialize('t', type === 'int' ? Number(number) : number);
        const text = await read.deserialize('t', bytes);
        expect(typeof text).toBe('string');
        expect(await texts.serialize('t', text)).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [{ type: 'int', logicalType: 'date' }, '2024-02-29', 19_782],
    [{ type: 'int', logicalType: 'date' }, '1969-12-31', -1],
    [{ type: 'int', logicalType: 'time-millis' }, '10:11:12.123', 36_672_123],
    [{ type: 'long', logicalType: 'time-micros' }, '00:00:01.000002', 1_000_002],
    [{ type: 'long', logicalType: 'local-timestamp-millis' }, '1970-01-01T00:00:00.001', 1],
    [{ type: 'long', logicalType: 'timestamp-millis' }, new Date('2026-08-22T10:00:00Z'), Date.UTC(2026, 7, 22, 10)],
    [{ type: 'long', logicalType: 'timestamp-micros' }, 1_000_001n, 1_000_001],
  ])('%j has %s as %d', async (schema, value, raw) => {
    const registry = new FakeRegistry().client();
    const bytes = await avroSerializer({ registry, schema: JSON.stringify(schema) }).serialize('t', value);
    expect(await avroDeserializer({ registry, logicalTypes: 'none' }).deserialize('t', bytes)).toBe(raw);
    expect(await avroDeserializer({ registry }).deserialize('t', bytes)).toEqual(value);
  });

  it('has longs beyond 2^53 as bigint, by choice', async () => {
    const max = 2n ** 63n - 1n;
    expect(await roundTrip('long', { long: 'bigint' })(max)).toBe(max);
    expect(await roundTrip('long', { long: 'auto' })(max)).toBe(max);
    expect(await roundTrip('long', { long: 'auto' })(7n)).toBe(7);
    const registry = new FakeRegistry().client();
    const bytes = await avroSerializer({ registry, schema: '"long"', long: 'bigint' }).serialize('t', max);
    expect(() => avroDeserializer({ registry, long: 'text' as 'bigint' })).toThrow('long: "text" is none of number, bigint and auto');
    await expect(avroDeserializer({ registry }).deserialize('t', bytes)).rejects.toThrow('a long beyond 2^53');
  });

  it('names the branch where branches look alike, and only there', async () => {
    const trip = roundTrip(['null', 'int', 'long', { type: 'record', name: 'a.R', fields: [] }]);
    for (const value of [null, { int: 1 }, { long: 2 }, { 'a.R': {} }]) expect(await trip(value)).toEqual(value);
    const bare = roundTrip(['null', 'string', { type: 'long', logicalType: 'timestamp-micros' }, { type: 'long', name: 'x', type2: 1 }].slice(0, 3));
    for (const value of [null, 'a', 5n]) expect(await bare(value)).toEqual(value);
    const dates = roundTrip(['string', { type: 'int', logicalType: 'date' }]);
    expect(await dates({ int: '2026-01-01' })).toEqual({ int: '2026-01-01' });
  });

  it.each([
    [{ id: 'a', total: 'x', note: null, lines: [] }, '$.total: expected int, got "x"', 'expected int, got "x" at $.total'],
    [{ id: 'a', total: 1, note: null, lines: [{ price: 1 }, { price: null }] }, '', 'expected double, got null at $.lines[1].price'],
    [{ id: 'a', total: 1, note: 5, lines: [] }, '', 'expected one of null, string, got 5 at $.note'],
    [{ total: 1, lines: [] }, '', 'expected string, got nothing at $.id'],
    ['text', '', 'expected record com.acme.Order, got "text"'],
  ])('refuses %j and names the field', async (value, _label, message) => {
    const serializer = avroSerializer<unknown>({ registry: new FakeRegistry().client(), schema: JSON.stringify(order) });
    await expect(serializer.serialize('orders', value)).rejects.toThrow(`value of topic orders: ${message}`);
  });

  it('says what is wrong with a logical value', async () => {
    await expect(roundTrip({ type: 'int', logicalType: 'date' })('2026-02-30')).rejects.toThrow('expected date, got "2026-02-30" ("2026-02-30" is no day of the calendar) at $');
    await expect(roundTrip({ type: 'fixed', name: 'D', size: 2, logicalType: 'decimal', precision: 4, scale: 1 })('1234.5')).rejects.toThrow('1234.5 has more than 4 digits');
    await expect(roundTrip({ type: 'fixed', name: 'F', size: 2 })(Uint8Array.of(1))).rejects.toThrow('1 bytes where there must be 2');
  });
});

describe('schemas of reader and writer', () => {
  async function evolve(writer: unknown, reader: unknown, value: unknown): Promise<unknown> {
    const registry = new FakeRegistry();
    const bytes = await avroSerializer({ registry: registry.client(), schema: JSON.stringify(writer) }).serialize('t', value);
    registry.register('t-value', { schema: JSON.stringify(reader) });
    return avroDeserializer({ registry: registry.client(), useLatestVersion: true }).deserialize('t', bytes);
  }
  const record = (fields: unknown[], name = 'R') => ({ type: 'record', name, fields });

  it.each<[string, unknown, unknown, unknown, unknown]>([
    ['a new field with a default', record([{ name: 'a', type: 'int' }]), record([{ name: 'a', type: 'long' }, { name: 'b', type: 'string', default: 'x' }]), { a: 1 }, { a: 1, b: 'x' }],
    ['another namespace', record([{ name: 'a', type: 'int' }], 'x.R'), record([{ name: 'a', type: 'int' }], 'y.R'), { a: 1 }, { a: 1 }],
    ['a default of a later branch', record([]), record([{ name: 'b', type: ['null', 'string'], default: 'x' }]), {}, { b: 'x' }],
    ['an enum with a default', { type: 'enum', name: 'E', symbols: ['A', 'Z'] }, { type: 'enum', name: 'E', symbols: ['A', 'B'], default: 'B' }, 'Z', 'B'],
    ['a type before a promotion in a union', record([{ name: 'a', type: 'int' }]), record([{ name: 'a', type: ['float', 'int'] }]), { a: 3 }, { a: { int: 3 } }],
    ['a logical type where there was none', record([{ name: 'a', type: 'long' }]), record([{ name: 'a', type: { type: 'long', logicalType: 'timestamp-millis' } }]), { a: 5 }, { a: new Date(5) }],
    ['none where there was a logical type', record([{ name: 'a', type: { type: 'int', logicalType: 'date' } }]), record([{ name: 'a', type: 'long' }]), { a: '1970-01-03' }, { a: 2 }],
    ['text as bytes', record([{ name: 'a', type: 'string' }]), record([{ name: 'a', type: 'bytes' }]), { a: 'hi' }, { a: Buffer.from('hi') }],
    ['an alias', record([{ name: 'old', type: 'int' }]), record([{ name: 'new', aliases: ['old'], type: 'int' }]), { old: 1 }, { new: 1 }],
    ['a type used before it is defined', record([{ name: 'a', type: 'int' }]), record([{ name: 'a', type: 'int' }, { name: 'b', type: ['null', 'Later'], default: null }, { name: 'c', type: ['null', record([], 'Later')], default: null }]), { a: 1 }, { a: 1, b: null, c: null }],
  ])('reads %s', async (_name, writer, reader, value, expected) => {
    expect(await evolve(writer, reader, value)).toEqual(expected);
  });

  it('says why it cannot', async () => {
    await expect(evolve(record([{ name: 'a', type: 'string' }]), record([{ name: 'a', type: 'int' }]), { a: '1' })).rejects.toThrow("the reader's schema cannot read the writer's");
  });
});

describe('bad bytes', () => {
  const registry = new FakeRegistry();
  registry.register('t-value', { schema: JSON.stringify(order) });
  registry.register('j-value', { schemaType: 'JSON', schema: '{}' });
  const deserializer = avroDeserializer({ registry: registry.client() });
  it.each([
    [[], 'NO_SCHEMA_ID', 'the bytes are empty'],
    [[5, 0, 0, 0, 1], 'NO_SCHEMA_ID', 'unknown magic byte 5'],
    [[0, 0, 0], 'NO_SCHEMA_ID', '3 bytes are too few for a schema id'],
    [[0, 0, 0, 0, 99], 'REGISTRY', 'Schema 99 not found (schema id 99)'],
    [[0, 0, 0, 0, 2], 'SCHEMA', 'schema 2 is of type JSON, not AVRO'],
    [[0, 0, 0, 0, 1, 4, 0x61], 'DATA', '2 bytes are too few for com.acme.Order'],
    [[0, 0, 0, 0, 1, 0, 0, 8], 'DATA', 'are no com.acme.Order: invalid union index'],
    [[0, 0, 0, 0, 1, 0, 0, 0, 0, 9], 'DATA', '1 bytes are left over behind com.acme.Order'],
  ])('refuses %j as %s', async (bytes, reason, message) => {
    const failure = await Promise.resolve()
      .then(() => deserializer.deserialize('t', Uint8Array.from(bytes)))
      .then(() => undefined, (error: unknown) => error);
    expect(failure).toMatchObject({ name: 'SerdeError', reason, topic: 't', part: 'value' });
    expect(String(failure)).toContain(message);
  });

  it('never throws anything but SerdeError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (payload) => {
        try {
          await deserializer.deserialize('t', Uint8Array.of(0, 0, 0, 0, 1, ...payload));
        } catch (error) {
          expect(error).toMatchObject({ name: 'SerdeError' });
        }
      }),
    );
  });
});

function decimals(precision: number, scale: number): fc.Arbitrary<string> {
  const limit = 10n ** BigInt(precision) - 1n;
  return fc.bigInt({ min: -limit, max: limit }).map((unscaled) => {
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
    return `${unscaled < 0n ? '-' : ''}${scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`}`;
  });
}

function reference(type: unknown): unknown {
  return typeof type === 'object' && type !== null && 'name' in type ? type.name : type;
}
