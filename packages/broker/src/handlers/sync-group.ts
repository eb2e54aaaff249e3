/** SyncGroup (KIP-345, KIP-559): answered when the leader's assignment is in the log. */
import type { Decoded } from '@millrace/protocol';
import { syncGroupRequest, syncGroupResponse, type SyncGroupRequest, type SyncGroupResponse } from '@millrace/protocol/messages/sync-group';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const syncGroup: AnyHandler = handler({
  request: syncGroupRequest,
  response: syncGroupResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<SyncGroupRequest>, context: RequestContext): Promise<SyncGroupResponse> {
    return node.groups.ask<SyncGroupResponse>(
      request.groupId,
      (core, given) => core.syncGroup(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, assignment: new Uint8Array(0) }),
    );
  },
});
