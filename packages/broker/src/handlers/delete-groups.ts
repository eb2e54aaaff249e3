/** DeleteGroups (KIP-229): groups without members, and all they committed. */
import { type Decoded } from '@millrace/protocol';
import {
  deleteGroupsRequest,
  deleteGroupsResponse,
  type DeleteGroupsRequest,
  type DeleteGroupsResponse,
} from '@millrace/protocol/messages/delete-groups';
import type { BrokerNode } from '../broker-node.js';
import { groupContext } from './group-context.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const deleteGroups: AnyHandler = handler({
  request: deleteGroupsRequest,
  response: deleteGroupsResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<DeleteGroupsRequest>, context: RequestContext): Promise<DeleteGroupsResponse> {
    const answers = await Promise.all(
      [...new Set(request.groupsNames)].map((groupId) =>
        node.groups.ask<DeleteGroupsResponse>(
          groupId,
          (core, given) => core.deleteGroups({ ...request, groupsNames: [groupId] }, groupContext(context, given)),
          (errorCode) => ({ throttleTimeMs: 0, results: [{ groupId, errorCode }] }),
        ),
      ),
    );
    return { throttleTimeMs: 0, results: answers.flatMap((answer) => answer.results) };
  },
});
