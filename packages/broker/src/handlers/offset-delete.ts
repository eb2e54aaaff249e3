/** OffsetDelete (KIP-496): forgets offsets of topics that the group no longer reads. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { offsetDeleteRequest, offsetDeleteResponse, type OffsetDeleteRequest, type OffsetDeleteResponse } from '@millrace/protocol/messages/offset-delete';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const offsetDelete: AnyHandler = handler({
  request: offsetDeleteRequest,
  response: offsetDeleteResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<OffsetDeleteRequest>, context: RequestContext): Promise<OffsetDeleteResponse> {
    const isKnown = (name: string, partition: number) => node.image.topicByName(name)?.partitions[partition] !== undefined;
    const split = request.topics.map((topic) => ({
      known: { ...topic, partitions: topic.partitions.filter(({ partitionIndex }) => isKnown(topic.name, partitionIndex)) },
      unknown: { ...topic, partitions: topic.partitions.filter(({ partitionIndex }) => !isKnown(topic.name, partitionIndex)) },
    }));
    const known = split.flatMap((topic) => (topic.known.partitions.length > 0 ? [topic.known] : []));
    const answer = await node.groups.ask<OffsetDeleteResponse>(
      request.groupId,
      (core, given) => core.offsetDelete({ ...request, topics: known }, groupContext(context, given)),
      (errorCode) => ({ errorCode, throttleTimeMs: 0, topics: [] }),
    );
    if (answer.errorCode !== ErrorCode.NONE) return answer;
    return { ...answer, topics: together([...(answer.topics ?? []), ...split.map(({ unknown }) => refuse(unknown))]) };
  },
});

function refuse({ name, partitions }: Decoded<OffsetDeleteRequest>['topics'][number]) {
  const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) };
}

/** One entry for each topic that has any. */
function together(entries: NonNullable<OffsetDeleteResponse['topics']>): NonNullable<OffsetDeleteResponse['topics']> {
  const topics = new Map<string, (typeof entries)[number]>();
  for (const { name, partitions } of entries) {
    if (partitions.length > 0) topics.set(name, { name, partitions: [...(topics.get(name)?.partitions ?? []), ...partitions] });
  }
  return [...topics.values()];
}
