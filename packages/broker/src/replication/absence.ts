/** Why a partition is not served here, as Kafka tells it. */
import { ErrorCode } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';

/** For a partition that `Partitions` does not have. A client that is told of another leader asks again; one that is told of no such topic may give up. */
export function absentErrorCode({ image, nodeId, logs }: BrokerNode, topic: string, index: number): number {
  const registration = image.topicByName(topic)?.partitions[index];
  if (registration === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  const mayBeOffline = registration.leader === nodeId && logs.directories.some(({ error }) => error !== null);
  return mayBeOffline ? ErrorCode.KAFKA_STORAGE_ERROR : ErrorCode.NOT_LEADER_OR_FOLLOWER;
}
