/** OffsetCommit (KIP-211, KIP-848, KIP-516): topics by name, or since version 10 by id. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  offsetCommitRequest,
  offsetCommitResponse,
  type OffsetCommitRequest,
  type OffsetCommitRequestOffsetCommitRequestTopic,
  type OffsetCommitResponse,
  type OffsetCommitResponseOffsetCommitResponseTopic,
} from '@millrace/protocol/messages/offset-commit';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

type Topic = Decoded<OffsetCommitRequestOffsetCommitRequestTopic>;
type PartitionAnswer = OffsetCommitResponseOffsetCommitResponseTopic['partitions'][number];

export const offsetCommit: AnyHandler = handler({
  request: offsetCommitRequest,
  response: offsetCommitResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<OffsetCommitRequest>, context: RequestContext): Promise<OffsetCommitResponse> {
    const checked = request.topics.map((asked) => check(node, asked, context.apiVersion));
    const known = checked.flatMap(({ topic }) => (topic.partitions.length > 0 ? [topic] : []));
    const committed = known.length === 0 ? { topics: [] } : await commitKnown(node, { ...request, topics: known }, context);
    // The coordinator answers the topics that it was given in their order; what was refused here is put to them.
    const inOrder = committed.topics[Symbol.iterator]();
    const topics = checked.flatMap(({ topic, refused }) => {
      const answer = topic.partitions.length > 0 ? inOrder.next().value : undefined;
      const partitions = [...(answer?.partitions ?? []), ...refused];
      return partitions.length === 0 ? [] : [{ name: topic.name, topicId: topic.topicId, partitions }];
    });
    return { throttleTimeMs: 0, topics };
  },
});

function commitKnown(node: BrokerNode, request: Decoded<OffsetCommitRequest>, context: RequestContext): Promise<OffsetCommitResponse> {
  return node.groups.ask<OffsetCommitResponse>(
    request.groupId,
    (core, given) => core.offsetCommit(request, groupContext(context, given)),
    (errorCode) => ({ topics: request.topics.map((topic) => allFailed(topic, errorCode)) }),
  );
}

// A topic as the coordinator wants it, with name and id, and its partitions that are there; the others are refused.
function check(node: BrokerNode, asked: Topic, apiVersion: number): { topic: Topic; refused: PartitionAnswer[] } {
  const byId = apiVersion >= 10;
  const found = byId ? node.image.topicById(asked.topicId) : node.image.topicByName(asked.name);
  if (found === undefined) {
    const errorCode = byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    return { topic: { ...asked, partitions: [] }, refused: asked.partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) };
  }
  const isThere = (partitionIndex: number) => found.partitions[partitionIndex] !== undefined;
  const partitions = asked.partitions.filter(({ partitionIndex }) => isThere(partitionIndex));
  const refused = asked.partitions
    .filter(({ partitionIndex }) => !isThere(partitionIndex))
    .map(({ partitionIndex }) => ({ partitionIndex, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }));
  return { topic: { ...asked, name: found.name, topicId: found.id, partitions }, refused };
}

function allFailed(topic: Topic, errorCode: number): OffsetCommitResponseOffsetCommitResponseTopic {
  const partitions = topic.partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode }));
  return { name: topic.name, topicId: topic.topicId, partitions };
}
