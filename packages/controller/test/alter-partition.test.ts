import { metadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { Cluster } from './cluster.js';

function cluster(): Cluster {
  const one = new Cluster();
  for (const id of [1, 2, 3]) one.addBroker(id);
  one.apply(one.createTopic('orders', { assignments: [[1, 2, 3]] }));
  return one;
}

interface Change {
  readonly isr?: readonly number[];
  readonly brokerId?: number;
  readonly leaderEpoch?: number;
  readonly partitionEpoch?: number;
  readonly leaderRecoveryState?: number;
  readonly replicaEpoch?: number;
}

function alter(on: Cluster, change: Change) {
  const { isr = [1, 2], brokerId = 1, leaderEpoch = 0, partitionEpoch = 0, leaderRecoveryState = 0, replicaEpoch = -1 } = change;
  const brokerEpoch = on.controller.image.brokers.get(brokerId)?.epoch ?? -1;
  const newIsrWithEpochs = isr.map((id) => ({ brokerId: id, brokerEpoch: replicaEpoch }));
  const topicId = on.controller.image.topicByName('orders')?.id ?? '';
  const partitions = [{ partitionIndex: 0, leaderEpoch, newIsrWithEpochs, leaderRecoveryState, partitionEpoch }];
  return on.controller.alterPartition({ brokerId, brokerEpoch, topics: [{ topicId, partitions }] });
}

test('a shrink keeps the leader epoch and moves the partition epoch', () => {
  const one = cluster();
  const topicId = one.controller.image.topicByName('orders')?.id ?? '';
  const { records, response } = one.apply(alter(one, {}));
  expect(records).toEqual([metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId, isr: [1, 2] })]);
  expect(response.topics[0]?.partitions[0]).toEqual({
    partitionIndex: 0,
    errorCode: ErrorCode.NONE,
    leaderId: 1,
    leaderEpoch: 0,
    isr: [1, 2],
    leaderRecoveryState: 0,
    partitionEpoch: 1,
  });
  expect(alter(one, { partitionEpoch: 1 }).records).toEqual([]);
});

test.each<[Change, number]>([
  [{ leaderEpoch: 1 }, ErrorCode.NOT_CONTROLLER],
  [{ partitionEpoch: 1 }, ErrorCode.NOT_CONTROLLER],
  [{ leaderEpoch: -1 }, ErrorCode.FENCED_LEADER_EPOCH],
  [{ brokerId: 2 }, ErrorCode.INVALID_REQUEST],
  [{ partitionEpoch: -1 }, ErrorCode.INVALID_UPDATE_VERSION],
  [{ isr: [2] }, ErrorCode.INVALID_REQUEST],
  [{ isr: [1, 1] }, ErrorCode.INVALID_REQUEST],
  [{ isr: [1, 9] }, ErrorCode.INVALID_REQUEST],
  [{ isr: [1], leaderRecoveryState: 1 }, ErrorCode.INVALID_REQUEST],
  [{ replicaEpoch: 0 }, ErrorCode.INELIGIBLE_REPLICA],
])('%j is refused with %i', (change, errorCode) => {
  const { records, response } = alter(cluster(), change);
  expect([records, response.topics[0]?.partitions[0]?.errorCode]).toEqual([[], errorCode]);
});

test('a fenced broker cannot be in sync, and a stale broker says nothing', () => {
  const one = cluster();
  one.heartbeat(2, { wantFence: true });
  expect(alter(one, { partitionEpoch: 1 }).response.topics[0]?.partitions[0]?.errorCode).toBe(ErrorCode.INELIGIBLE_REPLICA);
  expect(one.controller.alterPartition({ brokerId: 1, brokerEpoch: 0, topics: [] }).response.errorCode).toBe(ErrorCode.STALE_BROKER_EPOCH);
});

test('a leader out of an unclean election says when it has recovered', () => {
  const one = new Cluster({}, new Map([['eligible.leader.replicas.version', 1]]));
  one.addBroker(1);
  one.apply(one.createTopic('orders'));
  one.now += 9001;
  one.apply(one.register(1, { run: 2 }));
  one.heartbeat(1);
  const before = one.partition('orders');
  expect(before?.leaderRecoveryState).toBe(1);
  const { leaderEpoch = 0, partitionEpoch = 0 } = before ?? {};
  one.apply(alter(one, { isr: [1], leaderEpoch, partitionEpoch }));
  expect(one.partition('orders')).toMatchObject({ leaderRecoveryState: 0, leaderEpoch, partitionEpoch: partitionEpoch + 1 });
});
