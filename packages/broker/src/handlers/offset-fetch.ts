/** OffsetFetch (KIP-447, KIP-709, KIP-848, KIP-516): one group, since version 8 several, since version 10 topics by id. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  offsetFetchRequest,
  offsetFetchResponse,
  type OffsetFetchRequest,
  type OffsetFetchRequestOffsetFetchRequestGroup,
  type OffsetFetchResponse,
  type OffsetFetchResponseOffsetFetchResponseGroup,
} from '@millrace/protocol/messages/offset-fetch';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

type Group = Decoded<OffsetFetchRequestOffsetFetchRequestGroup>;
type GroupAnswer = OffsetFetchResponseOffsetFetchResponseGroup;

export const offsetFetch: AnyHandler = handler({
  request: offsetFetchRequest,
  response: offsetFetchResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<OffsetFetchRequest>, context: RequestContext): Promise<OffsetFetchResponse> {
    if (context.apiVersion < 8) return fetchOne(node, request, context);
    const groups = await Promise.all(request.groups.map((group) => fetchGroup(node, request, group, context)));
    return { throttleTimeMs: 0, groups };
  },
});

function fetchOne(node: BrokerNode, request: Decoded<OffsetFetchRequest>, context: RequestContext): Promise<OffsetFetchResponse> {
  return node.groups.ask<OffsetFetchResponse>(
    request.groupId,
    (core, given) => core.offsetFetch(request, groupContext(context, given)),
    (errorCode) => ({ throttleTimeMs: 0, errorCode, topics: context.apiVersion >= 2 ? [] : failedTopics(request, errorCode) }),
  );
}

async function fetchGroup(
  node: BrokerNode,
  request: Decoded<OffsetFetchRequest>,
  asked: Group,
  context: RequestContext,
): Promise<GroupAnswer> {
  const byId = context.apiVersion >= 10;
  const unknown: GroupAnswer['topics'] = [];
  const topics = asked.topics?.flatMap((topic) => {
    const found = byId ? node.image.topicById(topic.topicId) : undefined;
    if (!byId) return [topic];
    if (found !== undefined) return [{ ...topic, name: found.name }];
    unknown.push({ ...topic, partitions: topic.partitionIndexes.map((index) => noOffset(index, ErrorCode.UNKNOWN_TOPIC_ID)) });
    return [];
  });
  const group = { ...asked, topics: topics ?? null };
  const answer = await node.groups.ask<OffsetFetchResponse>(
    group.groupId,
    (core, given) => core.offsetFetch({ ...request, groups: [group] }, groupContext(context, given)),
    (errorCode) => ({ groups: [{ groupId: group.groupId, errorCode, topics: [] }] }),
  );
  const found = answer.groups![0]!;
  if (!byId) return found;
  const withIds = (found.topics ?? []).flatMap((topic) => {
    const id = node.image.topicByName(topic.name ?? '')?.id;
    return id === undefined ? [] : [{ ...topic, topicId: id }];
  });
  return { ...found, topics: [...withIds, ...unknown] };
}

function failedTopics(request: Decoded<OffsetFetchRequest>, errorCode: number): OffsetFetchResponse['topics'] {
  return (request.topics ?? []).map((topic) => ({
    name: topic.name,
    partitions: topic.partitionIndexes.map((index) => noOffset(index, errorCode)),
  }));
}

function noOffset(partitionIndex: number, errorCode: number) {
  return { partitionIndex, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode };
}
