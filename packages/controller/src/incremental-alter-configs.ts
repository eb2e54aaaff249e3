/** IncrementalAlterConfigs: set, delete, append to or subtract from single settings (KIP-339). */
import type { MetadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type {
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsRequestAlterableConfig,
  IncrementalAlterConfigsRequestAlterConfigsResource,
  IncrementalAlterConfigsResponse,
  IncrementalAlterConfigsResponseAlterConfigsResourceResponse,
} from '@millrace/protocol/messages/incremental-alter-configs';
import { changeSettingsOf, checkAsked } from './config-changes.js';
import type { ControllerState } from './controller-state.js';
import type { Decision } from './decision.js';
import { isRefused, type Refused, refused } from './refused.js';
import { repeatedResources } from './repeated-resources.js';

const SET = 0;
const DELETE = 1;
const APPEND = 2;
const SUBTRACT = 3;

export function incrementalAlterConfigs(state: ControllerState, request: IncrementalAlterConfigsRequest): Decision<IncrementalAlterConfigsResponse> {
  const records: MetadataRecord[] = [];
  const responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] = [];
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

function alterResource(state: ControllerState, resource: IncrementalAlterConfigsRequestAlterConfigsResource): readonly MetadataRecord[] | Refused {
  const { resourceType, resourceName, configs } = resource;
  const problem = checkAsked(configs.map(({ name, value, configOperation }) => ({ name, value, deletes: configOperation === DELETE })));
  if (problem !== null) return problem;
  const changes = new Map<string, string | null>();
  const current = state.image.configValues(resourceType, resourceName);
  for (const config of configs) {
    const value = newValue(state, resourceType, config, current.get(config.name));
    if (value !== null && typeof value === 'object') return value;
    changes.set(config.name, value);
  }
  return changeSettingsOf(state, resourceType, resourceName, changes);
}

function newValue(
  state: ControllerState,
  resourceType: number,
  { name, configOperation, value }: IncrementalAlterConfigsRequestAlterableConfig,
  current: string | undefined,
): string | null | Refused {
  if (configOperation === DELETE) return null;
  if (configOperation < SET || configOperation > SUBTRACT) return refused(ErrorCode.INVALID_REQUEST, `Unknown config operation ${configOperation}`);
  if (configOperation === SET || value === null) return value;
  const { configs } = state.options;
  if (!configs.isList(resourceType, name)) {
    const operation = configOperation === APPEND ? 'APPEND' : 'SUBTRACT';
    return refused(ErrorCode.INVALID_CONFIG, `Can't ${operation} to key ${name} because its type is not LIST.`);
  }
  const parts = (current ?? configs.defaultValue(resourceType, name) ?? '').split(',').filter((part) => part !== '');
  const operands = value.split(',');
  if (configOperation === SUBTRACT) return parts.filter((part) => !operands.includes(part)).join(',');
  return [...parts, ...operands.filter((part, index) => !parts.includes(part) && operands.indexOf(part) === index)].join(',');
}
