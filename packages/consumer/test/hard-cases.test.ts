import { api } from '@millrace/network-client';
import { offsetCommitRequest, offsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import { expect, test } from 'vitest';
import { decodeMember } from '../src/group/consumer-protocol.js';
import { heartbeat, joinGroup, leaveGroup } from '../src/group/group-apis.js';
import { assignors, type Consumer, type ConsumerOptions } from '../src/index.js';
import { GroupWorld } from './group-world.js';

const offsetCommit = api(offsetCommitRequest, offsetCommitResponse);

async function pollUntil(consumer: Consumer, isSo: () => boolean): Promise<void> {
  while (!isSo()) await consumer.poll({ timeoutMs: 100 });
}

/** Commits take so long. */
function slowCommits(world: GroupWorld, delayMs: number): void {
  world.broker.handle(offsetCommit, async ({ topics }) => {
    await world.wait(delayMs);
    return { throttleTimeMs: 0, topics: topics.map(({ name, partitions }) => ({ name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode: 0 })) })) };
  });
}

test('an assignment that no poll took up while the group went on without the member is not taken up', async () => {
  const world = new GroupWorld(20, 2);
  const consumer = world.consumer({ heartbeatIntervalMs: 20 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await consumer.poll({ timeoutMs: 1 });
    await world.wait(200);
    expect(world.generation).toBe(1);
    world.broker.handle(heartbeat, () => ({ throttleTimeMs: 0, errorCode: 25 }));
    world.beforeJoinAnswer = () => world.wait(5_000);
    await world.wait(200);
    for (let count = 0; count < 20; count++) expect((await consumer.poll({ timeoutMs: 100 })).count).toBe(0);
    expect(consumer.assignment()).toEqual([]);
    await consumer.close();
  });
});

test('an assignment that no poll took up before the consumer unsubscribed is not taken up after it subscribed again', async () => {
  const world = new GroupWorld(21, 2);
  const consumer = world.consumer();
  consumer.subscribe('t');
  await world.tell(async () => {
    await consumer.poll({ timeoutMs: 1 });
    await world.wait(200);
    await consumer.unsubscribe();
    expect(world.members.size).toBe(0);
    world.beforeJoinAnswer = () => world.wait(5_000);
    consumer.subscribe('t');
    for (let count = 0; count < 20; count++) await consumer.poll({ timeoutMs: 100 });
    expect(consumer.assignment()).toEqual([]);
    await consumer.close();
  });
});

test('who does not poll for maxPollIntervalMs loses its partitions at once, also when leaving takes long', async () => {
  const world = new GroupWorld(22, 2);
  const told: string[] = [];
  const consumer = world.consumer({
    maxPollIntervalMs: 1_000, heartbeatIntervalMs: 20,
    rebalanceListener: { onLost: () => void told.push('lost'), onRevoked: () => void told.push('revoked') },
  });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    world.broker.handle(leaveGroup, async () => {
      await world.wait(2_000);
      return { throttleTimeMs: 0, errorCode: 0, members: [] };
    });
    await world.wait(1_500);
    await consumer.poll({ timeoutMs: 1 });
    expect(told).toEqual(['lost']);
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    for (let count = 0; count < 10; count++) await consumer.poll({ timeoutMs: 100 });
    expect(consumer.assignment()).toHaveLength(2);
    await consumer.close();
  });
});

test('slow commits now and then do not queue up before one that is asked for', async () => {
  const world = new GroupWorld(23, 1);
  const consumer = world.consumer({ autoCommitIntervalMs: 500, requestTimeoutMs: 60_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    slowCommits(world, 5_000);
    for (let count = 0; count < 200; count++) await consumer.poll({ timeoutMs: 100 });
    const startedMs = world.simulation.timeMs;
    await consumer.commit();
    expect(world.simulation.timeMs - startedMs).toBeLessThan(11_000);
    await consumer.close();
  });
});

test('a commit tries for defaultApiTimeoutMs from its call on, and not from the end of the one before', async () => {
  const world = new GroupWorld(24, 1);
  const consumer = world.consumer({ enableAutoCommit: false, defaultApiTimeoutMs: 5_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    world.fate = () => 14; // COORDINATOR_LOAD_IN_PROGRESS
    const startedMs = world.simulation.timeMs;
    await Promise.allSettled([1, 2, 3, 4].map((offset) => consumer.commit([{ topic: 't', partition: 0, offset }])));
    expect(world.simulation.timeMs - startedMs).toBeLessThan(7_000);
    await consumer.close();
  });
});

