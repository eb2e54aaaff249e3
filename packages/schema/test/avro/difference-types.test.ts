import { expect, test } from 'vitest';
import { expectAtEachLevel } from '../compatibility/pairs.js';

/** One line of the table: the old schema, the new one, and what is said in each direction. */
interface Row {
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly bReadsA?: readonly string[];
  readonly aReadsB?: readonly string[];
}

const record = (name: string, ...fields: unknown[]) => ({ type: 'record', name, fields });
const field = (name: string, type: unknown, more: object = {}) => ({ name, type, ...more });
const enumOf = (name: string, symbols: string[], more: object = {}) => ({ type: 'enum', name, symbols, ...more });
const fixed = (name: string, size: number, more: object = {}) => ({ type: 'fixed', name, size, ...more });
const line = (type: string, description: string, info: string) => `{errorType:'${type}', description:'${description}', additionalInfo:'${info}'}`;
const mismatch = (path: string, reader: string, writer: string) =>
  line('TYPE_MISMATCH', `The type (path '${path}') of a field in the %s schema does not match with the %s schema`, `reader type: ${reader} not compatible with writer type: ${writer}`);
const nameMismatch = (path: string, writer: string) => line('NAME_MISMATCH', `The name of the schema has changed (path '${path}')`, `expected: ${writer}`);
const missingBranch = (path: string, writer: string) =>
  line('MISSING_UNION_BRANCH', `The %s schema is missing a type inside a union field at path '${path}' in the %s schema`, `reader union lacking writer type: ${writer}`);
const missingDefault = (path: string, name: string) =>
  line('READER_FIELD_MISSING_DEFAULT_VALUE', `The field '${name}' at path '${path}' in the %s schema has no default value and is missing in the %s schema`, name);
const missingSymbols = (path: string, symbols: string) =>
  line('MISSING_ENUM_SYMBOLS', `The %s schema is missing enum symbols '${symbols}' at path '${path}' in the %s schema`, symbols);
const size = (path: string, writer: number, reader: number) =>
  line('FIXED_SIZE_MISMATCH', `The size of FIXED type field at path '${path}' in the %s schema does not match with the %s schema`, `expected: ${writer}, found: ${reader}`);

