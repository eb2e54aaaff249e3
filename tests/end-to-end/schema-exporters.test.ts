/** An exporter between two registries on brokers of their own: it copies, follows, pauses, begins anew, and goes on when the leader is gone. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const brokers: RunningBroker[] = [];
const running = new Set<RunningRegistry>();
let source: RunningRegistry;
let destination: RunningRegistry;

beforeAll(async () => {
  for (let index = 0; index < 2; index++) brokers.push(await startBroker({ logLevel: 'error' }));
  source = await start(0);
  destination = await start(1);
}, 120_000);

afterAll(async () => {
  await Promise.all([...running].map(stop));
  await Promise.all(brokers.map((broker) => broker.stop()));
}, 120_000);

async function start(broker: number, properties: Readonly<Record<string, string>> = {}): Promise<RunningRegistry> {
  const registry = await startRegistry({
    properties: {
      'kafkastore.bootstrap.servers': brokers[broker]!.bootstrapServers,
      'kafkastore.topic.replication.factor': '1',
      'kafkastore.timeout.ms': '30000',
      'millrace.log.level': 'silent',
      'password.encoder.secret': 'sealed',
      listeners: 'http://127.0.0.1:0',
      ...properties,
    },
  });
  running.add(registry);
  return registry;
}

async function stop(registry: RunningRegistry): Promise<void> {
  running.delete(registry);
  await registry.stop();
}

interface JsonAnswer {
  status: number;
  json: unknown;
}

async function ask(registry: RunningRegistry, method: string, path: string, body?: object): Promise<JsonAnswer> {
  const answer = await fetch(registry.url + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : JSON.parse(text) as unknown };
}

const done = async (...request: Parameters<typeof ask>): Promise<unknown> => {
  const { status, json } = await ask(...request);
  if (status >= 300) throw new Error(`${request[1]} ${request[2]}: ${JSON.stringify(json)}`);
  return json;
};
const register = (registry: RunningRegistry, subject: string, schema: string, more: object = {}): Promise<unknown> => done(registry, 'POST', `/subjects/${subject}/versions`, { schema, ...more });
const fixed = (name: string, size = 1): string => `{"type":"fixed","name":"${name}","size":${size}}`;

interface Listed {
  subject: string;
  version: number;
  id: number;
  deleted: boolean;
}

async function list(registry: RunningRegistry, prefix: string): Promise<string[]> {
  const schemas = (await done(registry, 'GET', `/schemas?subjectPrefix=${encodeURIComponent(prefix)}&deleted=true`)) as Listed[];
  return schemas.map(({ subject, version, id, deleted }) => `${subject} ${version} ${id}${deleted ? ' deleted' : ''}`);
}

const eventually = { timeout: 30_000, interval: 50 };
const status = (name: string, registry = source): Promise<unknown> => done(registry, 'GET', `/exporters/${name}/status`);
const exportTo = (name: string, more: object): Promise<unknown> => done(source, 'POST', '/exporters', { name, config: { 'schema.registry.url': destination.url }, ...more });
const pauseAndDelete = async (name: string): Promise<void> => void (await done(source, 'DELETE', `/exporters/${name}`));

describe('an exporter', { timeout: 120_000 }, () => {
  test('copies what is there, with ids, references and contracts, then what comes', async () => {
    await register(source, 'skipped', fixed('S'));
    await register(source, 'orders-address', '{"type":"record","name":"Address","fields":[]}');
    await register(source, 'orders-value', '{"type":"record","name":"Order","fields":[{"name":"to","type":"Address"}]}', {
      references: [{ name: 'Address', subject: 'orders-address', version: 1 }],
      metadata: { properties: { owner: 'ada' } },
      ruleSet: { domainRules: [{ name: 'r', kind: 'CONDITION', type: 'CEL', mode: 'WRITE', expr: 'true' }] },
    });
    await register(source, 'orders-key', '"int"');
    await done(source, 'DELETE', '/subjects/orders-key/versions/1');

    await exportTo('orders', { contextType: 'CUSTOM', context: 'copies', subjects: ['orders*'], subjectRenameFormat: 'dc_${subject}' });
    await expect.poll(() => status('orders'), eventually).toMatchObject({ name: 'orders', state: 'RUNNING' });
    expect(await list(destination, ':.copies:')).toEqual([':.copies:dc_orders-address 1 2', ':.copies:dc_orders-key 1 4 deleted', ':.copies:dc_orders-value 1 3']);
    expect(await done(destination, 'GET', '/mode/:.copies:')).toEqual({ mode: 'IMPORT' });
    const copied = await done(destination, 'GET', '/subjects/:.copies:dc_orders-value/versions/1');
    expect(copied).toMatchObject({ id: 3, references: [{ name: 'Address', subject: 'dc_orders-address', version: 1 }], metadata: { properties: { owner: 'ada' } }, ruleSet: { domainRules: [{ name: 'r' }] } });

    await register(source, 'orders-address', '{"type":"record","name":"Address","fields":[{"name":"city","type":"string","default":""}]}');
    await expect.poll(() => list(destination, ':.copies:dc_orders-address'), eventually).toEqual([':.copies:dc_orders-address 1 2', ':.copies:dc_orders-address 2 5']);
    // Deletions follow: first the mark, then the version itself.
    await done(source, 'DELETE', '/subjects/orders-key?permanent=true');
    await done(source, 'DELETE', '/subjects/orders-address/versions/2');
    await expect.poll(() => list(destination, ':.copies:'), eventually).toEqual([':.copies:dc_orders-address 1 2', ':.copies:dc_orders-address 2 5 deleted', ':.copies:dc_orders-value 1 3']);
    await pauseAndDelete('orders');
  });

  test('rests while it is paused, and begins anew when it was reset', async () => {
    await register(source, 'paused', fixed('P'));
    await exportTo('resting', { contextType: 'CUSTOM', context: 'rest', subjects: ['paused', 'later'] });
    await expect.poll(() => status('resting'), eventually).toMatchObject({ state: 'RUNNING' });
    await done(source, 'PUT', '/exporters/resting/pause');
    const paused = await status('resting');
    expect(paused).toMatchObject({ state: 'PAUSED' });
    await register(source, 'later', fixed('L'));
    await exportTo('witness', { contextType: 'CUSTOM', context: 'witness', subjects: ['later'] });
    await expect.poll(() => list(destination, ':.witness:'), eventually).toHaveLength(1);
    expect(await list(destination, ':.rest:')).toHaveLength(1);
    expect(await status('resting')).toEqual(paused);

    await done(source, 'PUT', '/exporters/resting/resume');
    await expect.poll(() => list(destination, ':.rest:'), eventually).toHaveLength(2);
    // What is lost at the destination is there again after a reset.
    await done(destination, 'DELETE', '/subjects/:.rest:paused');
    await done(destination, 'DELETE', '/subjects/:.rest:paused?permanent=true');
    await done(source, 'PUT', '/exporters/resting/pause');
    await done(source, 'PUT', '/exporters/resting/reset');
    expect(await status('resting')).toEqual({ name: 'resting', state: 'PAUSED', offset: -1, ts: 0 });
    await done(source, 'PUT', '/exporters/resting/resume');
    await expect.poll(() => status('resting'), eventually).toMatchObject({ state: 'RUNNING' });
    expect(await list(destination, ':.rest:')).toHaveLength(2);
    await pauseAndDelete('resting');
    await pauseAndDelete('witness');
  });

  test('makes an exact copy into an empty registry, and one of all contexts', async () => {
    await register(source, ':.ctx:inside', fixed('I'));
    const empty = await start(1, { 'kafkastore.topic': '_schemas_of_another', 'schema.registry.group.id': 'another' });
    await done(source, 'POST', '/exporters', { name: 'exact', contextType: 'NONE', subjects: [':*:'], config: { 'schema.registry.url': empty.url } });
    await expect.poll(() => status('exact'), eventually).toMatchObject({ state: 'RUNNING' });
    expect(await list(empty, ':*:')).toEqual(await list(source, ':*:'));
    // What is of the default context takes ids subject by subject.
    expect(await done(empty, 'GET', '/mode/paused')).toEqual({ mode: 'IMPORT' });
    expect(await done(empty, 'GET', '/mode')).toEqual({ mode: 'READWRITE' });
    await pauseAndDelete('exact');
    await stop(empty);
  });

  test('waits for a destination that is away, and stops with a word where it is refused', async () => {
    await done(source, 'POST', '/exporters', { name: 'away', subjects: ['paused'], config: { 'schema.registry.url': 'http://127.0.0.1:1', 'basic.auth.user.info': 'ada:secret' } });
    await expect.poll(() => status('away'), eventually).toMatchObject({ state: 'STARTING', trace: expect.stringContaining('ECONNREFUSED') as string });
    expect(JSON.stringify(await status('away'))).not.toContain('secret');
    await done(source, 'PUT', '/exporters/away/pause');
    // The second of two urls answers.
    await done(source, 'PUT', '/exporters/away/config', { 'schema.registry.url': `http://127.0.0.1:1,${destination.url}` });
    await done(source, 'PUT', '/exporters/away/resume');
    await expect.poll(() => status('away'), eventually).toMatchObject({ state: 'RUNNING' });
    expect(await status('away')).not.toHaveProperty('trace');
    await pauseAndDelete('away');

    // A subject of the destination's own is not taken over.
    await register(destination, 'paused', fixed('Mine'));
    await exportTo('refused', { contextType: 'NONE', subjects: ['paused'] });
    await expect.poll(() => status('refused'), eventually).toMatchObject({ state: 'PAUSED', trace: expect.stringContaining('42205: Cannot import since found existing subjects') as string });
    expect(await list(destination, 'paused')).toEqual(['paused 1 1']);
    await pauseAndDelete('refused');
  });

  test('does not keep a registry from stopping when its destination says nothing', async () => {
    const silent = createServer();
    const asked = new Promise<Socket>((resolve) => silent.once('connection', resolve));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const alone = await start(1, { 'kafkastore.topic': '_schemas_alone', 'schema.registry.group.id': 'alone' });
    await register(alone, 's', fixed('S'));
    await done(alone, 'POST', '/exporters', { name: 'unheard', config: { 'schema.registry.url': `http://127.0.0.1:${(silent.address() as AddressInfo).port}` } });
    const socket = await asked;
    const gone = new Promise((resolve) => socket.resume().once('close', resolve));
    await stop(alone);
    await gone;
    await new Promise((resolve) => silent.close(resolve));
  });

  test('goes on when the leader is gone', async () => {
    const second = await start(0);
    await expect.poll(() => second.node.leadership.kind, eventually).not.toBe('unknown');
    await exportTo('surviving', { contextType: 'CUSTOM', context: 'survivors', subjects: ['survivor*'] });
    await register(source, 'survivor-1', fixed('One'));
    await expect.poll(() => list(destination, ':.survivors:'), eventually).toHaveLength(1);
    const leader = source.node.leadership.kind === 'self' ? source : second;
    const other = leader === source ? second : source;
    await stop(leader);
    await expect.poll(() => other.node.leadership.kind, eventually).toBe('self');
    await expect.poll(() => status('surviving', other), eventually).toMatchObject({ state: 'RUNNING' });
    await register(other, 'survivor-2', fixed('Two'));
    await expect.poll(() => list(destination, ':.survivors:'), eventually).toHaveLength(2);
  });
});
