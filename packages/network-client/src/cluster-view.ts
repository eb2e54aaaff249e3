/** What Metadata said about the cluster, as a value. A partition's leader never goes back to an earlier epoch. */
import type { Decoded } from '@millrace/protocol';
import type { MetadataResponse } from '@millrace/protocol/messages/metadata';
import type { BrokerNode } from './address.js';

export interface PartitionView {
  readonly topic: string;
  readonly partition: number;
  /** -1 when there is none. */
  readonly leaderId: number;
  readonly leaderEpoch: number;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly offlineReplicas: readonly number[];
  readonly errorCode: number;
}

export interface TopicView {
  readonly name: string;
  /** 22 characters; the zero id where brokers do not tell. */
  readonly topicId: string;
  readonly isInternal: boolean;
  readonly errorCode: number;
  /** By partition number; a hole where the broker told of none. */
  readonly partitions: readonly PartitionView[];
  readonly authorizedOperations: number;
}

export const zeroTopicId = 'AAAAAAAAAAAAAAAAAAAAAA';

export class ClusterView {
  static readonly empty: ClusterView = new ClusterView(null, -1, new Map(), new Map());
  readonly clusterId: string | null;
  readonly controllerId: number;
  readonly brokers: ReadonlyMap<number, BrokerNode>;
  readonly topics: ReadonlyMap<string, TopicView>;

  constructor(
    clusterId: string | null,
    controllerId: number,
    brokers: ReadonlyMap<number, BrokerNode>,
    topics: ReadonlyMap<string, TopicView>,
  ) {
    this.clusterId = clusterId;
    this.controllerId = controllerId;
    this.brokers = brokers;
    this.topics = topics;
  }

  partition(topic: string, partition: number): PartitionView | undefined {
    return this.topics.get(topic)?.partitions[partition];
  }

  /** The broker that leads this partition, if it is known. */
  leader(topic: string, partition: number): BrokerNode | undefined {
    const view = this.partition(topic, partition);
    return view === undefined ? undefined : this.brokers.get(view.leaderId);
  }

  topicById(topicId: string): TopicView | undefined {
    for (const topic of this.topics.values()) if (topic.topicId === topicId) return topic;
    return undefined;
  }

  /** The view after an answer: topics that it names are replaced, others stay if `keeps` says so. */
  updatedBy(response: Decoded<MetadataResponse>, keeps: (topic: string) => boolean): ClusterView {
    const brokers = new Map<number, BrokerNode>();
    for (const { nodeId, host, port, rack } of response.brokers) brokers.set(nodeId, { nodeId, host, port, rack });
    const topics = new Map<string, TopicView>();
    for (const [name, topic] of this.topics) if (keeps(name)) topics.set(name, topic);
    for (const topic of response.topics) {
      if (topic.name !== null) topics.set(topic.name, topicView(topic, topic.name, this.topics.get(topic.name)));
    }
    return new ClusterView(response.clusterId, response.controllerId, brokers, topics);
  }

  /** The view with another leader, as a Produce or Fetch answer told it (KIP-951); the same view when that is old news. */
  withLeader(topic: string, partition: number, leaderId: number, leaderEpoch: number, nodes: readonly BrokerNode[]): ClusterView {
    const known = this.topics.get(topic);
    const old = known?.partitions[partition];
    if (known === undefined || old === undefined || leaderEpoch <= old.leaderEpoch) return this;
    const brokers = new Map(this.brokers);
    for (const node of nodes) brokers.set(node.nodeId, node);
    if (!brokers.has(leaderId)) return this;
    const partitions = known.partitions.slice();
    partitions[partition] = { ...old, leaderId, leaderEpoch };
    const topics = new Map(this.topics);
    topics.set(topic, { ...known, partitions });
    return new ClusterView(this.clusterId, this.controllerId, brokers, topics);
  }
}

type TopicAnswer = Decoded<MetadataResponse>['topics'][number];

function topicView(topic: TopicAnswer, name: string, known: TopicView | undefined): TopicView {
  const partitions: PartitionView[] = [];
  // A topic made again under the same name begins its epochs anew.
  const comparable = known !== undefined && known.topicId === topic.topicId ? known : undefined;
  for (const answer of topic.partitions) {
    const old = comparable?.partitions[answer.partitionIndex];
    partitions[answer.partitionIndex] = old !== undefined && answer.leaderEpoch >= 0 && answer.leaderEpoch < old.leaderEpoch ? old : {
      topic: name,
      partition: answer.partitionIndex,
      leaderId: answer.leaderId,
      leaderEpoch: answer.leaderEpoch,
      replicas: answer.replicaNodes,
      inSyncReplicas: answer.isrNodes,
      offlineReplicas: answer.offlineReplicas,
      errorCode: answer.errorCode,
    };
  }
  const { topicId, isInternal, errorCode, topicAuthorizedOperations } = topic;
  return { name, topicId, isInternal, errorCode, partitions, authorizedOperations: topicAuthorizedOperations };
}
