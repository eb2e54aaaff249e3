/** DescribeProducers (KIP-664): the producers that a partition remembers. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  describeProducersRequest,
  describeProducersResponse,
  type DescribeProducersRequest,
  type DescribeProducersResponse,
  type DescribeProducersResponsePartitionResponse,
} from '@millrace/protocol/messages/describe-producers';
import { checkTopicName } from '@millrace/controller';
import type { BrokerNode } from '../broker-node.js';
import { absentErrorCode } from '../replication/absence.js';
import { type AnyHandler, handler } from './handler.js';

export const describeProducers: AnyHandler = handler({
  request: describeProducersRequest,
  response: describeProducersResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeProducersRequest>): DescribeProducersResponse {
    const topics = request.topics.map((topic) => ({
      name: topic.name,
      partitions: topic.partitionIndexes.map((index) => describe(node, topic.name, index)),
    }));
    return { throttleTimeMs: 0, topics };
  },
});

function describe(node: BrokerNode, topic: string, partitionIndex: number): DescribeProducersResponsePartitionResponse {
  const partition = node.partitions.get(topic, partitionIndex);
  if (partition === undefined) return { partitionIndex, ...whyNot(node, topic, partitionIndex), activeProducers: [] };
  const activeProducers = partition.log.activeProducers().map((producer) => ({
    producerId: producer.producerId,
    producerEpoch: producer.producerEpoch,
    lastSequence: producer.lastSequence,
    lastTimestamp: producer.lastTimestamp,
    coordinatorEpoch: producer.coordinatorEpoch,
    currentTxnStartOffset: producer.currentTransactionStartOffset,
  }));
  return { partitionIndex, errorCode: ErrorCode.NONE, errorMessage: null, activeProducers };
}

function whyNot(node: BrokerNode, topic: string, index: number): { errorCode: number; errorMessage: string | null } {
  const problem = checkTopicName(topic);
  if (problem !== null) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: problem };
  const isThere = node.image.topicByName(topic) !== undefined;
  return { errorCode: absentErrorCode(node, topic, index), errorMessage: isThere ? null : 'This server does not host this topic-partition.' };
}
