import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { findCoordinatorRequest, findCoordinatorResponse } from '@millrace/protocol/messages/find-coordinator';
import { offsetCommitRequest, offsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import { expect, test } from 'vitest';
import { joinGroup } from '../src/group/group-apis.js';
import { Consumer } from '../src/index.js';

const findCoordinator = api(findCoordinatorRequest, findCoordinatorResponse);
const offsetCommit = api(offsetCommitRequest, offsetCommitResponse);

/**
 * The broker answers one request of a connection after another, and a JoinGroup only when the rebalance is over. A commit sent
 * behind it would be taken then, long after the consumer gave up waiting for it, and could undo a later one.
 */
test('a commit while the consumer joins is refused here, and never sent', async () => {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  broker.topics.set('t', { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [0] });
  broker.handle(findCoordinator, ({ coordinatorKeys }) => ({
    throttleTimeMs: 0,
    coordinators: coordinatorKeys.map((key) => ({ key, nodeId: 1, host: 'broker', port: broker.port, errorCode: 0, errorMessage: null })),
  }));
  broker.handle(joinGroup, () => new Promise(() => {}));
  broker.handle(offsetCommit, () => ({ throttleTimeMs: 0, topics: [] }));
  const consumer = new Consumer({ bootstrapServers: 'broker:9092', platform: simulation.node('client').platform, groupId: 'g', enableAutoCommit: false });
  consumer.subscribe('t');
  const story = async (): Promise<void> => {
    await broker.listen();
    await consumer.poll({ timeoutMs: 500 });
    expect(broker.seen.get('JoinGroup')).toBe(1);
    await expect(consumer.commit([{ topic: 't', partition: 0, offset: 5 }])).rejects.toMatchObject({ code: ErrorCode.REBALANCE_IN_PROGRESS });
  };
  await simulation.complete(story());
  expect(broker.seen.get('OffsetCommit')).toBeUndefined();
});
