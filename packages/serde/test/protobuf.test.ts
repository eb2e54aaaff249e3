import { create, createFileRegistry, fromBinary, toBinary, type DescMessage } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema, TimestampSchema } from '@bufbuild/protobuf/wkt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchema } from '@millrace/schema';
import { protobufDeserializer, protobufSerializer, qualifiedReferenceNameStrategy, recordNameStrategy } from '@millrace/serde';
import { readIndexes, writeIndexes } from '../src/wire/message-indexes.js';
import { FakeRegistry } from './fake-registry.js';

const common = 'syntax = "proto3"; package acme; message Money { int64 units = 1; }';
const orders = `syntax = "proto3"; package acme; import "acme/common.proto"; import "google/protobuf/timestamp.proto";
enum Kind { NEW = 0; OLD = 1; }
message Order { string id = 1; Money total = 2; google.protobuf.Timestamp at = 3; oneof how { string card = 4; bool cash = 5; } map<string, int32> counts = 6;
  message Skip {} message Line { double price = 1; } }
message Payment { repeated Kind kinds = 1; bytes token = 2; }`;

/** Descriptors as generated code has them, the files under their own names. */
function generated(): { order: DescMessage; line: DescMessage; payment: DescMessage } {
  const file = (name: string, text: string) => {
    const resolve = () => ({ schema: common });
    const schema = parseSchema('PROTOBUF', { schema: text, references: text === common ? [] : [{ name: 'acme/common.proto', subject: 'c', version: 1 }], resolve });
    return { ...fromBinary(FileDescriptorProtoSchema, Buffer.from(schema.formattedString('serialized'), 'base64')), name };
  };
  const registry = createFileRegistry(
    create(FileDescriptorSetSchema, { file: [TimestampSchema.file.proto, file('acme/common.proto', common), file('acme/orders.proto', orders)] }),
  );
  const need = (name: string): DescMessage => registry.getMessage(name) ?? expect.fail(`no ${name}`);
  return { order: need('acme.Order'), line: need('acme.Order.Line'), payment: need('acme.Payment') };
}

const { order, line, payment } = generated();

describe('message indexes', () => {
  it.each([
    [[0], [0]],
    [[1], [2, 2]],
    [[0, 1], [4, 0, 2]],
    [[200, 3], [4, 0x90, 0x03, 6]],
  ])('%j are %j', (indexes, bytes) => {
    expect([...writeIndexes(indexes)]).toEqual(bytes);
    expect(readIndexes(Uint8Array.from([9, ...bytes, 9]), 1)).toEqual({ indexes, end: 1 + bytes.length });
  });

  it('come back, all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 100 }), (indexes) => {
        expect(readIndexes(writeIndexes(indexes), 0).indexes).toEqual(indexes);
      }),
    );
  });

  it.each([
    [[], 'cut short'],
    [[2], 'cut short'],
    [[1], 'negative'],
    [[2, 1], 'negative'],
    [[0x90, 0x90, 0x90, 0x90, 0x90, 1], 'longer than five bytes'],
    [[0xff, 0xff, 3], 'negative'],
    [[0xfe, 0xff, 3], 'message indexes'],
  ])('refuses %j', (bytes, message) => expect(() => readIndexes(Uint8Array.from(bytes), 0)).toThrow(message));
});

