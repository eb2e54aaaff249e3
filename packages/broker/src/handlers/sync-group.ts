/** SyncGroup (KIP-345, KIP-559): answered when the leader's assignment is in the log. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { syncGroupRequest, syncGroupResponse, type SyncGroupRequest, type SyncGroupResponse } from '@millrace/protocol/messages/sync-group';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

/** From this version on a member says which protocol it follows, and must (KIP-559). */
const FIRST_VERSION_WITH_PROTOCOL = 5;
const NO_ASSIGNMENT = new Uint8Array(0);

export const syncGroup: AnyHandler = handler({
  request: syncGroupRequest,
  response: syncGroupResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<SyncGroupRequest>, context: RequestContext): SyncGroupResponse | Promise<SyncGroupResponse> {
    const saysProtocol = request.protocolType !== null && request.protocolName !== null;
    if (context.apiVersion >= FIRST_VERSION_WITH_PROTOCOL && !saysProtocol) return { errorCode: ErrorCode.INCONSISTENT_GROUP_PROTOCOL, assignment: NO_ASSIGNMENT };
    return node.groups.ask<SyncGroupResponse>(
      request.groupId,
      (core, given) => core.syncGroup(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, assignment: NO_ASSIGNMENT }),
    );
  },
});
