/** LeaveGroup (KIP-345): one member, or since version 3 several. */
import type { Decoded } from '@millrace/protocol';
import { leaveGroupRequest, leaveGroupResponse, type LeaveGroupRequest, type LeaveGroupResponse } from '@millrace/protocol/messages/leave-group';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const leaveGroup: AnyHandler = handler({
  request: leaveGroupRequest,
  response: leaveGroupResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<LeaveGroupRequest>, context: RequestContext): Promise<LeaveGroupResponse> {
    return node.groups.ask<LeaveGroupResponse>(
      request.groupId,
      (core, given) => core.leaveGroup(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, members: [] }),
    );
  },
});
