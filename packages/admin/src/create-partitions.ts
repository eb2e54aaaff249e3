import { api, type Api } from '@millrace/network-client';
import { createPartitionsRequest, createPartitionsResponse, type CreatePartitionsRequest, type CreatePartitionsResponse } from '@millrace/protocol/messages/create-partitions';
import { askController, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const createPartitionsApi: Api<CreatePartitionsRequest, CreatePartitionsResponse> = api(createPartitionsRequest, createPartitionsResponse, { keepsBytes: false });

export interface NewPartitions {
  readonly topic: string;
  /** How many there are to be in all. */
  readonly totalCount: number;
  /** Brokers of each new partition. */
  readonly assignments?: readonly (readonly number[])[] | undefined;
}

export async function createPartitions(context: AdminContext, topics: readonly NewPartitions[], options: { validateOnly?: boolean } = {}): Promise<(ItemResult & { readonly topic: string })[]> {
  const request: CreatePartitionsRequest = {
    topics: topics.map(({ topic: name, totalCount: count, assignments }) => ({
      name, count, assignments: assignments?.map((brokerIds) => ({ brokerIds: [...brokerIds] })) ?? null,
    })),
    timeoutMs: context.client.settings.requestTimeoutMs,
    validateOnly: options.validateOnly === true,
  };
  const answer = await askController(context, createPartitionsApi, request, ({ results }) => results.map((result) => result.errorCode));
  return answer.results.map(({ name: topic, errorCode, errorMessage }) => ({ topic, error: itemError(errorCode, `partitions of topic '${topic}'`, errorMessage) }));
}
