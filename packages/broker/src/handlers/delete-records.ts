/** DeleteRecords (KIP-107): moves the log start offset up; the bytes go with later segments. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  deleteRecordsRequest,
  deleteRecordsResponse,
  type DeleteRecordsRequest,
  type DeleteRecordsResponse,
  type DeleteRecordsResponseDeleteRecordsPartitionResult,
} from '@millrace/protocol/messages/delete-records';
import type { BrokerNode } from '../broker-node.js';
import { isInternalTopic } from '../internal-topics.js';
import { absentErrorCode } from '../replication/absence.js';
import { type AnyHandler, handler } from './handler.js';

const UP_TO_HIGH_WATERMARK = -1;
const NO_LOW_WATERMARK = -1;

export const deleteRecords: AnyHandler = handler({
  request: deleteRecordsRequest,
  response: deleteRecordsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DeleteRecordsRequest>): DeleteRecordsResponse {
    const topics = [...offsetsByTopic(request)].flatMap(([name, offsets]) =>
      offsets.size === 0 ? [] : [{ name, partitions: [...offsets].map(([partition, offset]) => deleteUpTo(node, name, partition, offset)) }],
    );
    return { throttleTimeMs: 0, topics };
  },
});

/** Of a partition that is named twice the last offset holds, and it is answered once, as in Kafka. */
function offsetsByTopic(request: Decoded<DeleteRecordsRequest>): Map<string, Map<number, number>> {
  const topics = new Map<string, Map<number, number>>();
  for (const { name, partitions } of request.topics) {
    const offsets = topics.get(name) ?? new Map<number, number>();
    topics.set(name, offsets);
    for (const { partitionIndex, offset } of partitions) offsets.set(partitionIndex, offset);
  }
  return topics;
}

function deleteUpTo(
  node: BrokerNode,
  topic: string,
  partitionIndex: number,
  offset: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult {
  const refused = (errorCode: number) => ({ partitionIndex, lowWatermark: NO_LOW_WATERMARK, errorCode });
  const partition = node.partitions.get(topic, partitionIndex);
  if (partition === undefined) return refused(absentErrorCode(node, topic, partitionIndex));
  if (isInternalTopic(topic)) return refused(ErrorCode.INVALID_TOPIC_EXCEPTION);
  const { log } = partition;
  if (!log.config.cleanupDelete && log.config.cleanupCompact) return refused(ErrorCode.POLICY_VIOLATION);
  const before = offset === UP_TO_HIGH_WATERMARK ? log.highWatermark : offset;
  if (before < 0 || before > log.highWatermark) return refused(ErrorCode.OFFSET_OUT_OF_RANGE);
  log.deleteRecordsBefore(before);
  return { partitionIndex, lowWatermark: log.logStartOffset, errorCode: ErrorCode.NONE };
}
