import { NetworkError } from '@millrace/platform';
import { Simulation } from '@millrace/platform/simulated';
import { describeClusterRequest, describeClusterResponse } from '@millrace/protocol/messages/describe-cluster';
import { heartbeatRequest, heartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import { expect, test } from 'vitest';
import { api, clientSettings, NetworkClient, openConnection } from '../src/index.js';
import { apiVersions } from '../src/open-connection.js';
import { FakeBroker } from '../src/fake-broker.js';

const heartbeat = api(heartbeatRequest, heartbeatResponse, { keepsBytes: false });
const describeCluster = api(describeClusterRequest, describeClusterResponse, { keepsBytes: false });
const beat = (memberId: string) => ({ groupId: 'g', generationId: 1, memberId });

function world(seed: number) {
  const simulation = new Simulation(seed);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  const { platform } = simulation.node('client');
  const settings = { ...clientSettings({ bootstrapServers: 'broker:9092', platform, requestTimeoutMs: 1_000 }, 'test'), maxInFlightRequests: 2 };
  const open = async () => {
    await broker.listen();
    return openConnection({ host: 'broker', port: 9092 }, settings);
  };
  return { simulation, broker, platform, settings, open };
}

test('answers go to their requests in order, and no more are in flight than allowed', async () => {
  const { simulation, broker, open } = world(1);
  let atOnce = 0;
  broker.handle(heartbeat, ({ memberId }) => ({ throttleTimeMs: 0, errorCode: Number(memberId) }));
  const codes = await simulation.complete(open().then((connection) => {
    const sent = Array.from({ length: 10 }, (_, index) => connection.send(heartbeat, beat(String(index))));
    atOnce = connection.inFlightCount;
    return Promise.all(sent);
  }));
  expect(atOnce).toBe(2);
  expect(codes.map((answer) => answer.errorCode)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a broker that knows only old versions is spoken to in those', async () => {
  const { simulation, broker, open } = world(2);
  broker.maxVersions.set(apiVersions.key, 1);
  broker.maxVersions.set(heartbeat.key, 2);
  const versions: number[] = [];
  broker.handle(heartbeat, (_request, version) => {
    versions.push(version);
    return { throttleTimeMs: 0, errorCode: 0 };
  });
  await simulation.complete(open().then((connection) => connection.send(heartbeat, beat('m'))));
  expect(versions).toEqual([2]);
  expect(broker.seen.get('ApiVersions')).toBe(2); // refused in ours, answered in the broker's
});

test('an API that the broker does not serve is refused by name', async () => {
  const { simulation, open } = world(3);
  const failure = await simulation.complete(open().then((connection) => connection.send(heartbeat, beat('m')).catch((error: Error) => error)));
  expect(failure).toMatchObject({ name: 'UNSUPPORTED_VERSION', message: 'Heartbeat is not served by broker:9092' });
});

test('no answer in time ends the connection and names the request', async () => {
  const { simulation, broker, open } = world(4);
  broker.handle(heartbeat, () => new Promise<never>(() => {}));
  broker.handle(describeCluster, () => ({ throttleTimeMs: 0, errorCode: 0, clusterId: 'c', brokers: [], clusterAuthorizedOperations: 0 }));
  const [first, second] = await simulation.complete(open().then((connection) => Promise.all([
    connection.send(heartbeat, beat('m')).catch((error: Error) => error),
    connection.send(describeCluster, { includeClusterAuthorizedOperations: false }, { timeoutMs: 5_000 }).catch((error: Error) => error),
  ])));
  expect(first).toBeInstanceOf(NetworkError);
  expect(first).toMatchObject({ code: 'ETIMEDOUT', message: 'Heartbeat to broker:9092: no answer to Heartbeat v4 in time' });
  expect(second).toBeInstanceOf(Error);
  expect(simulation.timeMs).toBeLessThan(1_200);
});

test('a connection that is closed fails what waits on it, and the pool opens another', async () => {
  const { simulation, broker, settings } = world(5);
  let count = 0;
  broker.handle(heartbeat, () => (++count === 1 ? 'close' : { throttleTimeMs: 0, errorCode: 0 }));
  const client = new NetworkClient(settings);
  const answer = await simulation.complete(broker.listen().then(() => client.retry('beating', 10_000, () => client.sendToAny(heartbeat, beat('m')))));
  expect(answer.errorCode).toBe(0);
  expect(count).toBe(2);
});

test('when nobody answers, the error says who was asked', async () => {
  const { simulation, settings } = world(6);
  const client = new NetworkClient(settings);
  const failure = await simulation.complete(client.metadata.refresh().catch((error: Error) => error));
  expect(failure).toBeInstanceOf(NetworkError);
  expect((failure as Error).message).toContain('no broker answered (broker:9092): connecting to broker:9092');
});
