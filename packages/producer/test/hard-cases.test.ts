import { ErrorCode } from '@millrace/protocol';
import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { initProducerIdRequest, initProducerIdResponse } from '@millrace/protocol/messages/init-producer-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { produce } from '../src/produce-request.js';
import { FakePartitionLog } from './fake-partition-log.js';
import { ProducerWorld, topicId } from './producer-world.js';

const unhandled: unknown[] = [];
const note = (reason: unknown): void => {
  unhandled.push(reason);
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

test('a failure that nobody awaits is not reported, also of the first record of a topic, one that is refused at once and one after close', async () => {
  const world = new ProducerWorld(30);
  world.fate = () => ErrorCode.INVALID_RECORD;
  const producer = world.producer({ maxBlockMs: 500 });
  await world.tell(async () => {
    void producer.send({ topic: 't', value: 'refused by the broker' });
    void producer.send({ topic: 'nope', value: 'no such topic' });
    await producer.flush();
    void producer.send({ topic: 't', partition: 7, value: 'no such partition' });
    void producer.sendBatch('t', [{ value: 'x' }]);
    await producer.close();
    void producer.send({ topic: 't', value: 'late' });
  });
  await turn();
  expect(unhandled).toEqual([]);
});

test('when there is no new producer id for good, what is in flight keeps its outcome, and its memory is freed once', async () => {
  const world = new ProducerWorld(31);
  const other = new FakeBroker(world.simulation.node('other').platform, 'other', 2);
  world.broker.neighbours.push(other);
  world.broker.topics.set('t', { topicId, leaderEpochs: [0, 0], leaderIds: [1, 2] });
  const otherLog = new FakePartitionLog();
  let identities = 0;
  let isExhausted = false;
  for (const broker of [world.broker, other]) {
    broker.handle(api(initProducerIdRequest, initProducerIdResponse), () => {
      if (identities++ === 0) return { throttleTimeMs: 0, errorCode: 0, producerId: 9, producerEpoch: 32_767 };
      isExhausted = true;
      return { throttleTimeMs: 0, errorCode: ErrorCode.CLUSTER_AUTHORIZATION_FAILED, producerId: -1, producerEpoch: -1 };
    });
  }
  let refuses = false;
  other.handle(produce, ({ topicData }) => ({
    responses: topicData.map(({ topicId: id, partitionData }) => ({
      topicId: id,
      partitionResponses: partitionData.map(({ index, records }) => (refuses ? { index, errorCode: ErrorCode.UNKNOWN_PRODUCER_ID, baseOffset: -1 } : { index, ...otherLog.append(records!) })),
    })),
  }));
  const producer = world.producer({ lingerMs: 0, bufferMemory: 40_000, batchSize: 16_384, maxBlockMs: 5_000 });
  await world.simulation.complete(Promise.all([world.broker.listen(), other.listen()]).then(async () => {
    await Promise.all([0, 1].map((partition) => producer.send({ topic: 't', partition, value: 'first' })));
    world.beforeAnswer = () => new Promise((resolve) => world.simulation.after(3_000, resolve));
    refuses = true;
    const slow = producer.send({ topic: 't', partition: 0, value: 'slow' });
    await expect(producer.send({ topic: 't', partition: 1, value: 'in vain' })).rejects.toMatchObject({ name: 'CLUSTER_AUTHORIZATION_FAILED' });
    expect(isExhausted).toBe(true);
    expect(await slow).toMatchObject({ partition: 0, offset: 1 });
    expect(producer.bufferedBytes).toBe(0);
    await producer.close();
  }));
  expect(world.logs[0]!.values).toEqual(['first', 'slow']);
});

test('a record waits for the producer id for its own deliveryTimeoutMs, and not for that of an earlier one', async () => {
  const world = new ProducerWorld(32);
  let isLoading = true;
  world.broker.handle(api(initProducerIdRequest, initProducerIdResponse), () => (
    { throttleTimeMs: 0, errorCode: isLoading ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : 0, producerId: 9, producerEpoch: 0 }
  ));
  const producer = world.producer({ lingerMs: 0, batchSize: 0, deliveryTimeoutMs: 2_000, requestTimeoutMs: 500 });
  await world.tell(async () => {
    const early = producer.send({ topic: 't', value: 'early' }).catch((error: unknown) => error);
    await new Promise<void>((resolve) => world.simulation.after(1_500, resolve));
    const late = producer.send({ topic: 't', value: 'late' });
    expect(await early).toMatchObject({ name: 'REQUEST_TIMED_OUT' });
    isLoading = false;
    expect(await late).toMatchObject({ offset: 0 });
    await producer.close();
  });
});

test('partitions that were added are written to when the view of the cluster is metadataMaxAgeMs old', async () => {
  const world = new ProducerWorld(33, 2);
  const topic = world.broker.topics.get('t')!;
  topic.leaderEpochs = [0];
  const producer = world.producer({ lingerMs: 0, metadataMaxAgeMs: 10_000 });
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'before' });
    topic.leaderEpochs = [0, 0];
    await new Promise<void>((resolve) => world.simulation.after(11_000, resolve));
    await producer.send({ topic: 't', partition: 0, value: 'after' });
    await new Promise<void>((resolve) => world.simulation.after(1_000, resolve));
    expect(await producer.send({ topic: 't', partition: 1, value: 'new' })).toMatchObject({ partition: 1 });
    await producer.close();
  });
});

