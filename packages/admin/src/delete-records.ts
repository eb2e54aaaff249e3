import { api, type Api, type TopicPartition } from '@millrace/network-client';
import { deleteRecordsRequest, deleteRecordsResponse, type DeleteRecordsRequest, type DeleteRecordsResponse } from '@millrace/protocol/messages/delete-records';
import { askBroker, byLeader, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const deleteRecordsApi: Api<DeleteRecordsRequest, DeleteRecordsResponse> = api(deleteRecordsRequest, deleteRecordsResponse, { keepsBytes: false });

/** Deletes what lies before `beforeOffset`; -1 stands for the high watermark. */
export interface RecordsToDelete extends TopicPartition {
  readonly beforeOffset: number;
}

export interface DeletedRecords extends TopicPartition, ItemResult {
  /** The first offset that is left. */
  readonly lowWatermark: number;
}

export async function deleteRecords(context: AdminContext, records: readonly RecordsToDelete[]): Promise<DeletedRecords[]> {
  const leaders = await byLeader(context, records);
  const answers = await Promise.all([...leaders].map(([nodeId, topics]) => askBroker(context, nodeId, deleteRecordsApi, {
    topics: [...topics].map(([name, list]) => ({ name, partitions: list.map(({ partition, beforeOffset }) => ({ partitionIndex: partition, offset: beforeOffset })) })),
    timeoutMs: context.client.settings.requestTimeoutMs,
  })));
  return answers.flatMap((answer) => answer.topics).flatMap(({ name: topic, partitions }) => partitions.map(({ partitionIndex: partition, lowWatermark, errorCode }) => ({
    topic, partition, lowWatermark, error: itemError(errorCode, `deleting records of ${topic}-${partition}`),
  })));
}
