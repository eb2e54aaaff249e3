/** Members that come back, change their mind or meet each other while a group is on its way from one state to the next. */
import type { Message, Peer, Session } from '../peer.js';
import type { Scenario } from './scenario.js';

const metadata = new Uint8Array([0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
const otherMetadata = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7]);
const assignment = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0]);
const intMax = 2 ** 31 - 1;

interface Member {
  readonly memberId: string;
  readonly generationId: number;
}

interface Who {
  memberId?: string;
  instance?: string;
  protocols?: string[];
  metadata?: Uint8Array;
  sessionTimeoutMs?: number;
  rebalanceTimeoutMs?: number;
}

function joinRequest(groupId: string, who: Who): Message {
  return {
    groupId,
    memberId: who.memberId ?? '',
    sessionTimeoutMs: who.sessionTimeoutMs ?? 60_000,
    rebalanceTimeoutMs: who.rebalanceTimeoutMs ?? 60_000,
    protocolType: 'consumer',
    protocols: (who.protocols ?? ['range']).map((name) => ({ name, metadata: who.metadata ?? metadata })),
    ...(who.instance !== undefined && { groupInstanceId: who.instance }),
  };
}

async function join(session: Session | Peer, version: number, group: string, about: string, who: Who = {}): Promise<Member> {
  return (await session.call('JoinGroup', version, about, joinRequest(group, who))) as Message & Member;
}

/** With the id that is given first, as a dynamic member joins. */
async function joinTwice(session: Session | Peer, version: number, group: string, about: string, who: Who = {}): Promise<Member> {
  const { memberId } = await join(session, version, group, about, who);
  return join(session, version, group, `${about}, with its id`, { ...who, memberId });
}

function syncRequest(groupId: string, { memberId, generationId }: Member, instance: string | undefined, assigned: readonly string[], protocolName = 'range'): Message {
  return {
    groupId,
    memberId,
    generationId,
    protocolType: 'consumer',
    protocolName,
    assignments: assigned.map((id) => ({ memberId: id, assignment })),
    ...(instance !== undefined && { groupInstanceId: instance }),
  };
}

const sync = (session: Session | Peer, group: string, about: string, member: Member, instance?: string, ...assigned: string[]): Promise<Message> =>
  session.call('SyncGroup', 5, about, syncRequest(group, member, instance, assigned));

const describeGroup = (peer: Peer, group: string, about: string): Promise<Message> => peer.call('DescribeGroups', 6, about, { groups: [group] });

async function untilCoordinated(peer: Peer, group: string): Promise<void> {
  const isReady = ({ groups }: Message): boolean => (groups as { errorCode: number }[])[0]?.errorCode === 0;
  await peer.until('FindCoordinator', 6, { keyType: 0, coordinatorKeys: [group] }, ({ coordinators }) => (coordinators as { errorCode: number }[])[0]?.errorCode === 0);
  await peer.until('OffsetFetch', 9, { groups: [{ groupId: group, topics: null }], requireStable: false }, isReady);
}

const untilState = (peer: Peer, group: string, state: string, members: number): Promise<Message> =>
  peer.until('DescribeGroups', 5, { groups: [group] }, (answer) => {
    const [found] = answer['groups'] as { groupState: string; members: unknown[] }[];
    return found!.groupState === state && found!.members.length === members;
  });

/** A stable group of a leader, and an instance whose join has to wait for it, on a session of its own. */
async function leaderAndInstance(peer: Peer, version: number, tag: string): Promise<{ leader: Member; fenced: Session; back: Session; joining: Promise<Member> }> {
  await untilCoordinated(peer, tag);
  const [fenced, back] = [peer.session(), peer.session()];
  const leader = await joinTwice(peer, 9, tag, 'the leader');
  await sync(peer, tag, 'the leader syncs', leader, undefined, leader.memberId);
  const joining = join(fenced, version, tag, 'an instance joins', { instance: 'two' });
  await untilState(peer, tag, 'PreparingRebalance', 2);
  return { leader, fenced, back, joining };
}

