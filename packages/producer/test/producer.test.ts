import { batchBaseSequence, batchProducerEpoch, ErrorCode, KafkaError } from '@millrace/protocol';
import { expect, test } from 'vitest';
import type { RecordMetadata } from '../src/index.js';
import { ProducerWorld, type Fate } from './producer-world.js';

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

test('records of a partition share requests and come back with their own offsets', async () => {
  const world = new ProducerWorld(1);
  const producer = world.producer();
  const results = await world.tell(() => Promise.all(numbers(100).map((value) => producer.send({ topic: 't', value, timestamp: 7 }))));
  expect(results.map((result) => result.offset)).toEqual(numbers(100).map(Number));
  expect(results[3]).toEqual({ topic: 't', partition: 0, offset: 3, timestamp: 7 });
  expect(world.logs[0]!.values).toEqual(numbers(100));
  expect(world.requests).toBe(1);
});

test('a batch leaves when its linger time is over, or when the next one begins', async () => {
  const world = new ProducerWorld(2);
  const producer = world.producer({ lingerMs: 1_000, batchSize: 200 });
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'first' });
    const startedMs = world.simulation.timeMs;
    await producer.send({ topic: 't', value: 'alone' });
    expect(world.simulation.timeMs - startedMs).toBeGreaterThanOrEqual(1_000);
    const full = producer.send({ topic: 't', value: 'x'.repeat(100) });
    void producer.send({ topic: 't', value: 'y'.repeat(100) });
    const fullMs = world.simulation.timeMs;
    await full;
    expect(world.simulation.timeMs - fullMs).toBeLessThan(1_000);
  });
});

test('flush sends at once and waits for everything before it', async () => {
  const world = new ProducerWorld(3);
  const producer = world.producer({ lingerMs: 60_000 });
  await world.tell(async () => {
    for (const value of numbers(10)) void producer.send({ topic: 't', value });
    await producer.flush();
  });
  expect(world.logs[0]!.values).toEqual(numbers(10));
  expect(world.simulation.timeMs).toBeLessThan(1_000);
});

test.each<[string, Fate]>([
  ['the answer is lost', 'lost answer'],
  ['the request is lost', 'lost request'],
  ['the leader is another one for a moment', ErrorCode.NOT_LEADER_OR_FOLLOWER],
  ['too few replicas are in sync', ErrorCode.NOT_ENOUGH_REPLICAS],
])('each record is there once and in order when %s', async (_what, fate) => {
  const world = new ProducerWorld(4);
  let batches = 0;
  world.fate = () => (batches++ % 3 === 1 ? fate : undefined);
  const producer = world.producer({ lingerMs: 0, batchSize: 100 });
  const results = await world.tell(() => Promise.all(numbers(200).map((value) => producer.send({ topic: 't', value }))));
  expect(world.logs[0]!.values).toEqual(numbers(200));
  expect(results.map((result) => result.offset)).toEqual(numbers(200).map(Number));
  expect(batches).toBeGreaterThan(20);
});

test.each([11, 12, 13, 14, 15, 16, 17, 18])('seed %i: resets, lost answers and moving leaders lose nothing and double nothing', async (seed) => {
  const world = new ProducerWorld(seed, 3);
  const { random } = world.simulation;
  world.simulation.network.faults.resetRate = 0.01;
  const fates: Fate[] = ['lost answer', 'lost request', ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.REQUEST_TIMED_OUT];
  world.fate = () => (random.float() < 0.1 ? fates[random.below(fates.length)] : undefined);
  const producer = world.producer({ lingerMs: 0, batchSize: 120, retryBackoffMs: 10 });
  const sent: Promise<RecordMetadata>[] = [];
  await world.tell(async () => {
    for (const value of numbers(600)) sent.push(producer.send({ topic: 't', partition: Number(value) % 3, value }));
    await producer.flush();
  });
  const results = await Promise.all(sent);
  for (const [partition, log] of world.logs.entries()) expect(log.values).toEqual(numbers(600).filter((value) => Number(value) % 3 === partition));
  for (const [index, { partition, offset }] of results.entries()) if (offset >= 0) expect(world.logs[partition]!.values[offset]).toBe(String(index));
});

