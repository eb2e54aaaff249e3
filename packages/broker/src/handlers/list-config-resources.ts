/** ListConfigResources (KIP-1142): what has settings; version 0 means client metrics subscriptions only. */
import { ConfigResourceType } from '@millrace/metadata';
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  listConfigResourcesRequest,
  listConfigResourcesResponse,
  type ListConfigResourcesRequest,
  type ListConfigResourcesResponse,
} from '@millrace/protocol/messages/list-config-resources';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = ConfigResourceType;
const LISTABLE: readonly number[] = [TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP];

export const listConfigResources: AnyHandler = handler({
  request: listConfigResourcesRequest,
  response: listConfigResourcesResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<ListConfigResourcesRequest>, context: RequestContext): ListConfigResourcesResponse {
    const asked = context.apiVersion === 0 ? [CLIENT_METRICS] : request.resourceTypes.length === 0 ? LISTABLE : request.resourceTypes;
    if (asked.some((type) => !LISTABLE.includes(type))) {
      return { throttleTimeMs: 0, errorCode: ErrorCode.UNSUPPORTED_VERSION, configResources: [] };
    }
    const configResources = [...new Set(asked)].flatMap((resourceType) =>
      namesOf(node, resourceType).map((resourceName) => ({ resourceName, resourceType })),
    );
    return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, configResources };
  },
});

function namesOf(node: BrokerNode, type: number): string[] {
  if (type === TOPIC) return [...node.image.topics.idByName.keys()];
  if (type === BROKER || type === BROKER_LOGGER) return [...node.image.brokers.keys()].map(String);
  return [...node.image.configs.values()].filter((resource) => resource.type === type).map((resource) => resource.name);
}
