/** Classic groups over the wire, and what is left of them after the broker stopped or was killed. */
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import {
  deleteGroups, deleteTopics, describeGroups, findCoordinator, heartbeat, joinGroup, leaveGroup, listGroups, offsetCommit, offsetDelete, offsetFetch, syncGroup,
} from './apis.js';
import { tell, type Story } from './story.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | null) => (value === null ? null : new TextDecoder().decode(value));
const { COORDINATOR_LOAD_IN_PROGRESS, GROUP_ID_NOT_FOUND, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;

const join = (memberId: string, more: object = {}) => ({
  groupId: 'g', sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 5000, memberId, groupInstanceId: null, protocolType: 'consumer',
  protocols: [{ name: 'range', metadata: bytes('subscription') }], reason: null, ...more,
});
const sync = (memberId: string, generationId: number, more: object = {}) => ({
  groupId: 'g', generationId, memberId, groupInstanceId: null, protocolType: 'consumer', protocolName: 'range',
  assignments: [{ memberId, assignment: bytes(`for ${memberId.slice(0, 6)}`) }], ...more,
});
const commit = (committedOffset: number, more: object = {}) => ({
  groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null,
  topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset, committedLeaderEpoch: 0, committedMetadata: 'meta' }] }], ...more,
});

async function coordinator(story: Story): Promise<void> {
  await story.createTopic('t', {}, 2);
  const { coordinators } = await story.ask(findCoordinator, { keyType: 0, coordinatorKeys: ['g'] });
  expect(coordinators).toMatchObject([{ key: 'g', nodeId: 1, host: 'broker', port: 9092, errorCode: 0 }]);
}

/** A group of one member that has its assignment. */
async function stable(story: Story, more: object = {}): Promise<string> {
  await coordinator(story);
  let joined = await story.ask(joinGroup, join('', more));
  if (joined.errorCode === ErrorCode.MEMBER_ID_REQUIRED) joined = await story.ask(joinGroup, join(joined.memberId, more));
  expect(joined).toMatchObject({ errorCode: 0, generationId: 1 });
  const groupInstanceId = 'groupInstanceId' in more ? more.groupInstanceId : null;
  expect(await story.ask(syncGroup, sync(joined.memberId, 1, { groupInstanceId }))).toMatchObject({ errorCode: 0, protocolName: 'range' });
  return joined.memberId;
}

async function fetched(story: Story, groupId = 'g') {
  const { groups } = await story.ask(offsetFetch, { groups: [{ groupId, memberId: null, memberEpoch: -1, topics: null }], requireStable: true }, 9);
  const partitions = (groups[0]!.topics ?? []).flatMap(({ name, partitions: found }) => found.map(({ partitionIndex, committedOffset, metadata, committedLeaderEpoch }) => [name, partitionIndex, committedOffset, metadata, committedLeaderEpoch]));
  return [groups[0]!.errorCode, partitions];
}

describe('FindCoordinator', () => {
  it('answers for several keys, and knows no coordinator of transactions', () =>
    tell({}, async (story) => {
      await coordinator(story);
      const codes = async (keyType: number) => (await story.ask(findCoordinator, { keyType, coordinatorKeys: ['a', 'b'] })).coordinators.map(({ key, errorCode }) => [key, errorCode]);
      expect(await codes(0)).toEqual([['a', 0], ['b', 0]]);
      expect(await codes(1)).toEqual(['a', 'b'].map((key) => [key, ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED]));
      expect(await codes(9)).toEqual(['a', 'b'].map((key) => [key, ErrorCode.INVALID_REQUEST]));
      expect(await story.ask(findCoordinator, { keyType: 0, key: 'g' }, 2)).toMatchObject({ errorCode: 0, nodeId: 1, host: 'broker' });
    }));

  it('makes __consumer_offsets as the settings say', () =>
    tell({ 'offsets.topic.num.partitions': '3', 'offsets.topic.segment.bytes': '2000000' }, async (story) => {
      await coordinator(story);
      expect([...story.node.node.partitions.ofTopic('__consumer_offsets')].length).toBe(3);
      expect(story.node.node.logs.get('__consumer_offsets', 0)!.config).toMatchObject({ cleanupCompact: true, cleanupDelete: false, segmentBytes: 2_000_000, compressionType: 'producer' });
    }));
});

