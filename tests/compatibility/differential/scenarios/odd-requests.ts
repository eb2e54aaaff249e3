/**
 * Requests that nobody would write by hand: for each API and version a row of them, put together by chance from values that are
 * there, not there, empty, negative, too large, or twice in one request. The chance is seeded, so both brokers get the same.
 */
import type { Message, Peer } from '../peer.js';
import { baseTimestamp, batch } from './batches.js';
import { since, type Scenario } from './scenario.js';

const requestsPerVersion = 40;
/** Others, to look for more by hand. */
const firstSeed = Number(process.env['MILLRACE_SEED'] ?? 1);
const longest = 2 ** 63;
const intMax = 2 ** 31 - 1;
const zeroId = 'AAAAAAAAAAAAAAAAAAAAAA';
const unknownId = 'u0j_PHPfTMeWgNXSQcLtZA';
const someone = 'differential-00000000-0000-4000-8000-000000000000';
const metadata = new Uint8Array([0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
const [forGroup] = [0];

/** What the requests can be about: two topics, `a` with records 2 to 4 of partition 0 left, and groups with and without members. */
interface Ground {
  readonly tag: string;
  readonly ids: { readonly a: string; readonly b: string };
  readonly member: { readonly memberId: string; readonly generationId: number };
}

class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 0x9e37_79b9;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  of<T>(...values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Up to so many, often one, and often one of them again. */
  some<T>(make: () => T, most = 3): T[] {
    const made = Array.from({ length: this.of(0, 1, 1, 1, 2, most) }, make);
    return made.length > 0 && this.below(5) === 0 ? [...made, made[0]!] : made;
  }
}

type Make = (chance: Chance, version: number, ground: Ground) => Message;

const topicName = (chance: Chance, { tag }: Ground): string => chance.of(`${tag}-a`, `${tag}-a`, `${tag}-b`, `${tag}-nowhere`, '', '?', '__consumer_offsets');
/** Without the topic whose content is each broker's own. */
const plainName = (chance: Chance, { tag }: Ground): string => chance.of(`${tag}-a`, `${tag}-a`, `${tag}-b`, `${tag}-nowhere`, '', '?');
const topicId = (chance: Chance, { ids }: Ground): string => chance.of(ids.a, ids.a, ids.b, unknownId, zeroId);
const groupId = (chance: Chance, { tag }: Ground): string => chance.of(`${tag}-simple`, `${tag}-members`, `${tag}-members`, `${tag}-nowhere`, '');
const partitionOf = (chance: Chance): number => chance.of(0, 0, 1, 2, -1, intMax);
const offsetOf = (chance: Chance): number => chance.of(0, 1, 2, 3, 4, 5, 6, -1, -2, longest);
const epochOf = (chance: Chance): number => chance.of(-1, -1, -1, 0, 1, -2, intMax);
const instanceOf = (chance: Chance): string | null => chance.of(null, null, null, 'x', '');
const memberOf = (chance: Chance, { member }: Ground): string => chance.of(member.memberId, member.memberId, someone, '');
const generationOf = (chance: Chance, { member }: Ground): number => chance.of(member.generationId, member.generationId, member.generationId + 1, 0, -1, -2);
const flag = (chance: Chance): boolean => chance.of(true, false);

const settings = ['retention.ms', 'cleanup.policy', 'segment.ms', 'no.such.setting', '', 'min.insync.replicas', 'leader.replication.throttled.replicas'];
const values = ['1', '-1', '100000', 'compact', 'delete', 'compact,delete', ',compact', 'delete,', '', ' 5 ', '*', '0:1,1:1', '99999999999999999999'];

const requests: Record<string, Make> = {
  Fetch: (chance, version, ground) => ({
    maxWaitMs: chance.of(0, -1),
    minBytes: chance.of(0, 1, -1, intMax),
    // Kafka fails at a negative maximum, and at the id of nothing at all.
    maxBytes: chance.of(1 << 20, 1 << 20, 1, 0, intMax),
    isolationLevel: chance.of(0, 1),
    ...since(version, 7, chance.of({}, {}, { sessionId: chance.of(0, 77, -1), sessionEpoch: chance.of(-1, 0, 1, -2, intMax) })),
    topics: chance.some(() => ({
      ...(version >= 13 ? { topicId: chance.of(ground.ids.a, ground.ids.b, unknownId) } : { topic: plainName(chance, ground) }),
      partitions: chance.some(() => ({
        partition: partitionOf(chance),
        fetchOffset: offsetOf(chance),
        partitionMaxBytes: chance.of(1 << 20, 1 << 20, 1, 0),
        ...since(version, 5, { logStartOffset: chance.of(-1, 0, 3) }),
        ...since(version, 9, { currentLeaderEpoch: epochOf(chance) }),
        ...since(version, 12, { lastFetchedEpoch: epochOf(chance) }),
      })),
    })),
    ...since(version, 7, { forgottenTopicsData: chance.of([], [], chance.some(() => ({ ...(version >= 13 ? { topicId: topicId(chance, ground) } : { topic: topicName(chance, ground) }), partitions: chance.some(() => partitionOf(chance)) }))) }),
  }),
  ListOffsets: (chance, version, ground) => ({
    replicaId: chance.of(-1, -1, -1, -2),
    ...since(version, 2, { isolationLevel: chance.of(0, 1) }),
    topics: chance.some(() => ({
      name: plainName(chance, ground),
      partitions: chance.some(() => ({
        partitionIndex: partitionOf(chance),
        timestamp: chance.of(-1, -2, -3, -4, -5, -6, -7, -longest, baseTimestamp, baseTimestamp + 3000, baseTimestamp + 3001, longest),
        ...since(version, 4, { currentLeaderEpoch: epochOf(chance) }),
      })),
    })),
    ...since(version, 10, { timeoutMs: chance.of(0, -1, 1000, intMax) }),
  }),
  OffsetForLeaderEpoch: (chance, version, ground) => ({
    ...since(version, 3, { replicaId: chance.of(-1, -2) }),
    topics: chance.some(() => ({
      topic: plainName(chance, ground),
      partitions: chance.some(() => ({ partition: partitionOf(chance), currentLeaderEpoch: epochOf(chance), leaderEpoch: epochOf(chance) })),
    })),
  }),
  DeleteRecords: (chance, _version, ground) => ({
    topics: chance.some(() => ({ name: topicName(chance, ground), partitions: chance.some(() => ({ partitionIndex: partitionOf(chance), offset: offsetOf(chance) })) })),
    timeoutMs: chance.of(0, -1, 1000, intMax),
  }),
  Metadata: (chance, version, ground) => ({
    // All by id or all by name, and nothing that asking would make or that Kafka throws at: those have their own scenarios.
    topics: [
      ...(version >= 12 && flag(chance)
        ? chance.some(() => ({ name: null, topicId: chance.of(ground.ids.a, ground.ids.b, unknownId) }))
        : chance.some(() => ({ name: chance.of(`${ground.tag}-a`, `${ground.tag}-b`, '', '?', '__consumer_offsets') }))),
      ...(version === 0 ? [{ name: '' }] : []),
    ],
    ...since(version, 4, { allowAutoTopicCreation: false }),
    ...since(version, 8, { includeTopicAuthorizedOperations: flag(chance) }),
  }),
  DescribeTopicPartitions: (chance, _version, ground) => ({
    // None would be all there are.
    topics: [{ name: `${ground.tag}-b` }, ...chance.some(() => ({ name: chance.of(`${ground.tag}-a`, `${ground.tag}-b`, `${ground.tag}-nowhere`) }))],
    responsePartitionLimit: chance.of(2000, 1, 2, 3, 0, intMax),
    cursor: chance.of(null, { topicName: chance.of(`${ground.tag}-a`, `${ground.tag}-b`, `${ground.tag}-nowhere`), partitionIndex: chance.of(0, 1, 2, 100) }),
  }),
  DescribeLogDirs: (chance, _version, ground) => ({ topics: chance.some(() => ({ topic: chance.of(`${ground.tag}-a`, `${ground.tag}-b`, `${ground.tag}-nowhere`, ''), partitions: chance.some(() => partitionOf(chance)) })) }),
  DescribeProducers: (chance, _version, ground) => ({ topics: chance.some(() => ({ name: topicName(chance, ground), partitionIndexes: chance.some(() => partitionOf(chance)) })) }),
  OffsetCommit: (chance, version, ground) => ({
    groupId: groupId(chance, ground),
    generationIdOrMemberEpoch: generationOf(chance, ground),
    memberId: memberOf(chance, ground),
    ...since(version, 7, { groupInstanceId: instanceOf(chance) }),
    ...(version <= 4 ? { retentionTimeMs: chance.of(-1, -1, 0, -2, 1000, 2 ** 40) } : {}),
    topics: chance.some(() => ({
      ...(version >= 10 ? { topicId: topicId(chance, ground) } : { name: topicName(chance, ground) }),
      partitions: chance.some(() => ({
        partitionIndex: partitionOf(chance),
        committedOffset: chance.of(0, 1, 5, -1, -2, 2 ** 52),
        committedMetadata: chance.of(null, '', 'a note', 'x'.repeat(4096), 'x'.repeat(4097)),
        ...since(version, 6, { committedLeaderEpoch: epochOf(chance) }),
      })),
    })),
  }),
  OffsetFetch: (chance, version, ground) => {
    const topics = (): object[] | null => {
      const named = chance.some(() => ({
        ...(version >= 10 ? { topicId: topicId(chance, ground) } : { name: topicName(chance, ground) }),
        partitionIndexes: chance.some(() => partitionOf(chance)),
      }));
      return version >= 2 && chance.below(4) === 0 ? null : named;
    };
    const group = (): object => ({
      groupId: chance.of(`${ground.tag}-simple`, `${ground.tag}-members`, `${ground.tag}-nowhere`),
      ...since(version, 9, { memberId: chance.of(null, memberOf(chance, ground)), memberEpoch: generationOf(chance, ground) }),
      topics: topics(),
    });
    const stable = since(version, 7, { requireStable: flag(chance) });
    return version >= 8 ? { groups: chance.some(group), ...stable } : { groupId: chance.of(`${ground.tag}-simple`, `${ground.tag}-members`, `${ground.tag}-nowhere`), topics: topics(), ...stable };
  },
  OffsetDelete: (chance, _version, ground) => ({
    groupId: groupId(chance, ground),
    topics: chance.some(() => ({ name: topicName(chance, ground), partitions: chance.some(() => ({ partitionIndex: partitionOf(chance) })) })),
  }),
  Heartbeat: (chance, version, ground) => ({
    groupId: groupId(chance, ground),
    generationId: generationOf(chance, ground),
    memberId: memberOf(chance, ground),
    ...since(version, 3, { groupInstanceId: instanceOf(chance) }),
  }),
  SyncGroup: (chance, version, ground) => ({
    groupId: groupId(chance, ground),
    generationId: generationOf(chance, ground),
    memberId: memberOf(chance, ground),
    ...since(version, 3, { groupInstanceId: instanceOf(chance) }),
    ...since(version, 5, { protocolType: chance.of('consumer', 'consumer', null, 'connect', ''), protocolName: chance.of('range', 'range', null, 'sticky', '') }),
    assignments: chance.some(() => ({ memberId: memberOf(chance, ground), assignment: metadata })),
  }),
  LeaveGroup: (chance, version, ground) =>
    version >= 3
      ? { groupId: groupId(chance, ground), members: chance.some(() => ({ memberId: chance.of(someone, ''), groupInstanceId: instanceOf(chance), ...since(version, 5, { reason: chance.of(null, '', 'because') }) })) }
      : { groupId: groupId(chance, ground), memberId: chance.of(someone, '') },
  DescribeGroups: (chance, version, ground) => ({ groups: chance.some(() => groupId(chance, ground)), ...since(version, 3, { includeAuthorizedOperations: flag(chance) }) }),
  DeleteGroups: (chance, _version, ground) => ({ groupsNames: chance.some(() => groupId(chance, ground)) }),
  FindCoordinator: (chance, version, ground) =>
    version >= 4
      ? { keyType: forGroup, coordinatorKeys: chance.some(() => groupId(chance, ground)) }
      : { key: groupId(chance, ground), ...since(version, 1, { keyType: forGroup }) },
  InitProducerId: (chance, version) => ({
    transactionalId: null,
    transactionTimeoutMs: chance.of(0, -1, 1000, intMax),
    ...since(version, 3, { producerId: chance.of(-1, -1, 5, -2), producerEpoch: chance.of(-1, -1, 3, -2) }),
  }),
  CreateTopics: (chance, _version, { tag }) => ({
    topics: chance.some(() => {
      const assignments = chance.of([], [], [], chance.some(() => ({ partitionIndex: chance.of(0, 1, -1), brokerIds: chance.some(() => chance.of(1, 1, 2, -1)) })));
      const counted = { numPartitions: chance.of(1, 2, -1, 0, -2), replicationFactor: chance.of(1, 1, -1, 0, 2, -2) };
      return {
        name: chance.of(`${tag}-a`, `${tag}-new-${chance.below(6)}`, `${tag}.a`, '', '.', '?', '__consumer_offsets'),
        ...(assignments.length > 0 && flag(chance) ? { numPartitions: -1, replicationFactor: -1 } : counted),
        assignments,
        configs: chance.of([], [], chance.some(() => ({ name: chance.of(...settings), value: chance.of(null, ...values) }), 2)),
      };
    }),
    validateOnly: flag(chance),
    timeoutMs: chance.of(10_000, 10_000, 10_000, 0, -1),
  }),
  CreatePartitions: (chance, _version, { tag }) => ({
    topics: chance.some(() => ({
      name: chance.of(`${tag}-a`, `${tag}-b`, `${tag}-nowhere`, '', '?'),
      count: chance.of(2, 3, 4, 0, -1, intMax),
      assignments: chance.of(null, null, chance.some(() => ({ brokerIds: chance.some(() => chance.of(1, 1, 2, -1)) }))),
    })),
    timeoutMs: 10_000,
    validateOnly: true,
  }),
  DeleteTopics: (chance, version, ground) => {
    const name = (): string => chance.of(`${ground.tag}-nowhere`, '', '?', '__cluster_metadata');
    const timeoutMs = chance.of(10_000, 10_000, 0, -1);
    if (version < 6) return { topicNames: chance.some(name), timeoutMs };
    return { topics: chance.some(() => chance.of<object>({ name: name() }, { name: null, topicId: chance.of(unknownId, zeroId) }, { name: name(), topicId: topicId(chance, ground) })), timeoutMs };
  },
  DescribeConfigs: (chance, version, { tag }) => ({
    resources: chance.some(() => ({
      resourceType: chance.of(2, 2, 4, 32, 16),
      resourceName: chance.of(`${tag}-a`, `${tag}-nowhere`, '1', '2', '', '?'),
      configurationKeys: chance.of<string[] | null>(chance.some(() => chance.of(...settings)), ['retention.ms']),
    })),
    includeSynonyms: flag(chance),
    ...since(version, 3, { includeDocumentation: false }),
  }),
  IncrementalAlterConfigs: (chance, _version, { tag }) => ({
    resources: chance.some(() => ({
      resourceType: 2,
      resourceName: chance.of(`${tag}-a`, `${tag}-a`, `${tag}-b`, `${tag}-nowhere`, '', '?'),
      configs: chance.some(() => ({ name: chance.of(...settings), configOperation: chance.of(0, 1, 2, 2, 3, 3), value: chance.of(null, ...values) })),
    })),
    validateOnly: flag(chance),
  }),
  AlterConfigs: (chance, _version, { tag }) => ({
    // One of each: Kafka does not answer where the same is there twice.
    resources: [`${tag}-a`, `${tag}-nowhere`, ''].slice(chance.below(3)).map((resourceName) => ({
      resourceType: 2,
      resourceName,
      configs: chance.some(() => ({ name: chance.of(...settings), value: chance.of(null, ...values) })),
    })),
    validateOnly: flag(chance),
  }),
  ListConfigResources: (chance, version) => ({ ...since(version, 1, { resourceTypes: [chance.of(0, 1, 3, 77, -1), ...chance.some(() => chance.of(0, 4, 77, -128))] }) }),
};

/** A topic with records, an empty one, a group with offsets only and one with a member. */
async function makeGround(peer: Peer, tag: string): Promise<Ground> {
  const a = await peer.createTopic(`${tag}-a`, 2);
  const b = await peer.createTopic(`${tag}-b`);
  const records = batch(['a', 'b', 'c', 'd', 'e']);
  await peer.call('Produce', 9, 'the ground', { acks: -1, timeoutMs: 5_000, topicData: [{ name: `${tag}-a`, partitionData: [{ index: 0, records }] }] });
  await peer.call('DeleteRecords', 2, 'the ground', { topics: [{ name: `${tag}-a`, partitions: [{ partitionIndex: 0, offset: 2 }] }], timeoutMs: 5_000 });
  const groups = [`${tag}-simple`, `${tag}-members`, `${tag}-nowhere`, ''];
  for (const group of groups) await untilCoordinated(peer, group);
  const committed = [{ name: `${tag}-a`, partitions: [{ partitionIndex: 1, committedOffset: 7, committedMetadata: 'a note' }] }];
  await peer.call('OffsetCommit', 9, 'the ground', { groupId: groups[0], memberId: '', generationIdOrMemberEpoch: -1, topics: committed });
  const join = (memberId: string): Message => ({ groupId: groups[1], memberId, sessionTimeoutMs: 60_000, rebalanceTimeoutMs: 60_000, protocolType: 'consumer', protocols: [{ name: 'range', metadata }] });
  const { memberId } = await peer.call('JoinGroup', 9, 'the ground', join(''));
  const member = (await peer.call('JoinGroup', 9, 'the ground', join(String(memberId)))) as Message & Ground['member'];
  await peer.call('SyncGroup', 5, 'the ground', { groupId: groups[1], memberId, generationId: member.generationId, protocolType: 'consumer', protocolName: 'range', assignments: [{ memberId, assignment: metadata }] });
  return { tag, ids: { a, b }, member };
}

async function untilCoordinated(peer: Peer, group: string): Promise<void> {
  const isFree = ({ groups }: Message): boolean => ![14, 15, 16].includes((groups as { errorCode: number }[])[0]!.errorCode);
  await peer.until('FindCoordinator', 6, { keyType: forGroup, coordinatorKeys: [group] }, ({ coordinators }) => (coordinators as { errorCode: number }[])[0]!.errorCode === 0);
  await peer.until('OffsetFetch', 9, { groups: [{ groupId: group, topics: null }], requireStable: false }, isFree);
}

/** The first block of ids is fetched when it is asked for. */
async function untilProducerIds(peer: Peer): Promise<void> {
  await peer.until('InitProducerId', 5, { transactionalId: null, transactionTimeoutMs: 1000 }, ({ errorCode }) => errorCode === 0);
}

/** The answer with words in place of the ids that the request could name, so that entries are known by them in any order. */
function withLabels(value: unknown, ground: Ground): unknown {
  if (Array.isArray(value)) return value.map((element) => withLabels(element, ground));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const labelled = Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withLabels(inner, ground)]));
  const { a, b } = ground.ids;
  const label = new Map<unknown, string>([[a, 'id of a'], [b, 'id of b'], [unknownId, 'id of nobody']]).get(labelled['topicId']);
  if (label === undefined) return labelled['name'] === null && labelled['topicId'] === zeroId ? { ...labelled, name: 'nothing' } : labelled;
  const name = [labelled['name'], labelled['topic']].find((one) => typeof one === 'string' && one !== '');
  return { ...labelled, topicId: label, name: name ?? (labelled['name'] === null ? `${label}, null` : label) };
}

/** The request in one line that is the same for both brokers. */
function shown(message: Message, { tag, ids, member }: Ground): string {
  const text = JSON.stringify(message, (_, value: unknown) => (value instanceof Uint8Array ? `${value.length} bytes` : value));
  return text.replaceAll(ids.a, 'the id of a').replaceAll(ids.b, 'the id of b').replaceAll(member.memberId, 'the member').replaceAll(tag, '…').replaceAll(/x{100,}/g, (all) => `${all.length} x`);
}

export const oddScenarios: readonly Scenario[] = Object.entries(requests).map(([api, make]) => ({
  name: `odd requests of ${api.toLowerCase()}`,
  api,
  async run(peer, version, tag) {
    const ground = await makeGround(peer, tag);
    if (api === 'InitProducerId') await untilProducerIds(peer);
    for (let seed = firstSeed; seed < firstSeed + requestsPerVersion; seed++) {
      const message = make(new Chance(seed), version, ground);
      await peer.call(api, version, `odd ${shown(message, ground)}`, message);
    }
    for (const answered of peer.transcript) answered.answer = withLabels(answered.answer, ground);
  },
}));
