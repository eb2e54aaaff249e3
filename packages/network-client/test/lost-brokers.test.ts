import { Simulation } from '@millrace/platform/simulated';
import { heartbeatRequest, heartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import { expect, test } from 'vitest';
import { api, clientSettings, NetworkClient, openConnection } from '../src/index.js';
import { FakeBroker } from '../src/fake-broker.js';

const heartbeat = api(heartbeatRequest, heartbeatResponse, { keepsBytes: false });
const beat = (memberId: string) => ({ groupId: 'g', generationId: 1, memberId });

test('when the brokers that are known are gone, those that the bootstrap list leads to are found', async () => {
  const simulation = new Simulation(1);
  const old = new FakeBroker(simulation.node('old').platform, 'old', 1);
  const fresh = new FakeBroker(simulation.node('fresh').platform, 'fresh', 2);
  for (const broker of [old, fresh]) broker.handle(heartbeat, () => ({ throttleTimeMs: 0, errorCode: 0 }));
  const client = new NetworkClient(clientSettings({ bootstrapServers: 'old:9092,fresh:9092', platform: simulation.node('client').platform, requestTimeoutMs: 2_000, connectTimeoutMs: 2_000 }, 'test'));
  await simulation.complete(Promise.all([old.listen(), fresh.listen()]).then(async () => {
    await client.sendToAny(heartbeat, beat('a'));
    expect([...client.metadata.view.brokers.keys()]).toEqual([1]);
    simulation.node('old').crash();
    await client.retry('Heartbeat', 30_000, () => client.sendToAny(heartbeat, beat('b')));
    expect([...client.metadata.view.brokers.keys()]).toEqual([2]);
    client.close();
  }));
});

test('a request that waits for its turn fails when its time is over, and those in flight go on', async () => {
  const simulation = new Simulation(2);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  const seen: string[] = [];
  broker.handle(heartbeat, async ({ memberId }) => {
    seen.push(memberId);
    await new Promise<void>((resolve) => simulation.after(5_000, resolve));
    return { throttleTimeMs: 0, errorCode: 0 };
  });
  const settings = { ...clientSettings({ bootstrapServers: 'broker:9092', platform: simulation.node('client').platform }, 'test'), maxInFlightRequests: 2 };
  await simulation.complete(broker.listen().then(async () => {
    const connection = await openConnection({ host: 'broker', port: 9092 }, settings);
    const inFlight = ['a', 'b'].map((id) => connection.send(heartbeat, beat(id)));
    const startedMs = simulation.timeMs;
    await expect(connection.send(heartbeat, beat('c'), { timeoutMs: 1_000 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(simulation.timeMs - startedMs).toBeLessThan(1_500);
    await Promise.all(inFlight);
    expect(connection.isOpen).toBe(true);
    await connection.send(heartbeat, beat('d'));
    connection.close();
  }));
  expect(seen).toEqual(['a', 'b', 'd']);
});
