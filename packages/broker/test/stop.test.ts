/** An orderly stop under load: what was acknowledged is there afterwards, and nobody is told what is not so. */
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { expect, it } from 'vitest';
import { describeProducers, fetch, findCoordinator, listOffsets, offsetCommit, offsetFetch, produce } from './apis.js';
import { batch, Story, valuesIn } from './story.js';

const CLIENTS = 4;
const MORE_PARTITIONS = 300;

interface Seen {
  /** Values by offset. */
  readonly acknowledged: Map<number, string>;
  committed: number;
  readonly errorCodes: Set<number>;
}

/** Asks until the connection is gone. */
async function untilClosed(ask: (round: number) => Promise<void>): Promise<void> {
  try {
    for (let round = 0; ; round++) await ask(round);
  } catch (error) {
    if (error instanceof Error && error.name === 'NetworkError') return;
    throw error;
  }
}

async function produceUntilClosed(story: Story, client: number, seen: Seen): Promise<void> {
  const connection = await story.connect();
  await untilClosed(async (round) => {
    const value = `${client}-${round}`;
    const topicData = [{ name: 't', partitionData: [{ index: 0, records: batch([value]) }] }];
    const { responses } = await connection.sendVersion(produce, { transactionalId: null, acks: -1, timeoutMs: 1000, topicData }, 12);
    const { errorCode, baseOffset } = responses[0]!.partitionResponses[0]!;
    seen.errorCodes.add(errorCode);
    if (errorCode === ErrorCode.NONE) seen.acknowledged.set(baseOffset, value);
    else await story.wait(1);
  });
}

async function commitUntilClosed(story: Story, seen: Seen): Promise<void> {
  const connection = await story.connect();
  await untilClosed(async (round) => {
    const partitions = [{ partitionIndex: 0, committedOffset: round, committedLeaderEpoch: -1, committedMetadata: null }];
    const request = { groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null, topics: [{ name: 't', partitions }] };
    const { topics } = await connection.sendVersion(offsetCommit, request, 9);
    const { errorCode } = topics[0]!.partitions[0]!;
    if (errorCode === ErrorCode.NONE) seen.committed = round;
    else expect([ErrorCode.NOT_COORDINATOR, ErrorCode.COORDINATOR_NOT_AVAILABLE]).toContain(errorCode);
  });
}

async function readUntilClosed(story: Story, seen: Seen): Promise<void> {
  const connection = await story.connect();
  await untilClosed(async () => {
    const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 100 }] }];
    const fetched = await connection.sendVersion(fetch, { maxWaitMs: 0, minBytes: 0, maxBytes: 100, isolationLevel: 0, topics }, 12);
    seen.errorCodes.add(fetched.responses[0]!.partitions[0]!.errorCode);
    const listed = await connection.sendVersion(listOffsets, { replicaId: -1, isolationLevel: 0, topics: [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -1 }] }] }, 7);
    seen.errorCodes.add(listed.topics[0]!.partitions[0]!.errorCode);
    const described = await connection.sendVersion(describeProducers, { topics: [{ name: 't', partitionIndexes: [0] }] }, 0);
    seen.errorCodes.add(described.topics[0]!.partitions[0]!.errorCode);
  });
}

async function stopUnderLoad(story: Story, ms: number): Promise<Seen> {
  const seen: Seen = { acknowledged: new Map(), committed: -1, errorCodes: new Set() };
  await story.start();
  await story.createTopic('t');
  // Giving them up takes many turns, in which others are served.
  await story.createTopic('more', {}, MORE_PARTITIONS);
  await story.ask(findCoordinator, { keyType: 0, coordinatorKeys: ['g'] });
  const producers = Array.from({ length: CLIENTS }, (_, client) => produceUntilClosed(story, client, seen));
  const clients = [...producers, commitUntilClosed(story, seen), readUntilClosed(story, seen)];
  await story.wait(ms);
  await story.stop();
  await Promise.all(clients);
  await story.start();
  const { records } = await story.fetchFrom('t', 0, 0, { maxBytes: 2 ** 26 });
  const there = new Map(valuesIn(records).map((found) => [Number(found.split(':')[0]), found.slice(found.indexOf(':') + 1)]));
  for (const [offset, value] of seen.acknowledged) expect([offset, there.get(offset)]).toEqual([offset, value]);
  const { groups } = await story.ask(offsetFetch, { groups: [{ groupId: 'g', memberId: null, memberEpoch: -1, topics: null }], requireStable: true }, 9);
  expect(groups[0]!.topics![0]!.partitions![0]!.committedOffset).toBeGreaterThanOrEqual(seen.committed);
  await story.stop();
  return seen;
}

it('acknowledged records and commits are there again, and the only errors are those that send a client to ask who leads', async () => {
  const errorCodes = new Set<number>();
  let acknowledged = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const simulation = new Simulation(seed);
    const seen = await simulation.complete(stopUnderLoad(new Story(simulation, {}), 20 + seed));
    for (const code of seen.errorCodes) errorCodes.add(code);
    acknowledged += seen.acknowledged.size;
    expect(seen.committed).toBeGreaterThan(0);
  }
  expect(acknowledged).toBeGreaterThan(100);
  expect([...errorCodes].toSorted((a, b) => a - b)).toEqual([ErrorCode.NONE, ErrorCode.NOT_LEADER_OR_FOLLOWER]);
});