describe('a group', () => {
  it('waits for more members before its first generation, then for each to join again', () =>
    tell({ 'group.initial.rebalance.delay.ms': '3000' }, async (story) => {
      await coordinator(story);
      const other = await story.connect('other');
      const before = story.nowMs;
      const [{ memberId: a }, { memberId: b }] = [await story.ask(joinGroup, join('')), await other.sendVersion(joinGroup, join(''), 9)];
      const [first, second] = await Promise.all([story.ask(joinGroup, join(a)), other.sendVersion(joinGroup, join(b), 9)]);
      expect(story.nowMs - before).toBeGreaterThanOrEqual(3000);
      expect([first.generationId, second.generationId, first.leader]).toEqual([1, 1, second.leader]);
      const members = [...first.members, ...second.members].map(({ memberId, metadata }) => [memberId, text(metadata)]);
      expect(new Map(members as [string, string][])).toEqual(new Map([[a, 'subscription'], [b, 'subscription']]));
      const assignments = [a, b].map((memberId) => ({ memberId, assignment: bytes(memberId === a ? 'A' : 'B') }));
      const told = await Promise.all([
        story.ask(syncGroup, sync(a, 1, { assignments: first.leader === a ? assignments : [] })),
        other.sendVersion(syncGroup, sync(b, 1, { assignments: first.leader === b ? assignments : [] }), 5),
      ]);
      expect(told.map(({ errorCode, assignment }) => [errorCode, text(assignment)])).toEqual([[0, 'A'], [0, 'B']]);
      other.close();
    }));

  it('drops a member that is not heard of, and who does not come to a rebalance', () =>
    tell({}, async (story) => {
      const memberId = await stable(story);
      await story.wait(9000);
      expect((await story.ask(heartbeat, { groupId: 'g', generationId: 1, memberId })).errorCode).toBe(0);
      await story.wait(9000);
      const other = await story.connect('other');
      const { memberId: id } = await other.sendVersion(joinGroup, join(''), 9);
      const before = story.nowMs;
      const joined = await other.sendVersion(joinGroup, join(id), 9);
      // The session of the silent member ends before the rebalance time-out.
      expect(joined).toMatchObject({ errorCode: 0, generationId: 2, leader: id });
      expect(story.nowMs - before).toBeLessThan(5100);
      expect((await story.ask(heartbeat, { groupId: 'g', generationId: 1, memberId })).errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      other.close();
    }));

  it('is left by several at once, named by id or instance', () =>
    tell({}, async (story) => {
      await stable(story, { groupInstanceId: 'i' });
      const members = [{ memberId: 'nobody', groupInstanceId: null }, { memberId: '', groupInstanceId: 'i' }, { memberId: '', groupInstanceId: 'none' }];
      const answer = await story.ask(leaveGroup, { groupId: 'g', members });
      expect(answer).toMatchObject({ errorCode: 0, members: [{ errorCode: ErrorCode.UNKNOWN_MEMBER_ID }, { groupInstanceId: 'i', errorCode: 0 }, { errorCode: ErrorCode.UNKNOWN_MEMBER_ID }] });
      const { groups } = await story.ask(describeGroups, { groups: ['g', 'none'], includeAuthorizedOperations: true });
      expect(groups.map(({ groupState, errorCode, authorizedOperations }) => [groupState, errorCode, authorizedOperations])).toEqual([['Empty', 0, 3400], ['Dead', GROUP_ID_NOT_FOUND, -2147483648]]);
    }));

  it('is listed by state and type, and deleted when it is empty', () =>
    tell({}, async (story) => {
      await stable(story);
      await story.ask(offsetCommit, commit(7, { groupId: 'simple' }), 9);
      const list = async (statesFilter: string[], typesFilter: string[] = []) => {
        const { groups } = await story.ask(listGroups, { statesFilter, typesFilter });
        return groups.map(({ groupId, groupState, groupType, protocolType }) => [groupId, groupState, groupType, protocolType].join()).toSorted((a, b) => a.localeCompare(b));
      };
      expect(await list([])).toEqual(['g,Stable,classic,consumer', 'simple,Empty,classic,']);
      expect(await list(['stable'])).toEqual(['g,Stable,classic,consumer']);
      expect(await list([], ['consumer'])).toEqual([]);
      const { results } = await story.ask(deleteGroups, { groupsNames: ['g', 'simple', 'none'] });
      expect(results.map(({ groupId, errorCode }) => [groupId, errorCode])).toEqual([['g', ErrorCode.NON_EMPTY_GROUP], ['simple', 0], ['none', GROUP_ID_NOT_FOUND]]);
      expect(await fetched(story, 'simple')).toEqual([0, []]);
    }));
});

describe('offsets', () => {
  it('are committed and fetched in every version', () =>
    tell({}, async (story) => {
      await coordinator(story);
      const topicId = await story.topicId('t');
      for (let version = 2; version <= 10; version++) {
        const [topic] = commit(version).topics;
        const request = commit(version, { topics: [version >= 10 ? { topicId, partitions: topic!.partitions } : topic] });
        const { topics } = await story.ask(offsetCommit, request, version);
        expect([version, topics[0]!.partitions[0]!.errorCode]).toEqual([version, 0]);
        expect(await fetched(story)).toEqual([0, [['t', 0, version, 'meta', version >= 6 ? 0 : -1]]]);
      }
      for (let version = 1; version <= 7; version++) {
        const { topics } = await story.ask(offsetFetch, { groupId: 'g', topics: [{ name: 't', partitionIndexes: [0, 1] }] }, version);
        expect([version, topics[0]!.partitions.map(({ committedOffset, errorCode }) => [committedOffset, errorCode])]).toEqual([version, [[10, 0], [-1, 0]]]);
      }
      const groups = [{ groupId: 'g', topics: [{ topicId, partitionIndexes: [0] }, { topicId: 'AAAAAAAAAAAAAAAAAAAABQ', partitionIndexes: [0] }] }];
      const byId = await story.ask(offsetFetch, { groups }, 10);
      expect(byId.groups[0]!.topics.map((topic) => [topic.topicId, topic.partitions[0]!.committedOffset, topic.partitions[0]!.errorCode])).toEqual([
        [topicId, 10, 0],
        ['AAAAAAAAAAAAAAAAAAAABQ', -1, ErrorCode.UNKNOWN_TOPIC_ID],
      ]);
    }));

  it('are refused for what is not there, and with metadata that is too long', () =>
    tell({ 'offset.metadata.max.bytes': '10' }, async (story) => {
      await coordinator(story);
      const partition = (partitionIndex: number, committedMetadata = '') => ({ partitionIndex, committedOffset: 1, committedLeaderEpoch: -1, committedMetadata });
      const topics = [{ name: 't', partitions: [partition(0, 'x'.repeat(11)), partition(1), partition(9)] }, { name: 'none', partitions: [partition(0)] }];
      const answer = await story.ask(offsetCommit, commit(0, { topics }), 9);
      const codes = answer.topics.map(({ name, partitions }) => [name, ...partitions.map(({ partitionIndex, errorCode }) => `${partitionIndex} ${errorCode}`)]);
      expect(codes).toEqual([['t', `0 ${ErrorCode.OFFSET_METADATA_TOO_LARGE}`, '1 0', `9 ${UNKNOWN_TOPIC_OR_PARTITION}`], ['none', `0 ${UNKNOWN_TOPIC_OR_PARTITION}`]]);
    }));

  it('are written in the codec of offsets.topic.compression.codec', () =>
    tell({ 'offsets.topic.compression.codec': '1' }, async (story) => {
      await coordinator(story);
      await story.ask(offsetCommit, commit(3), 9);
      const written = [...story.node.node.partitions.ofTopic('__consumer_offsets')].find(({ log }) => log.logEndOffset > 0)!;
      const { records } = await story.fetchFrom('__consumer_offsets', written.index, 0);
      expect(records![22]! & 7).toBe(1);
      await story.restart();
      await story.wait(50);
      expect(await fetched(story)).toEqual([0, [['t', 0, 3, 'meta', 0]]]);
    }));

  it('that are not committed within offsets.commit.timeout.ms are answered as such', () =>
    tell({ 'offsets.commit.timeout.ms': '1000' }, async (story) => {
      await coordinator(story);
      const partitions = [...story.node.node.partitions.ofTopic('__consumer_offsets')];
      // As if the disk took for ever: nothing is said to be written.
      for (const partition of partitions) partition.log.onWritten = null;
      const before = story.nowMs;
      const { topics } = await story.ask(offsetCommit, commit(3), 9);
      expect(topics[0]!.partitions[0]!.errorCode).toBe(ErrorCode.COORDINATOR_NOT_AVAILABLE);
      expect(story.nowMs - before).toBeGreaterThanOrEqual(1000);
      for (const partition of partitions) partition.advanceHighWatermark();
      expect((await fetched(story))[1]).toHaveLength(1);
    }));

  it('are deleted by OffsetDelete, and with their topic', () =>
    tell({}, async (story) => {
      await coordinator(story);
      await story.ask(offsetCommit, commit(3), 9);
      const topics = [{ name: 't', partitions: [{ partitionIndex: 0 }] }, { name: 'none', partitions: [{ partitionIndex: 0 }] }];
      const answer = await story.ask(offsetDelete, { groupId: 'g', topics });
      expect(answer.topics.map(({ name, partitions }) => [name, partitions[0]!.errorCode])).toEqual([['t', 0], ['none', UNKNOWN_TOPIC_OR_PARTITION]]);
      expect(await fetched(story)).toEqual([0, []]);
      await story.ask(offsetCommit, commit(4), 9);
      await story.ask(deleteTopics, { topics: [{ name: 't', topicId: 'AAAAAAAAAAAAAAAAAAAAAA' }], timeoutMs: 1000 });
      await story.wait(10);
      expect(await fetched(story)).toEqual([0, []]);
    }));

  it('expire offsets.retention.minutes after their group was left', () =>
    tell({ 'offsets.retention.minutes': '1', 'offsets.retention.check.interval.ms': '10000' }, async (story) => {
      const memberId = await stable(story);
      await story.ask(offsetCommit, commit(3, { memberId, generationIdOrMemberEpoch: 1 }), 9);
      for (let beat = 0; beat < 20; beat++) {
        await story.wait(5000);
        await story.ask(heartbeat, { groupId: 'g', generationId: 1, memberId });
      }
      expect((await fetched(story))[1]).toHaveLength(1);
      await story.ask(leaveGroup, { groupId: 'g', members: [{ memberId, groupInstanceId: null }] });
      await story.wait(50_000);
      expect((await fetched(story))[1]).toHaveLength(1);
      await story.wait(21_000);
      expect(await fetched(story)).toEqual([0, []]);
      expect((await story.ask(listGroups, {})).groups).toEqual([]);
    }));
});

describe.each<[string, (story: Story) => Promise<void>]>([
  ['a restart', (story) => story.restart()],
  ['a kill', (story) => story.killAndStart()],
])('after %s', (_what, again) => {
  const whenLoaded = async (story: Story) => {
    while ((await story.ask(listGroups, {})).errorCode === COORDINATOR_LOAD_IN_PROGRESS) await story.wait(1);
  };

  it('groups and offsets are as they were, and members go on', () =>
    tell({}, async (story) => {
      const memberId = await stable(story);
      await story.ask(offsetCommit, commit(3, { memberId, generationIdOrMemberEpoch: 1 }), 9);
      await story.ask(offsetCommit, commit(5, { groupId: 'simple' }), 9);
      await again(story);
      await whenLoaded(story);
      expect(await fetched(story)).toEqual([0, [['t', 0, 3, 'meta', 0]]]);
      expect(await fetched(story, 'simple')).toEqual([0, [['t', 0, 5, 'meta', 0]]]);
      const { groups } = await story.ask(describeGroups, { groups: ['g'] });
      expect(groups[0]).toMatchObject({ groupState: 'Stable', protocolType: 'consumer', protocolData: 'range', members: [{ memberId, clientId: 'client', clientHost: '/client' }] });
      expect(text(groups[0]!.members[0]!.memberAssignment)).toBe(`for ${memberId.slice(0, 6)}`);
      expect((await story.ask(heartbeat, { groupId: 'g', generationId: 1, memberId })).errorCode).toBe(0);
      // Not heard of any more, it goes.
      await story.wait(11_000);
      expect((await story.ask(describeGroups, { groups: ['g'] })).groups[0]).toMatchObject({ groupState: 'Empty', members: [] });
    }));

  it('what was deleted stays deleted, and a static member keeps its place', () =>
    tell({}, async (story) => {
      const memberId = await stable(story, { groupInstanceId: 'i' });
      await story.ask(offsetCommit, commit(5, { groupId: 'simple' }), 9);
      await story.ask(deleteGroups, { groupsNames: ['simple'] });
      await again(story);
      await whenLoaded(story);
      expect((await story.ask(listGroups, {})).groups.map(({ groupId }) => groupId)).toEqual(['g']);
      const back = await story.ask(joinGroup, join('', { groupInstanceId: 'i' }));
      expect(back).toMatchObject({ errorCode: 0, generationId: 1, skipAssignment: true });
      const fenced = { groupId: 'g', generationId: 1, memberId, groupInstanceId: 'i' };
      expect((await story.ask(heartbeat, fenced)).errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
    }));
});

describe('what no record can hold', () => {
  it('is refused, and does not stop the node when the member is later given up', () =>
    tell({}, async (story) => {
      await coordinator(story);
      // Strings of flexible requests may be longer than those of the records.
      const protocolType = 'x'.repeat(40_000);
      let joined = await story.ask(joinGroup, join('', { protocolType }));
      if (joined.errorCode === ErrorCode.MEMBER_ID_REQUIRED) joined = await story.ask(joinGroup, join(joined.memberId, { protocolType }));
      expect(joined.errorCode).toBe(0);
      await story.wait(60_000);
      expect(await story.ask(joinGroup, join('', { groupId: 'y'.repeat(40_000) }))).toMatchObject({ errorCode: ErrorCode.UNKNOWN_SERVER_ERROR });
      expect(await story.ask(joinGroup, join('', { groupId: 'another' }))).toMatchObject({ errorCode: ErrorCode.MEMBER_ID_REQUIRED });
    }));
});
