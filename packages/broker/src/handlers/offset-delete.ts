/** OffsetDelete (KIP-496): forgets offsets of topics that the group no longer reads. */
import type { Decoded } from '@millrace/protocol';
import { offsetDeleteRequest, offsetDeleteResponse, type OffsetDeleteRequest, type OffsetDeleteResponse } from '@millrace/protocol/messages/offset-delete';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const offsetDelete: AnyHandler = handler({
  request: offsetDeleteRequest,
  response: offsetDeleteResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<OffsetDeleteRequest>, context: RequestContext): Promise<OffsetDeleteResponse> {
    return node.groups.ask<OffsetDeleteResponse>(
      request.groupId,
      (core, given) => core.offsetDelete(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, throttleTimeMs: 0, topics: [] }),
    );
  },
});
