/** DescribeGroups (KIP-430, KIP-1043): classic groups with their members. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  describeGroupsRequest,
  describeGroupsResponse,
  type DescribeGroupsRequest,
  type DescribeGroupsResponse,
} from '@millrace/protocol/messages/describe-groups';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const NO_OPERATIONS_ASKED = -2147483648;
const ALL_GROUP_OPERATIONS = 3400;

export const describeGroups: AnyHandler = handler({
  request: describeGroupsRequest,
  response: describeGroupsResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<DescribeGroupsRequest>, context: RequestContext): Promise<DescribeGroupsResponse> {
    const authorizedOperations = request.includeAuthorizedOperations ? ALL_GROUP_OPERATIONS : NO_OPERATIONS_ASKED;
    const answers = await Promise.all(
      request.groups.map((groupId) =>
        node.groups.ask<DescribeGroupsResponse>(
          groupId,
          (core, given) => core.describeGroups({ ...request, groups: [groupId] }, groupContext(context, given)),
          (errorCode) => ({
            groups: [{ errorCode, groupId, groupState: '', protocolType: '', protocolData: '', members: [] }],
          }),
        ),
      ),
    );
    const groups = answers
      .flatMap((answer) => answer.groups)
      .map((group) => (group.errorCode === ErrorCode.NONE ? { ...group, authorizedOperations } : group));
    return { throttleTimeMs: 0, groups };
  },
});
