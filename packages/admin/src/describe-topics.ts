import type { BrokerNode } from '@millrace/network-client';
import { ErrorCode } from '@millrace/protocol';
import { describeEligibleLeaders } from './describe-eligible-leaders.js';
import { itemError, type AdminContext, type ItemResult } from './admin-context.js';

export interface PartitionDescription {
  readonly partition: number;
  /** Null when there is none. */
  readonly leader: BrokerNode | null;
  readonly leaderEpoch: number;
  /** Broker ids, the preferred leader first. */
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly offlineReplicas: readonly number[];
  /** Replicas that may lead although they are not in sync (KIP-966); null from a cluster that does not tell. */
  readonly eligibleLeaderReplicas: readonly number[] | null;
  readonly lastKnownEligibleLeaderReplicas: readonly number[] | null;
}

export interface TopicDescription extends ItemResult {
  readonly topic: string;
  readonly topicId: string;
  readonly isInternal: boolean;
  readonly partitions: readonly PartitionDescription[];
}

const unknownLeaders = { eligibleLeaderReplicas: null, lastKnownEligibleLeaderReplicas: null };

/** Topics in the order asked for, their partitions by number. Creates none. Null asks for all. */
export async function describeTopics(context: AdminContext, topics: readonly string[] | null): Promise<TopicDescription[]> {
  const answer = await context.client.retry('Metadata', context.timeoutMs, () => context.client.metadata.ask({ topics, allowAutoTopicCreation: false }));
  const named = answer.topics.flatMap(({ name, errorCode }) => (name === null || errorCode !== ErrorCode.NONE ? [] : [name]));
  const eligible = named.length === 0 ? null : await describeEligibleLeaders(context, named);
  const brokers = new Map(answer.brokers.map((broker): [number, BrokerNode] => [broker.nodeId, { nodeId: broker.nodeId, host: broker.host, port: broker.port, rack: broker.rack }]));
  return answer.topics.map((topic) => ({
    topic: topic.name ?? '',
    topicId: topic.topicId,
    isInternal: topic.isInternal,
    error: itemError(topic.errorCode, `topic '${topic.name}'`),
    partitions: topic.partitions.toSorted((left, right) => left.partitionIndex - right.partitionIndex).map((partition) => ({
      partition: partition.partitionIndex,
      leader: brokers.get(partition.leaderId) ?? null,
      leaderEpoch: partition.leaderEpoch,
      replicas: partition.replicaNodes,
      inSyncReplicas: partition.isrNodes,
      offlineReplicas: partition.offlineReplicas,
      ...(eligible?.get(topic.name ?? '')?.get(partition.partitionIndex) ?? unknownLeaders),
    })),
  }));
}