test('a member that gave its partitions up for joining claims none, whatever assignors it offers', async () => {
  const world = new GroupWorld(25, 2);
  const claims: number[] = [];
  world.broker.handle(joinGroup, ({ protocols }) => {
    const cooperative = protocols.find(({ name }) => name === 'cooperative-sticky')!;
    claims.push(decodeMember('me', null, cooperative.metadata, assignors['cooperative-sticky']).ownedPartitions.length);
    world.isRebalancing = false;
    world.members.add('me');
    return { throttleTimeMs: 0, errorCode: 0, generationId: ++world.generation, protocolType: 'consumer', protocolName: 'cooperative-sticky', leader: 'other', skipAssignment: false, memberId: 'me', members: [] };
  });
  const consumer = world.consumer({ partitionAssignors: ['range', 'cooperative-sticky'], heartbeatIntervalMs: 20 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    world.isRebalancing = true;
    await pollUntil(consumer, () => claims.length === 2);
    expect(claims).toEqual([0, 0]);
    await consumer.close();
  });
});

test.each(['unsubscribe', 'close'] as const)('%s while a rebalance begins leaves the group for good', async (how) => {
  const world = new GroupWorld(26, 2);
  const consumer = world.consumer({ heartbeatIntervalMs: 20, autoCommitIntervalMs: 60_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    await consumer.poll();
    slowCommits(world, 1_000);
    world.isRebalancing = true;
    await world.wait(50);
    const polled = consumer.poll({ timeoutMs: 100 }).catch(() => {});
    await world.wait(500);
    const startedMs = world.simulation.timeMs;
    await consumer[how]();
    await polled;
    await world.wait(5_000);
    expect(world.generation).toBe(1);
    expect(world.members.size).toBe(0);
    expect(world.simulation.timeMs - startedMs).toBeLessThan(10_000);
    await consumer.close();
  });
});

test('who subscribes again at once, without awaiting the end of unsubscribe, keeps what is assigned then', async () => {
  const world = new GroupWorld(27, 2);
  const consumer = world.consumer();
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    const unsubscribed = consumer.unsubscribe();
    consumer.subscribe('t');
    await pollUntil(consumer, () => consumer.assignment().length === 2 && world.generation === 2);
    await unsubscribed;
    expect(consumer.assignment()).toHaveLength(2);
    await consumer.close();
  });
});

test('a listener that throws does not keep unsubscribe from leaving', async () => {
  const world = new GroupWorld(28, 2);
  const consumer = world.consumer({ rebalanceListener: { onRevoked: () => { throw new Error('no'); } } });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    await expect(consumer.unsubscribe()).rejects.toThrow('no');
    expect(world.members.size).toBe(0);
    expect(consumer.assignment()).toEqual([]);
    await consumer.close();
  });
});

test.each(['unsubscribe', 'close'] as const)('%s does not wait for a JoinGroup that the coordinator holds', async (how) => {
  const world = new GroupWorld(29, 2);
  const consumer = world.consumer({ heartbeatIntervalMs: 20 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    world.beforeJoinAnswer = () => world.wait(20_000);
    world.isRebalancing = true;
    for (let count = 0; count < 10; count++) await consumer.poll({ timeoutMs: 100 });
    const startedMs = world.simulation.timeMs;
    await consumer[how]();
    expect(world.simulation.timeMs - startedMs).toBeLessThan(2_000);
    expect(world.members.size).toBe(0);
    await consumer.close();
  });
});

test.each(['unsubscribe', 'close'] as const)('%s while the coordinator holds a JoinGroup commits what was given out since it was sent', async (how) => {
  const world = new GroupWorld(35, 1);
  const consumer = world.consumer({ heartbeatIntervalMs: 20, autoCommitIntervalMs: 60_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    await consumer.poll({ maxRecords: 10 });
    world.beforeJoinAnswer = () => world.wait(20_000);
    world.isRebalancing = true;
    await world.wait(100);
    for (let given = 0; given < 30;) given += (await consumer.poll({ maxRecords: 10 })).count;
    const position = await consumer.position({ topic: 't', partition: 0 });
    expect(world.commits.at(-1)?.offset ?? 0).toBeLessThan(position);
    await consumer[how]();
    expect(world.commits.at(-1)).toEqual({ partition: 0, offset: position, generation: 1 });
    await consumer.close();
  });
});

test('a partition that was deleted does not keep the group waiting for its last commit', async () => {
  const world = new GroupWorld(36, 2);
  const consumer = world.consumer({ heartbeatIntervalMs: 20, autoCommitIntervalMs: 60_000 });
  consumer.subscribe('t');
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    await consumer.poll();
    const committed: number[] = [];
    world.broker.handle(offsetCommit, ({ topics }) => ({
      throttleTimeMs: 0,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => {
          if (partitionIndex === 0) committed.push(partitionIndex);
          return { partitionIndex, errorCode: partitionIndex === 0 ? 0 : 3 }; // UNKNOWN_TOPIC_OR_PARTITION
        }),
      })),
    }));
    world.assignment = world.assignment.slice(0, 1);
    world.isRebalancing = true;
    const startedMs = world.simulation.timeMs;
    await pollUntil(consumer, () => consumer.assignment().length === 1);
    expect(world.simulation.timeMs - startedMs).toBeLessThan(2_000);
    expect(committed).toContain(0);
    await consumer.close();
    expect(world.simulation.timeMs - startedMs).toBeLessThan(3_000);
  });
});

