import { api, type Api } from '@millrace/network-client';
import { createTopicsRequest, createTopicsResponse, type CreateTopicsRequest, type CreateTopicsResponse } from '@millrace/protocol/messages/create-topics';
import { askController, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const createTopicsApi: Api<CreateTopicsRequest, CreateTopicsResponse> = api(createTopicsRequest, createTopicsResponse, { keepsBytes: false });

export interface NewTopic {
  readonly topic: string;
  /** Default: the broker's `num.partitions`. */
  readonly partitions?: number | undefined;
  /** Default: the broker's `default.replication.factor`. */
  readonly replicationFactor?: number | undefined;
  /** Brokers by partition, the preferred leader first; instead of the two above. */
  readonly assignments?: readonly (readonly number[])[] | undefined;
  readonly configs?: Readonly<Record<string, string | null>> | undefined;
}

export interface CreatedTopic extends ItemResult {
  readonly topic: string;
  readonly topicId: string;
  /** -1 where the broker does not tell. */
  readonly partitions: number;
  readonly replicationFactor: number;
}

export async function createTopics(context: AdminContext, topics: readonly NewTopic[], options: { validateOnly?: boolean } = {}): Promise<CreatedTopic[]> {
  const request: CreateTopicsRequest = {
    topics: topics.map(({ topic, partitions, replicationFactor, assignments, configs }) => ({
      name: topic,
      numPartitions: assignments === undefined ? (partitions ?? -1) : -1,
      replicationFactor: assignments === undefined ? (replicationFactor ?? -1) : -1,
      assignments: (assignments ?? []).map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds: [...brokerIds] })),
      configs: Object.entries(configs ?? {}).map(([name, value]) => ({ name, value })),
    })),
    timeoutMs: context.client.settings.requestTimeoutMs,
    validateOnly: options.validateOnly === true,
  };
  const answer = await askController(context, createTopicsApi, request, ({ topics: results }) => results.map((result) => result.errorCode));
  return answer.topics.map(({ name: topic, topicId, numPartitions: partitions, replicationFactor, errorCode, errorMessage }) => ({
    topic, topicId, partitions, replicationFactor, error: itemError(errorCode, `creating topic '${topic}'`, errorMessage),
  }));
}
