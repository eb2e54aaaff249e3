import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { dataCheck, parseSchema, protobufDataCheck, readMessageIndexes, registryOf, writtenMessageIndexes } from '@millrace/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EDITION, PROTO2, PROTO3 } from '../protobuf/samples.js';

const schema = parseSchema('PROTOBUF', { schema: PROTO3, isNew: true });
const registry = registryOf(schema);
const order = registry.getMessage('shop.v1.Order')!;
const bytes = toBinary(
  order,
  create(order, { id: 'é', customer: 1n, lines: [{ sku: 'a' }, { sku: 'b' }], byName: { x: { sku: 'c' } }, states: { 1: 0 }, packedOff: [1, 2], d: 1.5, f32: 7, sf64: -1n, raw: Uint8Array.of(255) }),
);

test('what @bufbuild/protobuf writes is right', () => {
  expect(protobufDataCheck(schema, 'shop.v1.Order')(bytes)).toBeUndefined();
  expect(dataCheck(schema)(Uint8Array.of(0, ...bytes))).toBeUndefined();
  expect(dataCheck(schema, { messageIndexes: [0] })(bytes)).toBeUndefined();
});

test('a message within a message is found by its indexes', () => {
  expect(dataCheck(schema)(Uint8Array.of(4, 0, 0, 0x0a, 1, 0x61))).toBeUndefined();
  expect(dataCheck(schema)(Uint8Array.of(2, 18))).toEqual({ detail: 'no message at index [9] of the schema', place: '$' });
  expect(dataCheck(schema)(Uint8Array.of())).toEqual({ detail: 'no message indexes at the start', place: '$' });
});

/** Bytes of an Order, and what is wrong with them. */
test.each<[string, number[], string, string]>([
  ['a text that is none', [0x0a, 1, 0xff], 'text that is not UTF-8', '$.id'],
  ['a length beyond the end', [0x0a, 5, 0x61], 'a length of 5 where 1 bytes are left', '$.id'],
  ['another wire type', [0x08, 1], 'varint where the field is length-delimited', '$.id'],
  ['a number inside a message', [0x1a, 2, 0x15, 1], '32-bit where the field is varint', '$.lines.count'],
  ['field number zero', [0x02, 0], 'no field has the number 0', '$'],
  ['a group that does not begin', [0x0c], 'the end of group 1 that did not begin', '$'],
  ['wire type 6', [0x96, 6], 'wire type 6 does not exist', '$.98'],
  ['an unknown field that ends early', [0xf2, 0x07, 3, 0], 'a length of 3 where 1 bytes are left', '$.126'],
  ['a packed field that ends early', [0x5a, 1, 0x80], 'the bytes end too early', '$.packed_off'],
])('%s', (_, wrong, detail, place) => {
  expect(protobufDataCheck(schema, 'shop.v1.Order')(Uint8Array.from(wrong))).toEqual({ detail, place });
});

test('packed and unpacked numbers are both right, and unknown fields too', () => {
  const check = protobufDataCheck(schema, 'shop.v1.Order');
  expect(check(Uint8Array.of(0x58, 1, 0x58, 2))).toBeUndefined();
  expect(check(Uint8Array.of(0x5a, 2, 1, 2))).toBeUndefined();
  expect(check(Uint8Array.of(0xf0, 0x07, 1, 0xf3, 0x07, 0x08, 1, 0xf4, 0x07))).toBeUndefined();
});

test('proto2: required fields must be there, groups must end, and text may be anything', () => {
  const check = protobufDataCheck(parseSchema('PROTOBUF', { schema: PROTO2, isNew: true }), 'legacy.Item');
  expect(check(Uint8Array.of())).toEqual({ detail: 'required field name is missing', place: '$' });
  expect(check(Uint8Array.of(0x0a, 1, 0xff))).toBeUndefined();
  expect(check(Uint8Array.of(0x0a, 0, 0x4b, 0x50, 1, 0x4c))).toBeUndefined();
  expect(check(Uint8Array.of(0x0a, 0, 0x4b, 0x4c))).toEqual({ detail: 'required field number is missing', place: '$.part' });
  expect(check(Uint8Array.of(0x0a, 0, 0x4b, 0x50, 1))).toEqual({ detail: 'the bytes end too early', place: '$.part' });
});

test('an edition says by features what is required and how messages stand', () => {
  const check = protobufDataCheck(parseSchema('PROTOBUF', { schema: EDITION, isNew: true }), 'modern.Person');
  expect(check(Uint8Array.of(0x18, 1))).toBeUndefined();
  expect(check(Uint8Array.of())?.detail).toBe('required field id is missing');
  expect(check(Uint8Array.of(0x18, 1, 0x2b, 0x18, 2, 0x2c))).toBeUndefined();
});

test('messages within messages end before the stack does', () => {
  const previous: number[] = [];
  for (let depth = 0; depth < 200; depth++) previous.unshift(0xc2, 0x01, ...lengthBytes(previous.length));
  expect(protobufDataCheck(schema, 'shop.v1.Order')(Uint8Array.from(previous))?.detail).toBe('messages are nested deeper than 100');
});

function lengthBytes(length: number): number[] {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7];
}

test('garbled bytes that are right can be decoded', () => {
  const check = protobufDataCheck(schema, 'shop.v1.Order');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }), (changes) => {
      const garbled = Uint8Array.from(bytes);
      for (const [index, byte] of changes) garbled[index] = byte;
      if (check(garbled) === undefined) expect(() => fromBinary(order, garbled)).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});

test('message indexes as bytes', () => {
  expect(writtenMessageIndexes([0])).toEqual(Uint8Array.of(0));
  expect(writtenMessageIndexes([1, 0, 100])).toEqual(Uint8Array.of(6, 2, 0, 200, 1));
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 5 }), (indexes) => {
      const written = writtenMessageIndexes(indexes);
      expect(readMessageIndexes(Uint8Array.of(9, ...written, 9), 1)).toEqual({ indexes, end: written.length + 1 });
    }),
  );
  expect(readMessageIndexes(Uint8Array.of(1))).toBeUndefined();
  expect(readMessageIndexes(Uint8Array.of(6, 0))).toBeUndefined();
});
