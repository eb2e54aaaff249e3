/** Heartbeat of a classic member. */
import type { Decoded } from '@millrace/protocol';
import { heartbeatRequest, heartbeatResponse, type HeartbeatRequest, type HeartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const heartbeat: AnyHandler = handler({
  request: heartbeatRequest,
  response: heartbeatResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<HeartbeatRequest>, context: RequestContext): Promise<HeartbeatResponse> {
    return node.groups.ask<HeartbeatResponse>(
      request.groupId,
      (core, given) => core.heartbeat(request, groupContext(context, given)),
      (errorCode) => ({ errorCode }),
    );
  },
});