test('a member whose pattern matches no topic any more still takes part in rebalances', async () => {
  const world = new GroupWorld(30, 2);
  const consumer = world.consumer({ heartbeatIntervalMs: 20, metadataMaxAgeMs: 500 });
  consumer.subscribe({ pattern: /t.*/ });
  await world.tell(async () => {
    await pollUntil(consumer, () => consumer.assignment().length === 2);
    world.broker.topics.clear();
    world.assignment = [];
    for (let count = 0; count < 20; count++) await consumer.poll({ timeoutMs: 100 });
    expect(consumer.assignment()).toEqual([]);
    const { generation } = world;
    expect(generation).toBeGreaterThan(1);
    world.isRebalancing = true;
    for (let count = 0; count < 20; count++) await consumer.poll({ timeoutMs: 100 });
    expect(world.generation).toBe(generation + 1);
    await consumer.close();
  });
});

test('position ends when the consumer is closed', async () => {
  const world = new GroupWorld(31, 1);
  const consumer = world.consumer();
  world.listErrors.set(0, 5); // LEADER_NOT_AVAILABLE
  await world.tell(async () => {
    consumer.assign([{ topic: 't', partition: 0 }]);
    const asked = expect(consumer.position({ topic: 't', partition: 0 })).rejects.toThrow('position: the consumer is closed');
    await world.wait(500);
    const startedMs = world.simulation.timeMs;
    await consumer.close();
    await asked;
    expect(world.simulation.timeMs - startedMs).toBeLessThan(2_000);
  });
});

test.each<[string, (consumer: Consumer) => unknown, string]>([
  ['subscribe to nothing', (consumer) => consumer.subscribe([]), 'subscribe: no topic was given'],
  ['subscribe to what is no name', (consumer) => consumer.subscribe([5 as unknown as string]), 'subscribe: 5 is not the name of a topic'],
  ['subscribe without an argument', (consumer) => consumer.subscribe(undefined as unknown as string), 'subscribe: undefined is neither topics nor { pattern }'],
  ['a pattern that is text', (consumer) => consumer.subscribe({ pattern: 't.*' as unknown as RegExp }), 'subscribe: pattern: t.* is not a RegExp'],
  ['assign a partition that is none', (consumer) => consumer.assign([{ topic: 't', partition: -1 }]), 'assign: partition: -1 is not a whole number of at least 0'],
  ['assign without a topic', (consumer) => consumer.assign([{ partition: 1 } as { topic: string; partition: number }]), 'assign: undefined is not the name of a topic'],
  ['poll for no time that is one', (consumer) => consumer.poll({ timeoutMs: Number.NaN }), 'poll: timeoutMs: NaN is not a number of at least 0'],
  ['poll for no records', (consumer) => consumer.poll({ maxRecords: 0 }), 'poll: maxRecords: 0 is not a whole number of at least 1'],
  ['commit an offset that is none', (consumer) => consumer.commit([{ topic: 't', partition: 0, offset: -1 }]), 'commit: offset: -1 is not a whole number of at least 0'],
  ['close in no time that is one', (consumer) => consumer.close({ timeoutMs: Number.NaN }), 'close: timeoutMs: NaN is not a whole number of at least 0'],
])('%s is refused by name', async (_what, run, message) => {
  const world = new GroupWorld(32, 1);
  const consumer = world.consumer();
  await expect(Promise.resolve().then(() => run(consumer))).rejects.toThrow(message);
});

test.each<[Record<string, unknown>, string]>([
  [{ groupId: '' }, "groupId: '' is not the name of a group"],
  [{ groupInstanceId: '' }, "groupInstanceId: ''"],
  [{ isolationLevel: 'serializable' }, "isolationLevel: 'serializable'"],
  [{ partitionAssignors: [] }, 'partitionAssignors: none is given'],
  [{ partitionAssignors: ['fair'] }, "partitionAssignors: 'fair'"],
  [{ autoOffsetReset: null }, 'autoOffsetReset: null'],
  [{ autoOffsetReset: { byDurationMs: -1 } }, 'autoOffsetReset: '],
  [{ maxPollRecords: 1.5 }, 'maxPollRecords: 1.5'],
])('options %j are refused by name', (options, message) => {
  expect(() => new GroupWorld(33, 1).consumer(options as Partial<ConsumerOptions>)).toThrow(message);
});

test('what a closed consumer is asked rejects, and does not throw', async () => {
  const world = new GroupWorld(34, 1);
  const consumer = world.consumer();
  await world.tell(async () => {
    await consumer.close();
    for (const asked of [() => consumer.committed([]), () => consumer.endOffsets([{ topic: 't', partition: 0 }]), () => consumer.partitionsFor('t'), () => consumer.poll(), () => consumer.commit()]) {
      await expect(asked()).rejects.toThrow('the consumer is closed');
    }
  });
});
