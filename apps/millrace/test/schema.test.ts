import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { SchemaRegistryClient } from '@millrace/serde/registry';
import { runSchema } from '../src/schema/schema.js';
import { lineDiff } from '../src/schema/line-diff.js';
import { fakeIo } from './fake-io.js';

const one = '{"type":"record","name":"Order","namespace":"com.acme","fields":[{"name":"id","type":"string"}]}';
const two = '{"type":"record","name":"Order","namespace":"com.acme","fields":[{"name":"id","type":"string"},{"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}, "default": 0}]}';
const broken = '{"type":"record","name":"Order","namespace":"com.acme","fields":[{"name":"id","type":"string"},{"name":"n","type":"int"}]}';
const proto = 'syntax = "proto3"; import "common.proto"; message Paid { Money money = 1; }';
const files = { 'one.avsc': one, 'two.avsc': two, 'broken.avsc': broken, 'common.proto': 'syntax = "proto3"; message Money { int64 units = 1; }', 'paid.proto': proto, 'x.txt': '"int"', 'bad.avsc': '{"type":"recor"}' };

let broker: RunningBroker;
/** Of those that only read, or are refused. */
let shared: RunningRegistry;
const registries: RunningRegistry[] = [];

beforeAll(async () => {
  broker = await startBroker();
  shared = await newRegistry();
});
afterAll(async () => {
  for (const registry of registries) await registry.stop();
  await broker.stop();
});

/** An empty one: on a topic of its own. */
async function newRegistry(): Promise<RunningRegistry> {
  const name = `_schemas-${registries.length}`;
  const registry = await startRegistry({
    properties: { 'kafkastore.bootstrap.servers': broker.bootstrapServers, 'kafkastore.topic': name, 'schema.registry.group.id': name, 'kafkastore.topic.replication.factor': '1', listeners: 'http://127.0.0.1:0', 'millrace.log.level': 'error' },
  });
  registries.push(registry);
  return registry;
}

/** A terminal with a registry behind it. */
async function terminal(registry?: RunningRegistry) {
  const { url } = registry ?? (await newRegistry());
  const io = fakeIo({ files });
  const read = io.readText;
  io.readText = (path) => io.written[path] ?? read(path);
  return {
    io,
    run: async (...args: string[]) => {
      const before = io.printed().length;
      const code = await runSchema(args, io, (options) => new SchemaRegistryClient({ ...options, urls: options.urls === 'http://localhost:8081' ? url : options.urls, maxRetries: 5, retryWaitMs: 100 }));
      return { code, text: io.printed().slice(before) };
    },
  };
}

