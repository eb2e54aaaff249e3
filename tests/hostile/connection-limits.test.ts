/** The settings that hold clients back: how many connections, how long they may do nothing, how much they may send at a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BrokerProcess } from '../processes/broker-program.js';
import { bundleProgram, type Program } from '../processes/program.js';
import { Bystander } from './bystander.js';
import { mebibyte, peakMemory } from './process-memory.js';
import { RawClient } from './raw-client.js';
import { apiVersionsFrame, describeConfigsFrame, framed } from './requests.js';

let program: Program;
const closing: (() => Promise<void> | void)[] = [];

beforeAll(() => {
  program = bundleProgram('millrace-broker');
});

afterAll(() => program.remove());

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function startBroker(properties: Record<string, string>): Promise<BrokerProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-limits-'));
  closing.push(() => rmSync(directory, { recursive: true, force: true }));
  const broker = await BrokerProcess.start(program, { directory, properties });
  closing.push(() => broker.stop());
  return broker;
}

async function connect({ port }: BrokerProcess, options?: { reads?: boolean }): Promise<RawClient> {
  const client = await RawClient.connect(port, options);
  closing.push(() => client.destroy());
  return client;
}

/** Whether a request is answered; false: the connection was closed. */
async function isServed(client: RawClient): Promise<boolean> {
  client.send(apiVersionsFrame());
  return (await client.frame()) !== null;
}

test.each([
  ['max.connections.per.ip', { 'max.connections.per.ip': '5' }],
  ['max.connections.per.ip.overrides', { 'max.connections.per.ip': '1000', 'max.connections.per.ip.overrides': '127.0.0.1:5' }],
])('%s refuses what is too many, and takes new ones when others have gone', async (_name, properties) => {
  const broker = await startBroker(properties);
  const served = await Promise.all(Array.from({ length: 5 }, () => connect(broker)));
  for (const client of served) expect(await isServed(client)).toBe(true);
  const refused = await Promise.all(Array.from({ length: 20 }, () => connect(broker)));
  await Promise.all(refused.map((client) => client.closed));
  for (const client of served) expect(await isServed(client)).toBe(true);
  served[0]!.destroy();
  served[1]!.reset();
  await expect.poll(async () => isServed(await connect(broker)), { timeout: 30_000 }).toBe(true);
  await expect.poll(async () => isServed(await connect(broker)), { timeout: 30_000 }).toBe(true);
  expect(await isServed(await connect(broker))).toBe(false);
});

test('max.connections lets those beyond it wait for their turn', async () => {
  const broker = await startBroker({ 'max.connections': '5' });
  const served = await Promise.all(Array.from({ length: 5 }, () => connect(broker)));
  for (const client of served) expect(await isServed(client)).toBe(true);
  let turns = 0;
  const waiting = Array.from({ length: 20 }, async () => {
    const client = await connect(broker);
    expect(await isServed(client)).toBe(true);
    turns++;
    client.destroy();
  });
  // As many as there may be go on being served, and nobody else.
  for (const client of [...served, ...served, ...served]) expect(await isServed(client)).toBe(true);
  expect(turns).toBe(0);
  served[0]!.reset();
  await Promise.all(waiting);
  for (const client of served.slice(1)) expect(await isServed(client)).toBe(true);
});

test('connections.max.idle.ms closes whoever does nothing: without a request, in the middle of one, or with an answer unread', async () => {
  const broker = await startBroker({ 'connections.max.idle.ms': '1000' });
  const bystander = await Bystander.begin(`127.0.0.1:${broker.port}`);
  closing.push(() => bystander.end());
  const silent = await connect(broker);
  const half = await connect(broker);
  half.send(framed(new Uint8Array(10), 1000));
  const answered = await connect(broker);
  expect(await isServed(answered)).toBe(true);
  const deaf = await connect(broker, { reads: false });
  for (let index = 0; index < 500; index++) deaf.send(describeConfigsFrame(index));
  await Promise.all([silent, half, answered].map((client) => client.closed));
  // It reads nothing, so it learns of its end by what it sends.
  while (!deaf.isClosed) {
    await bystander.served(1);
    deaf.send(apiVersionsFrame());
  }
  await bystander.served();
});

test('queued.max.request.bytes bounds what senders of large requests make the broker hold, whole or not', async () => {
  const large = 16 * mebibyte;
  const limits = { 'socket.request.max.bytes': String(large), 'queued.max.request.bytes': String(2 * large), 'connections.max.idle.ms': '1000' };
  const broker = await startBroker(limits);
  const bystander = await Bystander.begin(`127.0.0.1:${broker.port}`);
  closing.push(() => bystander.end());
  await bystander.served();
  const almost = framed(new Uint8Array(large - mebibyte), large);
  const slow = await Promise.all(Array.from({ length: 60 }, () => connect(broker)));
  for (const client of slow) client.send(almost);
  // Each holds its share until it is closed for doing nothing, and the next ones wait.
  await Promise.all(slow.map((client) => client.closed));
  await bystander.served();
  const peak = peakMemory(broker.pid);
  // 128 MiB idle, what is held, twice that while a frame grows, and as much again until it is collected: not 900 MiB.
  if (peak !== null) expect(peak / mebibyte).toBeLessThan(384);
});
