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
    const isKnown = ({ name }: { name: string }) => node.image.topicByName(name) !== undefined;
    const known = request.topics.filter(isKnown);
    const answer = await node.groups.ask<OffsetDeleteResponse>(
      request.groupId,
      (core, given) => core.offsetDelete({ ...request, topics: known }, groupContext(context, given)),
      (errorCode) => ({ errorCode, throttleTimeMs: 0, topics: [] }),
    );
    if (answer.errorCode !== ErrorCode.NONE) return answer;
    const unknown = request.topics.filter((topic) => !isKnown(topic)).map(refuse);
    return { ...answer, topics: [...(answer.topics ?? []), ...unknown] };
  },
});

function refuse({ name, partitions }: Decoded<OffsetDeleteRequest>['topics'][number]) {
  const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) };
}
