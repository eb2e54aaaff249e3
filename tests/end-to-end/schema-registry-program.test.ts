/** The program millrace-schema-registry as people run it: on Confluent's file, on the names of Confluent's image, and with what can be wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegistryProcess } from '../processes/registry-program.js';
import { bundleProgram, type Program } from '../processes/program.js';

const home = mkdtempSync(join(tmpdir(), 'registry-program-'));
const running = new Set<RegistryProcess>();
let program: Program;
let broker: RunningBroker;

beforeAll(async () => {
  program = bundleProgram('millrace-schema-registry');
  broker = await startBroker({ logLevel: 'error' });
}, 120_000);

afterAll(async () => {
  for (const registry of running) registry.signal('SIGKILL');
  await Promise.all([...running].map((registry) => registry.ended));
  await broker?.stop();
  program?.remove();
  rmSync(home, { recursive: true, force: true });
}, 120_000);

function run(args: readonly string[], environment?: Record<string, string>): RegistryProcess {
  const registry = new RegistryProcess(program, args, environment);
  running.add(registry);
  void registry.ended.then(() => running.delete(registry));
  return registry;
}

function propertiesFile(name: string, ...lines: string[]): string {
  const path = join(home, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function ask(url: string, method = 'GET', body?: object): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' } }) });
  return { status: answer.status, json: await answer.json() };
}

async function tried(registry: RegistryProcess, subject: string, schema: string): Promise<unknown> {
  const url = await registry.url;
  expect(await ask(`${url}/health`)).toEqual({ status: 200, json: { status: 'UP' } });
  expect(await ask(`${url}/ready`)).toMatchObject({ status: 200, json: { status: 'UP', hasReadLog: true, leader: 'self' } });
  const registered = await ask(`${url}/subjects/${subject}/versions`, 'POST', { schema });
  expect(registered.status).toBe(200);
  return registered.json;
}

test('runs on the keys of the file that Confluent ships, and what it wrote is there the next time', { timeout: 120_000 }, async () => {
  const file = propertiesFile(
    'schema-registry.properties',
    '# As shipped, with other addresses.',
    'listeners=http://127.0.0.1:0',
    `kafkastore.bootstrap.servers=PLAINTEXT://${broker.bootstrapServers}`,
    'kafkastore.topic=_schemas',
    'kafkastore.topic.replication.factor=1',
    'debug=false',
    'metadata.encoder.secret=REPLACE_ME_WITH_HIGH_ENTROPY_STRING',
    'resource.extension.class=io.confluent.dekregistry.DekRegistryResourceExtension',
  );
  for (const [signal, id] of [['SIGTERM', 1], ['SIGINT', 2]] as const) {
    const registry = run([file, '--override', 'host.name=127.0.0.1']);
    expect(await tried(registry, `s${id}`, `{"type":"fixed","name":"F","size":${id}}`)).toMatchObject({ id });
    registry.signal(signal);
    expect(await registry.ended).toBe(0);
    expect(registry.err).toBe('');
  }
});

test('runs on the names of Confluent\'s container image alone', { timeout: 120_000 }, async () => {
  const registry = run([], {
    SCHEMA_REGISTRY_HOST_NAME: '127.0.0.1',
    SCHEMA_REGISTRY_LISTENERS: 'http://127.0.0.1:0',
    SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: `PLAINTEXT://${broker.bootstrapServers}`,
    SCHEMA_REGISTRY_KAFKASTORE_TOPIC: '_schemas_of_a_container',
    SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR: '1',
    SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: 'container',
    SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: 'full',
    SCHEMA_REGISTRY_HEAP_OPTS: '-Xmx512m',
    SCHEMA_REGISTRY_LOG4J_ROOT_LOGLEVEL: 'WARN',
    SCHEMA_REGISTRY_CUB_KAFKA_TIMEOUT: '90',
  });
  expect(await tried(registry, 'c', '"string"')).toMatchObject({ id: 1 });
  expect((await ask(`${await registry.url}/config`)).json).toEqual({ compatibilityLevel: 'FULL' });
  expect(registry.out).not.toContain('Unknown settings');
  registry.signal('SIGTERM');
  expect(await registry.ended).toBe(0);
});

test('a port that is in use, and brokers that are not there, end it with one line', { timeout: 120_000 }, async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const crowded = run(['--override', `listeners=http://127.0.0.1:${port}`, '--override', `kafkastore.bootstrap.servers=${broker.bootstrapServers}`, '--override', 'kafkastore.topic.replication.factor=1']);
  expect(await crowded.ended).toBe(1);
  expect(crowded.err).toBe(`port ${port} of 127.0.0.1 is in use by another program: set listeners to another one\n`);

  // Its port is free now, and nobody is there.
  await new Promise((resolve) => taken.close(resolve));
  const alone = run(['--override', `kafkastore.bootstrap.servers=127.0.0.1:${port}`, '--override', 'kafkastore.init.timeout.ms=500']);
  expect(await alone.ended).toBe(1);
  expect(alone.err).toMatch(new RegExp(`^kafkastore.bootstrap.servers 127.0.0.1:${port}: .*not within 500 ms.*ECONNREFUSED[^\\n]*\\n$`));
});

test('a signal while it looks for brokers ends it with 0', { timeout: 120_000 }, async () => {
  const waiting = run(['--override', 'kafkastore.bootstrap.servers=127.0.0.1:1', '--override', 'kafkastore.init.timeout.ms=600000']);
  await waiting.said('looks for the schemas');
  waiting.signal('SIGTERM');
  expect(await waiting.ended).toBe(0);
});

test.each([
  [['kafkastore.timeout.ms=soon'], ['FILE:2: Invalid value soon for configuration kafkastore.timeout.ms: Not a number of type INT (allowed: a whole number, at least 1)']],
  [['leader.eligibility=perhaps', 'schema.compatibility.level=sideways'], [
    'FILE:2: Invalid value perhaps for configuration leader.eligibility: Expected value to be either true or false (allowed: true or false)',
    'FILE:3: Invalid value sideways for configuration schema.compatibility.level: String must be one of (case insensitive): NONE, BACKWARD, BACKWARD_TRANSITIVE, FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE (allowed: one of NONE, BACKWARD, BACKWARD_TRANSITIVE, FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE)',
  ]],
  [['listeners=htp://a:1'], ['listeners: htp://a:1 is not of the form http://host:port or https://host:port']],
])('%j ends it with a line each', async (lines, wrong) => {
  const file = propertiesFile('wrong.properties', 'kafkastore.bootstrap.servers=127.0.0.1:1', ...lines);
  const registry = run([file]);
  expect(await registry.ended).toBe(1);
  expect(registry.err).toBe(wrong.map((line) => `${line.replace('FILE', file)}\n`).join(''));
});

test.each([
  [[], 'millrace-schema-registry needs a properties file; `millrace-schema-registry --help` says more'],
  [['none.properties'], 'none.properties: no such file or directory'],
  [['--bogus'], 'there is no option --bogus; --override key=value is one'],
  [['a', 'b'], 'one properties file is enough: a and b were given'],
  [['--override', 'x'], '--override x is not of the form key=value'],
])('%j are no arguments', async (args, message) => {
  const registry = run(args);
  expect(await registry.ended).toBe(1);
  expect(registry.err).toContain(message);
  expect(registry.err.match(/\n/g)).toHaveLength(1);
});
