import { api, type Api } from '@millrace/network-client';
import { listGroupsRequest, listGroupsResponse, type ListGroupsRequest, type ListGroupsResponse } from '@millrace/protocol/messages/list-groups';
import { askAll, throwIfError, type AdminContext } from './admin-context.js';

const listGroupsApi: Api<ListGroupsRequest, ListGroupsResponse> = api(listGroupsRequest, listGroupsResponse, { keepsBytes: false });

export interface GroupListing {
  readonly groupId: string;
  /** 'consumer', 'connect', …; empty for a group that only holds offsets. */
  readonly protocolType: string;
  /** Stable, Empty, PreparingRebalance, …; empty where the broker does not tell. */
  readonly state: string;
  /** 'classic', 'consumer', …; empty where the broker does not tell. */
  readonly type: string;
}

/** All groups, of any type, in order of id; `states` and `types` limit them where the brokers know how (KIP-518, KIP-848). */
export async function listConsumerGroups(context: AdminContext, options: { states?: readonly string[]; types?: readonly string[] } = {}): Promise<GroupListing[]> {
  const answers = await askAll(context, listGroupsApi, (version) => ({
    ...(version >= 4 ? { statesFilter: [...(options.states ?? [])] } : {}),
    ...(version >= 5 ? { typesFilter: [...(options.types ?? [])] } : {}),
  }));
  const groups = new Map<string, GroupListing>();
  for (const { nodeId, answer } of answers) {
    throwIfError(answer.errorCode, `ListGroups of broker ${nodeId}`);
    for (const { groupId, protocolType, groupState: state, groupType: type } of answer.groups) groups.set(groupId, { groupId, protocolType, state, type });
  }
  return [...groups.values()].toSorted((left, right) => (left.groupId < right.groupId ? -1 : 1));
}
