/** Metadata (KIP-4, KIP-516, KIP-526): brokers, topics, leaders; makes missing topics when both sides want that. */
import { ErrorCode, ZERO_UUID, type Decoded } from '@millrace/protocol';
import type { TopicImage } from '@millrace/metadata';
import {
  metadataRequest,
  metadataResponse,
  type MetadataRequest,
  type MetadataResponse,
  type MetadataResponseMetadataResponsePartition,
  type MetadataResponseMetadataResponseTopic,
} from '@millrace/protocol/messages/metadata';
import { autoCreateTopics } from '../auto-create-topics.js';
import type { BrokerNode } from '../broker-node.js';
import { aliveBrokers } from '../endpoints.js';
import { isInternalTopic } from '../internal-topics.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const NO_OPERATIONS_ASKED = -2147483648;
// Without an authorizer everything is allowed: the bits of the operations that exist for the resource (KIP-430).
const ALL_CLUSTER_OPERATIONS = 8096;
const ALL_TOPIC_OPERATIONS = 3576;

export const metadata: AnyHandler = handler({
  request: metadataRequest,
  response: metadataResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<MetadataRequest>, context: RequestContext): Promise<MetadataResponse> {
    if (context.apiVersion < 12 && request.topics?.some((topic) => topic.name === null || topic.topicId !== ZERO_UUID) === true) return byIdTooEarly(request);
    const topics = await topicsAsked(node, request, context);
    const brokers = aliveBrokers(node.image, context.listenerName);
    return {
      throttleTimeMs: 0,
      brokers: brokers.map(({ nodeId, host, port, rack }) => ({ nodeId, host, port, rack })),
      clusterId: node.clusterId,
      controllerId: brokers.length === 0 ? -1 : brokers[node.platform.random.below(brokers.length)]!.nodeId,
      topics: topics.map((topic) => withOperations(topic, request.includeTopicAuthorizedOperations)),
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations ? ALL_CLUSTER_OPERATIONS : NO_OPERATIONS_ASKED,
      errorCode: ErrorCode.NONE,
    };
  },
});

async function topicsAsked(
  node: BrokerNode,
  request: Decoded<MetadataRequest>,
  context: RequestContext,
): Promise<MetadataResponseMetadataResponseTopic[]> {
  // Version 0 says "all" with an empty list, later ones with null.
  if (request.topics === null || (context.apiVersion === 0 && request.topics.length === 0)) {
    return [...node.image.topics.byId.values()].map((topic) => describe(node, topic));
  }
  const absent = request.topics.flatMap(({ name, topicId }) =>
    topicId === ZERO_UUID && name !== null && node.image.topicByName(name) === undefined ? [name] : [],
  );
  const mayCreate = (context.apiVersion < 4 || request.allowAutoTopicCreation) && node.settings.autoCreateTopics;
  const errors = absent.length === 0 ? new Map<string, number>() : await autoCreateTopics(node, [...new Set(absent)], mayCreate);
  return distinct(request.topics).map(({ name, topicId }) => {
    const topic = topicId === ZERO_UUID ? (name === null ? undefined : node.image.topicByName(name)) : node.image.topicById(topicId);
    if (topic !== undefined) return describe(node, topic);
    if (topicId !== ZERO_UUID) return missing(null, topicId, ErrorCode.UNKNOWN_TOPIC_ID);
    return missing(name, ZERO_UUID, errors.get(name ?? '') ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  });
}

// Versions 10 and 11 can say an id, but are not understood to (KIP-516); their answer has no null as a name.
function byIdTooEarly(request: Decoded<MetadataRequest>): MetadataResponse {
  const topics = (request.topics ?? []).map(({ name, topicId }) => missing(name ?? '', topicId, ErrorCode.INVALID_REQUEST));
  return { throttleTimeMs: 0, brokers: [], clusterId: null, controllerId: -1, topics, clusterAuthorizedOperations: NO_OPERATIONS_ASKED };
}

// A topic that is asked for twice is answered once.
function distinct<T extends { name: string | null; topicId: string }>(topics: readonly T[]): T[] {
  return [...new Map(topics.map((topic) => [`${topic.topicId}/${topic.name ?? ''}`, topic])).values()];
}

function describe(node: BrokerNode, topic: TopicImage): MetadataResponseMetadataResponseTopic {
  const isAlive = (id: number) => node.image.brokers.get(id)?.fenced === false;
  const partitions = topic.partitions.map((partition, partitionIndex): MetadataResponseMetadataResponsePartition => {
    const hasLeader = partition.leader >= 0 && isAlive(partition.leader);
    return {
      errorCode: hasLeader ? ErrorCode.NONE : ErrorCode.LEADER_NOT_AVAILABLE,
      partitionIndex,
      leaderId: hasLeader ? partition.leader : -1,
      leaderEpoch: partition.leaderEpoch,
      replicaNodes: [...partition.replicas],
      isrNodes: [...partition.isr],
      offlineReplicas: partition.replicas.filter((id) => !isAlive(id)),
    };
  });
  return { errorCode: ErrorCode.NONE, name: topic.name, topicId: topic.id, isInternal: isInternalTopic(topic.name), partitions };
}

function missing(name: string | null, topicId: string, errorCode: number): MetadataResponseMetadataResponseTopic {
  return { errorCode, name, topicId, isInternal: name !== null && isInternalTopic(name), partitions: [] };
}

function withOperations(topic: MetadataResponseMetadataResponseTopic, asked: boolean): MetadataResponseMetadataResponseTopic {
  // As Kafka has it, also where there can be no such topic.
  const isUnknown = topic.errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION || topic.errorCode === ErrorCode.UNKNOWN_TOPIC_ID;
  topic.topicAuthorizedOperations = asked && !isUnknown ? ALL_TOPIC_OPERATIONS : NO_OPERATIONS_ASKED;
  return topic;
}
