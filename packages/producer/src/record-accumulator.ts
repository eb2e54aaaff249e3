/**
 * Where records gather: per topic and partition the batches that wait, within a bounded amount of memory. A record is
 * encoded here once, into the bytes that go out.
 */
import type { Random } from '@millrace/platform';
import { BATCH_HEADER_BYTES, encodeRecordSize, type RecordHeader } from '@millrace/protocol';
import { PartitionQueue } from './partition-queue.js';
import { StickyPartition } from './partitioner.js';
import { PendingRecord } from './pending-record.js';
import { ProducerBatch } from './producer-batch.js';
import type { ProducerIdentity } from './producer-identity.js';

export interface AccumulatorSettings {
  batchSize: number;
  bufferMemory: number;
  codec: number;
  compressionLevel: number | undefined;
}

/** Freed buffers that are kept for the next batches. */
const mostSpareBuffers = 64;

/** A topic whose partitions are known. */
export interface TopicQueues {
  readonly name: string;
  /** By partition. May have more than there are now: a topic made anew has fewer, and what waits for the others has its time. */
  readonly queues: PartitionQueue[];
  partitionCount: number;
  readonly sticky: StickyPartition;
}

export class RecordAccumulator {
  readonly #settings: AccumulatorSettings;
  readonly #identity: ProducerIdentity | null;
  readonly #random: Random;
  readonly #topics = new Map<string, TopicQueues>();
  readonly #spare: Uint8Array[] = [];
  /** Partitions with batches, those longest waiting first. */
  readonly active: Set<PartitionQueue> = new Set();
  #usedBytes = 0;
  #order = 0;

  constructor(settings: AccumulatorSettings, identity: ProducerIdentity | null, random: Random) {
    this.#settings = settings;
    this.#identity = identity;
    this.#random = random;
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  topic(name: string): TopicQueues | undefined {
    return this.#topics.get(name);
  }

  /** Makes queues for partitions that have none yet. */
  setPartitionCount(name: string, count: number): TopicQueues {
    let topic = this.#topics.get(name);
    if (topic === undefined) {
      topic = { name, queues: [], partitionCount: count, sticky: new StickyPartition(this.#random, this.#settings.batchSize) };
      this.#topics.set(name, topic);
    }
    topic.partitionCount = count;
    for (let partition = topic.queues.length; partition < count; partition++) {
      topic.queues.push(new PartitionQueue(name, partition, this.#identity));
    }
    return topic;
  }

  /**
   * Puts a record into the open batch of its partition, or into a new one of `nowMs`; null when memory is short.
   */
  append(
    queue: PartitionQueue, nowMs: number, timestamp: number, key: Uint8Array | null, value: Uint8Array | null, headers: readonly RecordHeader[],
  ): PendingRecord | null {
    const open = queue.open;
    if (open !== undefined) {
      const index = open.append(timestamp, key, value, headers);
      if (index >= 0) return new PendingRecord(open, index, timestamp);
    }
    const size = Math.max(this.#settings.batchSize, BATCH_HEADER_BYTES + encodeRecordSize(key, value, headers));
    // One batch is always allowed, or a record larger than the memory would wait for ever.
    if (this.#usedBytes > 0 && this.#usedBytes + size > this.#settings.bufferMemory) return null;
    const batch = this.#newBatch(queue, size, nowMs);
    return new PendingRecord(batch, batch.append(timestamp, key, value, headers), timestamp);
  }

  /** Frees the memory of a batch that is settled. Its buffer is used again only if nobody can still be reading it. */
  release(batch: ProducerBatch, isBufferFree: boolean): void {
    this.#usedBytes -= batch.reservedBytes;
    const { buffer } = batch;
    if (isBufferFree && buffer.length === this.#settings.batchSize && this.#spare.length < mostSpareBuffers) this.#spare.push(buffer);
  }

  /** Counts the parts of a batch that was cut. */
  reserve(batch: ProducerBatch): void {
    this.#usedBytes += batch.reservedBytes;
  }

  #newBatch(queue: PartitionQueue, size: number, nowMs: number): ProducerBatch {
    const buffer = size === this.#settings.batchSize ? (this.#spare.pop() ?? new Uint8Array(size)) : new Uint8Array(size);
    this.#usedBytes += size;
    const { codec, compressionLevel } = this.#settings;
    const shape = { topic: queue.topic, partition: queue.partition, codec, compressionLevel, maxBytes: this.#settings.batchSize };
    const batch = new ProducerBatch(shape, this.#order++, nowMs, buffer);
    queue.waiting.push(batch);
    this.active.add(queue);
    return batch;
  }
}
