import type { OffsetCommitRecord } from '../../records.js';
import type { LogPosition } from '../groups.js';

/** A committed offset as it is kept. */
export interface CommittedOffset {
  /** Where its record stands in the log: of two, the later one holds. */
  readonly recordOffset: number;
  readonly offset: number;
  /** -1 when the client gave none. */
  readonly leaderEpoch: number;
  readonly metadata: string;
  readonly commitTimestampMs: number;
  /** -1 unless the commit itself said how long it is to be kept (versions 2 to 4). */
  readonly expireTimestampMs: number;
  /** All zeros when the topic was known by name only. */
  readonly topicId: string;
}

/** Offsets by topic and partition. */
export type GroupOffsets = Map<string, Map<number, CommittedOffset>>;

const NO_PRODUCER_ID = -1;

/** Committed offsets, and those of transactions that have not ended; changed by replay only. */
export class OffsetStore {
  readonly #committed = new Map<string, GroupOffsets>();
  readonly #pending = new Map<number, Map<string, GroupOffsets>>();

  /** What the group has committed; undefined when that is nothing. */
  of(groupId: string): ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> | undefined {
    return this.#committed.get(groupId);
  }

  groupIds(): Iterable<string> {
    return this.#committed.keys();
  }

  get(groupId: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.#committed.get(groupId)?.get(topic)?.get(partition);
  }

  /** Whether the group has committed, or an open transaction will commit, an offset of any partition of the topic. */
  knowsTopic(groupId: string, topic: string): boolean {
    if (this.#committed.get(groupId)?.has(topic) === true) return true;
    for (const groups of this.#pending.values()) if (groups.get(groupId)?.has(topic) === true) return true;
    return false;
  }

  /** Whether an open transaction will commit an offset of this partition. */
  hasPending(groupId: string, topic: string, partition: number): boolean {
    for (const groups of this.#pending.values()) {
      if (groups.get(groupId)?.get(topic)?.has(partition) === true) return true;
    }
    return false;
  }

  /** What open transactions will commit for the group; one entry per transaction that has something. */
  pendingOf(groupId: string): GroupOffsets[] {
    const all: GroupOffsets[] = [];
    for (const groups of this.#pending.values()) {
      const offsets = groups.get(groupId);
      if (offsets !== undefined) all.push(offsets);
    }
    return all;
  }

  /** The groups that open transactions will commit for, with repetition. */
  *pendingGroupIds(): Iterable<string> {
    for (const groups of this.#pending.values()) yield* groups.keys();
  }

  replay({ key, value }: OffsetCommitRecord, at: LogPosition): void {
    if (value === null) {
      remove(this.#committed, key.group, key.topic, key.partition);
      for (const groups of this.#pending.values()) remove(groups, key.group, key.topic, key.partition);
      return;
    }
    const committed: CommittedOffset = {
      recordOffset: at.offset,
      offset: value.offset,
      leaderEpoch: value.leaderEpoch,
      metadata: value.metadata,
      commitTimestampMs: value.commitTimestamp,
      expireTimestampMs: value.expireTimestamp,
      topicId: value.topicId,
    };
    put(this.#storeFor(at.producerId), key.group, key.topic, key.partition, committed);
  }

  endTransaction(producerId: number, committed: boolean): void {
    const pending = this.#pending.get(producerId);
    this.#pending.delete(producerId);
    if (pending === undefined || !committed) return;
    for (const [groupId, topics] of pending) {
      for (const [topic, partitions] of topics) {
        for (const [partition, offset] of partitions) {
          // A plain commit may have been written after it; compaction keeps only the later record, and so do we.
          const present = this.get(groupId, topic, partition);
          if (present === undefined || present.recordOffset < offset.recordOffset) put(this.#committed, groupId, topic, partition, offset);
        }
      }
    }
  }

  #storeFor(producerId: number): Map<string, GroupOffsets> {
    if (producerId === NO_PRODUCER_ID) return this.#committed;
    let store = this.#pending.get(producerId);
    if (store === undefined) this.#pending.set(producerId, (store = new Map()));
    return store;
  }
}

function put(store: Map<string, GroupOffsets>, groupId: string, topic: string, partition: number, offset: CommittedOffset): void {
  let topics = store.get(groupId);
  if (topics === undefined) store.set(groupId, (topics = new Map()));
  let partitions = topics.get(topic);
  if (partitions === undefined) topics.set(topic, (partitions = new Map()));
  partitions.set(partition, offset);
}

function remove(store: Map<string, GroupOffsets>, groupId: string, topic: string, partition: number): void {
  const topics = store.get(groupId);
  const partitions = topics?.get(topic);
  if (topics === undefined || partitions === undefined) return;
  partitions.delete(partition);
  if (partitions.size === 0) topics.delete(topic);
  if (topics.size === 0) store.delete(groupId);
}
