import { api, type Api, type TopicPartition } from '@millrace/network-client';
import { deleteRecordsRequest, deleteRecordsResponse, type DeleteRecordsRequest, type DeleteRecordsResponse } from '@millrace/protocol/messages/delete-records';
import { itemError, type AdminContext, type ItemResult } from './admin-context.js';
import { askPartitionLeaders } from './ask-partition-leaders.js';

const deleteRecordsApi: Api<DeleteRecordsRequest, DeleteRecordsResponse> = api(deleteRecordsRequest, deleteRecordsResponse, { keepsBytes: false });

/** Deletes what lies before `beforeOffset`; -1 stands for the high watermark. */
export interface RecordsToDelete extends TopicPartition {
  readonly beforeOffset: number;
}

export interface DeletedRecords extends TopicPartition, ItemResult {
  /** The first offset that is left. */
  readonly lowWatermark: number;
}

/** What fails for one partition is told of that one alone. */
export function deleteRecords(context: AdminContext, records: readonly RecordsToDelete[]): Promise<DeletedRecords[]> {
  return askPartitionLeaders(context, records, {
    what: 'deleting records',
    ask: async (nodeId, topics) => {
      const answer = await context.client.send(nodeId, deleteRecordsApi, {
        topics: [...topics].map(([name, list]) => ({ name, partitions: list.map(({ partition, beforeOffset }) => ({ partitionIndex: partition, offset: beforeOffset })) })),
        timeoutMs: context.client.settings.requestTimeoutMs,
      });
      return answer.topics.flatMap(({ name: topic, partitions }) => partitions.map(({ partitionIndex: partition, lowWatermark, errorCode }) => ({
        topic, partition, lowWatermark, error: itemError(errorCode, `deleting records of ${topic}-${partition}`),
      })));
    },
    failed: ({ topic, partition }, error) => ({ topic, partition, lowWatermark: -1, error }),
  });
}
