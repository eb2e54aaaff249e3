import { avroDataCheck, dataCheck, parseSchema } from '@millrace/schema';
import avsc from 'avsc';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const ORDER = {
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'long' },
    { name: 'count', type: 'int' },
    { name: 'note', type: ['null', 'string'] },
    { name: 'lines', type: { type: 'array', items: { type: 'record', name: 'Line', fields: [{ name: 'sku', type: 'string' }, { name: 'flag', type: 'boolean' }] } } },
    { name: 'tags', type: { type: 'map', values: 'double' } },
    { name: 'status', type: { type: 'enum', name: 'Status', symbols: ['OPEN', 'CLOSED'] } },
    { name: 'hash', type: { type: 'fixed', name: 'Hash', size: 4 } },
    { name: 'ratio', type: 'float' },
    { name: 'raw', type: 'bytes' },
    { name: 'parent', type: ['null', 'Order'] },
  ],
};
const schema = parseSchema('AVRO', { schema: JSON.stringify(ORDER) });
const check = dataCheck(schema);
const type = avsc.Type.forSchema(ORDER as avsc.Schema);

const order = (more: object = {}): Record<string, unknown> => ({
  ...{ id: 1, count: -5, note: 'hé', lines: [{ sku: 'a', flag: true }], tags: { x: 1.5 }, status: 'OPEN' },
  ...{ hash: Buffer.from('abcd'), ratio: 0.5, raw: Buffer.from([0, 255]), parent: null },
  ...more,
});

test('what avsc writes is right', () => {
  expect(check(type.toBuffer(order()))).toBeUndefined();
  expect(check(type.toBuffer(order({ note: null, id: -(2 ** 52), parent: order() })))).toBeUndefined();
});

test('bytes that end early or late are named', () => {
  const bytes = type.toBuffer(order());
  expect(check(Buffer.concat([bytes, Buffer.from([0])]))).toEqual({ detail: '1 bytes follow the value', place: '$' });
  for (let length = 0; length < bytes.length; length++) expect(check(bytes.subarray(0, length)), String(length)).toBeDefined();
});

/** A schema, bytes, and what is wrong with them. */
test.each<[unknown, number[], string, string]>([
  ['boolean', [2], '2 where a boolean is 0 or 1', '$'],
  ['int', [0x80, 0x80, 0x80, 0x80, 0x10], 'an int of more than 32 bits', '$'],
  ['long', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02], 'a number of more than 64 bits', '$'],
  ['string', [2, 0xff], 'text that is not UTF-8', '$'],
  ['string', [1], 'a length of -1 where 0 bytes are left', '$'],
  ['string', [200, 1, 97], 'a length of 100 where 1 bytes are left', '$'],
  [['null', 'int'], [4], 'branch 2 of a union of null, int', '$'],
  [{ type: 'enum', name: 'E', symbols: ['A'] }, [2], 'symbol 1 of an enum of 1', '$'],
  [{ type: 'array', items: 'int' }, [4, 0, 0x80], 'the bytes end too early', '$[1]'],
  [{ type: 'array', items: 'int' }, [200, 1, 0], 'a block of 100 items where 1 bytes are left', '$'],
  [{ type: 'array', items: 'int' }, [1, 6, 0, 0], 'a block of 1 bytes that says it has 3', '$'],
  [{ type: 'record', name: 'R', fields: [{ name: 'a', type: { type: 'map', values: 'boolean' } }] }, [2, 2, 97, 9], '9 where a boolean is 0 or 1', '$.a[0]'],
])('%j %j: %s', (written, bytes, detail, place) => {
  expect(avroDataCheck(parseSchema('AVRO', { schema: JSON.stringify(written) }).type)(Uint8Array.from(bytes))).toEqual({ detail, place });
});

test('the largest and the smallest numbers are right', () => {
  const long = avroDataCheck(parseSchema('AVRO', { schema: '"long"' }).type);
  const int = avroDataCheck(parseSchema('AVRO', { schema: '"int"' }).type);
  expect(long(Uint8Array.from([...Array<number>(9).fill(0xff), 1]))).toBeUndefined();
  expect(int(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x0f]))).toBeUndefined();
});

test('a top-level bytes schema takes any payload, and null none', () => {
  expect(avroDataCheck(parseSchema('AVRO', { schema: '"bytes"' }).type)(Uint8Array.of(255, 255))).toBeUndefined();
  expect(avroDataCheck(parseSchema('AVRO', { schema: '"null"' }).type)(Uint8Array.of(0))).toBeDefined();
});

test('hostile bytes end soon: endless empty items, and a list deeper than the stack', () => {
  const nulls = avroDataCheck(parseSchema('AVRO', { schema: '{"type":"array","items":"null"}' }).type);
  expect(nulls(Uint8Array.from([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0]))).toBeUndefined();
  const list = avroDataCheck(parseSchema('AVRO', { schema: '{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}' }).type);
  expect(list(new Uint8Array(1_000_000).fill(2))?.detail).toBe('records are nested deeper than 500');
  expect(list(Uint8Array.from([2, 2, 0]))).toBeUndefined();
});

test('garbled bytes are refused or read by avsc too', () => {
  const bytes = type.toBuffer(order({ parent: order() }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const garbled = Buffer.from(bytes);
      for (const [index, byte] of changes) garbled[index] = byte;
      const isRight = check(garbled) === undefined;
      const isRead = type.isValid(readOrUndefined(garbled) ?? {});
      // avsc is laxer: it lets text be anything, and numbers be long.
      if (isRight) expect(isRead).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function readOrUndefined(bytes: Buffer): unknown {
  try {
    return type.fromBuffer(bytes);
  } catch (error) {
    // It cannot hold such a number, which is right all the same.
    if (error instanceof Error && error.message.includes('precision loss')) return order();
    return undefined;
  }
}
