import { api, type Api } from '@millrace/network-client';
import { ErrorCode } from '@millrace/protocol';
import { deleteGroupsRequest, deleteGroupsResponse, type DeleteGroupsRequest, type DeleteGroupsResponse } from '@millrace/protocol/messages/delete-groups';
import { askCoordinator, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const deleteGroupsApi: Api<DeleteGroupsRequest, DeleteGroupsResponse> = api(deleteGroupsRequest, deleteGroupsResponse, { keepsBytes: false });

/** Deletes empty groups with their offsets; one with members has the error NON_EMPTY_GROUP. */
export function deleteConsumerGroups(context: AdminContext, groupIds: readonly string[]): Promise<(ItemResult & { readonly groupId: string })[]> {
  return Promise.all(groupIds.map(async (groupId) => {
    const answer = await askCoordinator(context, groupId, deleteGroupsApi, { groupsNames: [groupId] }, ({ results }) => results[0]?.errorCode ?? ErrorCode.NONE);
    const result = answer.results[0];
    return { groupId, error: itemError(result?.errorCode ?? ErrorCode.UNKNOWN_SERVER_ERROR, `deleting group '${groupId}'`, result?.errorMessage) };
  }));
}
