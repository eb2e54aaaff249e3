/** AlterConfigs, the old one: what is not named is taken out. */
import type { MetadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type {
  AlterConfigsRequest,
  AlterConfigsRequestAlterConfigsResource,
  AlterConfigsResponse,
  AlterConfigsResponseAlterConfigsResourceResponse,
} from '@millrace/protocol/messages/alter-configs';
import { changeSettingsOf, checkAsked } from './config-changes.js';
import type { ControllerState } from './controller-state.js';
import type { Decision } from './decision.js';
import { isRefused, type Refused, refused } from './refused.js';
import { repeatedResources } from './repeated-resources.js';

export function alterConfigs(state: ControllerState, request: AlterConfigsRequest): Decision<AlterConfigsResponse> {
  const records: MetadataRecord[] = [];
  const responses: AlterConfigsResponseAlterConfigsResourceResponse[] = [];
  const repeated = repeatedResources(request.resources);
  for (const resource of request.resources) {
    const { resourceType, resourceName } = resource;
    const result = repeated.has(resource)
      ? refused(ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.')
      : alterResource(state, resource);
    if (!isRefused(result)) records.push(...result);
    const errorCode = isRefused(result) ? result.errorCode : ErrorCode.NONE;
    responses.push({ errorCode, errorMessage: isRefused(result) ? result.errorMessage : null, resourceType, resourceName });
  }
  return { records: request.validateOnly ? [] : records, events: [], response: { throttleTimeMs: 0, responses } };
}

function alterResource(state: ControllerState, resource: AlterConfigsRequestAlterConfigsResource): readonly MetadataRecord[] | Refused {
  const { resourceType, resourceName, configs } = resource;
  const problem = checkAsked(configs.map(({ name, value }) => ({ name, value, deletes: false })));
  if (problem !== null) return problem;
  const changes = new Map<string, string | null>(configs.map(({ name, value }) => [name, value]));
  for (const key of state.image.configValues(resourceType, resourceName).keys()) if (!changes.has(key)) changes.set(key, null);
  return changeSettingsOf(state, resourceType, resourceName, changes);
}