test('a broker that lost its memory of the producer gets a new epoch, from sequence 0 on', async () => {
  const world = new ProducerWorld(5);
  const producer = world.producer({ lingerMs: 0, batchSize: 100 });
  await world.tell(async () => {
    await producer.sendBatch('t', numbers(20).map((value) => ({ value })));
    world.logs[0]!.forgetProducers();
    world.fate = (bytes) => (batchProducerEpoch(bytes, 0) === 0 ? ErrorCode.UNKNOWN_PRODUCER_ID : undefined);
    await producer.sendBatch('t', numbers(20).map((value) => ({ value: `again ${value}` })));
  });
  expect(world.logs[0]!.values).toEqual([...numbers(20), ...numbers(20).map((value) => `again ${value}`)]);
  expect(world.identities).toBe(1);
});

test('a batch that is too large for the broker goes out in halves, in order', async () => {
  const world = new ProducerWorld(6);
  world.fate = (bytes) => (bytes.length > 400 ? ErrorCode.MESSAGE_TOO_LARGE : undefined);
  const producer = world.producer({ lingerMs: 5 });
  const results = await world.tell(() => producer.sendBatch('t', numbers(200).map((value) => ({ key: 'k', value, headers: { n: value } }))));
  expect(world.logs[0]!.values).toEqual(numbers(200));
  expect(results.map((result) => result.offset)).toEqual(numbers(200).map(Number));
});

test('a record too large for a request is refused at once, by name', async () => {
  const world = new ProducerWorld(7);
  const producer = world.producer({ maxRequestSize: 1_000 });
  await world.tell(async () => {
    await expect(producer.send({ topic: 't', value: 'x'.repeat(1_001) })).rejects.toThrow(/^a record of 10\d\d bytes for topic 't', maxRequestSize is 1000$/);
    await expect(producer.send({ topic: 't', partition: 9, value: 'x' })).rejects.toThrow('t has no partition 9, only 0 to 0');
    await producer.send({ topic: 't', value: 'fits' });
  });
  expect(world.logs[0]!.values).toEqual(['fits']);
});

test('what the broker refuses for good fails, and what comes after goes on in a new epoch', async () => {
  const world = new ProducerWorld(8);
  const producer = world.producer({ lingerMs: 0 });
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'good' });
    world.fate = () => ErrorCode.INVALID_RECORD;
    await expect(producer.send({ topic: 't', value: 'bad' })).rejects.toMatchObject({ name: 'INVALID_RECORD', code: ErrorCode.INVALID_RECORD });
    world.fate = () => undefined;
    await producer.send({ topic: 't', value: 'good again' });
  });
  expect(world.logs[0]!.values).toEqual(['good', 'good again']);
});

test('a record fails when it could not be delivered in time, and says why', async () => {
  const world = new ProducerWorld(9);
  const producer = world.producer({ deliveryTimeoutMs: 2_000, requestTimeoutMs: 500, lingerMs: 0 });
  world.fate = () => ErrorCode.NOT_ENOUGH_REPLICAS;
  const failure = await world.tell(() => producer.send({ topic: 't', value: 'x' }).catch((error: unknown) => error));
  expect(failure).toBeInstanceOf(KafkaError);
  expect((failure as Error).message).toMatch(/^Produce to t-0: not within 2000 ms, at last: Produce to t-0: /);
  expect(world.simulation.timeMs).toBeLessThan(4_000);
});

