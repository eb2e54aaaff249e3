import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { findCoordinatorRequest, findCoordinatorResponse } from '@millrace/protocol/messages/find-coordinator';
import { expect, test } from 'vitest';
import { assignors } from '../src/assignors/index.js';
import { encodeAssignment, encodeSubscription } from '../src/group/consumer-protocol.js';
import { heartbeat, joinGroup, syncGroup } from '../src/group/group-apis.js';
import { Consumer } from '../src/index.js';

const findCoordinator = api(findCoordinatorRequest, findCoordinatorResponse);

test('a static leader that came back and was told to skip the assignment still joins again when a topic grows (KIP-814)', async () => {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  const topic = { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [0] };
  broker.topics.set('t', topic);
  const metadata = encodeSubscription(assignors.range, { topics: ['t'], last: [], owned: [], generation: -1, rack: '' });
  broker.handle(findCoordinator, ({ coordinatorKeys }) => ({
    throttleTimeMs: 0,
    coordinators: coordinatorKeys.map((key) => ({ key, nodeId: 1, host: 'broker', port: broker.port, errorCode: 0, errorMessage: null })),
  }));
  broker.handle(joinGroup, () => ({
    throttleTimeMs: 0, errorCode: 0, generationId: 3, protocolType: 'consumer', protocolName: 'range', leader: 'me', skipAssignment: true, memberId: 'me',
    members: [{ memberId: 'me', groupInstanceId: 'instance', metadata }],
  }));
  const shared: number[] = [];
  broker.handle(syncGroup, ({ assignments }) => {
    shared.push(assignments.length);
    return { throttleTimeMs: 0, errorCode: 0, protocolType: 'consumer', protocolName: 'range', assignment: encodeAssignment([]) };
  });
  broker.handle(heartbeat, () => ({ throttleTimeMs: 0, errorCode: 0 }));
  const consumer = new Consumer({
    bootstrapServers: 'broker:9092', platform: simulation.node('client').platform, groupId: 'g', groupInstanceId: 'instance', enableAutoCommit: false, metadataMaxAgeMs: 1_000,
  });
  consumer.subscribe('t');
  const story = async (): Promise<void> => {
    await broker.listen();
    for (let count = 0; count < 10; count++) await consumer.poll({ timeoutMs: 500 });
    expect(broker.seen.get('JoinGroup')).toBe(1);
    topic.leaderEpochs.push(0);
    for (let count = 0; count < 10; count++) await consumer.poll({ timeoutMs: 500 });
    expect(broker.seen.get('JoinGroup')).toBe(2);
  };
  await simulation.complete(story());
  expect(shared).toEqual([0, 0]);
});
