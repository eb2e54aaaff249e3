import { api } from '@millrace/network-client';
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode, RecordBatchBuilder } from '@millrace/protocol';
import { listOffsetsRequest, listOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { expect, test } from 'vitest';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { fetchApi } from '../src/fetch-request.js';
import { Consumer, type ConsumerOptions } from '../src/index.js';

const listOffsets = api(listOffsetsRequest, listOffsetsResponse);
const topicId = 'BBBBBBBBBBBBBBBBBBBBBB';
const text = new TextEncoder();
const at = { topic: 't', partition: 0 };

/** A broker with one partition of numbered records from `start` to `end`, ten to a batch, which keeps fetch sessions of one partition. */
class World {
  readonly simulation: Simulation;
  readonly broker: FakeBroker;
  start = 0;
  end: number;
  fetches = 0;
  /** An error for this fetch instead of records. */
  fate: () => number | 'close' | undefined = () => undefined;
  #session = { id: 0, epoch: 0, offset: -1 };
  #sessions = 0;

  constructor(seed: number, end: number) {
    this.simulation = new Simulation(seed);
    this.end = end;
    this.broker = new FakeBroker(this.simulation.node('broker').platform, 'broker');
    this.broker.topics.set('t', { topicId, leaderEpochs: [0] });
    this.broker.handle(listOffsets, ({ topics }) => ({
      throttleTimeMs: 0,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, timestamp }) => ({ partitionIndex, errorCode: 0, timestamp: -1, offset: timestamp === -2 ? this.start : this.end, leaderEpoch: 0 })),
      })),
    }));
    this.broker.handle(fetchApi, (request) => {
      this.fetches++;
      const fate = this.fate();
      if (fate === 'close') return fate;
      if (request.sessionEpoch === 0) this.#session = { id: ++this.#sessions, epoch: 0, offset: -1 };
      else if (request.sessionId !== this.#session.id) return { throttleTimeMs: 0, errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND, sessionId: 0, responses: [] };
      else if (request.sessionEpoch !== this.#session.epoch) return { throttleTimeMs: 0, errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH, sessionId: 0, responses: [] };
      this.#session.epoch++;
      if (request.forgottenTopicsData.length > 0) this.#session.offset = -1;
      const asked = request.topics[0]?.partitions[0];
      if (asked !== undefined) this.#session.offset = asked.fetchOffset;
      const responses = this.#session.offset < 0 ? [] : [{ topicId, partitions: [this.#read(this.#session.offset, fate)] }];
      return { throttleTimeMs: 0, errorCode: 0, sessionId: this.#session.id, responses };
    });
  }

  /** The broker forgets the session. */
  dropSession(): void {
    this.#session = { id: -1, epoch: -1, offset: -1 };
  }

  consumer(options: Partial<ConsumerOptions> = {}): Consumer {
    return new Consumer({ bootstrapServers: 'broker:9092', platform: this.simulation.node('client').platform, autoOffsetReset: 'earliest', retryBackoffMs: 10, ...options });
  }

  tell<T>(story: () => Promise<T>): Promise<T> {
    return this.simulation.complete(this.broker.listen().then(story));
  }

  #read(offset: number, fate: number | undefined) {
    const errorCode = fate ?? (offset < this.start || offset > this.end ? ErrorCode.OFFSET_OUT_OF_RANGE : ErrorCode.NONE);
    const plain = { partitionIndex: 0, errorCode, highWatermark: this.end, lastStableOffset: this.end, logStartOffset: this.start, abortedTransactions: null };
    if (errorCode !== ErrorCode.NONE || offset === this.end) return { ...plain, records: new Uint8Array(0) };
    const baseOffset = Math.max(this.start, offset - (offset % 10));
    const builder = new RecordBatchBuilder({ baseOffset });
    for (let next = baseOffset; next < Math.min(baseOffset + 10, this.end); next++) builder.append(1, null, text.encode(String(next)));
    return { ...plain, records: builder.build() };
  }
}

async function read(consumer: Consumer, count: number): Promise<number[]> {
  const values: number[] = [];
  while (values.length < count) for (const record of await consumer.poll()) values.push(Number(record.valueText));
  return values;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

test.each([1, 2, 3, 4, 5, 6])('seed %i: each record once and in order, through resets, moved leaders and lost sessions', async (seed) => {
  const world = new World(seed, 500);
  const { random, network } = world.simulation;
  network.faults.resetRate = 0.01;
  world.fate = () => {
    const chance = random.float();
    if (chance < 0.05) world.dropSession();
    return chance < 0.9 ? undefined : chance < 0.95 ? 'close' : ErrorCode.NOT_LEADER_OR_FOLLOWER;
  };
  const consumer = world.consumer({ maxPollRecords: 7 });
  consumer.assign([at]);
  expect(await world.tell(() => read(consumer, 500))).toEqual(numbers(0, 500));
  expect(world.fetches).toBeGreaterThan(50);
});

test('records that were deleted meanwhile: the position is found anew', async () => {
  const world = new World(7, 100);
  const consumer = world.consumer();
  consumer.assign([at]);
  const values = await world.tell(async () => {
    const first = await read(consumer, 10);
    world.start = 50;
    consumer.seek(at, 20);
    return [...first, ...await read(consumer, 50)];
  });
  expect(values).toEqual([...numbers(0, 10), ...numbers(50, 100)]);
});

test('without a place to begin, poll says so', async () => {
  const world = new World(8, 100);
  const consumer = world.consumer({ autoOffsetReset: 'none' });
  consumer.assign([at]);
  const [missing, outside] = await world.tell(async () => {
    const first = await read(consumer, 1).catch((error: Error) => error);
    consumer.seek(at, 500);
    return [first, await read(consumer, 1).catch((error: Error) => error)];
  });
  expect(missing).toMatchObject({ name: 'OFFSET_OUT_OF_RANGE', message: 't-0 has no committed offset, and autoOffsetReset is \'none\'' });
  expect(outside).toMatchObject({ message: 'Fetch of t-0: offset 500 is out of range and autoOffsetReset is \'none\'' });
});

test('a refusal that will not pass is thrown by poll', async () => {
  const world = new World(9, 100);
  world.fate = () => ErrorCode.TOPIC_AUTHORIZATION_FAILED;
  const consumer = world.consumer();
  consumer.assign([at]);
  await expect(world.tell(() => read(consumer, 1))).rejects.toMatchObject({ name: 'TOPIC_AUTHORIZATION_FAILED' });
});

test('a poll waits for records that come later, and wakeup ends it early', async () => {
  const world = new World(10, 0);
  const consumer = world.consumer();
  consumer.assign([at]);
  await world.tell(async () => {
    world.simulation.after(300, () => consumer.wakeup());
    const startedMs = world.simulation.timeMs;
    expect((await consumer.poll({ timeoutMs: 5_000 })).isEmpty).toBe(true);
    expect(world.simulation.timeMs - startedMs).toBeLessThan(1_000);
    world.simulation.after(300, () => {
      world.end = 3;
    });
    expect((await consumer.poll({ timeoutMs: 5_000 })).count).toBe(3);
    expect(consumer.lag(at)).toBe(0);
  });
});

test('leaving a loop keeps the position behind the last record taken', async () => {
  const world = new World(11, 30);
  const consumer = world.consumer();
  consumer.assign([at]);
  const position = await world.tell(async () => {
    for await (const record of consumer) if (record.offset === 12) break;
    return consumer.position(at);
  });
  expect(position).toBe(13);
});