export const groupStateScenarios: readonly Scenario[] = [
  {
    name: 'a static member comes back in a stable group',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      await untilCoordinated(peer, tag);
      const first = await join(peer, version, tag, 'it comes', { instance: 'one', protocols: ['range', 'roundrobin'] });
      await sync(peer, tag, 'and syncs', first, 'one', first.memberId);
      const second = await join(peer, version, tag, 'back as it was', { instance: 'one', protocols: ['range', 'roundrobin'] });
      await sync(peer, tag, 'it asks for its assignment', second, 'one');
      const third = await join(peer, version, tag, 'back with other metadata', { instance: 'one', protocols: ['range', 'roundrobin'], metadata: otherMetadata });
      await describeGroup(peer, tag, 'after other metadata');
      const fourth = await join(peer, version, tag, 'back with another first protocol', { instance: 'one', protocols: ['roundrobin', 'range'] });
      await describeGroup(peer, tag, 'after another first protocol');
      await join(peer, version, tag, 'back with a protocol that nobody has', { instance: 'one', protocols: ['sticky'] });
      await describeGroup(peer, tag, 'after a protocol that nobody has');
      for (const [index, old] of [first, second, third, fourth].entries()) await peer.call('Heartbeat', 4, `life ${index}`, { groupId: tag, ...old, groupInstanceId: 'one' });
    },
  },
  {
    name: 'a static member comes back before it has synced',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      await untilCoordinated(peer, tag);
      const first = await join(peer, version, tag, 'it comes', { instance: 'one' });
      await describeGroup(peer, tag, 'before the sync');
      const second = await join(peer, version, tag, 'it comes back', { instance: 'one' });
      await sync(peer, tag, 'the old one syncs', first, 'one', first.memberId);
      await sync(peer, tag, 'the new one syncs', second, 'one', second.memberId);
      await describeGroup(peer, tag, 'then');
    },
  },
  {
    name: 'a static member comes back while others wait for it',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      await untilCoordinated(peer, tag);
      const [other, late] = [peer.session(), peer.session()];
      const one = await join(peer, version, tag, 'the first', { instance: 'one' });
      await sync(peer, tag, 'the first syncs', one, 'one', one.memberId);
      const { memberId } = await join(other, 9, tag, 'another wants an id');
      const waiting = join(other, 9, tag, 'another joins', { memberId });
      await untilState(peer, tag, 'PreparingRebalance', 2);
      await peer.call('Heartbeat', 4, 'the first lives', { groupId: tag, ...one, groupInstanceId: 'one' });
      const back = await join(late, version, tag, 'the first comes back', { instance: 'one' });
      const joined = await waiting;
      await describeGroup(peer, tag, 'then');
      const following = sync(other, tag, 'the other syncs', joined);
      await sync(late, tag, 'the first syncs again', back, 'one', back.memberId, joined.memberId);
      await following;
      await describeGroup(peer, tag, 'in the end');
      other.close();
      late.close();
    },
  },
  {
    name: 'a static member comes back while its own join waits',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      const { leader, fenced, back, joining: waiting } = await leaderAndInstance(peer, version, tag);
      const again = join(back, version, tag, 'the instance again', { instance: 'two' });
      await waiting;
      const led = await join(peer, 9, tag, 'the leader joins', { memberId: leader.memberId });
      const two = await again;
      const following = sync(back, tag, 'the instance syncs', two, 'two');
      await sync(peer, tag, 'the leader assigns', led, undefined, led.memberId, two.memberId);
      await following;
      await describeGroup(peer, tag, 'in the end');
      fenced.close();
      back.close();
    },
  },
  {
    name: 'a static member comes back while its sync waits',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 5) return;
      const { leader, fenced, back, joining } = await leaderAndInstance(peer, version, tag);
      const led = await join(peer, 9, tag, 'the leader joins', { memberId: leader.memberId });
      const two = await joining;
      const waiting = sync(fenced, tag, 'the instance syncs', two, 'two');
      await untilState(peer, tag, 'CompletingRebalance', 2);
      const again = join(back, version, tag, 'the instance comes back', { instance: 'two' });
      await waiting;
      await peer.call('Heartbeat', 4, 'the leader hears of it', { groupId: tag, ...led });
      const ledAgain = await join(peer, 9, tag, 'the leader joins again', { memberId: leader.memberId });
      const newTwo = await again;
      await sync(peer, tag, 'the leader assigns', ledAgain, undefined, ledAgain.memberId, newTwo.memberId);
      await sync(back, tag, 'the instance syncs at last', newTwo, 'two');
      await describeGroup(peer, tag, 'in the end');
      fenced.close();
      back.close();
    },
  },
  {
    name: 'the protocol of a group changes',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      await untilCoordinated(peer, tag);
      const join1 = version >= 4 ? joinTwice : join;
      const one = await join1(peer, version, tag, 'range only', { protocols: ['range'] });
      await sync(peer, tag, 'it syncs', one, undefined, one.memberId);
      const same = await join(peer, version, tag, 'again, as leader', { memberId: one.memberId });
      await join(peer, version, tag, 'again, before the sync', { memberId: one.memberId });
      await join(peer, version, tag, 'both, before the sync', { memberId: one.memberId, protocols: ['roundrobin', 'range'] });
      const both = await join(peer, version, tag, 'the other only', { memberId: one.memberId, protocols: ['roundrobin'] });
      await sync(peer, tag, 'with the old protocol', both, undefined, one.memberId);
      await peer.call('SyncGroup', 5, 'with the new one', syncRequest(tag, both, undefined, [one.memberId], 'roundrobin'));
      await describeGroup(peer, tag, 'then');
      await peer.call('OffsetCommit', 9, 'a commit of an old generation', { groupId: tag, memberId: one.memberId, generationIdOrMemberEpoch: same.generationId, topics: [] });
      await peer.call('LeaveGroup', 5, 'it leaves', { groupId: tag, members: [{ memberId: one.memberId }] });
      await join1(peer, version, tag, 'another protocol in the empty group', { protocols: ['x'] });
      await describeGroup(peer, tag, 'in the end');
    },
  },
  {
    name: 'time-outs of all sizes',
    api: 'JoinGroup',
    async run(peer, version, tag) {
      if (version < 4) return;
      await untilCoordinated(peer, tag);
      for (const [index, sessionTimeoutMs] of [6_000, 1_800_000, 1_800_001, intMax, 0, -1].entries()) {
        for (const rebalanceTimeoutMs of [0, -1, -5, intMax]) {
          const group = `${tag}-${index}-${rebalanceTimeoutMs}`;
          await untilCoordinated(peer, group);
          const { memberId } = await join(peer, version, group, `session ${sessionTimeoutMs}, rebalance ${rebalanceTimeoutMs}`, { sessionTimeoutMs, rebalanceTimeoutMs });
          if (memberId !== '') await join(peer, version, group, `with its id, ${sessionTimeoutMs}, ${rebalanceTimeoutMs}`, { memberId, sessionTimeoutMs, rebalanceTimeoutMs });
        }
      }
    },
  },
];
