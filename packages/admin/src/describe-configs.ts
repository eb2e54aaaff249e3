import { api, type Api } from '@millrace/network-client';
import { describeConfigsRequest, describeConfigsResponse, type DescribeConfigsRequest, type DescribeConfigsResponse } from '@millrace/protocol/messages/describe-configs';
import { askAny, askBroker, itemError, type AdminContext, type ItemResult } from './admin-context.js';
import { byBroker, resourceTypeCode, resourceTypeName, type ConfigResource } from './config-resource.js';

const describeConfigsApi: Api<DescribeConfigsRequest, DescribeConfigsResponse> = api(describeConfigsRequest, describeConfigsResponse, { keepsBytes: false });

/** Where a value comes from, in Kafka's words. */
export type ConfigSource =
  | 'UNKNOWN' | 'DYNAMIC_TOPIC_CONFIG' | 'DYNAMIC_BROKER_CONFIG' | 'DYNAMIC_DEFAULT_BROKER_CONFIG' | 'STATIC_BROKER_CONFIG' | 'DEFAULT_CONFIG'
  | 'DYNAMIC_BROKER_LOGGER_CONFIG' | 'DYNAMIC_CLIENT_METRICS_CONFIG' | 'DYNAMIC_GROUP_CONFIG';
export type ConfigType = 'UNKNOWN' | 'BOOLEAN' | 'STRING' | 'INT' | 'SHORT' | 'LONG' | 'DOUBLE' | 'LIST' | 'CLASS' | 'PASSWORD';

const sources: readonly ConfigSource[] = [
  'UNKNOWN', 'DYNAMIC_TOPIC_CONFIG', 'DYNAMIC_BROKER_CONFIG', 'DYNAMIC_DEFAULT_BROKER_CONFIG', 'STATIC_BROKER_CONFIG', 'DEFAULT_CONFIG',
  'DYNAMIC_BROKER_LOGGER_CONFIG', 'DYNAMIC_CLIENT_METRICS_CONFIG', 'DYNAMIC_GROUP_CONFIG',
];
const types: readonly ConfigType[] = ['UNKNOWN', 'BOOLEAN', 'STRING', 'INT', 'SHORT', 'LONG', 'DOUBLE', 'LIST', 'CLASS', 'PASSWORD'];

export interface ConfigEntry {
  readonly name: string;
  /** Null for secrets, and for what is not set. */
  readonly value: string | null;
  readonly source: ConfigSource;
  readonly isReadOnly: boolean;
  readonly isSensitive: boolean;
  readonly type: ConfigType;
  readonly documentation: string | null;
  /** All values that are set, the one that counts first; only with `includeSynonyms`. */
  readonly synonyms: readonly { readonly name: string; readonly value: string | null; readonly source: ConfigSource }[];
}

export interface ConfigDescription extends ConfigResource, ItemResult {
  readonly configs: readonly ConfigEntry[];
}

/** `names` limits what is told of a resource. */
export type ConfigQuestion = ConfigResource & { readonly names?: readonly string[] | undefined };

export async function describeConfigs(
  context: AdminContext, resources: readonly ConfigQuestion[], options: { includeSynonyms?: boolean; includeDocumentation?: boolean } = {},
): Promise<ConfigDescription[]> {
  const answers = await Promise.all([...byBroker(context, resources)].map(([nodeId, list]) => {
    const message = (version: number): DescribeConfigsRequest => ({
      resources: list.map(({ type, name, names }) => ({ resourceType: resourceTypeCode(type), resourceName: name, configurationKeys: names === undefined ? null : [...names] })),
      includeSynonyms: options.includeSynonyms === true,
      ...(version >= 3 ? { includeDocumentation: options.includeDocumentation === true } : {}),
    });
    return nodeId === null ? askAny(context, describeConfigsApi, message) : askBroker(context, nodeId, describeConfigsApi, message);
  }));
  return answers.flatMap((answer) => answer.results).map(({ resourceType, resourceName, errorCode, errorMessage, configs }) => {
    const type = resourceTypeName(resourceType) ?? 'topic';
    return {
      type,
      name: resourceName,
      error: itemError(errorCode, `settings of ${type} '${resourceName}'`, errorMessage),
      configs: configs.map((config) => ({
        name: config.name,
        value: config.value,
        source: sources[config.configSource] ?? 'UNKNOWN',
        isReadOnly: config.readOnly,
        isSensitive: config.isSensitive,
        type: types[config.configType] ?? 'UNKNOWN',
        documentation: config.documentation,
        synonyms: config.synonyms.map(({ name, value, source }) => ({ name, value, source: sources[source] ?? 'UNKNOWN' })),
      })),
    };
  });
}
