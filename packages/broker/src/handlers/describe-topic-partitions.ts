/** DescribeTopicPartitions (KIP-966): topics page by page, with their eligible leader replicas. */
import { ErrorCode, ZERO_UUID, type Decoded } from '@millrace/protocol';
import type { PartitionRegistration, TopicImage } from '@millrace/metadata';
import {
  describeTopicPartitionsRequest,
  describeTopicPartitionsResponse,
  type DescribeTopicPartitionsRequest,
  type DescribeTopicPartitionsResponse,
  type DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition,
  type DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic,
} from '@millrace/protocol/messages/describe-topic-partitions';
import { checkTopicName } from '@millrace/controller';
import type { BrokerNode } from '../broker-node.js';
import { isInternalTopic } from '../internal-topics.js';
import { type AnyHandler, handler } from './handler.js';

const ALL_TOPIC_OPERATIONS = 3576;

export const describeTopicPartitions: AnyHandler = handler({
  request: describeTopicPartitionsRequest,
  response: describeTopicPartitionsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeTopicPartitionsRequest>): DescribeTopicPartitionsResponse {
    const { cursor } = request;
    if (cursor !== null && cursor.partitionIndex < 0) return refuseAll(request);
    const asked = request.topics.length > 0 ? request.topics.map((topic) => topic.name) : [...node.image.topics.idByName.keys()];
    const names = [...new Set(asked)].sort().filter((name) => cursor === null || name >= cursor.topicName);
    // A reader may go on from a topic that is gone, unless it says itself which ones it wants.
    if (cursor !== null && request.topics.length > 0 && !asked.includes(cursor.topicName)) return wrongCursor(asked);
    let room = Math.max(1, Math.min(request.responsePartitionLimit, node.settings.maxRequestPartitionSizeLimit));
    const response: DescribeTopicPartitionsResponse = { throttleTimeMs: 0, topics: [], nextCursor: null };
    for (const name of names) {
      const topic = node.image.topicByName(name);
      if (topic === undefined) {
        if (room <= 0) {
          response.nextCursor = { topicName: name, partitionIndex: 0 };
          break;
        }
        response.topics.push(missing(name));
        continue;
      }
      const from = Math.min(cursor?.topicName === name ? cursor.partitionIndex : 0, topic.partitions.length);
      const to = Math.min(topic.partitions.length, from + room);
      if (room > 0) response.topics.push(page(node, topic, from, to));
      room -= to - from;
      if (to < topic.partitions.length) {
        response.nextCursor = { topicName: name, partitionIndex: to };
        break;
      }
    }
    return response;
  },
});

function refuseAll(request: Decoded<DescribeTopicPartitionsRequest>): DescribeTopicPartitionsResponse {
  const topics = request.topics.map(({ name }) => ({ errorCode: ErrorCode.INVALID_REQUEST, name, topicId: ZERO_UUID, isInternal: false, partitions: [] }));
  return { throttleTimeMs: 0, topics, nextCursor: null };
}

function page(
  node: BrokerNode,
  topic: TopicImage,
  from: number,
  to: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic {
  return {
    errorCode: ErrorCode.NONE,
    name: topic.name,
    topicId: topic.id,
    isInternal: isInternalTopic(topic.name),
    partitions: topic.partitions.slice(from, to).map((partition, at) => describe(node, partition, from + at)),
    topicAuthorizedOperations: ALL_TOPIC_OPERATIONS,
  };
}

function describe(
  node: BrokerNode,
  partition: PartitionRegistration,
  partitionIndex: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition {
  const isAlive = (id: number) => node.image.brokers.get(id)?.fenced === false;
  const hasLeader = partition.leader >= 0 && isAlive(partition.leader);
  return {
    errorCode: hasLeader ? ErrorCode.NONE : ErrorCode.LEADER_NOT_AVAILABLE,
    partitionIndex,
    leaderId: hasLeader ? partition.leader : -1,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: [...partition.replicas],
    isrNodes: [...partition.isr],
    eligibleLeaderReplicas: [...partition.eligibleLeaderReplicas],
    lastKnownElr: [...partition.lastKnownElr],
    offlineReplicas: partition.replicas.filter((id) => !isAlive(id)),
  };
}

function missing(name: string): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic {
  const errorCode = checkTopicName(name) === null ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.INVALID_TOPIC_EXCEPTION;
  return { errorCode, name, topicId: ZERO_UUID, isInternal: isInternalTopic(name), partitions: [], topicAuthorizedOperations: ALL_TOPIC_OPERATIONS };
}

function wrongCursor(asked: readonly string[]): DescribeTopicPartitionsResponse {
  const topics = asked.map((name) => ({ errorCode: ErrorCode.INVALID_REQUEST, name, topicId: ZERO_UUID, isInternal: false, partitions: [] }));
  return { throttleTimeMs: 0, topics, nextCursor: null };
}
