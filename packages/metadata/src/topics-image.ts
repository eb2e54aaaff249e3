/** Topics with their partitions, by id and by name. */
import { ImmutableMap, MapDraft } from './immutable-map.js';
import type { PartitionRegistration } from './partition-registration.js';

export interface TopicImage {
  readonly name: string;
  /** 22-character uuid. */
  readonly id: string;
  /** Index is the partition id. */
  readonly partitions: readonly PartitionRegistration[];
}

export interface TopicsImage {
  readonly byId: ImmutableMap<string, TopicImage>;
  readonly idByName: ImmutableMap<string, string>;
}

export const emptyTopics: TopicsImage = { byId: ImmutableMap.empty(), idByName: ImmutableMap.empty() };

/** What happened to topics between two images. A topic deleted and made again under its name is in both lists. */
export interface TopicChanges {
  readonly created: readonly TopicImage[];
  readonly deleted: readonly TopicImage[];
  readonly changed: readonly { readonly before: TopicImage; readonly after: TopicImage }[];
}

interface OpenTopic {
  readonly name: string;
  readonly id: string;
  readonly partitions: PartitionRegistration[];
}

/** Changes to topics on their way into a new image. A changed topic's partitions are copied once, not at each record. */
export class TopicsDraft {
  readonly #base: TopicsImage;
  readonly #byId: MapDraft<string, TopicImage>;
  readonly #idByName: MapDraft<string, string>;
  readonly #open = new Map<string, OpenTopic>();

  constructor(base: TopicsImage) {
    this.#base = base;
    this.#byId = new MapDraft(base.byId);
    this.#idByName = new MapDraft(base.idByName);
  }

  create(name: string, id: string): void {
    const topic: OpenTopic = { name, id, partitions: [] };
    this.#open.set(id, topic);
    this.#byId.set(id, topic);
    this.#idByName.set(name, id);
  }

  /** The name of the topic that went; undefined when there was none. */
  remove(id: string): string | undefined {
    const topic = this.#byId.get(id);
    if (topic === undefined) return undefined;
    this.#open.delete(id);
    this.#byId.delete(id);
    if (this.#idByName.get(topic.name) === id) this.#idByName.delete(topic.name);
    return topic.name;
  }

  partition(topicId: string, partitionId: number): PartitionRegistration | undefined {
    return this.#byId.get(topicId)?.partitions[partitionId];
  }

  /** False when there is no such topic. */
  setPartition(topicId: string, partitionId: number, partition: PartitionRegistration): boolean {
    const topic = this.#openTopic(topicId);
    if (topic !== undefined) topic.partitions[partitionId] = partition;
    return topic !== undefined;
  }

  /** Forgets the eligible leader replicas of one topic, or with an empty name of all. */
  clearEligibleLeaderReplicas(topicName: string): void {
    const id = this.#idByName.get(topicName);
    const ids = topicName === '' ? [...this.#byId.keys()] : id === undefined ? [] : [id];
    for (const topicId of ids) {
      const partitions = this.#byId.get(topicId)?.partitions ?? [];
      partitions.forEach((partition, index) => {
        if (partition.eligibleLeaderReplicas.length === 0 && partition.lastKnownElr.length === 0) return;
        this.setPartition(topicId, index, { ...partition, eligibleLeaderReplicas: [], lastKnownElr: [] });
      });
    }
  }

  /** @throws RangeError when a topic lacks a partition below its highest. */
  finish(): TopicsImage {
    for (const topic of this.#open.values()) {
      for (let index = 0; index < topic.partitions.length; index++) {
        if (topic.partitions[index] === undefined) throw new RangeError(`topic ${topic.name} has no record of its partition ${index}`);
      }
      this.#byId.set(topic.id, { name: topic.name, id: topic.id, partitions: [...topic.partitions] });
    }
    return { byId: this.#byId.finish(), idByName: this.#idByName.finish() };
  }

  changes(after: TopicsImage): TopicChanges {
    const created: TopicImage[] = [];
    const deleted: TopicImage[] = [];
    const changed: { before: TopicImage; after: TopicImage }[] = [];
    for (const id of this.#byId.changedKeys()) {
      const old = this.#base.byId.get(id);
      const now = after.byId.get(id);
      if (old !== undefined && now !== undefined) changed.push({ before: old, after: now });
      else if (now !== undefined) created.push(now);
      else if (old !== undefined) deleted.push(old);
    }
    return { created, deleted, changed };
  }

  #openTopic(topicId: string): OpenTopic | undefined {
    const open = this.#open.get(topicId);
    if (open !== undefined) return open;
    const topic = this.#byId.get(topicId);
    if (topic === undefined) return undefined;
    const opened: OpenTopic = { name: topic.name, id: topic.id, partitions: [...topic.partitions] };
    this.#open.set(topicId, opened);
    this.#byId.set(topicId, opened);
    return opened;
  }
}
