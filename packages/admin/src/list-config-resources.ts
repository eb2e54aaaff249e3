import { api, type Api } from '@millrace/network-client';
import {
  listConfigResourcesRequest, listConfigResourcesResponse, type ListConfigResourcesRequest, type ListConfigResourcesResponse,
} from '@millrace/protocol/messages/list-config-resources';
import { askAny, throwIfError, type AdminContext } from './admin-context.js';
import { resourceTypeCode, resourceTypeName, type ConfigResource, type ConfigResourceType } from './config-resource.js';

const listConfigResourcesApi: Api<ListConfigResourcesRequest, ListConfigResourcesResponse> = api(listConfigResourcesRequest, listConfigResourcesResponse, { keepsBytes: false });

/** The resources that have settings, of these types or of all (KIP-1142). Brokers of version 0 know client-metrics only. */
export async function listConfigResources(context: AdminContext, types: readonly ConfigResourceType[] = []): Promise<ConfigResource[]> {
  const answer = await askAny(context, listConfigResourcesApi, (version) => (version === 0 ? {} : { resourceTypes: types.map(resourceTypeCode) }));
  throwIfError(answer.errorCode, 'ListConfigResources');
  return answer.configResources.flatMap(({ resourceName: name, resourceType }) => {
    const type = resourceTypeName(resourceType);
    return type === undefined ? [] : [{ type, name }];
  });
}
