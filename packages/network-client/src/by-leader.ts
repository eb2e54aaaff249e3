/** Who has to be asked about partitions. */
import { ErrorCode, KafkaError } from '@millrace/protocol';
import type { ClusterView } from './cluster-view.js';
import { partitionText, type TopicPartition } from './topic-partition.js';

export interface ByLeader<T> {
  /** By the id of the broker that leads them. */
  readonly leaders: ReadonlyMap<number, T[]>;
  /** Why each of the others has nobody to ask. */
  readonly without: ReadonlyMap<T, KafkaError>;
}

export function byLeader<T extends TopicPartition>(view: ClusterView, items: Iterable<T>): ByLeader<T> {
  const leaders = new Map<number, T[]>();
  const without = new Map<T, KafkaError>();
  for (const item of items) {
    const leader = view.leader(item.topic, item.partition);
    if (leader === undefined) {
      without.set(item, withoutLeader(view, item));
      continue;
    }
    const list = leaders.get(leader.nodeId);
    if (list === undefined) leaders.set(leader.nodeId, [item]);
    else list.push(item);
  }
  return { leaders, without };
}

function withoutLeader(view: ClusterView, item: TopicPartition): KafkaError {
  const topicError = view.topics.get(item.topic)?.errorCode ?? ErrorCode.NONE;
  return new KafkaError(topicError === ErrorCode.NONE ? ErrorCode.LEADER_NOT_AVAILABLE : topicError, `${partitionText(item)} has no leader that is known`);
}
