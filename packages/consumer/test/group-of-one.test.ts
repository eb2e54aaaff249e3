import { ErrorCode } from '@millrace/protocol';
import { expect, test } from 'vitest';
import type { Consumer } from '../src/index.js';
import { GroupWorld } from './group-world.js';

const partitionsOf = (consumer: Consumer): number[] => consumer.assignment().map(({ partition }) => partition).toSorted((left, right) => left - right);

async function pollUntil(consumer: Consumer, isSo: () => boolean): Promise<void> {
  while (!isSo()) await consumer.poll({ timeoutMs: 100 });
}

test('a commit that failed in one generation is not tried again in the next', async () => {
  const world = new GroupWorld(1, 2);
  const consumer = world.consumer({ autoCommitIntervalMs: 1_000, heartbeatIntervalMs: 20, retryBackoffMs: 2_000, retryBackoffMaxMs: 2_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    let failures = 0;
    world.fate = () => (failures++ === 0 ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : 0);
    await pollUntil(consumer, () => failures === 1);
    world.assignment = world.assignment.slice(0, 1);
    world.isRebalancing = true;
    await pollUntil(consumer, () => partitionsOf(consumer).length === 1);
    const generation = world.generation;
    const before = world.commits.length;
    for (let count = 0; count < 100; count++) await consumer.poll({ timeoutMs: 100 });
    expect(world.commits.slice(before).filter((commit) => commit.generation >= generation && commit.partition === 1)).toEqual([]);
    await consumer.close();
  });
});

test('a commit that is tried again does not undo a later one', async () => {
  const world = new GroupWorld(2, 1);
  const consumer = world.consumer({ autoCommitIntervalMs: 1_000, retryBackoffMs: 1_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    await consumer.poll();
    let failures = 0;
    world.fate = () => (failures++ === 0 ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : 0);
    world.commits.length = 0;
    await pollUntil(consumer, () => failures === 1);
    await consumer.commit([{ topic: 't', partition: 0, offset: 1_000 }]);
    await world.wait(4_000);
    expect(world.commits.map(({ offset }) => offset).at(-1)).toBe(1_000);
    await consumer.close();
  });
});

test('commits take effect in the order of their calls, also when the first is tried again', async () => {
  const world = new GroupWorld(10, 1);
  const consumer = world.consumer({ enableAutoCommit: false, retryBackoffMs: 1_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    let failures = 0;
    world.fate = () => (failures++ === 0 ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : 0);
    await Promise.all([10, 20, 30].map((offset) => consumer.commit([{ topic: 't', partition: 0, offset }])));
    expect(world.commits.map(({ offset }) => offset)).toEqual([10, 20, 30]);
    world.fate = () => ErrorCode.OFFSET_METADATA_TOO_LARGE;
    const refused = consumer.commit([{ topic: 't', partition: 0, offset: 40 }]);
    const taken = refused.catch(() => {}).then(() => (world.fate = () => 0));
    const next = taken.then(() => consumer.commit([{ topic: 't', partition: 0, offset: 50 }]));
    await expect(refused).rejects.toThrow('t-0');
    await next;
    expect(world.commits.at(-1)?.offset).toBe(50);
    await consumer.close();
  });
});

test('a consumer that unsubscribes while it joins is no member when the join is answered', async () => {
  const world = new GroupWorld(3, 1);
  const consumer = world.consumer();
  world.beforeJoinAnswer = () => world.wait(1_000);
  consumer.subscribe('t');
  await world.tell(async () => {
    await consumer.poll({ timeoutMs: 500 });
    await consumer.unsubscribe();
    consumer.assign([{ topic: 't', partition: 0 }]);
    await world.wait(20_000);
    expect([...world.members]).toEqual([]);
    await consumer.close();
  });
});

test('a listener that throws when partitions go does not keep the others from coming', async () => {
  const world = new GroupWorld(4, 4);
  world.assignment = [0, 1].map((partition) => ({ topic: 't', partition }));
  const consumer = world.consumer({ heartbeatIntervalMs: 20, rebalanceListener: { onRevoked: () => { throw new Error('out of order'); } } });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    world.assignment = [1, 2].map((partition) => ({ topic: 't', partition }));
    world.isRebalancing = true;
    await expect(pollUntil(consumer, () => false)).rejects.toThrow('out of order');
    for (let count = 0; count < 100; count++) await consumer.poll({ timeoutMs: 100 });
    expect(partitionsOf(consumer)).toEqual([1, 2]);
    await consumer.close();
  });
});

test('damaged records of one partition do not keep those of another back', async () => {
  const world = new GroupWorld(5, 2);
  world.damaged.add(0);
  const consumer = world.consumer();
  consumer.assign(world.assignment);
  const seen = await world.tell(async () => {
    let count = 0;
    for (let polls = 0; polls < 50; polls++) {
      count += await consumer.poll({ timeoutMs: 100 }).then((records) => records.count, () => 0);
      await world.wait(100);
    }
    await consumer.close();
    return count;
  });
  expect(seen).toBe(100);
});

test('a seek to the beginning counts while the end is being looked up', async () => {
  const world = new GroupWorld(9, 1);
  const consumer = world.consumer({ autoOffsetReset: 'latest', enableAutoCommit: false });
  consumer.assign(world.assignment);
  const first = await world.tell(async () => {
    world.beforeListAnswer = () => {
      consumer.seekToBeginning();
      world.beforeListAnswer = () => {};
    };
    const [record] = (await consumer.poll({ timeoutMs: 5_000 })).records;
    await consumer.close();
    return record?.offset;
  });
  expect(first).toBe(0);
});

test('leaving a loop after a seek keeps what was sought', async () => {
  const world = new GroupWorld(6, 1);
  const consumer = world.consumer({ enableAutoCommit: false });
  consumer.assign(world.assignment);
  const position = await world.tell(async () => {
    for await (const record of consumer) {
      consumer.seek(record, 50);
      break;
    }
    const found = await consumer.position({ topic: 't', partition: 0 });
    await consumer.close();
    return found;
  });
  expect(position).toBe(50);
});

test('closing inside a loop commits what the loop was given, and no more', async () => {
  const world = new GroupWorld(7, 1);
  const consumer = world.consumer();
  consumer.subscribe('t');
  await world.tell(async () => {
    for await (const record of consumer) {
      if (record.offset < 4) continue;
      await consumer.close();
      break;
    }
  });
  expect(world.commits.at(-1)?.offset).toBe(5);
});

test('a partition whose position cannot be found does not keep the others waiting', async () => {
  const world = new GroupWorld(8, 2);
  world.listErrors.set(0, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  const consumer = world.consumer();
  consumer.assign(world.assignment);
  await world.tell(async () => {
    const startedMs = world.simulation.timeMs;
    await pollUntil(consumer, () => consumer.lag({ topic: 't', partition: 1 }) !== null);
    expect(world.simulation.timeMs - startedMs).toBeLessThan(5_000);
    await consumer.close({ timeoutMs: 100 });
  });
});