/** Sums of fractions differ in their last bits: what is a moment early must not have the sender look again at once, over and over. */
test('records whose time is over are looked at a few times and not without end', async () => {
  const world = new ProducerWorld(12);
  const producer = world.producer({ deliveryTimeoutMs: 400, requestTimeoutMs: 100, maxBlockMs: 400 });
  const { timers, random } = world.simulation.node('client').platform;
  world.fate = () => ErrorCode.NOT_ENOUGH_REPLICAS;
  await world.tell(async () => {
    for (let count = 0; count < 200; count++) {
      await new Promise<void>((resolve) => timers.schedule(random.float() * 10, resolve));
      await expect(producer.send({ topic: 't', value: 'x' })).rejects.toThrow('not within 400 ms');
    }
    await producer.close();
  });
  expect(world.simulation.events).toBeLessThan(20_000);
});

/** Both batches are in the log and their answers lost; only the first one's time is over when the broker answers again. */
test('a batch whose forerunner ran out of time is sent again under its own sequence, and not written twice', async () => {
  const world = new ProducerWorld(14);
  const producer = world.producer({ deliveryTimeoutMs: 3_000, requestTimeoutMs: 1_000, lingerMs: 0, retryBackoffMs: 50, retryBackoffMaxMs: 50 });
  const wait = (delayMs: number) => new Promise<void>((resolve) => world.simulation.after(delayMs, resolve));
  await world.tell(async () => {
    await producer.send({ topic: 't', value: 'known' });
    // Each is taken once, and refused when it comes again.
    const taken = new Set<number>();
    world.fate = (bytes) => {
      const sequence = batchBaseSequence(bytes, 0);
      if (taken.has(sequence)) return ErrorCode.NOT_ENOUGH_REPLICAS;
      taken.add(sequence);
      return undefined;
    };
    world.beforeAnswer = () => wait(1_500);
    const first = producer.send({ topic: 't', value: 'first' }).catch((error: unknown) => error);
    await wait(500);
    const second = producer.send({ topic: 't', value: 'second' });
    await wait(600);
    world.beforeAnswer = () => Promise.resolve();
    expect(await first).toMatchObject({ name: 'REQUEST_TIMED_OUT' });
    world.fate = () => undefined;
    await second;
    await producer.send({ topic: 't', value: 'third' });
  });
  expect(world.logs[0]!.values).toEqual(['known', 'first', 'second', 'third']);
});

test('each record for a topic that does not exist fails after maxBlockMs, however many wait', async () => {
  const world = new ProducerWorld(15);
  const producer = world.producer({ maxBlockMs: 1_000 });
  await world.tell(() => Promise.allSettled(numbers(20).map((value) => producer.send({ topic: 'nope', value }))));
  expect(world.simulation.timeMs).toBeLessThan(3_000);
});

test('a topic that does not exist fails after maxBlockMs', async () => {
  const world = new ProducerWorld(10);
  const producer = world.producer({ maxBlockMs: 1_000 });
  const failure = await world.tell(() => producer.send({ topic: 'nope', value: 'x' }).catch((error: unknown) => error));
  expect((failure as Error).message).toContain("metadata of topic 'nope': not within 1000 ms");
});

test('send waits when bufferMemory is used up, and order stays', async () => {
  const world = new ProducerWorld(11);
  const producer = world.producer({ bufferMemory: 1_000, batchSize: 200, lingerMs: 0 });
  await world.tell(() => Promise.all(numbers(500).map((value) => producer.send({ topic: 't', value }))));
  expect(world.logs[0]!.values).toEqual(numbers(500));
});

test('with acks 0 nothing is awaited', async () => {
  const world = new ProducerWorld(12);
  const producer = world.producer({ acks: 0, lingerMs: 0 });
  const result = await world.tell(() => producer.send({ topic: 't', value: 'x', timestamp: 1 }));
  expect(result).toEqual({ topic: 't', partition: 0, offset: -1, timestamp: 1 });
});

test('close sends what lingers, and nothing can be sent after', async () => {
  const world = new ProducerWorld(13);
  const producer = world.producer({ lingerMs: 60_000 });
  await world.tell(async () => {
    void producer.send({ topic: 't', value: 'last' });
    await producer.close();
    await expect(producer.send({ topic: 't', value: 'late' })).rejects.toThrow('the producer is closed');
  });
  expect(world.logs[0]!.values).toEqual(['last']);
});
