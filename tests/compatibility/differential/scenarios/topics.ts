/** CreateTopics, CreatePartitions, DeleteTopics: good ones and everything that a client may get wrong. */
import { since, type Scenario } from './scenario.js';

interface Topic {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: { partitionIndex: number; brokerIds: number[] }[];
  configs: { name: string; value: string | null }[];
}

function topic(name: string, more: Partial<Topic> = {}): Topic {
  return { name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [], ...more };
}

const assigned = (...replicas: number[][]): Partial<Topic> => ({
  numPartitions: -1,
  replicationFactor: -1,
  assignments: replicas.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds })),
});

const config = (name: string, value: string | null): Partial<Topic> => ({ configs: [{ name, value }] });

const badConfigs: [name: string, value: string | null][] = [
  ['no.such.setting', '1'],
  ['retention.ms', 'soon'],
  ['retention.ms', '-2'],
  ['retention.ms', ''],
  ['retention.ms', null],
  ['cleanup.policy', 'shred'],
  ['cleanup.policy', ''],
  ['compression.type', 'zip'],
  ['segment.bytes', '10'],
  ['segment.bytes', '99999999999'],
  ['min.insync.replicas', '0'],
  ['min.cleanable.dirty.ratio', '1.5'],
  ['preallocate', 'maybe'],
  ['message.timestamp.type', 'Never'],
  ['compression.gzip.level', '0'],
  ['compression.zstd.level', '99'],
  ['max.message.bytes', '-1'],
  ['local.retention.ms', '-3'],
  ['leader.replication.throttled.replicas', 'x'],
  ['unclean.leader.election.enable', 'yes'],
];