describe('Protobuf', () => {
  it('registers what a file imports first, each under its own subject', async () => {
    const registry = new FakeRegistry();
    const serializer = protobufSerializer({ registry: registry.client(), messages: [order] });
    const bytes = await serializer.serialize('orders', create(order, { id: 'a7' }));
    expect(registry.stored.map(({ subject, references }) => ({ subject, references }))).toEqual([
      { subject: 'acme/common.proto', references: undefined },
      { subject: 'orders-value', references: [{ name: 'acme/common.proto', subject: 'acme/common.proto', version: 1 }] },
    ]);
    expect(registry.stored[1]?.schema).toContain('message Order {\n  string id = 1;');
    expect([...bytes]).toEqual([0, 0, 0, 0, 2, 0, 0x0a, 2, 0x61, 0x37]);
  });

  it('says which message of the file it is', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    const serializer = protobufSerializer({ registry: client, messages: [order, line, payment], referenceName: qualifiedReferenceNameStrategy });
    expect([...(await serializer.serialize('t', create(line, { price: 1 })))].slice(0, 8)).toEqual([0, 0, 0, 0, 2, 4, 0, 2]);
    const bytes = await serializer.serialize('t', create(payment, { kinds: [1, 0] }));
    expect([...bytes].slice(0, 7)).toEqual([0, 0, 0, 0, 2, 2, 2]);
    expect(registry.stored[0]?.subject).toBe('acme.common');
    // Without generated code too.
    expect(await protobufDeserializer({ registry: client }).deserialize('t', bytes)).toMatchObject({ $typeName: 'acme.Payment', kinds: [1, 0] });
    expect(await protobufDeserializer({ registry: client, messages: [payment] }).deserialize('t', bytes)).toEqual(create(payment, { kinds: [1, 0] }));
  });

  it('takes plain objects, and a file without generated code', async () => {
    const registry = new FakeRegistry().client();
    const schema = 'syntax = "proto3"; message A { int32 x = 1; } message B { string y = 1; repeated A as = 2; }';
    const serializer = protobufSerializer<object>({ registry, schema, messageName: 'B', subjectName: recordNameStrategy });
    const bytes = await serializer.serialize('t', { y: 'hi', as: [{ x: 1 }] });
    expect([...bytes].slice(0, 7)).toEqual([0, 0, 0, 0, 1, 2, 2]);
    expect(await protobufDeserializer({ registry }).deserialize('t', bytes)).toMatchObject({ $typeName: 'B', y: 'hi', as: [{ x: 1 }] });
    expect((await registry.latestVersion('B')).id).toBe(1);
  });

  it('puts the indexes behind the guid in the header', async () => {
    const client = new FakeRegistry().client();
    const headers: Record<string, unknown> = {};
    const payload = await protobufSerializer({ registry: client, messages: [payment], idIn: 'header' }).serialize('t', create(payment, { token: Uint8Array.of(1) }), headers);
    expect([...payload]).toEqual([0x12, 1, 1]);
    expect(Buffer.isBuffer(payload)).toBe(true);
    expect([...(headers['__value_schema_id'] as Uint8Array)].slice(17)).toEqual([2, 2]);
    expect(await protobufDeserializer({ registry: client }).deserialize('t', payload, headers)).toMatchObject({ token: Uint8Array.of(1) });
  });

  it('brings back any message', async () => {
    const client = new FakeRegistry().client();
    const serializer = protobufSerializer({ registry: client, messages: [order] });
    const deserializer = protobufDeserializer({ registry: client, messages: [order] });
    const values = fc.record({
      id: fc.string({ unit: 'grapheme' }),
      total: fc.record({ units: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }, { noNullPrototype: true }),
      how: fc.oneof(fc.record({ case: fc.constant('card'), value: fc.string({ unit: 'grapheme' }) }, { noNullPrototype: true }), fc.record({ case: fc.constant('cash'), value: fc.boolean() }, { noNullPrototype: true })),
      counts: fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), fc.integer(), { noNullPrototype: true }),
    }, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const message = create(order, value);
        expect(toBinary(order, await deserializer.deserialize('t', await serializer.serialize('t', message)))).toEqual(toBinary(order, message));
      }),
    );
  });

  it.each<[unknown, string]>([
    ['text', 'expected a message, got "text"'],
    [{ $typeName: 'acme.Nothing' }, 'the message acme.Nothing is none of acme.Order'],
    [create(order, { id: 5 as unknown as string }), 'expected string, got 5 at $.id'],
    [create(order, { total: { units: 2n ** 63n } }), 'expected int64, got 9223372036854775808n at $.total.units'],
    [create(order, { counts: { a: 1.5 } }), 'expected int32, got 1.5 at $.counts.a'],
    [create(order, { how: { case: 'cash', value: 'yes' } }), 'expected bool, got "yes" at $.cash'],
  ])('refuses %o', async (value, message) => {
    const serializer = protobufSerializer<object>({ registry: new FakeRegistry().client(), messages: [order] });
    await expect((async () => serializer.serialize('t', value as object))()).rejects.toThrow(message);
  });

  it.each([
    [[0, 0, 0, 0, 1], 'cut short'],
    [[0, 0, 0, 0, 1, 2, 8], 'No message at index [4] of the schema'],
    [[0, 0, 0, 0, 1, 0, 8, 0xff], 'are no acme.Money'],
  ])('refuses the bytes %j', async (bytes, message) => {
    const registry = new FakeRegistry();
    registry.register('t-value', { schemaType: 'PROTOBUF', schema: common });
    await expect((async () => protobufDeserializer({ registry: registry.client() }).deserialize('t', Uint8Array.from(bytes)))()).rejects.toMatchObject({ reason: 'DATA', message: expect.stringContaining(message) as string });
  });
});
