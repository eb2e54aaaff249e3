import { api, type Api } from '@millrace/network-client';
import {
  incrementalAlterConfigsRequest, incrementalAlterConfigsResponse, type IncrementalAlterConfigsRequest, type IncrementalAlterConfigsResponse,
} from '@millrace/protocol/messages/incremental-alter-configs';
import { askAny, askBroker, itemError, type AdminContext, type ItemResult } from './admin-context.js';
import { byBroker, resourceTypeCode, resourceTypeName, type ConfigResource } from './config-resource.js';

const alterConfigsApi: Api<IncrementalAlterConfigsRequest, IncrementalAlterConfigsResponse> = api(incrementalAlterConfigsRequest, incrementalAlterConfigsResponse, { keepsBytes: false });
const operations = { set: 0, delete: 1, append: 2, subtract: 3 } as const;

/** `append` and `subtract` are for lists. Settings that are not named stay as they are. */
export interface ConfigChange {
  readonly name: string;
  /** Default: set, or delete without a value. */
  readonly operation?: keyof typeof operations | undefined;
  readonly value?: string | null | undefined;
}

export type ConfigChanges = ConfigResource & { readonly changes: readonly ConfigChange[] };

/** All changes of a resource or none (KIP-339). */
export async function alterConfigs(context: AdminContext, resources: readonly ConfigChanges[], options: { validateOnly?: boolean } = {}): Promise<(ConfigResource & ItemResult)[]> {
  const answers = await Promise.all([...byBroker(context, resources)].map(([nodeId, list]) => {
    const request: IncrementalAlterConfigsRequest = {
      resources: list.map(({ type, name, changes }) => ({
        resourceType: resourceTypeCode(type),
        resourceName: name,
        configs: changes.map(({ name: key, operation, value }) => ({
          name: key, value: value ?? null, configOperation: operations[operation ?? (value === undefined || value === null ? 'delete' : 'set')],
        })),
      })),
      validateOnly: options.validateOnly === true,
    };
    return nodeId === null ? askAny(context, alterConfigsApi, request) : askBroker(context, nodeId, alterConfigsApi, request);
  }));
  return answers.flatMap((answer) => answer.responses).map(({ resourceType, resourceName: name, errorCode, errorMessage }) => {
    const type = resourceTypeName(resourceType) ?? 'topic';
    return { type, name, error: itemError(errorCode, `settings of ${type} '${name}'`, errorMessage) };
  });
}
