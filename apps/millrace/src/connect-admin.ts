/** The admin client behind what the tools ask for, with the settings of Kafka's properties. */
import { Admin, type ItemResult, type OffsetSpec } from '@millrace/admin';
import { adminTable } from '@millrace/config';
import type { AdminPort, GroupDescription, OffsetAnswer, OffsetQuestion, TopicDescription, TopicPartition } from './admin-port.js';
import { adminOptions, clientSettings } from './client-settings.js';
import { oneLine } from './run-tool.js';

/** As Kafka's tools, it tells the time-outs of its calls by `default.api.timeout.ms`. */
export function connectAdmin(properties: Readonly<Record<string, string>>): AdminPort {
  const settings = clientSettings(adminTable, properties);
  const admin = new Admin({ ...adminOptions(settings), defaultApiTimeoutMs: settings.int('default.api.timeout.ms') });
  return { ...topicsOf(admin), ...groupsOf(admin), ...settingsOf(admin), ...quotasAndCredentialsOf(admin), close: () => admin.close() };
}

type TopicCalls = Pick<AdminPort, 'createTopic' | 'listTopics' | 'describeTopics' | 'deleteTopics' | 'createPartitions' | 'listOffsets'>;
type GroupCalls = Pick<AdminPort, 'listGroups' | 'describeGroups' | 'deleteGroup' | 'committedOffsets' | 'commitOffsets' | 'deleteOffsets'>;
type SettingCalls = Pick<AdminPort, 'describeCluster' | 'describeConfigs' | 'configResourceNames' | 'alterConfigs' | 'apiVersions'>;

type QuotaAndCredentialCalls = Pick<AdminPort, 'describeQuotas' | 'alterQuotas' | 'describeCredentials' | 'alterCredentials'>;

function topicsOf(admin: Admin): TopicCalls {
  return {
    createTopic: async ({ name, ...topic }) => allRight(await admin.createTopics([{ topic: name, ...topic }])),
    listTopics: async () => (await admin.listTopics({ includeInternal: true })).map(({ topic, ...listing }) => ({ name: topic, ...listing })),
    describeTopics: (names) => describeTopics(admin, names),
    deleteTopics: async (names) => allRight(await admin.deleteTopics(names)),
    createPartitions: async (topic, totalCount, assignments) => allRight(await admin.createPartitions([{ topic, totalCount, ...(assignments !== null && { assignments }) }])),
    listOffsets: (partitions, question) => listOffsets(admin, partitions, question),
  };
}

function groupsOf(admin: Admin): GroupCalls {
  return {
    listGroups: async (filter) => (await admin.listConsumerGroups(filter)).map((group) => ({ ...group, type: capitalized(group.type) })),
    describeGroups: (groupIds) => describeGroups(admin, groupIds),
    deleteGroup: async (groupId) => allRight(await admin.deleteConsumerGroups([groupId])),
    committedOffsets: async (groupId) => (await admin.listConsumerGroupOffsets(groupId)).map(({ topic, partition, offset, leaderEpoch }) => ({ topic, partition, offset, leaderEpoch: leaderEpoch < 0 ? null : leaderEpoch })),
    commitOffsets: (groupId, offsets) => (offsets.length === 0 ? Promise.resolve() : admin.alterConsumerGroupOffsets(groupId, offsets)),
    deleteOffsets: (groupId, partitions) => admin.deleteConsumerGroupOffsets(groupId, partitions),
  };
}

function settingsOf(admin: Admin): SettingCalls {
  return {
    describeCluster: async () => {
      const { clusterId, controllerId, brokers } = await admin.describeCluster();
      return { clusterId, controllerId, nodes: brokers.map(({ nodeId, ...node }) => ({ id: nodeId, ...node })) };
    },
    describeConfigs: async (resource) => {
      const described = await admin.describeConfigs([resource], { includeSynonyms: true });
      allRight(described);
      return described.flatMap(({ configs }) => [...configs]);
    },
    configResourceNames: async (type) => (await admin.listConfigResources([type])).map(({ name }) => name),
    alterConfigs: async ({ type, name }, changes) => allRight(await admin.alterConfigs([{ type, name, changes }])),
    apiVersions: async (nodeId) => [...(await admin.apiVersions(nodeId))].map(([apiKey, { min, max }]) => ({ apiKey, minVersion: min, maxVersion: max })),
  };
}

