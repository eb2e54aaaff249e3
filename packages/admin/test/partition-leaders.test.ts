import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { deleteRecordsRequest, deleteRecordsResponse } from '@millrace/protocol/messages/delete-records';
import { describeProducersRequest, describeProducersResponse } from '@millrace/protocol/messages/describe-producers';
import { expect, test } from 'vitest';
import { Admin } from '../src/index.js';

/** A broker that leads `t-0` and answers `codes` for it one after another, then NONE. */
function world(codes: number[] = []): { admin: Admin; complete: <T>(call: () => Promise<T>) => Promise<T>; asked: () => number } {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  let asked = 0;
  const nextCode = (): number => codes[asked++] ?? ErrorCode.NONE;
  broker.topics.set('t', { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [0] });
  broker.handle(api(deleteRecordsRequest, deleteRecordsResponse), ({ topics }) => ({
    throttleTimeMs: 0, topics: topics.map(({ name, partitions }) => ({ name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, lowWatermark: 5, errorCode: nextCode() })) })),
  }));
  broker.handle(api(describeProducersRequest, describeProducersResponse), ({ topics }) => ({
    throttleTimeMs: 0,
    topics: topics.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode: nextCode(), errorMessage: null, activeProducers: [] })) })),
  }));
  const admin = new Admin({ bootstrapServers: 'broker:9092', platform: simulation.node('client').platform });
  return { admin, complete: (call) => simulation.complete(broker.listen().then(call)), asked: () => asked };
}

const oneWithoutLeader = [['t', null], ['nope', 'UNKNOWN_TOPIC_OR_PARTITION']];

test('deleteRecords: a partition without a leader does not fail the others', async () => {
  const { admin, complete } = world();
  const results = await complete(() => admin.deleteRecords([{ topic: 't', partition: 0, beforeOffset: 5 }, { topic: 'nope', partition: 0, beforeOffset: 5 }]));
  expect(results.map(({ topic, error }) => [topic, error?.name ?? null])).toEqual(oneWithoutLeader);
});

test('describeProducers: a partition without a leader does not fail the others', async () => {
  const { admin, complete } = world();
  const results = await complete(() => admin.describeProducers([{ topic: 't', partition: 0 }, { topic: 'nope', partition: 0 }]));
  expect(results.map(({ topic, error }) => [topic, error?.name ?? null])).toEqual(oneWithoutLeader);
});

test('a leader that moves is looked for again; what the broker refuses is not asked again', async () => {
  const moving = world([ErrorCode.NOT_LEADER_OR_FOLLOWER]);
  const moved = await moving.complete(() => moving.admin.deleteRecords([{ topic: 't', partition: 0, beforeOffset: 5 }]));
  expect(moved).toEqual([{ topic: 't', partition: 0, lowWatermark: 5, error: null }]);
  expect(moving.asked()).toBe(2);

  const refusing = world([ErrorCode.OFFSET_OUT_OF_RANGE]);
  const [refused] = await refusing.complete(() => refusing.admin.deleteRecords([{ topic: 't', partition: 0, beforeOffset: 50 }]));
  expect(refused!.error!.name).toBe('OFFSET_OUT_OF_RANGE');
  expect(refusing.asked()).toBe(1);
});

test('an offset that is none is the caller\'s mistake', async () => {
  const { admin, complete } = world();
  await expect(complete(() => admin.deleteRecords([{ topic: 't', partition: 0, beforeOffset: Number.NaN }]))).rejects.toThrow(/offset/i);
});
