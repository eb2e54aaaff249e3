/** The partitions that this node leads, by topic and by topic id. */
import type { Partition } from './partition.js';

export interface PartitionsWatcher {
  added(partition: Partition): void;
  /** `isLast`: nothing of its topic is left here. */
  removed(partition: Partition, isLast: boolean): void;
}

export class Partitions {
  readonly #byTopic = new Map<string, Map<number, Partition>>();
  #watcher: PartitionsWatcher | null = null;

  /** Told of those that are here, and of those that come and go. */
  watch(watcher: PartitionsWatcher): void {
    this.#watcher = watcher;
    for (const partition of this.all()) watcher.added(partition);
  }

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
    this.#watcher?.added(partition);
  }

  remove(topic: string, index: number): Partition | undefined {
    const partitions = this.#byTopic.get(topic);
    const partition = partitions?.get(index);
    if (partition === undefined) return undefined;
    partitions!.delete(index);
    if (partitions!.size === 0) this.#byTopic.delete(topic);
    partition.resign();
    this.#watcher?.removed(partition, !this.#byTopic.has(topic));
    return partition;
  }
}
