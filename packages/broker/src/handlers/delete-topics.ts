/** DeleteTopics (KIP-4, KIP-516): by name, or since version 6 by id. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  deleteTopicsRequest,
  deleteTopicsResponse,
  type DeleteTopicsRequest,
  type DeleteTopicsResponse,
} from '@millrace/protocol/messages/delete-topics';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const deleteTopics: AnyHandler = handler({
  request: deleteTopicsRequest,
  response: deleteTopicsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DeleteTopicsRequest>, context: RequestContext): DeleteTopicsResponse | Promise<DeleteTopicsResponse> {
    if (!node.settings.deleteTopicEnabled) return refused(request, context.apiVersion, ...deletionDisabled(context.apiVersion));
    if (request.timeoutMs <= 0) {
      return node.controller.decide((controller) => ({ records: [], events: [], response: outOfTime(request, context.apiVersion, controller.deleteTopics(request).response) }));
    }
    return node.controller.decide((controller) => controller.deleteTopics(request));
  },
});

// No time is left for it: nothing is done. Where nothing would be left to do, what is wrong is told; as in Kafka.
function outOfTime(request: Decoded<DeleteTopicsRequest>, apiVersion: number, decided: DeleteTopicsResponse): DeleteTopicsResponse {
  const isWrong = decided.responses.every(({ errorCode }) => errorCode === ErrorCode.INVALID_REQUEST);
  return isWrong ? decided : refused(request, apiVersion, ErrorCode.REQUEST_TIMED_OUT, null);
}

// Clients before version 3 do not know the error that says so (KIP-322).
function deletionDisabled(apiVersion: number): [errorCode: number, message: string] {
  return [apiVersion < 3 ? ErrorCode.INVALID_REQUEST : ErrorCode.TOPIC_DELETION_DISABLED, 'Topic deletion is disabled.'];
}

function refused(request: Decoded<DeleteTopicsRequest>, apiVersion: number, errorCode: number, errorMessage: string | null): DeleteTopicsResponse {
  const topics = apiVersion >= 6 ? request.topics : request.topicNames.map((name) => ({ name, topicId: undefined }));
  return { throttleTimeMs: 0, responses: topics.map(({ name, topicId }) => ({ name, topicId, errorCode, errorMessage })) };
}