const ROWS: readonly Row[] = [
  { name: 'another name', a: record('A'), b: record('B'), bReadsA: [nameMismatch('/name', 'A')], aReadsB: [nameMismatch('/name', 'B')] },
  { name: 'an alias of the reader', a: record('A'), b: { ...record('B'), aliases: ['A'] }, aReadsB: [nameMismatch('/name', 'B')] },
  { name: 'an alias in another namespace is none', a: record('A'), b: { ...record('B'), aliases: ['x.A'] }, bReadsA: [nameMismatch('/name', 'A')], aReadsB: [nameMismatch('/name', 'B')] },
  { name: 'another namespace alone', a: record('x.A'), b: record('y.A') },
  {
    name: 'the names and fields of a record',
    a: record('x.A', field('f', 'int')),
    b: record('x.B', field('f', 'string')),
    bReadsA: [nameMismatch('/name', 'x.A'), mismatch('/fields/0/type', 'STRING', 'INT')],
    aReadsB: [nameMismatch('/name', 'x.B'), mismatch('/fields/0/type', 'INT', 'STRING')],
  },
  { name: 'another size', a: fixed('F', 4), b: fixed('F', 8), bReadsA: [size('/size', 4, 8)], aReadsB: [size('/size', 8, 4)] },
  {
    name: 'another name of a fixed inside',
    a: record('R', field('f', fixed('F', 4))),
    b: record('R', field('f', fixed('G', 8))),
    bReadsA: [nameMismatch('/fields/0/type/name', 'F'), size('/fields/0/type/size', 4, 8)],
    aReadsB: [nameMismatch('/fields/0/type/name', 'G'), size('/fields/0/type/size', 8, 4)],
  },
  { name: 'a symbol more', a: enumOf('E', ['X']), b: enumOf('E', ['X', 'Z', 'Y']), aReadsB: [missingSymbols('/symbols', '[Y, Z]')] },
  { name: 'a symbol more, and the old has a default', a: enumOf('E', ['X'], { default: 'X' }), b: enumOf('E', ['X', 'Y']) },
  { name: 'a field without default', a: record('R'), b: record('R', field('f', 'int')), bReadsA: [missingDefault('/fields/0', 'f')] },
  { name: 'a field with default', a: record('R'), b: record('R', field('f', 'int', { default: 1 })) },
  {
    name: 'a field of an enum with default',
    a: record('R'),
    b: record('R', field('f', enumOf('E', ['X'], { default: 'X' }))),
    bReadsA: [mismatch('/fields/0/type', 'ENUM', 'RECORD')],
  },
  { name: 'a field under its old name', a: record('R', field('f', 'int')), b: record('R', field('g', 'int', { aliases: ['f'] })), aReadsB: [missingDefault('/fields/0', 'f')] },
  { name: 'a field less', a: record('R', field('f', 'int'), field('g', 'int')), b: record('R', field('g', 'int')), aReadsB: [missingDefault('/fields/0', 'f')] },
  { name: 'doc, order and attributes', a: record('R', field('f', 'int')), b: record('R', field('f', { type: 'int', logicalType: 'date' }, { doc: 'x', order: 'ignore', y: 1 })) },
  { name: 'int to long', a: 'int', b: 'long', aReadsB: [mismatch('/', 'INT', 'LONG')] },
  { name: 'int to float', a: 'int', b: 'float', aReadsB: [mismatch('/', 'INT', 'FLOAT')] },
  { name: 'int to double', a: 'int', b: 'double', aReadsB: [mismatch('/', 'INT', 'DOUBLE')] },
  { name: 'long to float', a: 'long', b: 'float', aReadsB: [mismatch('/', 'LONG', 'FLOAT')] },
  { name: 'long to double', a: 'long', b: 'double', aReadsB: [mismatch('/', 'LONG', 'DOUBLE')] },
  { name: 'float to double', a: 'float', b: 'double', aReadsB: [mismatch('/', 'FLOAT', 'DOUBLE')] },
  { name: 'string to bytes, both ways', a: 'string', b: 'bytes' },
  { name: 'boolean to int', a: 'boolean', b: 'int', bReadsA: [mismatch('/', 'INT', 'BOOLEAN')], aReadsB: [mismatch('/', 'BOOLEAN', 'INT')] },
  { name: 'the items of an array', a: { type: 'array', items: 'int' }, b: { type: 'array', items: 'long' }, aReadsB: [mismatch('/items', 'INT', 'LONG')] },
  { name: 'the values of a map', a: { type: 'map', values: 'int' }, b: { type: 'map', values: 'long' }, aReadsB: [mismatch('/values', 'INT', 'LONG')] },
  { name: 'an array to a map', a: { type: 'array', items: 'int' }, b: { type: 'map', values: 'int' }, bReadsA: [mismatch('/', 'MAP', 'ARRAY')], aReadsB: [mismatch('/', 'ARRAY', 'MAP')] },
  { name: 'a branch more', a: ['null', 'int'], b: ['null', 'int', 'string'], aReadsB: [missingBranch('/2', 'STRING')] },
  { name: 'a type to a union with it', a: 'int', b: ['null', 'int'], aReadsB: [mismatch('/0', 'INT', 'NULL')] },
  { name: 'a type to a union without it', a: 'string', b: ['null', 'int'], bReadsA: [missingBranch('/', 'STRING')], aReadsB: [mismatch('/0', 'STRING', 'NULL'), mismatch('/1', 'STRING', 'INT')] },
  { name: 'a union to a union that takes all of it', a: ['int', 'long'], b: ['double', 'null'], aReadsB: [missingBranch('/0', 'DOUBLE'), missingBranch('/1', 'NULL')] },
  {
    name: 'a record inside unions',
    a: ['null', record('A', field('f', 'int'))],
    b: ['null', record('A', field('f', 'string'))],
    bReadsA: [missingBranch('/1', 'RECORD')],
    aReadsB: [missingBranch('/1', 'RECORD')],
  },
  {
    name: 'a recursive record',
    a: record('N', field('next', ['null', 'N']), field('value', 'int')),
    b: record('N', field('next', ['null', 'N']), field('value', 'long')),
    aReadsB: [mismatch('/fields/1/type', 'INT', 'LONG')],
  },
];

test.each(ROWS)('$name', ({ a, b, bReadsA = [], aReadsB = [] }) => {
  expectAtEachLevel({ type: 'AVRO', a: JSON.stringify(a), b: JSON.stringify(b), bReadsA, aReadsB });
});

test('the rows have every difference type', () => {
  const seen = new Set(ROWS.flatMap((row) => [...(row.bReadsA ?? []), ...(row.aReadsB ?? [])]).map((text) => /errorType:'(\w+)'/.exec(text)?.[1] ?? ''));
  expect([...seen].toSorted()).toEqual([
    'FIXED_SIZE_MISMATCH',
    'MISSING_ENUM_SYMBOLS',
    'MISSING_UNION_BRANCH',
    'NAME_MISMATCH',
    'READER_FIELD_MISSING_DEFAULT_VALUE',
    'TYPE_MISMATCH',
  ]);
});

test('a field that matches two of the writer is a line of its own', () => {
  const a = record('R', field('f', 'int'), field('g', 'int'));
  const b = record('R', field('f', 'int', { aliases: ['g'] }));
  const line = 'Unexpected exception during compatibility check: Reader record field f matches multiple fields in writer record schema R';
  expectAtEachLevel({ type: 'AVRO', a: JSON.stringify(a), b: JSON.stringify(b), bReadsA: [line], aReadsB: [missingDefault('/fields/1', 'g')] });
});
