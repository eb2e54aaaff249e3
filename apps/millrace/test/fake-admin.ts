/** A cluster of one broker with what a test puts into it. Calls that change something are remembered in `calls`. */
import type { AdminPort, CommittedOffset, ConfigEntry, GroupDescription, GroupListing, TopicDescription, TopicPartition } from '../src/admin-port.js';

export interface FakeCluster {
  topics?: TopicDescription[];
  configs?: Record<string, ConfigEntry[]>;
  groups?: GroupDescription[];
  listings?: GroupListing[];
  committed?: CommittedOffset[];
  /** By `topic-partition`. */
  ends?: Record<string, number>;
  starts?: Record<string, number>;
  atTime?: Record<string, number>;
  quotas?: Awaited<ReturnType<AdminPort['describeQuotas']>>;
  credentials?: Awaited<ReturnType<AdminPort['describeCredentials']>>;
  fail?: Partial<Record<keyof AdminPort, Error>>;
}

export type FakeAdmin = AdminPort & { readonly calls: unknown[][] };

export function fakeAdmin(cluster: FakeCluster = {}): FakeAdmin {
  const calls: unknown[][] = [];
  const called = (name: keyof AdminPort, ...args: unknown[]): Promise<void> => {
    calls.push([name, ...args]);
    const error = cluster.fail?.[name];
    return error === undefined ? Promise.resolve() : Promise.reject(error);
  };
  const { topics = [], groups = [], committed = [] } = cluster;
  const nameOf = ({ topic, partition }: TopicPartition): string => `${topic}-${partition}`;
  return {
    calls,
    createTopic: (topic) => called('createTopic', topic),
    listTopics: () => Promise.resolve(topics.map(({ name, topicId, isInternal }) => ({ name, topicId, isInternal }))),
    describeTopics: (names) => {
      const stranger = names.find((name) => !topics.some((topic) => topic.name === name));
      if (stranger !== undefined) return Promise.reject(new Error(`topic '${stranger}': unknown`));
      return Promise.resolve(topics.filter((topic) => names.includes(topic.name)));
    },
    deleteTopics: (names) => called('deleteTopics', names),
    createPartitions: (...args) => called('createPartitions', ...args),
    describeCluster: async () => {
      const error = cluster.fail?.describeCluster;
      if (error !== undefined) throw error;
      return { clusterId: 'c', controllerId: 1, nodes: [{ id: 1, host: 'localhost', port: 9092, rack: null, isFenced: false }] };
    },
    describeConfigs: ({ type, name }) => Promise.resolve(cluster.configs?.[`${type}:${name}`] ?? []),
    configResourceNames: (type) => Promise.resolve(Object.keys(cluster.configs ?? {}).filter((key) => key.startsWith(`${type}:`)).map((key) => key.slice(type.length + 1))),
    alterConfigs: (...args) => called('alterConfigs', ...args),
    describeQuotas: async (parts) => {
      await called('describeQuotas', parts);
      return cluster.quotas ?? [];
    },
    alterQuotas: (...args) => called('alterQuotas', ...args),
    describeCredentials: async (users) => {
      await called('describeCredentials', users);
      return cluster.credentials ?? [];
    },
    alterCredentials: (changes) => called('alterCredentials', changes),
    listGroups: () => Promise.resolve(cluster.listings ?? []),
    describeGroups: (ids) => Promise.resolve(ids.map((groupId) => groups.find((group) => group.groupId === groupId) ?? { groupId, state: 'Dead', protocol: '', coordinator: { id: 1, host: 'localhost', port: 9092 }, epoch: null, targetAssignmentEpoch: null, members: [] })),
    deleteGroup: (groupId) => called('deleteGroup', groupId),
    committedOffsets: () => Promise.resolve(committed),
    commitOffsets: (...args) => called('commitOffsets', ...args),
    deleteOffsets: async (groupId, partitions) => {
      await called('deleteOffsets', groupId, partitions);
      return partitions.map((partition) => ({ ...partition, error: null }));
    },
    listOffsets: (partitions, question) =>
      Promise.resolve(partitions.map((partition) => {
        const table = question === 'latest' ? cluster.ends : question === 'earliest' ? cluster.starts : cluster.atTime;
        const offset = table?.[nameOf(partition)];
        return { ...partition, offset: offset ?? -1, error: offset === undefined && question !== 'max-timestamp' ? new Error('no leader') : null };
      })),
    apiVersions: () => Promise.resolve([{ apiKey: 1, minVersion: 4, maxVersion: 18 }, { apiKey: 0, minVersion: 0, maxVersion: 99 }, { apiKey: 32000, minVersion: 1, maxVersion: 1 }]),
    close: () => Promise.resolve(),
  };
}

export function topic(name: string, partitions: number, more: Partial<TopicDescription> = {}): TopicDescription {
  return {
    name,
    topicId: `${name}-id`,
    isInternal: name.startsWith('__'),
    partitions: Array.from({ length: partitions }, (_, partition) => ({ partition, leader: 1, replicas: [1], isr: [1], elr: [], lastKnownElr: [] })),
    ...more,
  };
}

export function configEntry(name: string, value: string, source: string, synonyms: ConfigEntry['synonyms'] = []): ConfigEntry {
  return { name, value, source, isSensitive: false, synonyms };
}
