/** The wall clock is set forth and back by an hour while the broker runs: what is counted in durations does not notice. */
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import { createTopics, describeGroups, findCoordinator, heartbeat, joinGroup, listOffsets, offsetCommit, offsetFetch, syncGroup } from './apis.js';
import { batch, tell, valuesIn, type Story } from './story.js';

const hourMs = 3_600_000;
const bytes = (text: string) => new TextEncoder().encode(text);

async function coordinator(story: Story): Promise<void> {
  await story.createTopic('t');
  expect(await story.ask(findCoordinator, { keyType: 0, coordinatorKeys: ['g'] })).toMatchObject({ coordinators: [{ errorCode: 0 }] });
}

async function member(story: Story): Promise<string> {
  const message = {
    groupId: 'g', sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 5_000, groupInstanceId: null, protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: bytes('subscription') }], reason: null,
  };
  const { memberId } = await story.ask(joinGroup, { ...message, memberId: '' });
  expect(await story.ask(joinGroup, { ...message, memberId })).toMatchObject({ errorCode: 0, generationId: 1 });
  const assignments = [{ memberId, assignment: bytes('all') }];
  await story.ask(syncGroup, { groupId: 'g', generationId: 1, memberId, groupInstanceId: null, protocolType: 'consumer', protocolName: 'range', assignments });
  return memberId;
}

async function stateOf(story: Story): Promise<string> {
  const { groups } = await story.ask(describeGroups, { groups: ['g'], includeAuthorizedOperations: false });
  return groups[0]!.groupState;
}

describe.each([['forth', hourMs], ['back', -hourMs]])('a clock set %s by an hour', (_way, jumpMs) => {
  it('ends no session of a member that beats, and keeps none of one that does not', () =>
    tell({}, async (story) => {
      await coordinator(story);
      const memberId = await member(story);
      await story.wait(3_000);
      story.host.clockOffsetMs += jumpMs;
      for (let count = 0; count < 5; count++) {
        await story.wait(6_000);
        expect(await story.ask(heartbeat, { groupId: 'g', generationId: 1, memberId, groupInstanceId: null })).toMatchObject({ errorCode: 0 });
      }
      expect(await stateOf(story)).toBe('Stable');
      story.host.clockOffsetMs -= jumpMs;
      await story.wait(9_000);
      expect(await stateOf(story)).toBe('Stable');
      await story.wait(2_000);
      expect(await stateOf(story)).toBe('Empty');
    }));

  it('leaves the broker serving, with offsets in order', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'message.timestamp.type': 'LogAppendTime' });
      for (let count = 0; count < 6; count++) {
        story.host.clockOffsetMs += count % 2 === 0 ? jumpMs : -jumpMs;
        const beforeMs = story.nowMs;
        const answer = await story.produceTo('t', 0, batch([`v${count}`]));
        expect(answer).toMatchObject({ errorCode: 0, baseOffset: count });
        expect(answer.logAppendTimeMs).toBeGreaterThanOrEqual(beforeMs);
        expect(answer.logAppendTimeMs).toBeLessThanOrEqual(story.nowMs);
        await story.wait(60_000);
      }
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `${n}:v${n}`));
      const topics = [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -3, currentLeaderEpoch: -1 }] }];
      const latest = (await story.ask(listOffsets, { replicaId: -1, isolationLevel: 0, topics, timeoutMs: 1_000 })).topics[0]!.partitions[0]!;
      // The largest timestamp, which a clock set back does not reach.
      expect(latest.offset).toBe(jumpMs > 0 ? 4 : 5);
      const { topics: made } = await story.ask(createTopics, { topics: [{ name: 'u', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], timeoutMs: 1_000 });
      expect(made[0]!.errorCode).toBe(0);
      await story.killAndStart();
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toHaveLength(6);
    }));

  it('expires no offsets whose time is not over, and those whose time is over by the clock', () =>
    tell({ 'offsets.retention.minutes': '120', 'offsets.retention.check.interval.ms': '60000' }, async (story) => {
      await coordinator(story);
      const topics = [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5, committedLeaderEpoch: -1, committedMetadata: '' }] }];
      expect((await story.ask(offsetCommit, { groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null, topics }, 9)).topics[0]!.partitions[0]!.errorCode).toBe(0);
      const known = async () => (await story.ask(offsetFetch, { groups: [{ groupId: 'g', memberId: null, memberEpoch: -1, topics: null }], requireStable: true }, 9)).groups[0]!.topics!.length;
      story.host.clockOffsetMs += jumpMs;
      await story.wait(30 * 60_000);
      expect(await known()).toBe(1);
      story.host.clockOffsetMs -= jumpMs;
      await story.wait(80 * 60_000);
      expect(await known()).toBe(1);
      await story.wait(12 * 60_000);
      expect(await known()).toBe(0);
    }));

  it('has retention count by the clock: no record younger than that goes', () =>
    tell({ 'log.retention.check.interval.ms': '60000' }, async (story) => {
      await story.createTopic('t', { 'retention.ms': String(2 * hourMs), 'segment.ms': '600000', 'message.timestamp.after.max.ms': '9223372036854775807' });
      for (let count = 0; count < 12; count++) {
        if (count % 3 === 1) story.host.clockOffsetMs += count % 2 === 0 ? -jumpMs : jumpMs;
        const answer = await story.produceTo('t', 0, batch([{ value: `v${count}`, timestamp: story.nowMs }]));
        expect(answer).toMatchObject({ errorCode: ErrorCode.NONE, baseOffset: count });
        await story.wait(60_000);
      }
      expect((await story.produceTo('t', 0, batch(['x']))).logStartOffset).toBe(0);
      story.host.clockOffsetMs = 0;
      await story.wait(5 * hourMs);
      const { logStartOffset } = await story.produceTo('t', 0, batch([{ value: 'y', timestamp: story.nowMs }]));
      expect(logStartOffset).toBeGreaterThan(0);
    }));
});
