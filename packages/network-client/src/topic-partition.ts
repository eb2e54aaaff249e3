/** A partition of a topic, and maps by it. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** One key per partition, for maps. */
export function partitionKey(topic: string, partition: number): string {
  return `${topic}\u0000${partition}`;
}

/** `topic-3`, as Kafka writes it. */
export function partitionText({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}

/** Partitions by topic, as most requests want them. */
export function byTopic<T extends TopicPartition>(partitions: Iterable<T>): Map<string, T[]> {
  const topics = new Map<string, T[]>();
  for (const partition of partitions) {
    const list = topics.get(partition.topic);
    if (list === undefined) topics.set(partition.topic, [partition]);
    else list.push(partition);
  }
  return topics;
}
