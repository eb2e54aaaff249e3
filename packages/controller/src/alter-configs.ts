/** AlterConfigs, the old one: what is not named is taken out. */
import type { MetadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type {
  AlterConfigsRequest,
  AlterConfigsRequestAlterConfigsResource,
  AlterConfigsResponse,
  AlterConfigsResponseAlterConfigsResourceResponse,
} from '@millrace/protocol/messages/alter-configs';
import { changeSettings, checkResource } from './config-changes.js';
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
  const problem = checkResource(state, resourceType, resourceName);
  if (problem !== null) return problem;
  const changes = new Map<string, string | null>();
  for (const { name, value } of configs) {
    if (changes.has(name)) return refused(ErrorCode.INVALID_REQUEST, 'Error due to duplicate config keys');
    if (value === null) return refused(ErrorCode.INVALID_REQUEST, `Null value not supported for : ${name}`);
    changes.set(name, value);
  }
  for (const key of state.image.configValues(resourceType, resourceName).keys()) if (!changes.has(key)) changes.set(key, null);
  return changeSettings(state, resourceType, resourceName, changes);
}
