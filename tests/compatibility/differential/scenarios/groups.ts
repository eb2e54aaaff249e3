/** The classic group protocol and committed offsets. */
import type { Message, Peer, Session } from '../peer.js';
import { since, type Scenario } from './scenario.js';

const unknownId = 'u0j_PHPfTMeWgNXSQcLtZA';
const [forGroup, forTransaction, forShare] = [0, 1, 2];
const metadata = new Uint8Array([0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
const assignment = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0]);
const someone = 'differential-00000000-0000-4000-8000-000000000000';

/** Waits until the group's coordinator answers. */
async function untilCoordinated(peer: Peer, group: string): Promise<void> {
  const found = ({ coordinators }: Message): boolean => (coordinators as { errorCode: number }[])[0]?.errorCode === 0;
  await peer.until('FindCoordinator', 6, { keyType: forGroup, coordinatorKeys: [group] }, found);
  const fetched = ({ groups }: Message): boolean => (groups as { errorCode: number }[])[0]?.errorCode === 0;
  await peer.until('OffsetFetch', 9, { groups: [{ groupId: group, topics: null }], requireStable: false }, fetched);
}

interface JoinMore {
  groupInstanceId?: string;
  sessionTimeoutMs?: number;
  protocolType?: string;
  protocols?: string[];
}

function joinRequest(version: number, groupId: string, memberId: string, { groupInstanceId, sessionTimeoutMs = 10_000, protocolType = 'consumer', protocols = ['range'] }: JoinMore = {}): Message {
  return {
    groupId,
    memberId,
    sessionTimeoutMs,
    protocolType,
    protocols: protocols.map((name) => ({ name, metadata })),
    ...since(version, 1, { rebalanceTimeoutMs: 10_000 }),
    ...(groupInstanceId === undefined ? {} : { groupInstanceId }),
  };
}

/** Joins, with the member id that the broker gives in a first answer since version 4. */
async function join(session: Session | Peer, version: number, group: string, about: string, more: JoinMore = {}): Promise<{ memberId: string; generationId: number }> {
  const first = await session.call('JoinGroup', version, about, joinRequest(version, group, '', more));
  const answer = first['errorCode'] === 79 ? await session.call('JoinGroup', version, `${about}, with its id`, joinRequest(version, group, String(first['memberId']), more)) : first;
  return answer as { memberId: string; generationId: number };
}

function syncRequest(version: number, groupId: string, memberId: string, generationId: number, assigned: string[] = []): Message {
  return { groupId, memberId, generationId, ...since(version, 5, { protocolType: 'consumer', protocolName: 'range' }), assignments: assigned.map((id) => ({ memberId: id, assignment })) };
}

/** A group with one member that is stable, in fixed versions. */
async function stable(peer: Peer, group: string): Promise<{ memberId: string; generationId: number }> {
  await untilCoordinated(peer, group);
  const member = await join(peer, 9, group, 'the ground');
  await peer.call('SyncGroup', 5, 'the ground', syncRequest(5, group, member.memberId, member.generationId, [member.memberId]));
  return member;
}

function commitRequest(groupId: string, topics: object[], member: { memberId?: string; generationId?: number } = {}): Message {
  return { groupId, memberId: member.memberId ?? '', generationIdOrMemberEpoch: member.generationId ?? -1, topics };
}

function commitTopic(version: number, name: string, topicId: string, ...partitions: object[]): object {
  const named = version >= 10 ? { topicId } : { name };
  return { ...named, partitions: partitions.map((partition) => ({ partitionIndex: 0, committedOffset: 5, committedMetadata: '', ...partition })) };
}