describe('millrace schema', () => {
  it('registers, lists, gets and deletes', async () => {
    const { run } = await terminal();
    expect(await run('register', 'orders-value', 'one.avsc')).toEqual({ code: 0, text: 'orders-value: version 1, id 1\n' });
    expect(await run('register', 'orders-value', 'two.avsc')).toEqual({ code: 0, text: 'orders-value: version 2, id 2\n' });
    expect((await run('register', 'common', 'common.proto')).code).toBe(0);
    expect((await run('register', 'paid-value', 'paid.proto', '--reference', 'common.proto=common:1')).text).toBe('paid-value: version 1, id 4\n');
    expect((await run('list')).text).toBe('common\norders-value\npaid-value\n');
    expect((await run('list', '--prefix', 'ord')).text).toBe('orders-value\n');
    expect((await run('list', 'orders-value')).text).toBe('version  id        type\n1        1         AVRO\n2        2         AVRO\n');
    expect(JSON.parse((await run('get', 'orders-value', '--version', '1')).text)).toEqual(JSON.parse(one));
    expect((await run('get', '--id', '3')).text).toContain('message Money {');
    expect(JSON.parse((await run('get', 'paid-value', '--json')).text)).toMatchObject({ id: 4, references: [{ name: 'common.proto', subject: 'common', version: 1 }] });
    expect((await run('delete', 'orders-value', '--version', '1')).text).toBe('orders-value: version 1 deleted\n');
    expect((await run('list', 'orders-value')).text).not.toContain('\n1 ');
    expect((await run('delete', 'paid-value')).text).toBe('paid-value: versions 1 deleted\n');
    expect((await run('delete', 'paid-value', '--permanent')).text).toBe('paid-value: versions 1 deleted for good\n');
  });

  it('checks, and compares', async () => {
    const { run } = await terminal();
    await run('register', 'orders-value', 'one.avsc');
    expect(await run('check', 'orders-value', 'two.avsc')).toEqual({ code: 0, text: 'orders-value: compatible\n' });
    const refused = await run('check', 'orders-value', 'broken.avsc', '--version', 'latest');
    expect(refused.code).toBe(1);
    expect(refused.text).toMatch(/^orders-value: not compatible\n {2}\{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE'/);
    await run('register', 'orders-value', 'two.avsc');
    const { text } = await run('diff', 'orders-value', '1', 'latest');
    expect(text).toContain('+      "name": "at",\n');
    expect(text).toMatch(/\nbackward: compatible\nforward: compatible\n$/);
  });

  it('writes types', async () => {
    const { run, io } = await terminal();
    await run('register', 'orders-value', 'two.avsc');
    const { text } = await run('types', 'orders-value');
    expect(text).toContain('export interface Order {\n  id: string;\n  at: Date;\n}');
    expect((await run('types', 'orders-value', '--out', 'types.ts')).text).toBe('');
    expect(io.written['types.ts']).toBe(text);
  });

  it('carries schemas to another registry, ids and versions as they were', async () => {
    const from = await terminal();
    for (const args of [['orders-value', 'one.avsc'], ['zz-common', 'common.proto'], ['orders-value', 'two.avsc'], ['a-paid', 'paid.proto', '--reference', 'common.proto=zz-common:1']]) await from.run('register', ...args);
    expect((await from.run('export', '--out', 'all')).text).toBe('4 schemas written to all\n');
    const lines = (from.io.written['all'] ?? '').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { subject: string }).subject)).toEqual(['zz-common', 'a-paid', 'orders-value', 'orders-value']);
    const to = await terminal();
    to.io.writeText('all', from.io.written['all'] ?? '');
    expect((await to.run('import', 'all')).text).toBe('4 schemas of 3 subjects imported\n');
    expect((await to.run('export')).text).toBe(from.io.written['all']);
    // The mode is what it was: registering works again.
    expect((await to.run('register', 'new', 'one.avsc')).code).toBe(0);
  });

  it.each<[string[], string]>([
    [['frobnicate'], 'millrace schema has no action frobnicate; it has register, get'],
    [['get'], "missing required argument 'subject'"],
    [['get', 'nothing'], "Subject 'nothing' not found."],
    [['get', 'x', '--version', '0'], '0 is no version: give a number, or latest'],
    [['get', '--id', 'x'], '--id x: not a number'],
    [['get', '--id', '99'], 'Schema 99 not found'],
    [['register', 's'], "missing required argument 'file'"],
    [['register', 's', 'x.txt'], 'give --type AVRO, JSON or PROTOBUF'],
    [['register', 's', 'nowhere.avsc'], 'nowhere.avsc: no such file'],
    [['register', 's', 'bad.avsc'], 'Invalid schema'],
    [['register', 's', 'one.avsc', '--reference', 'x'], '--reference x: expected name=subject:version'],
    [['register', 's', 'one.avsc', '--type', 'XML'], 'Allowed choices are AVRO, JSON, PROTOBUF'],
    [['import', 'one.avsc'], 'one.avsc:1: not a line of `millrace schema export`'],
    [['import', 'paid.proto'], 'paid.proto:1: no JSON'],
    [['list', '--user', 'x'], '--user takes name:password'],
    [['list', '--url', 'nowhere'], '"nowhere" is no URL'],
  ])('refuses %j', async (args, message) => {
    const { run } = await terminal(shared);
    await expect(run(...args)).rejects.toThrow(message);
  });
});

describe('lines that changed', () => {
  it.each([
    [['a', 'b', 'c'], ['a', 'c', 'd'], [' a', '-b', ' c', '+d']],
    [[], ['x'], ['+x']],
    [['x'], [], ['-x']],
    [['a', 'b'], ['b', 'a'], ['-a', ' b', '+a']],
  ])('%j and %j', (before, after, expected) => expect(lineDiff(before, after)).toEqual(expected));
});
