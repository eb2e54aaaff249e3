import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSchema, typesOf } from '@millrace/schema';
import { afterAll, expect, test } from 'vitest';
import { EDITION, PROTO2, PROTO3 } from '../protobuf/samples.js';

const dir = mkdtempSync(join(tmpdir(), 'millrace-types-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const AVRO = {
  type: 'record',
  name: 'shop.Order',
  doc: 'An order.',
  fields: [
    { name: 'id', type: 'long', doc: 'Ends no comment: */' },
    { name: 'status', type: { type: 'enum', name: 'Status', symbols: ['OPEN', 'CLOSED'] } },
    { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
    { name: 'total', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 } },
    { name: 'note', type: ['null', 'string'] },
    { name: 'lines', type: { type: 'array', items: ['null', { type: 'record', name: 'Line', fields: [{ name: 'order', type: ['null', 'Order'] }] }] } },
    { name: 'tags', type: { type: 'map', values: 'bytes' } },
    { name: 'value', type: ['null', 'int', 'double', 'Line'] },
  ],
};

const avro = parseSchema('AVRO', { schema: JSON.stringify(AVRO), isNew: true });

test('Avro', () => {
  expect(typesOf([{ schema: avro, name: 'orders-value' }])).toBe(`/** An order. */
export interface Order {
  /** Ends no comment: *\\/ */
  id: number;
  status: Status;
  at: Date;
  total: string;
  note: null | string;
  lines: (null | Line)[];
  tags: Record<string, Uint8Array>;
  value: null | { int: number } | { double: number } | { "shop.Line": Line };
}

export type Status = "OPEN" | "CLOSED";

export interface Line {
  order: null | Order;
}
`);
});

test('what longs are is a choice', () => {
  const of = (long: 'number' | 'bigint' | 'auto') => typesOf([{ schema: parseSchema('AVRO', { schema: '["long","string"]' }), name: 'orders-key' }], { long });
  expect([of('number'), of('bigint'), of('auto')]).toEqual([
    'export type OrdersKey = number | string;\n',
    'export type OrdersKey = bigint | string;\n',
    'export type OrdersKey = number | bigint | string;\n',
  ]);
});

const JSON_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Customer',
  type: 'object',
  properties: {
    id: { type: 'integer', description: 'Given by us.' },
    'first name': { type: 'string' },
    kind: { enum: ['PERSON', 'FIRM', null] },
    address: { $ref: '#/definitions/address' },
    tags: { type: 'array', items: { type: ['string', 'null'] } },
    pair: { items: [{ type: 'string' }, { type: 'number' }], additionalItems: false },
    contact: { oneOf: [{ type: 'string' }, { type: 'object', properties: { mail: { const: 'x' } }, required: ['mail'], additionalProperties: true }] },
    friends: { type: 'array', items: { $ref: '#' } },
    counts: { type: 'object', additionalProperties: { type: 'number' } },
    never: false,
  },
  required: ['id', 'kind'],
  definitions: { address: { allOf: [{ properties: { street: { type: 'string' } } }, { required: ['street'] }] } },
};

test('JSON Schema', () => {
  expect(typesOf([{ schema: parseSchema('JSON', { schema: JSON.stringify(JSON_SCHEMA) }), name: 'customers' }])).toBe(`export interface Customer {
  /** Given by us. */
  id: number;
  "first name"?: string;
  kind: "PERSON" | "FIRM" | null;
  address?: address;
  tags?: (string | null)[];
  pair?: [(string)?, (number)?];
  contact?: string | {
    mail: "x";
    [name: string]: unknown;
  };
  friends?: Customer[];
  counts?: Record<string, number>;
  never?: never;
}

export type address = {
  street?: string;
} & Record<string, unknown>;
`);
});

test('Protobuf, as @bufbuild/protobuf holds messages', () => {
  const schema = parseSchema('PROTOBUF', {
    schema: `syntax = "proto3"; package p; import "google/protobuf/wrappers.proto"; import "google/protobuf/struct.proto";
      message M { string snake_case = 1; optional int64 count = 2; repeated N ns = 3; map<string, E> es = 4; oneof o { bytes raw = 5; N one = 6; }
        google.protobuf.StringValue text = 7; google.protobuf.Struct any = 8; message N { M m = 1; } enum E { E_ZERO = 0; E_ONE = 1; } }`,
    isNew: true,
  });
  expect(typesOf([{ schema, name: 'm' }])).toBe(`export interface M {
  $typeName?: "p.M";
  snakeCase: string;
  count?: bigint;
  ns: M_N[];
  es: Record<string, M_E>;
  text?: string;
  any?: Record<string, unknown>;
  o:
    | { case: "raw"; value: Uint8Array }
    | { case: "one"; value: M_N }
    | { case: undefined; value?: undefined };
}

export interface M_N {
  $typeName?: "p.M.N";
  m?: M;
}

export const M_E = {
  ZERO: 0,
  ONE: 1,
} as const;
export type M_E = (typeof M_E)[keyof typeof M_E] | number;
`);
});

test('types that schemas share are written once, others of one name get a number', () => {
  const line = (type: string) => parseSchema('AVRO', { schema: JSON.stringify({ type: 'record', name: 'Line', fields: [{ name: 'a', type }] }) });
  const text = typesOf([line('int'), line('int'), line('string')].map((schema) => ({ schema, name: 'x' })));
  expect([...text.matchAll(/export interface (\w+)/g)].map((match) => match[1])).toEqual(['Line', 'Line2']);
});

test('the compiler takes the file', () => {
  const samples = [PROTO3, PROTO2, EDITION].map((schema) => parseSchema('PROTOBUF', { schema, isNew: true }));
  const schemas = [avro, parseSchema('JSON', { schema: JSON.stringify(JSON_SCHEMA) }), ...samples].map((schema, index) => ({ schema, name: `s${index}` }));
  writeFileSync(join(dir, 'types.ts'), typesOf(schemas));
  writeFileSync(
    join(dir, 'use.ts'),
    `import type { Customer, Order, Order2, Status } from './types.js';
const status: Status = 'OPEN';
export const order: Order = { id: 1, status, at: new Date(0), total: '1.00', note: null, lines: [null], tags: {}, value: { int: 1 } };
export const customer: Customer = { id: 1, kind: 'FIRM', address: { street: 'x' }, friends: [] };
export const name = (message: Order2) => (message.payment.case === 'card' ? message.payment.value : message.byName['a']?.sku);
// @ts-expect-error no such status
export const wrong: Status = 'LOST';
`,
  );
  const tsc = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck'];
  const compiled = spawnSync(process.execPath, [tsc, ...flags, 'use.ts', 'types.ts'], { cwd: dir, encoding: 'utf8' });
  expect(compiled.stdout + compiled.stderr).toBe('');
});