export const groupScenarios: readonly Scenario[] = [
  {
    name: 'coordinators',
    api: 'FindCoordinator',
    async run(peer, version, tag) {
      await untilCoordinated(peer, tag);
      const ask = (about: string, keyType: number, ...keys: string[]) => peer.call('FindCoordinator', version, about, { ...(version >= 4 ? { coordinatorKeys: keys } : { key: keys[0] }), ...since(version, 1, { keyType }) });
      await ask('of a group', forGroup, tag);
      await ask('of the group without a name', forGroup, '');
      if (version >= 4) await ask('of two groups', forGroup, tag, `${tag}-2`);
      if (version >= 4) await ask('of the same twice', forGroup, tag, tag);
      if (version >= 4) await ask('of nothing', forGroup);
      if (version >= 1) await ask('of a type that is not known', 9, tag);
      if (version >= 1) await ask('of a share group with a bad key', forShare, tag);
      if (version >= 1) await ask('of a transaction', forTransaction, tag);
    },
  },
  {
    name: 'a member joins, stays and leaves',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      await untilCoordinated(peer, tag);
      const member = await join(peer, version, tag, 'a first member');
      await peer.call('Heartbeat', 4, 'before the assignment', { groupId: tag, memberId: member.memberId, generationId: member.generationId });
      await peer.call('SyncGroup', 5, 'its assignment', syncRequest(5, tag, member.memberId, member.generationId, [member.memberId]));
      await peer.call('Heartbeat', 4, 'it is there', { groupId: tag, memberId: member.memberId, generationId: member.generationId });
      const again = await peer.call('JoinGroup', version, 'it joins again', joinRequest(version, tag, member.memberId));
      await peer.call('SyncGroup', 5, 'the same assignment', syncRequest(5, tag, member.memberId, Number(again['generationId']), [member.memberId]));
      await peer.call('DescribeGroups', 6, 'the group', { groups: [tag] });
      await peer.call('LeaveGroup', 5, 'it leaves', { groupId: tag, members: [{ memberId: member.memberId }] });
      await peer.call('JoinGroup', version, 'it comes back with its old id', joinRequest(version, tag, member.memberId));
      await peer.call('DescribeGroups', 6, 'the group without members', { groups: [tag] });
    },
  },
  {
    name: 'joins that are refused',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      const member = await stable(peer, tag);
      const ask = (about: string, group: string, memberId: string, more: JoinMore = {}) => peer.call('JoinGroup', version, about, joinRequest(version, group, memberId, more));
      await ask('no group', '', '');
      await ask('an id of nobody', tag, someone);
      await ask('an id of nobody, a new group', `${tag}-new`, someone);
      await ask('another protocol type', tag, '', { protocolType: 'connect' });
      await ask('another protocol', tag, '', { protocols: ['roundrobin'] });
      await ask('no protocol type', `${tag}-new`, '', { protocolType: '' });
      await ask('no protocols', `${tag}-new`, '', { protocols: [] });
      await ask('no protocols with its id', tag, member.memberId, { protocols: [] });
      for (const sessionTimeoutMs of [0, 5_999, 2_000_000_000, -1]) await ask(`a session timeout of ${sessionTimeoutMs}`, `${tag}-new`, '', { sessionTimeoutMs });
    },
  },
  {
    name: 'static members',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      await untilCoordinated(peer, tag);
      const first = await join(peer, version, tag, 'a static member', { groupInstanceId: 'one' });
      await peer.call('SyncGroup', 5, 'its assignment', { ...syncRequest(5, tag, first.memberId, first.generationId, [first.memberId]), groupInstanceId: 'one' });
      await join(peer, version, tag, 'it comes back', { groupInstanceId: 'one' });
      const fenced = { groupId: tag, memberId: first.memberId, generationId: first.generationId, groupInstanceId: 'one' };
      await peer.call('Heartbeat', 4, 'the old one', fenced);
      await peer.call('JoinGroup', version, 'the old one joins', joinRequest(version, tag, first.memberId, { groupInstanceId: 'one' }));
      await peer.call('SyncGroup', 5, 'the old one syncs', { ...syncRequest(5, tag, first.memberId, first.generationId), groupInstanceId: 'one' });
      await peer.call('OffsetCommit', 9, 'the old one commits', { ...commitRequest(tag, [commitTopic(9, 'x', '', {})], first), groupInstanceId: 'one' });
      await peer.call('Heartbeat', 4, 'an instance of nobody', { ...fenced, groupInstanceId: 'two' });
      await peer.call('DescribeGroups', 6, 'the group', { groups: [tag] });
      await peer.call('LeaveGroup', 5, 'the old one leaves', { groupId: tag, members: [{ memberId: first.memberId, groupInstanceId: 'one' }, { memberId: '', groupInstanceId: 'two' }] });
      await peer.call('LeaveGroup', 5, 'the instance leaves', { groupId: tag, members: [{ memberId: '', groupInstanceId: 'one' }] });
    },
  },
  {
    name: 'two members',
    api: 'SyncGroup',
    async run(peer, version, tag) {
      await untilCoordinated(peer, tag);
      const second = peer.session();
      const one = await join(peer, 9, tag, 'a first member');
      await peer.call('SyncGroup', 5, 'alone', syncRequest(5, tag, one.memberId, one.generationId, [one.memberId]));
      const { memberId } = await second.call('JoinGroup', 9, 'a second member', joinRequest(9, tag, ''));
      const joined = second.call('JoinGroup', 9, 'a second member, with its id', joinRequest(9, tag, String(memberId)));
      await peer.until('Heartbeat', 4, { groupId: tag, memberId: one.memberId, generationId: one.generationId }, ({ errorCode }) => errorCode === 27);
      const again = (await peer.call('JoinGroup', 9, 'the first joins again', joinRequest(9, tag, one.memberId))) as unknown as { generationId: number };
      const other = (await joined) as unknown as { memberId: string; generationId: number };
      const waiting = second.call('SyncGroup', version, 'the follower waits', syncRequest(version, tag, other.memberId, other.generationId));
      await peer.call('SyncGroup', version, 'the leader assigns', syncRequest(version, tag, one.memberId, again.generationId, [one.memberId, other.memberId]));
      await waiting;
      await peer.call('SyncGroup', version, 'again', syncRequest(version, tag, one.memberId, again.generationId));
      await peer.call('SyncGroup', version, 'an old generation', syncRequest(version, tag, one.memberId, again.generationId - 1));
      await peer.call('SyncGroup', version, 'a generation to come', syncRequest(version, tag, one.memberId, again.generationId + 1));
      await peer.call('SyncGroup', version, 'nobody', syncRequest(version, tag, someone, again.generationId));
      await peer.call('SyncGroup', version, 'no group', syncRequest(version, '', one.memberId, 1));
      await peer.call('SyncGroup', version, 'a group that is not there', syncRequest(version, `${tag}-nowhere`, one.memberId, 1));
      if (version >= 5) await peer.call('SyncGroup', version, 'another protocol type', { ...syncRequest(version, tag, one.memberId, again.generationId), protocolType: 'connect' });
      if (version >= 5) await peer.call('SyncGroup', version, 'another protocol', { ...syncRequest(version, tag, one.memberId, again.generationId), protocolName: 'roundrobin' });
      await peer.call('DescribeGroups', 6, 'the group', { groups: [tag] });
      second.close();
    },
  },
  {
    name: 'heartbeats',
    api: 'Heartbeat',
    async run(peer, version, tag) {
      const member = await stable(peer, tag);
      const beat = (about: string, groupId: string, memberId: string, generationId: number, more: object = {}) => peer.call('Heartbeat', version, about, { groupId, memberId, generationId, ...more });
      await beat('there', tag, member.memberId, member.generationId);
      await beat('an old generation', tag, member.memberId, member.generationId - 1);
      await beat('a generation to come', tag, member.memberId, member.generationId + 1);
      await beat('nobody', tag, someone, member.generationId);
      await beat('no member', tag, '', member.generationId);
      await beat('no group', '', member.memberId, 1);
      await beat('a group that is not there', `${tag}-nowhere`, member.memberId, 1);
      if (version >= 3) await beat('an instance of nobody', tag, member.memberId, member.generationId, { groupInstanceId: 'x' });
    },
  },
  {
    name: 'members leave',
    api: 'LeaveGroup',
    async run(peer, version, tag) {
      const member = await stable(peer, tag);
      const leave = (about: string, groupId: string, ...ids: string[]) => peer.call('LeaveGroup', version, about, { groupId, ...(version >= 3 ? { members: ids.map((memberId) => ({ memberId })) } : { memberId: ids[0] }) });
      await leave('nobody', tag, someone);
      await leave('no group', '', member.memberId);
      await leave('a group that is not there', `${tag}-nowhere`, member.memberId);
      if (version >= 3) await leave('no members', tag);
      if (version >= 3) await leave('one there, one not', tag, someone, member.memberId);
      else await leave('there', tag, member.memberId);
      await leave('again', tag, member.memberId);
    },
  },
  {
    name: 'groups are described',
    api: 'DescribeGroups',
    async run(peer, version, tag) {
      await stable(peer, tag);
      const ask = (about: string, ...groups: string[]) => peer.call('DescribeGroups', version, about, { groups });
      await ask('there', tag);
      await ask('not there', `${tag}-nowhere`);
      await ask('no name', '');
      await ask('several', tag, `${tag}-nowhere`, tag);
      await ask('none');
      if (version >= 3) await peer.call('DescribeGroups', version, 'with the operations', { groups: [tag, `${tag}-nowhere`], includeAuthorizedOperations: true });
    },
  },
  {
    name: 'groups are listed and deleted',
    api: 'DeleteGroups',
    async run(peer, version, tag) {
      const member = await stable(peer, tag);
      await peer.createTopic(tag);
      const remove = (about: string, ...groupsNames: string[]) => peer.call('DeleteGroups', version, about, { groupsNames });
      await remove('not empty', tag);
      await remove('not there', `${tag}-nowhere`);
      await remove('no name', '');
      await remove('none');
      await peer.call('LeaveGroup', 5, 'it leaves', { groupId: tag, members: [{ memberId: member.memberId }] });
      await remove('empty, named twice', tag, tag);
      await remove('again', tag);
      await untilCoordinated(peer, `${tag}-offsets`);
      await peer.call('OffsetCommit', 9, 'only offsets', commitRequest(`${tag}-offsets`, [commitTopic(9, tag, '', {})]));
      await peer.call('DescribeGroups', 6, 'only offsets', { groups: [`${tag}-offsets`] });
      await remove('only offsets', `${tag}-offsets`);
      await peer.call('OffsetFetch', 9, 'after that', { groups: [{ groupId: `${tag}-offsets`, topics: null }] });
    },
  },
  {
    name: 'groups are listed',
    api: 'ListGroups',
    async run(peer, version, tag) {
      await stable(peer, tag);
      const ask = (about: string, more: Message = {}) => peer.call('ListGroups', version, about, more);
      await ask('all');
      if (version >= 4) for (const state of ['Stable', 'stable', 'Empty', 'Dead', 'CompletingRebalance', 'Nonsense']) await ask(`state ${state}`, { statesFilter: [state] });
      if (version >= 5) for (const type of ['classic', 'Classic', 'consumer', 'nonsense']) await ask(`type ${type}`, { typesFilter: [type] });
    },
  },
  {
    name: 'offsets are committed',
    api: 'OffsetCommit',
    async run(peer, version, tag) {
      const id = await peer.createTopic(tag, 2);
      const member = await stable(peer, `${tag}-members`);
      await untilCoordinated(peer, tag);
      const commit = (about: string, group: string, topics: object[], who: object = {}, more: object = {}) => peer.call('OffsetCommit', version, about, { ...commitRequest(group, topics, who), ...more });
      const topic = (...partitions: object[]) => commitTopic(version, tag, id, ...partitions);
      const retention = version <= 4 ? { retentionTimeMs: 1000_000 } : {};
      const epoch = since(version, 6, { committedLeaderEpoch: 3 });
      await commit('from outside', tag, [topic({ committedMetadata: 'a note', ...epoch }, { partitionIndex: 1, committedOffset: 7 })], {}, retention);
      await commit('null as a note', tag, [topic({ committedMetadata: null })]);
      await commit('a note of 5000', tag, [topic({ committedMetadata: 'x'.repeat(5_000) }, { partitionIndex: 1, committedOffset: 8 })]);
      await commit('a negative offset', tag, [topic({ committedOffset: -5 })]);
      await commit('a partition that is not there', tag, [topic({ partitionIndex: 9 }, { partitionIndex: 1, committedOffset: 9 })]);
      await commit('a topic that is not there', tag, [commitTopic(version, `${tag}-nowhere`, unknownId, {})]);
      await commit('one there, one not', tag, [commitTopic(version, `${tag}-nowhere`, unknownId, {}), topic({ partitionIndex: 1 })]);
      await commit('no topics', tag, []);
      await commit('no partitions', tag, [topic()]);
      await commit('no group', '', [topic({})]);
      await commit('a generation without a group', `${tag}-nowhere`, [topic({})], { generationId: 3 });
      await commit('a generation and a member without a group', `${tag}-nowhere`, [topic({})], { generationId: 3, memberId: someone });
      await commit('a member without a generation', tag, [topic({})], { memberId: someone });
      await commit('a member', `${tag}-members`, [topic({})], member);
      await commit('a member of an old generation', `${tag}-members`, [topic({})], { ...member, generationId: member.generationId - 1 });
      await commit('nobody', `${tag}-members`, [topic({})], { ...member, memberId: someone });
      await commit('from outside into a group with members', `${tag}-members`, [topic({})]);
      if (version >= 7) await commit('an instance of nobody', `${tag}-members`, [topic({})], member, { groupInstanceId: 'x' });
      await peer.call('OffsetFetch', 9, 'what is there then', { groups: [{ groupId: tag, topics: null }, { groupId: `${tag}-members`, topics: null }] });
    },
  },
  {
    name: 'offsets are fetched',
    api: 'OffsetFetch',
    async run(peer, version, tag) {
      const id = await peer.createTopic(tag, 3);
      const member = await stable(peer, `${tag}-members`);
      await untilCoordinated(peer, tag);
      await peer.call('OffsetCommit', 9, 'the ground', commitRequest(tag, [commitTopic(9, tag, id, { committedMetadata: 'a note', committedLeaderEpoch: 2 }, { partitionIndex: 1, committedOffset: 7 })]));
      const topics = (...partitionIndexes: number[]) => [{ ...(version >= 10 ? { topicId: id } : { name: tag }), partitionIndexes }];
      const ask = (about: string, groupId: string, some: object[] | null, more: object = {}, who: object = {}) =>
        peer.call('OffsetFetch', version, about, { ...(version >= 8 ? { groups: [{ groupId, topics: some, ...who }] } : { groupId, topics: some }), ...more });
      await ask('some', tag, topics(0, 1, 2));
      await ask('a partition that is not there', tag, topics(9));
      await ask('a topic that is not there', tag, [{ ...(version >= 10 ? { topicId: unknownId } : { name: `${tag}-nowhere` }), partitionIndexes: [0] }]);
      if (version >= 2) await ask('all', tag, null);
      await ask('none', tag, []);
      await ask('a group that is not there', `${tag}-nowhere`, topics(0));
      await ask('no group', '', topics(0));
      if (version >= 7) await ask('stable ones', tag, topics(0, 2), { requireStable: true });
      if (version >= 9) await ask('by a member', `${tag}-members`, topics(0), {}, { memberId: member.memberId, memberEpoch: member.generationId });
      if (version >= 9) await ask('by nobody', `${tag}-members`, topics(0), {}, { memberId: someone, memberEpoch: 1 });
      if (version >= 8) await peer.call('OffsetFetch', version, 'two groups', { groups: [{ groupId: tag, topics: topics(0) }, { groupId: `${tag}-nowhere`, topics: null }, { groupId: '', topics: null }] });
      if (version >= 8) await peer.call('OffsetFetch', version, 'no groups', { groups: [] });
    },
  },
  {
    name: 'offsets are deleted',
    api: 'OffsetDelete',
    async run(peer, version, tag) {
      const id = await peer.createTopic(tag, 2);
      await stable(peer, `${tag}-members`);
      await untilCoordinated(peer, tag);
      await peer.call('OffsetCommit', 9, 'the ground', commitRequest(tag, [commitTopic(9, tag, id, {}, { partitionIndex: 1, committedOffset: 7 })]));
      const remove = (about: string, groupId: string, name: string, ...indexes: number[]) => peer.call('OffsetDelete', version, about, { groupId, topics: [{ name, partitions: indexes.map((partitionIndex) => ({ partitionIndex })) }] });
      await remove('one', tag, tag, 0);
      await remove('one that has none', tag, tag, 0);
      await remove('a partition that is not there', tag, tag, 9);
      await remove('a topic that is not there', tag, `${tag}-nowhere`, 0);
      await remove('no group', '', tag, 0);
      await remove('a group that is not there', `${tag}-nowhere`, tag, 0);
      await remove('a group with members', `${tag}-members`, tag, 0);
      await peer.call('OffsetDelete', version, 'nothing', { groupId: tag, topics: [] });
      await peer.call('OffsetFetch', 9, 'what is left', { groups: [{ groupId: tag, topics: null }] });
      await remove('the last', tag, tag, 1);
      await peer.call('DescribeGroups', 6, 'the group after that', { groups: [tag] });
    },
  },
];
