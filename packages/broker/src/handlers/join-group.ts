/** JoinGroup (KIP-394, KIP-345, KIP-814): answered when the rebalance's members are all there. */
import type { Decoded } from '@millrace/protocol';
import { joinGroupRequest, joinGroupResponse, type JoinGroupRequest, type JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const joinGroup: AnyHandler = handler({
  request: joinGroupRequest,
  response: joinGroupResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<JoinGroupRequest>, context: RequestContext): Promise<JoinGroupResponse> {
    return node.groups.ask<JoinGroupResponse>(
      request.groupId,
      (core, given) => core.joinGroup(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, protocolName: context.apiVersion >= 7 ? null : '', leader: '', memberId: request.memberId, members: [] }),
    );
  },
});
