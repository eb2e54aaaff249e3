/** OffsetForLeaderEpoch (KIP-101, KIP-320): where an epoch of a partition ended. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  offsetForLeaderEpochRequest,
  offsetForLeaderEpochResponse,
  type OffsetForLeaderEpochRequest,
  type OffsetForLeaderEpochRequestOffsetForLeaderPartition,
  type OffsetForLeaderEpochResponse,
  type OffsetForLeaderEpochResponseEpochEndOffset,
} from '@millrace/protocol/messages/offset-for-leader-epoch';
import type { BrokerNode } from '../broker-node.js';
import { absentErrorCode } from '../replication/absence.js';
import { type AnyHandler, handler } from './handler.js';

export const offsetForLeaderEpoch: AnyHandler = handler({
  request: offsetForLeaderEpochRequest,
  response: offsetForLeaderEpochResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<OffsetForLeaderEpochRequest>): OffsetForLeaderEpochResponse {
    const topics = request.topics.map((topic) => ({
      topic: topic.topic,
      partitions: topic.partitions.map((asked) => endOfEpoch(node, topic.topic, asked)),
    }));
    return { throttleTimeMs: 0, topics };
  },
});

function endOfEpoch(
  node: BrokerNode,
  topic: string,
  asked: Decoded<OffsetForLeaderEpochRequestOffsetForLeaderPartition>,
): OffsetForLeaderEpochResponseEpochEndOffset {
  const partition = node.partitions.get(topic, asked.partition);
  if (partition === undefined) return { partition: asked.partition, errorCode: absentErrorCode(node, topic, asked.partition) };
  const errorCode = partition.checkLeaderEpoch(asked.currentLeaderEpoch);
  if (errorCode !== ErrorCode.NONE) return { partition: asked.partition, errorCode };
  const { epoch, endOffset } = partition.log.endOffsetForEpoch(asked.leaderEpoch);
  return { partition: asked.partition, errorCode: ErrorCode.NONE, leaderEpoch: epoch, endOffset };
}
