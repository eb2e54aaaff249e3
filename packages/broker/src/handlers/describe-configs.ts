/** DescribeConfigs (KIP-133, KIP-226, KIP-569): settings with their source, synonyms, type and meaning. */
import {
  clientMetricsTable,
  type ConfigDescription,
  configSourceCodes,
  configTypeCodes,
  describeBroker,
  describeClusterDefaults,
  describeGroup,
  describeTopic,
} from '@millrace/config';
import { checkTopicName } from '@millrace/controller';
import { ConfigResourceType } from '@millrace/metadata';
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  describeConfigsRequest,
  describeConfigsResponse,
  type DescribeConfigsRequest,
  type DescribeConfigsRequestDescribeConfigsResource,
  type DescribeConfigsResponse,
  type DescribeConfigsResponseDescribeConfigsResourceResult,
  type DescribeConfigsResponseDescribeConfigsResult,
} from '@millrace/protocol/messages/describe-configs';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler } from './handler.js';

type Resource = Decoded<DescribeConfigsRequestDescribeConfigsResource>;

export const describeConfigs: AnyHandler = handler({
  request: describeConfigsRequest,
  response: describeConfigsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeConfigsRequest>): DescribeConfigsResponse {
    return { throttleTimeMs: 0, results: request.resources.map((resource) => describe(node, resource, request)) };
  },
});

function describe(node: BrokerNode, resource: Resource, request: Decoded<DescribeConfigsRequest>): DescribeConfigsResponseDescribeConfigsResult {
  const { resourceType, resourceName, configurationKeys } = resource;
  const found = settingsOf(node, resource);
  if ('errorCode' in found) return { ...found, resourceType, resourceName, configs: [] };
  // No key named at all means every key.
  const wanted = configurationKeys === null || configurationKeys.length === 0 ? null : new Set(configurationKeys);
  const configs = found.settings.filter((setting) => wanted === null || wanted.has(setting.name)).map((setting) => entry(setting, request));
  return { errorCode: ErrorCode.NONE, errorMessage: '', resourceType, resourceName, configs };
}

type Found = { settings: ConfigDescription[] } | { errorCode: number; errorMessage: string };

function settingsOf(node: BrokerNode, { resourceType, resourceName }: Resource): Found {
  const { broker } = node.dynamicConfig;
  switch (resourceType) {
    case ConfigResourceType.TOPIC: {
      const problem = checkTopicName(resourceName);
      if (problem !== null) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: problem };
      if (node.image.topicByName(resourceName) === undefined) {
        return { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: `The topic ${resourceName} does not exist.` };
      }
      return { settings: describeTopic(node.dynamicConfig.topicOverrides(node.image, resourceName), broker) };
    }
    case ConfigResourceType.BROKER:
      if (resourceName === '') return { settings: describeClusterDefaults(broker) };
      if (!isInteger(resourceName)) return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `Broker id must be an integer, but it is: ${resourceName}` };
      if (Number(resourceName) === node.nodeId) return { settings: describeBroker(broker) };
      return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `Unexpected broker id, expected ${node.nodeId} or empty string, but received ${resourceName}` };
    case ConfigResourceType.GROUP:
      if (resourceName === '') return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Group name must not be empty' };
      return { settings: describeGroup(Object.fromEntries(node.image.configValues(ConfigResourceType.GROUP, resourceName)), broker) };
    case ConfigResourceType.CLIENT_METRICS:
      if (resourceName === '') return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Client metrics subscription name must not be empty' };
      return { settings: clientMetrics(node, resourceName) };
    default:
      return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `Unsupported resource type ${resourceType}` };
  }
}

/** As Kafka reads an id: `01` is one. */
function isInteger(text: string): boolean {
  return /^[+-]?\d{1,10}$/.test(text);
}

function clientMetrics(node: BrokerNode, name: string): ConfigDescription[] {
  const values = node.image.configValues(ConfigResourceType.CLIENT_METRICS, name);
  return [...clientMetricsTable.values()].map((setting) => {
    const own = values.get(setting.name);
    const source = own === undefined ? ('DEFAULT_CONFIG' as const) : ('CLIENT_METRICS_CONFIG' as const);
    const value = own ?? setting.default;
    const synonyms = own === undefined ? [] : [{ name: setting.name, value, source }];
    return { name: setting.name, value, source, readOnly: false, isSensitive: false, synonyms, typeCode: configTypeCodes[setting.type], doc: setting.doc };
  });
}

function entry(setting: ConfigDescription, request: Decoded<DescribeConfigsRequest>): DescribeConfigsResponseDescribeConfigsResourceResult {
  const synonyms = request.includeSynonyms ? setting.synonyms : [];
  return {
    name: setting.name,
    value: setting.value,
    readOnly: setting.readOnly,
    configSource: configSourceCodes[setting.source],
    isSensitive: setting.isSensitive,
    synonyms: synonyms.map(({ name, value, source }) => ({ name, value, source: configSourceCodes[source] })),
    configType: setting.typeCode,
    documentation: request.includeDocumentation ? setting.doc : null,
  };
}
