/** The partitions that this node leads, by topic and by topic id. */
import type { Partition } from './partition.js';

export class Partitions {
  readonly #byTopic = new Map<string, Map<number, Partition>>();

  get(topic: string, index: number): Partition | undefined {
    return this.#byTopic.get(topic)?.get(index);
  }

  ofTopic(topic: string): Iterable<Partition> {
    return this.#byTopic.get(topic)?.values() ?? [];
  }

  *all(): Iterable<Partition> {
    for (const partitions of this.#byTopic.values()) yield* partitions.values();
  }

  add(partition: Partition): void {
    let partitions = this.#byTopic.get(partition.topic);
    if (partitions === undefined) this.#byTopic.set(partition.topic, (partitions = new Map()));
    partitions.set(partition.index, partition);
  }

  remove(topic: string, index: number): Partition | undefined {
    const partitions = this.#byTopic.get(topic);
    const partition = partitions?.get(index);
    if (partition === undefined) return undefined;
    partitions!.delete(index);
    if (partitions!.size === 0) this.#byTopic.delete(topic);
    partition.resign();
    return partition;
  }
}