export const topicScenarios: readonly Scenario[] = [
  {
    name: 'topics are created or refused',
    api: 'CreateTopics',
    async run(peer, version, tag) {
      const create = (about: string, topics: Topic[], more: object = {}) => peer.call('CreateTopics', version, about, { topics, timeoutMs: 10_000, ...more });
      await create('plain', [topic(`${tag}-plain`, { numPartitions: 3 })]);
      await create('twice', [topic(`${tag}-plain`)]);
      await create('defaults', [topic(`${tag}-defaults`, { numPartitions: -1, replicationFactor: -1 })]);
      await create('settings', [topic(`${tag}-settings`, { configs: [{ name: 'retention.ms', value: '123456' }, { name: 'cleanup.policy', value: 'compact,delete' }, { name: 'retention.bytes', value: ' 77 ' }] })]);
      await create('the same setting twice', [topic(`${tag}-two`, { configs: [{ name: 'retention.ms', value: '1' }, { name: 'retention.ms', value: '2' }] })]);
      await create('assigned', [topic(`${tag}-assigned`, assigned([1], [1]))]);
      await create('none', []);
      await create('several', [topic(`${tag}-a`), topic(`${tag}-b`), topic(`${tag}-b`), topic(`${tag}-plain`), topic('?')]);
      await create('only checked', [topic(`${tag}-checked`), topic(`${tag}-plain`), topic(`${tag}-bad`, config('retention.ms', 'soon'))], { validateOnly: true });
      await create('not there after a check', [topic(`${tag}-checked`)]);
      await create('names that collide', [topic(`${tag}.dot`)]);
      await create('names that collide', [topic(`${tag}_dot`)]);
      for (const timeoutMs of [0, -1]) await create(`within ${timeoutMs} ms`, [topic(`${tag}-hurry`), topic('?'), topic('__cluster_metadata')], { timeoutMs });
    },
  },
  {
    name: 'bad topics',
    api: 'CreateTopics',
    async run(peer, version, tag) {
      const create = (about: string, one: Topic) => peer.call('CreateTopics', version, about, { topics: [one] });
      for (const name of ['', '.', '..', 'a b', 'ü', 'a/b', 'x'.repeat(249), 'x'.repeat(250), '__cluster_metadata']) await create(`the name "${name.slice(0, 20)}" (${name.length})`, topic(name));
      for (const numPartitions of [0, -2, 200_000]) await create(`${numPartitions} partitions`, topic(`${tag}-p`, { numPartitions }));
      for (const replicationFactor of [0, -2, 2, 32_767]) await create(`${replicationFactor} replicas`, topic(`${tag}-r`, { replicationFactor }));
      await create('assigned and counted', topic(`${tag}-x`, { ...assigned([1]), numPartitions: 1 }));
      await create('assigned and replicated', topic(`${tag}-x`, { ...assigned([1]), replicationFactor: 1 }));
      await create('assigned to nobody', topic(`${tag}-x`, assigned([])));
      await create('assigned to who is not there', topic(`${tag}-x`, assigned([7])));
      await create('assigned to a negative id', topic(`${tag}-x`, assigned([-1])));
      await create('assigned twice', topic(`${tag}-x`, assigned([1, 1])));
      await create('assigned unevenly', topic(`${tag}-x`, assigned([1], [1, 2])));
      await create('assigned with a gap', topic(`${tag}-x`, { ...assigned([1], [1]), assignments: [{ partitionIndex: 0, brokerIds: [1] }, { partitionIndex: 2, brokerIds: [1] }] }));
      await create('assigned the same partition', topic(`${tag}-x`, { ...assigned([1]), assignments: [{ partitionIndex: 0, brokerIds: [1] }, { partitionIndex: 0, brokerIds: [1] }] }));
      for (const [name, value] of badConfigs) await create(`${name}=${value}`, topic(`${tag}-c`, config(name, value)));
      const both = [{ name: 'no.such.setting', value: '1' }, { name: 'another', value: null }];
      await create('several settings that are wrong', topic(`${tag}-c`, { configs: both }));
      await create('a minimum above the maximum', topic(`${tag}-lag`, { configs: [{ name: 'min.compaction.lag.ms', value: '10' }, { name: 'max.compaction.lag.ms', value: '5' }] }));
      await create('local retention above retention', topic(`${tag}-local`, { configs: [{ name: 'retention.ms', value: '10' }, { name: 'local.retention.ms', value: '20' }] }));
      await create('tiered storage', topic(`${tag}-tiered`, config('remote.storage.enable', 'true')));
    },
  },
  {
    name: 'partitions are added or refused',
    api: 'CreatePartitions',
    async run(peer, version, tag) {
      const name = `${tag}-grows`;
      await peer.createTopic(name, 2);
      const grow = (about: string, topics: object[], validateOnly = false) => peer.call('CreatePartitions', version, about, { topics, timeoutMs: 10_000, validateOnly });
      await grow('only checked', [{ name, count: 4, assignments: null }], true);
      await grow('four', [{ name, count: 4, assignments: null }]);
      await grow('the same', [{ name, count: 4, assignments: null }]);
      await grow('fewer', [{ name, count: 3, assignments: null }]);
      await grow('none', [{ name, count: 0, assignments: null }]);
      await grow('negative', [{ name, count: -1, assignments: null }]);
      await grow('too many', [{ name, count: 200_000, assignments: null }]);
      await grow('assigned', [{ name, count: 6, assignments: [{ brokerIds: [1] }, { brokerIds: [1] }] }]);
      await grow('assigned, too few', [{ name, count: 9, assignments: [{ brokerIds: [1] }] }]);
      await grow('assigned, too many', [{ name, count: 7, assignments: [{ brokerIds: [1] }, { brokerIds: [1] }] }]);
      await grow('assigned, none', [{ name, count: 7, assignments: [] }]);
      await grow('assigned to who is not there', [{ name, count: 7, assignments: [{ brokerIds: [9] }] }]);
      await grow('assigned twice', [{ name, count: 7, assignments: [{ brokerIds: [1, 1] }] }]);
      await grow('assigned to nobody', [{ name, count: 7, assignments: [{ brokerIds: [] }] }]);
      await grow('unknown', [{ name: `${tag}-nowhere`, count: 7, assignments: null }]);
      await grow('no name', [{ name: '', count: 7, assignments: null }]);
      await grow('twice in one', [{ name, count: 8, assignments: null }, { name, count: 9, assignments: null }]);
      await grow('nothing', []);
      for (const timeoutMs of [0, -1]) await peer.call('CreatePartitions', version, `within ${timeoutMs} ms`, { topics: [{ name, count: 100, assignments: null }, { name: `${tag}-nowhere`, count: 7, assignments: null }], timeoutMs, validateOnly: false });
    },
  },
  {
    name: 'topics are deleted or not',
    api: 'DeleteTopics',
    async run(peer, version, tag) {
      const names = [`${tag}-one`, `${tag}-two`, `${tag}-three`, `${tag}-four`];
      const ids: string[] = [];
      for (const name of names) ids.push(await peer.createTopic(name));
      const byName = (...some: string[]) => (version >= 6 ? { topics: some.map((name) => ({ name })) } : { topicNames: some });
      const remove = (about: string, which: object) => peer.call('DeleteTopics', version, about, { ...which, timeoutMs: 10_000 });
      await remove('one', byName(names[0]!));
      await remove('again', byName(names[0]!));
      await remove('the same twice', byName(names[1]!, names[1]!));
      await remove('unknown ones', byName('', '?', `${tag}-nowhere`));
      await remove('none', byName());
      await remove('the metadata topic', byName('__cluster_metadata'));
      for (const timeoutMs of [0, -1]) await peer.call('DeleteTopics', version, `within ${timeoutMs} ms`, { ...byName(names[3]!, `${tag}-nowhere`), timeoutMs });
      if (version < 6) return;
      await remove('by id', { topics: [{ name: null, topicId: ids[2] }] });
      await remove('by an id that is gone', { topics: [{ name: null, topicId: ids[2] }] });
      await remove('by name and id', { topics: [{ name: names[3], topicId: ids[3] }] });
      await remove('by neither', { topics: [{ name: null }] });
      await remove('by name, and by id', { topics: [{ name: names[3] }, { name: null, topicId: ids[3] }] });
      await remove('an id twice', { topics: [{ name: null, topicId: ids[3] }, { name: null, topicId: ids[3] }] });
      await remove('an id of nobody', { topics: [{ name: null, topicId: 'u0j_PHPfTMeWgNXSQcLtZA' }] });
    },
  },
  {
    name: 'metadata of topics',
    api: 'Metadata',
    async run(peer, version, tag) {
      const name = `${tag}-there`;
      const id = await peer.createTopic(name, 3);
      const flags = (create = false) => since(version, 4, { allowAutoTopicCreation: create });
      const ask = (about: string, topics: object[] | null, more: object = {}) => peer.call('Metadata', version, about, { topics, ...flags(), ...more });
      await ask('a topic', [{ name }]);
      await ask('a topic that is not there', [{ name: `${tag}-nowhere` }]);
      await ask('bad names', [{ name: '' }, { name: '?' }, { name: 'x'.repeat(300) }]);
      await ask('the same twice', [{ name }, { name }]);
      await ask('with the operations', [{ name }], { ...since(version, 8, { includeTopicAuthorizedOperations: true }), ...(version >= 8 && version <= 10 ? { includeClusterAuthorizedOperations: true } : {}) });
      if (version >= 1) await ask('no topic', []);
      if (version >= 10) await ask('null as a name', [{ name: null, topicId: id }]);
      if (version >= 12) await ask('an id of nobody', [{ name: null, topicId: 'u0j_PHPfTMeWgNXSQcLtZA' }]);
      if (version >= 12) await ask('neither name nor id', [{ name: null }]);
      if (version >= 12) await ask('name and id', [{ name, topicId: id }]);
      if (version >= 4) await ask('one that is made by asking', [{ name: `${tag}-auto` }], flags(true));
      if (version >= 4) await ask('bad names that would be made', [{ name: '?' }, { name: '' }], flags(true));
    },
  },
  {
    name: 'partitions of topics, page by page',
    api: 'DescribeTopicPartitions',
    async run(peer, version, tag) {
      await peer.createTopic(`${tag}-a`, 3);
      await peer.createTopic(`${tag}-b`, 2);
      const topics = [{ name: `${tag}-b` }, { name: `${tag}-a` }, { name: `${tag}-nowhere` }];
      const ask = (about: string, more: object) => peer.call('DescribeTopicPartitions', version, about, { topics, ...more });
      await ask('all', {});
      for (const responsePartitionLimit of [1, 2, 3, 4, 5, 0, -1]) await ask(`${responsePartitionLimit} at most`, { responsePartitionLimit });
      await ask('from the middle', { cursor: { topicName: `${tag}-a`, partitionIndex: 1 }, responsePartitionLimit: 2 });
      await ask('from the end', { cursor: { topicName: `${tag}-a`, partitionIndex: 3 } });
      await ask('from beyond the end', { cursor: { topicName: `${tag}-a`, partitionIndex: 9 } });
      await ask('from a topic that is not there', { cursor: { topicName: `${tag}-aa`, partitionIndex: 1 } });
      await ask('from a topic that is not there and asked', { cursor: { topicName: `${tag}-nowhere`, partitionIndex: 1 } });
      await ask('all there are, from one that is not there', { topics: [], cursor: { topicName: `${tag}-aa`, partitionIndex: 1 }, responsePartitionLimit: 1 });
      await ask('bad names', { topics: [{ name: '' }, { name: '?' }] });
      await ask('the same twice', { topics: [{ name: `${tag}-a` }, { name: `${tag}-a` }] });
      await ask('before the beginning', { cursor: { topicName: `${tag}-a`, partitionIndex: -1 } });
    },
  },
];
