import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { listOffsetsRequest, listOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { expect, test } from 'vitest';
import { fetchApi } from '../src/fetch-request.js';
import { Consumer } from '../src/index.js';

const listOffsets = api(listOffsetsRequest, listOffsetsResponse);
const at = { topic: 't', partition: 0 };

/** As with Kafka's consumer a broker that is away for long is no reason for `poll` to throw. */
test('poll goes on while a position cannot be found for longer than defaultApiTimeoutMs, but not when it never can be', async () => {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  broker.topics.set('t', { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [0] });
  let errorCode: number = ErrorCode.FENCED_LEADER_EPOCH;
  broker.handle(listOffsets, ({ topics }) => ({
    throttleTimeMs: 0,
    topics: topics.map(({ name, partitions }) => ({ name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode, timestamp: -1, offset: 7, leaderEpoch: 0 })) })),
  }));
  broker.handle(fetchApi, () => ({ throttleTimeMs: 0, errorCode: 0, sessionId: 0, responses: [] }));
  const { platform } = simulation.node('client');
  const consumer = new Consumer({ bootstrapServers: 'broker:9092', platform, autoOffsetReset: 'earliest', defaultApiTimeoutMs: 1_000 });
  consumer.assign([at]);
  const story = async (): Promise<number> => {
    await broker.listen();
    for (let count = 0; count < 10; count++) expect((await consumer.poll({ timeoutMs: 500 })).isEmpty).toBe(true);
    errorCode = ErrorCode.NONE;
    const position = await consumer.position(at);
    errorCode = ErrorCode.TOPIC_AUTHORIZATION_FAILED;
    consumer.seekToBeginning([at]);
    await expect(consumer.poll({ timeoutMs: 3_000 }).then(() => consumer.poll({ timeoutMs: 3_000 }))).rejects.toMatchObject({ code: ErrorCode.TOPIC_AUTHORIZATION_FAILED });
    return position;
  };
  expect(await simulation.complete(story())).toBe(7);
});
