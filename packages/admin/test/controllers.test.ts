import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { describeClusterRequest, describeClusterResponse } from '@millrace/protocol/messages/describe-cluster';
import { describeConfigsRequest, describeConfigsResponse } from '@millrace/protocol/messages/describe-configs';
import { expect, test } from 'vitest';
import { Admin } from '../src/index.js';

test('the active controller is asked, also for the settings of one broker', async () => {
  const simulation = new Simulation(1);
  const controllers = [1, 2].map((id) => ({ id, broker: new FakeBroker(simulation.node(`c${id}`).platform, `c${id}`), asked: [] as string[] }));
  for (const { broker, asked } of controllers) {
    broker.handle(api(describeClusterRequest, describeClusterResponse), ({ endpointType }) => ({
      throttleTimeMs: 0, errorCode: endpointType === 2 ? 0 : 115, errorMessage: null, endpointType: 2, clusterId: 'quorum', controllerId: 2, clusterAuthorizedOperations: 0,
      brokers: controllers.map((one) => ({ brokerId: one.id, host: one.broker.host, port: one.broker.port, rack: null, isFenced: false })),
    }));
    broker.handle(api(describeConfigsRequest, describeConfigsResponse), ({ resources }) => {
      asked.push(...resources.map(({ resourceName }) => resourceName));
      return { throttleTimeMs: 0, results: resources.map(({ resourceType, resourceName }) => ({ errorCode: 0, errorMessage: null, resourceType, resourceName, configs: [] })) };
    });
  }
  const admin = new Admin({ bootstrapControllers: 'c1:9092', platform: simulation.node('client').platform });
  const cluster = await simulation.complete(Promise.all(controllers.map(({ broker }) => broker.listen())).then(async () => {
    await admin.describeConfigs([{ type: 'broker', name: '7' }, { type: 'broker', name: '' }]);
    return admin.describeCluster();
  }));
  expect(controllers.map(({ asked }) => asked)).toEqual([[], ['7', '']]);
  expect(cluster).toMatchObject({ clusterId: 'quorum', controllerId: 2, brokers: [{ nodeId: 1 }, { nodeId: 2 }] });
});

test('a broker that is no controller is told of at once, and both kinds together are a mistake', async () => {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('b').platform, 'b');
  broker.handle(api(describeClusterRequest, describeClusterResponse), () => ({
    throttleTimeMs: 0, errorCode: 114, errorMessage: 'The request was sent to an endpoint of type BROKER', endpointType: 1, clusterId: '', controllerId: -1, clusterAuthorizedOperations: 0, brokers: [],
  }));
  const admin = new Admin({ bootstrapControllers: 'b:9092', platform: simulation.node('client').platform });
  await expect(simulation.complete(broker.listen().then(() => admin.describeCluster()))).rejects.toThrow('an endpoint of type BROKER');
  expect(simulation.timeMs).toBeLessThan(1_000);
  expect(() => new Admin({ bootstrapControllers: 'a:1', bootstrapServers: 'b:1' })).toThrow(TypeError);
});
