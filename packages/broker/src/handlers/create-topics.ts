/** CreateTopics (KIP-4, KIP-464, KIP-525): by the controller; the settings in effect are put to the answer here. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { configSourceCodes, describeTopic } from '@millrace/config';
import {
  createTopicsRequest,
  createTopicsResponse,
  type CreateTopicsRequest,
  type CreateTopicsResponse,
  type CreateTopicsResponseCreatableTopicConfigs,
} from '@millrace/protocol/messages/create-topics';
import type { BrokerNode } from '../broker-node.js';
import { CLUSTER_METADATA_TOPIC } from '../internal-topics.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const createTopics: AnyHandler = handler({
  request: createTopicsRequest,
  response: createTopicsResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<CreateTopicsRequest>, context: RequestContext): Promise<CreateTopicsResponse> {
    if (request.timeoutMs <= 0) return outOfTime(request);
    const topics = request.topics.filter((topic) => topic.name !== CLUSTER_METADATA_TOPIC);
    const response = await node.controller.createTopics({ ...request, topics });
    for (const topic of request.topics) {
      if (topic.name !== CLUSTER_METADATA_TOPIC) continue;
      response.topics.push({ name: topic.name, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `Creation of internal topic ${topic.name} is prohibited.` });
    }
    if (context.apiVersion < 5) return response;
    const asked = new Map(request.topics.map((topic) => [topic.name, topic.configs]));
    for (const topic of response.topics) {
      if (topic.errorCode !== ErrorCode.NONE) {
        topic.configs = [];
        continue;
      }
      const overrides = (asked.get(topic.name) ?? []).flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
      topic.configs = settingsOf(node, Object.fromEntries(overrides));
    }
    return response;
  },
});

// No time is left for it: nothing is done. Where nothing would be left to do, that names are there twice is told, once for each; as in Kafka.
function outOfTime({ topics }: Decoded<CreateTopicsRequest>): CreateTopicsResponse {
  const counts = new Map<string, number>();
  for (const { name } of topics) counts.set(name, (counts.get(name) ?? 0) + 1);
  if ([...counts.values()].some((count) => count === 1)) {
    return { throttleTimeMs: 0, topics: topics.map(({ name }) => ({ name, errorCode: ErrorCode.REQUEST_TIMED_OUT, errorMessage: null })) };
  }
  return { throttleTimeMs: 0, topics: Array.from(counts.keys(), (name) => ({ name, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' })) };
}

function settingsOf(node: BrokerNode, overrides: Record<string, string>): CreateTopicsResponseCreatableTopicConfigs[] {
  return describeTopic(overrides, node.dynamicConfig.broker).map((setting) => ({
    name: setting.name,
    value: setting.value,
    readOnly: setting.readOnly,
    configSource: configSourceCodes[setting.source],
    isSensitive: setting.isSensitive,
  }));
}
