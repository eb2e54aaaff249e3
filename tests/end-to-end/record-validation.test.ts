/** The program millrace-broker with a schema registry beside it: records of topics that ask for it are held against their schemas. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Admin } from '@millrace/admin';
import { Producer } from '@millrace/producer';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { avroSerializer, SchemaRegistryClient } from '@millrace/serde';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrokerProcess } from '../processes/broker-program.js';
import { freePort } from '../processes/free-port.js';
import { bundleProgram, type Program } from '../processes/program.js';

const schema = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }, { name: 'count', type: 'int' }] } as const;

describe('millrace-broker with confluent.schema.registry.url', { timeout: 120_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-validation-'));
  let program: Program;
  let broker: BrokerProcess;
  let registry: RunningRegistry | null = null;
  let registryPort: number;
  let admin: Admin;
  let producer: Producer;
  let order: Uint8Array;

  // The registry keeps its schemas on the broker, which is told where the registry is going to be.
  beforeAll(async () => {
    program = bundleProgram('millrace-broker');
    registryPort = await freePort();
    broker = await BrokerProcess.start(program, { directory, properties: { 'confluent.schema.registry.url': `http://127.0.0.1:${registryPort}` } });
    const bootstrapServers = `127.0.0.1:${broker.port}`;
    await startRegistryOn(bootstrapServers);
    admin = new Admin({ bootstrapServers });
    producer = new Producer({ bootstrapServers, lingerMs: 0 });
    const configs = { 'confluent.value.schema.validation': 'true' };
    const created = await admin.createTopics([{ topic: 'orders', partitions: 1, replicationFactor: 1, configs }, { topic: 'others', partitions: 1, replicationFactor: 1, configs }]);
    expect(created.map(({ error }) => error)).toEqual([null, null]);
    const client = new SchemaRegistryClient({ urls: `http://127.0.0.1:${registryPort}` });
    order = await avroSerializer({ registry: client, schema }).serialize('orders', { id: 'a', count: 1 });
  }, 120_000);

  afterAll(async () => {
    await producer?.close({ timeoutMs: 0 });
    await admin?.close();
    await registry?.stop();
    await broker?.kill();
    program?.remove();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  async function startRegistryOn(bootstrapServers: string): Promise<void> {
    registry = await startRegistry({
      properties: { 'kafkastore.bootstrap.servers': bootstrapServers, 'kafkastore.topic.replication.factor': '1', 'kafkastore.timeout.ms': '30000', 'millrace.log.level': 'error', listeners: `http://127.0.0.1:${registryPort}` },
    });
  }

  const send = (value: Uint8Array | string | null, topic = 'orders'): Promise<unknown> => producer.send({ topic, value });

  test('takes what follows its schema, and tombstones', async () => {
    expect(await send(order)).toMatchObject({ offset: 0 });
    expect(await send(null)).toMatchObject({ offset: 1 });
  });

  test.each([
    ['no id', 'orders', () => 'plain text', 'the value does not begin with the id of a schema'],
    ['an id of nobody', 'orders', () => new Uint8Array([0, 0, 0, 3, 232, 2, 97, 2]), 'the value: there is no schema 1000'],
    ['bytes that do not decode by the schema that they name', 'orders', () => order.slice(0, 6), 'the value does not follow schema 1: a length of 1 where 0 bytes are left at $.id'],
    ['a schema of another subject', 'others', () => order, 'the value: schema 1 is not one of subject others-value'],
  ])('refuses %s', async (_, topic, value, reason) => {
    await expect(send(value(), topic)).rejects.toThrow(`Produce to ${topic}-0: ${reason}`);
  });

  test('still knows the schema while the registry is away', async () => {
    await registry!.stop();
    registry = null;
    expect(await send(order)).toMatchObject({ offset: 2 });
    await startRegistryOn(`127.0.0.1:${broker.port}`);
    expect(await send(order)).toMatchObject({ offset: 3 });
  });
});
