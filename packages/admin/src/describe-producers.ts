import { api, type Api, type TopicPartition } from '@millrace/network-client';
import { describeProducersRequest, describeProducersResponse, type DescribeProducersRequest, type DescribeProducersResponse } from '@millrace/protocol/messages/describe-producers';
import { itemError, type AdminContext, type ItemResult } from './admin-context.js';
import { askPartitionLeaders } from './ask-partition-leaders.js';

const describeProducersApi: Api<DescribeProducersRequest, DescribeProducersResponse> = api(describeProducersRequest, describeProducersResponse, { keepsBytes: false });

export interface ProducerState {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly lastSequence: number;
  /** Milliseconds since the epoch, -1 if unknown. */
  readonly lastTimestamp: number;
  readonly coordinatorEpoch: number;
  /** First offset of the open transaction, -1 without one. */
  readonly currentTransactionStartOffset: number;
}

export interface PartitionProducers extends TopicPartition, ItemResult {
  readonly activeProducers: readonly ProducerState[];
}

/** Who writes to these partitions, as their leaders know it (KIP-664). What fails for one partition is told of that one alone. */
export function describeProducers(context: AdminContext, partitions: readonly TopicPartition[]): Promise<PartitionProducers[]> {
  return askPartitionLeaders(context, partitions, {
    what: 'describing producers',
    ask: async (nodeId, topics) => {
      const answer = await context.client.send(nodeId, describeProducersApi, {
        topics: [...topics].map(([name, list]) => ({ name, partitionIndexes: list.map(({ partition }) => partition) })),
      });
      return answer.topics.flatMap(({ name: topic, partitions: results }) => results.map((result) => ({
        topic,
        partition: result.partitionIndex,
        error: itemError(result.errorCode, `producers of ${topic}-${result.partitionIndex}`, result.errorMessage),
        activeProducers: result.activeProducers.map((producer) => ({
          producerId: producer.producerId,
          producerEpoch: producer.producerEpoch,
          lastSequence: producer.lastSequence,
          lastTimestamp: producer.lastTimestamp,
          coordinatorEpoch: producer.coordinatorEpoch,
          currentTransactionStartOffset: producer.currentTxnStartOffset,
        })),
      })));
    },
    failed: ({ topic, partition }, error) => ({ topic, partition, error, activeProducers: [] }),
  });
}
