import { api, type Api } from '@millrace/network-client';
import { deleteTopicsRequest, deleteTopicsResponse, type DeleteTopicsRequest, type DeleteTopicsResponse } from '@millrace/protocol/messages/delete-topics';
import { askController, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const deleteTopicsApi: Api<DeleteTopicsRequest, DeleteTopicsResponse> = api(deleteTopicsRequest, deleteTopicsResponse, { keepsBytes: false });
const zeroTopicId = 'AAAAAAAAAAAAAAAAAAAAAA';

export interface DeletedTopic extends ItemResult {
  readonly topic: string | null;
  readonly topicId: string;
}

/** By name, or by id with `{ topicId }`, which brokers since 2.8 know. */
export async function deleteTopics(context: AdminContext, topics: readonly (string | { readonly topicId: string })[]): Promise<DeletedTopic[]> {
  for (const topic of topics) {
    if (typeof topic !== 'string' && typeof topic?.topicId !== 'string') throw new TypeError(`deleteTopics: ${JSON.stringify(topic)} is neither the name of a topic nor { topicId }`);
  }
  const timeoutMs = context.client.settings.requestTimeoutMs;
  const message = (version: number): DeleteTopicsRequest => {
    if (version < 6) return { topicNames: topics.map((topic) => (typeof topic === 'string' ? topic : refuseId(topic.topicId))), timeoutMs };
    return { topics: topics.map((topic) => (typeof topic === 'string' ? { name: topic, topicId: zeroTopicId } : { name: null, topicId: topic.topicId })), timeoutMs };
  };
  const answer = await askController(context, deleteTopicsApi, message, ({ responses }) => responses.map((result) => result.errorCode));
  return answer.responses.map(({ name: topic, topicId, errorCode, errorMessage }) => ({
    topic, topicId, error: itemError(errorCode, `deleting topic '${topic ?? topicId}'`, errorMessage),
  }));
}

function refuseId(topicId: string): never {
  throw new TypeError(`deleting topic ${topicId}: this broker deletes topics by name only`);
}
