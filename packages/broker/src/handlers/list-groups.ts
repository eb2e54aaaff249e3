/** ListGroups (KIP-518, KIP-848): the groups whose coordinator is here. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { listGroupsRequest, listGroupsResponse, type ListGroupsRequest, type ListGroupsResponse } from '@millrace/protocol/messages/list-groups';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const listGroups: AnyHandler = handler({
  request: listGroupsRequest,
  response: listGroupsResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<ListGroupsRequest>, context: RequestContext): Promise<ListGroupsResponse> {
    const answers = await node.groups.askAll<ListGroupsResponse>(
      (core, given) => core.listGroups(request, groupContext(context, given)),
      (errorCode) => ({ errorCode, groups: [] }),
    );
    const failed = answers.find((answer) => answer.errorCode !== ErrorCode.NONE);
    if (failed !== undefined) return { throttleTimeMs: 0, errorCode: failed.errorCode, groups: [] };
    return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, groups: answers.flatMap((answer) => answer.groups) };
  },
});