function quotasAndCredentialsOf(admin: Admin): QuotaAndCredentialCalls {
  return {
    describeQuotas: (parts) => admin.describeClientQuotas(parts),
    alterQuotas: async (entity, quotas) => allRight(await admin.alterClientQuotas([{ entity, quotas }])),
    describeCredentials: async (users) => {
      const described = (await admin.describeUserScramCredentials(users)).filter(({ error }) => error?.name !== 'RESOURCE_NOT_FOUND');
      allRight(described);
      return described;
    },
    alterCredentials: async (changes) => allRight(await admin.alterUserScramCredentials(changes)),
  };
}

/** Throws the first error of a list of results. */
function allRight(results: readonly ItemResult[]): void {
  for (const { error } of results) if (error !== null) throw error;
}

async function describeTopics(admin: Admin, names: readonly string[]): Promise<TopicDescription[]> {
  const topics = await admin.describeTopics(names);
  for (const { topic, error } of topics) if (error !== null) throw Object.assign(new Error(`topic '${topic}': ${oneLine(error)}`), { name: error.name });
  return topics.map(({ topic: name, topicId, isInternal, partitions }) => ({
    name,
    topicId,
    isInternal,
    partitions: partitions.map(({ partition, leader, replicas, inSyncReplicas, eligibleLeaderReplicas, lastKnownEligibleLeaderReplicas }) => ({
      partition, leader: leader?.nodeId ?? null, replicas, isr: inSyncReplicas, elr: eligibleLeaderReplicas, lastKnownElr: lastKnownEligibleLeaderReplicas,
    })),
  }));
}

async function describeGroups(admin: Admin, groupIds: readonly string[]): Promise<GroupDescription[]> {
  const groups = await admin.describeConsumerGroups(groupIds);
  return groups.map(({ groupId, error, state, assignor, coordinator, epoch, targetAssignmentEpoch, members }) => {
    const isMissing = error?.name === 'GROUP_ID_NOT_FOUND';
    if (error !== null && !isMissing) throw error;
    return {
      groupId,
      state: isMissing ? 'Dead' : state,
      protocol: assignor,
      coordinator: { id: coordinator.nodeId, host: coordinator.host, port: coordinator.port },
      epoch,
      targetAssignmentEpoch,
      members: members.map(({ clientHost, ...member }) => ({ ...member, host: clientHost })),
    };
  });
}

const places: Readonly<Record<Exclude<OffsetQuestion, number>, OffsetSpec>> = {
  latest: 'latest',
  earliest: 'earliest',
  'max-timestamp': 'maxTimestamp',
  'earliest-local': 'earliestLocal',
  'latest-tiered': 'latestTiered',
  'earliest-pending-upload': 'earliestPendingUpload',
};

/** All at once; when one fails, one by one, so that each failure is known for its partition. */
async function listOffsets(admin: Admin, partitions: readonly TopicPartition[], question: OffsetQuestion): Promise<OffsetAnswer[]> {
  const at = typeof question === 'number' ? { timestamp: question } : places[question];
  const ask = async (some: readonly TopicPartition[]): Promise<OffsetAnswer[]> =>
    (await admin.listOffsets(some.map(({ topic, partition }) => ({ topic, partition, at })))).map(({ topic, partition, offset }) => ({ topic, partition, offset, error: null }));
  try {
    return await ask(partitions);
  } catch (failure) {
    if (partitions.length === 1) return partitions.map(({ topic, partition }) => ({ topic, partition, offset: -1, error: failure as Error }));
    const answers = await Promise.all(partitions.map((partition) => listOffsets(admin, [partition], question)));
    return answers.flat();
  }
}

/** `classic` on the wire is shown as `Classic`. */
function capitalized(text: string): string {
  return text === '' ? 'Classic' : text.charAt(0).toUpperCase() + text.slice(1);
}