test('a topic made anew with fewer partitions is written to in those that it has', async () => {
  const world = new ProducerWorld(34, 4);
  const producer = world.producer({ lingerMs: 0, deliveryTimeoutMs: 5_000, requestTimeoutMs: 1_000 });
  const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`);
  await world.tell(async () => {
    await Promise.all(keys.map((key) => producer.send({ topic: 't', key, value: 'old' })));
    world.broker.topics.set('t', { topicId: 'CCCCCCCCCCCCCCCCCCCCCA', leaderEpochs: [0] });
    world.logs[0] = new FakePartitionLog();
    world.fate = (_bytes, _partition, id) => (id.startsWith('B') ? ErrorCode.UNKNOWN_TOPIC_ID : undefined);
    await producer.send({ topic: 't', partition: 0, value: 'finds out' });
    const results = await Promise.all(keys.map((key) => producer.send({ topic: 't', key, value: 'new' })));
    expect(new Set(results.map(({ partition }) => partition))).toEqual(new Set([0]));
    await expect(producer.send({ topic: 't', partition: 3, value: 'x' })).rejects.toThrow('t has no partition 3, only 0 to 0');
    await producer.close();
  });
  expect(world.logs[0]!.values.length).toBe(21);
});

test('with acks 0 too, no more than bufferMemory waits to go out', async () => {
  const world = new ProducerWorld(35);
  Object.assign(world.simulation.network.faults, { delayMs: [1, 1], windowBytes: 10_000 });
  const producer = world.producer({ acks: 0, lingerMs: 0, bufferMemory: 500_000, batchSize: 50_000 });
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'first' });
    let most = 0;
    for (let count = 0; count < 100; count++) {
      void producer.send({ topic: 't', value: 'x'.repeat(50_000) });
      await new Promise<void>((resolve) => world.simulation.after(1, resolve));
      most = Math.max(most, producer.bufferedBytes);
    }
    expect(most).toBeGreaterThan(250_000);
    await producer.close();
    await new Promise<void>((resolve) => world.simulation.after(500, resolve));
  });
  expect(world.logs[0]!.values.length).toBe(101);
});

test('flush waits for what was sent before it, also while others go on sending into a full buffer', async () => {
  const world = new ProducerWorld(36);
  const producer = world.producer({ bufferMemory: 1_000, batchSize: 200, lingerMs: 0 });
  await world.tell(async () => {
    let isOver = false;
    let sent = 0;
    const goOn = async (): Promise<void> => {
      while (!isOver && sent < 20_000) {
        sent++;
        void producer.send({ topic: 't', value: 'x'.repeat(100) });
        if (sent % 20 === 0) await new Promise<void>((resolve) => world.simulation.after(1, resolve));
      }
    };
    const going = goOn();
    await new Promise<void>((resolve) => world.simulation.after(5, resolve));
    await producer.flush();
    isOver = true;
    expect(sent).toBeLessThan(10_000);
    await going;
    await producer.close();
  });
});

test('a close that has no time to wait settles everything, flushes under way too', async () => {
  const world = new ProducerWorld(40);
  const producer = world.producer({ bufferMemory: 1_000, batchSize: 200 });
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'first' });
    world.beforeAnswer = () => new Promise(() => {});
    const sent = Array.from({ length: 50 }, () => producer.send({ topic: 't', value: 'x'.repeat(100) }));
    sent.push(producer.send({ topic: 'nope', value: 'x' }));
    const flushed = producer.flush();
    await producer.close({ timeoutMs: 100 });
    await flushed;
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(producer.bufferedBytes).toBe(0);
  });
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'send: a record is needed, as in { topic, value }'],
  ['no topic', { value: 'x' }, 'topic: undefined is not the name of a topic'],
  ['a number as value', { topic: 't', value: 5 }, 'value: a number is neither bytes, text nor null'],
  ['an object as key', { topic: 't', key: {}, value: 'x' }, 'key: an object is neither bytes, text nor null'],
  ['a header that is a number', { topic: 't', value: 'x', headers: { h: 5 } }, "headers: h: a number is neither bytes, text nor null"],
  ['a partition that is a fraction', { topic: 't', value: 'x', partition: 0.5 }, 'partition: 0.5 is not a whole number of at least 0'],
  ['a timestamp that is none', { topic: 't', value: 'x', timestamp: Number.NaN }, 'timestamp: NaN is not a whole number of at least 0'],
])('send refuses %s, and says what is wrong', async (_what, record, message) => {
  const world = new ProducerWorld(37);
  const producer = world.producer();
  await world.tell(async () => {
    await expect(producer.send(record as { topic: string; value: string })).rejects.toThrow(message);
    await producer.send({ topic: 't', value: 'known' });
    await expect(producer.send(record as { topic: string; value: string })).rejects.toThrow(message);
    await producer.close();
  });
  expect(world.logs[0]!.values).toEqual(['known']);
});

test('a partitioner that gives no partition is named', async () => {
  const world = new ProducerWorld(38);
  const producer = world.producer({ partitioner: () => Number.NaN });
  await world.tell(async () => {
    await expect(producer.send({ topic: 't', value: 'x' })).rejects.toThrow('the partitioner gave NaN');
    await producer.close();
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ deliveryTimeoutMs: Number.NaN }, 'deliveryTimeoutMs: NaN'],
  [{ lingerMs: '5' }, 'lingerMs: 5'],
  [{ batchSize: 100.5 }, 'batchSize: 100.5'],
  [{ maxInFlightRequestsPerConnection: 0 }, 'maxInFlightRequestsPerConnection: 0'],
  [{ partitioner: 'sticky' }, 'partitioner: '],
  [{ compression: 'brotli' }, "compression: 'brotli'"],
  [{ clientId: 5 }, 'clientId: '],
])('options %j are refused by name', (options, message) => {
  const world = new ProducerWorld(39);
  expect(() => world.producer(options)).toThrow(message);
});

