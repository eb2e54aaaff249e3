import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create, fromBinary, toBinary, toJson } from '@bufbuild/protobuf';
import { type DescriptorProto, type FileDescriptorProto, FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { base64Encode } from '@bufbuild/protobuf/wire';
import { BUILT_IN_IMPORTS, descriptorSetOf, parseSchema, registryOf } from '@millrace/schema';
import { afterAll, expect, test } from 'vitest';
import { builtInFile } from '../../src/protobuf/built-in-imports.js';
import { protoText } from '../../src/protobuf/proto-text.js';
import { EDITION, PROTO2, PROTO3 } from './samples.js';

const protoc = spawnSync('protoc', ['--version'], { encoding: 'utf8' });
const hasProtoc = protoc.status === 0;
const dir = mkdtempSync(join(tmpdir(), 'millrace-schema-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The descriptor that protoc makes; built-in files are given to it as we print them. */
function compiled(text: string): FileDescriptorProto {
  for (const name of BUILT_IN_IMPORTS) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    // Our print of descriptor.proto lacks options that protoc asks of its own; it has that file built in.
    if (name !== 'google/protobuf/descriptor.proto') writeFileSync(join(dir, name), protoText(builtInFile(name)!));
  }
  writeFileSync(join(dir, 'google/protobuf/descriptor.proto'), protoText(builtInFile('google/protobuf/descriptor.proto')!));
  writeFileSync(join(dir, 'default'), text);
  execFileSync('protoc', [`-I${dir}`, `--descriptor_set_out=${join(dir, 'out')}`, join(dir, 'default')], { stdio: 'pipe' });
  return fromBinary(FileDescriptorSetSchema, readFileSync(join(dir, 'out'))).file[0]!;
}

/** Fields by number, and messages that nobody wrote behind the others: their order means nothing. */
function ordered(file: FileDescriptorProto): FileDescriptorProto {
  const visit = (message: DescriptorProto) => {
    const generated = (nested: DescriptorProto) => Number(nested.options?.mapEntry === true || message.field.some((field) => field.typeName.endsWith(`.${message.name}.${nested.name}`) && field.type === 10));
    message.field.sort((a, b) => a.number - b.number);
    message.nestedType.sort((a, b) => generated(a) - generated(b) || (generated(a) === 1 ? a.name.localeCompare(b.name) : 0));
    message.nestedType.forEach(visit);
  };
  file.messageType.forEach(visit);
  return file;
}

test.skipIf(!hasProtoc).each([
  ['proto3', PROTO3],
  ['proto2', PROTO2],
])('%s: the descriptor is that of protoc (skipped where protoc is not installed)', (_, text) => {
  const ours = descriptorSetOf(parseSchema('PROTOBUF', { schema: text, isNew: true })).file.at(-1)!;
  expect(toJson(FileDescriptorProtoSchema, ordered(ours))).toEqual(toJson(FileDescriptorProtoSchema, ordered(compiled(text))));
});

test.skipIf(!hasProtoc).each([
  ['proto3', PROTO3],
  ['proto2', PROTO2],
])('%s: a descriptor of protoc is the same schema as the text', (_, text) => {
  const fromText = parseSchema('PROTOBUF', { schema: text, isNew: true });
  const fromDescriptor = parseSchema('PROTOBUF', { schema: base64Encode(toBinary(FileDescriptorProtoSchema, compiled(text))), isNew: true });
  expect(fromDescriptor.normalize().canonicalString).toBe(fromText.normalize().canonicalString);
  expect(fromDescriptor.name).toBe(fromText.name);
});

test.skipIf(!hasProtoc).each([
  ['proto3', PROTO3],
  ['proto2', PROTO2],
])('%s: protoc reads what we print', (_, text) => {
  const schema = parseSchema('PROTOBUF', { schema: text, isNew: true });
  for (const printed of [schema.canonicalString, schema.normalize().canonicalString]) {
    const again = parseSchema('PROTOBUF', { schema: base64Encode(toBinary(FileDescriptorProtoSchema, compiled(printed))), isNew: true });
    expect(again.normalize().canonicalString).toBe(schema.normalize().canonicalString);
  }
});

test.each([
  ['proto3', PROTO3],
  ['proto2', PROTO2],
  ['edition 2023', EDITION],
])('%s: text to descriptor and back', (_, text) => {
  const schema = parseSchema('PROTOBUF', { schema: text, isNew: true });
  const again = parseSchema('PROTOBUF', { schema: schema.formattedString('serialized'), isNew: true });
  expect(again.normalize().canonicalString).toBe(schema.normalize().canonicalString);
  expect(parseSchema('PROTOBUF', { schema: again.canonicalString, isNew: true }).normalize().canonicalString).toBe(schema.normalize().canonicalString);
});

test.each(BUILT_IN_IMPORTS)('%s is there to be imported', (name) => {
  const schema = parseSchema('PROTOBUF', { schema: `syntax = "proto3"; import "${name}"; message M {}`, isNew: true });
  expect(descriptorSetOf(schema).file.map((file) => file.name)).toContain(name);
  expect(registryOf(schema).getMessage('M')?.typeName).toBe('M');
});

test('messages are encoded and decoded through the registry', () => {
  const schema = parseSchema('PROTOBUF', { schema: PROTO3, isNew: true });
  const order = registryOf(schema).getMessage('shop.v1.Order')!;
  const money = registryOf(schema).getMessage('google.type.Money')!;
  const message = create(order, { id: 'x', byName: { a: { sku: 's' } }, total: create(money, { currencyCode: 'EUR', units: 5n }) });
  const decoded = toJson(order, fromBinary(order, toBinary(order, message)), { registry: registryOf(schema) });
  expect(decoded).toEqual({ id: 'x', byName: { a: { sku: 's' } }, total: { currencyCode: 'EUR', units: '5' } });
});

test('features of an edition reach the registry', () => {
  const person = registryOf(parseSchema('PROTOBUF', { schema: EDITION, isNew: true })).getMessage('modern.Person')!;
  expect(person.fields.map((field) => field.presence)).toEqual([2, 1, 3, 2, 1]);
  expect(person.field['parent']!.fieldKind === 'message' && person.field['parent']!.delimitedEncoding).toBe(true);
});
