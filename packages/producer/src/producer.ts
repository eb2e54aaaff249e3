/** An idempotent Kafka producer: records in, acknowledgements out. */
import { checkedNumber, clientSettings, NetworkClient } from '@millrace/network-client';
import { BATCH_HEADER_BYTES, codecByName, encodeRecordSize, ensureCodec, ErrorCode, KafkaError, partitionForKey } from '@millrace/protocol';
import { BlockedRecords } from './blocked-records.js';
import { ProducerIdentity } from './producer-identity.js';
import { producerSettings, type ProducerOptions, type ProducerSettings } from './producer-options.js';
import { bytesOf, ensureRecord, headersOf, type ProducerRecord, type RecordMetadata, type TopicRecord } from './producer-record.js';
import type { Partitioner } from './partitioner.js';
import { RecordAccumulator, type TopicQueues } from './record-accumulator.js';
import { Sender } from './sender.js';

/** At most so many bytes a batch takes beside its only record's key and value. */
const recordOverheadBytes = 128;

export class Producer {
  readonly #client: NetworkClient;
  readonly #settings: ProducerSettings;
  readonly #accumulator: RecordAccumulator;
  readonly #sender: Sender;
  readonly #blocked: BlockedRecords;
  readonly #partitioner: Partitioner | undefined;
  readonly #codecReady: Promise<void>;
  #flushes = 0;
  #closing: Promise<void> | null = null;

  /** Connects on first use. @throws TypeError or RangeError naming the option that is wrong. */
  constructor(options: ProducerOptions) {
    this.#settings = producerSettings(options);
    const codec = codecByName(this.#settings.compression);
    if (codec === undefined) throw new TypeError(`compression: '${String(this.#settings.compression)}' is none of none, gzip, snappy, lz4, zstd`);
    this.#client = new NetworkClient(clientSettings(options, 'millrace-producer'), this.#settings.maxInFlightRequests);
    const { platform } = this.#client;
    const identity = this.#settings.idempotent ? new ProducerIdentity(this.#client) : null;
    const { batchSize, bufferMemory, compressionLevel } = this.#settings;
    this.#accumulator = new RecordAccumulator({ batchSize, bufferMemory, compressionLevel, codec: codec.id }, identity, platform.random);
    this.#blocked = new BlockedRecords(this.#client, this.#settings.maxBlockMs, (topic) => this.#topicQueues(topic), (record) => this.#append(record));
    this.#sender = new Sender(this.#client, this.#settings, this.#accumulator, identity, () => this.#blocked.onRoom());
    this.#partitioner = options.partitioner;
    this.#client.metadata.onUpdate((view) => {
      for (const topic of view.topics.values()) {
        if (topic.partitions.length > 0 && this.#accumulator.topic(topic.name) !== undefined) this.#accumulator.setPartitionCount(topic.name, topic.partitions.length);
      }
      this.#sender.wake();
    });
    this.#codecReady = ensureCodec(codec.id);
    this.#codecReady.catch(() => {}); // whoever sends first is told
  }

  /**
   * Takes a record into a batch; resolves when the broker has acknowledged it. Await the result where it matters, or
   * collect results, or `flush`: a failure that nobody awaits is not reported. Records of a partition arrive in the order
   * of the calls. Waits for metadata of a new topic, and for room when `bufferMemory` is used up.
   * @throws KafkaError as rejection: what the broker answered, or REQUEST_TIMED_OUT
   */
  send(record: ProducerRecord): Promise<RecordMetadata> {
    if (this.#closing !== null) return unreported(Promise.reject(new KafkaError(ErrorCode.INVALID_REQUEST, 'send: the producer is closed')));
    try {
      ensureRecord(record);
      if (!this.#blocked.has(record.topic)) {
        const pending = this.#append(record);
        if (pending !== null) return pending;
      }
    } catch (error) {
      return unreported(Promise.reject(error as Error));
    }
    return unreported(this.#blocked.add(record, this.#codecReady));
  }

  /** Sends several records of one topic; resolves when all are acknowledged, in their order. */
  sendBatch(topic: string, records: readonly TopicRecord[]): Promise<RecordMetadata[]> {
    return unreported(Promise.all(records.map((record) => this.send({ ...record, topic }))));
  }

  /** Bytes of `bufferMemory` that are in use. */
  get bufferedBytes(): number {
    return this.#accumulator.usedBytes;
  }

  /** Sends at once what lingers; resolves when everything sent before has an outcome, good or bad. */
  async flush(): Promise<void> {
    this.#flushes++;
    this.#sender.isFlushing = true;
    try {
      await this.#blocked.served();
      const batches = [...this.#accumulator.active].flatMap((queue) => [...queue.inFlight, ...queue.waiting]);
      for (const batch of batches) await batch.done;
    } finally {
      this.#flushes--;
      if (this.#flushes === 0) this.#sender.isFlushing = false;
    }
  }

  /** Flushes and disconnects. What has no outcome after `timeoutMs` (default: `deliveryTimeoutMs` rules) fails. */
  close(options: { timeoutMs?: number } = {}): Promise<void> {
    if (options.timeoutMs !== undefined) checkedNumber('close: timeoutMs', options.timeoutMs, 0);
    this.#closing ??= this.#close(options.timeoutMs);
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(timeoutMs: number | undefined): Promise<void> {
    const { timers } = this.#client.platform;
    const flushed = this.flush();
    if (timeoutMs === undefined) await flushed;
    else {
      await new Promise<void>((resolve) => {
        const timer = timers.schedule(timeoutMs, resolve);
        void flushed.finally(() => {
          timer.cancel();
          resolve();
        });
      });
    }
    const failure = new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'the producer was closed before the record was acknowledged');
    this.#blocked.stop(failure);
    this.#sender.stop(failure);
    this.#client.close();
  }

  #topicQueues(name: string): TopicQueues | undefined {
    const known = this.#accumulator.topic(name);
    if (known !== undefined) return known;
    const partitions = this.#client.metadata.view.topics.get(name)?.partitions.length ?? 0;
    return partitions === 0 ? undefined : this.#accumulator.setPartitionCount(name, partitions);
  }

  /** Null when the topic is not known yet or memory is short. @throws KafkaError for a record that can never be sent. */
  #append(record: ProducerRecord): Promise<RecordMetadata> | null {
    const topic = this.#topicQueues(record.topic);
    if (topic === undefined) return null;
    const { clock } = this.#client.platform;
    const key = bytesOf(record.key);
    const value = bytesOf(record.value);
    const headers = headersOf(record.headers);
    const size = (key?.length ?? 0) + (value?.length ?? 0);
    // Only what comes near the limit, or has headers, is counted exactly.
    if (size > this.#settings.maxRequestSize - recordOverheadBytes || headers.length > 0) this.#checkSize(record.topic, BATCH_HEADER_BYTES + encodeRecordSize(key, value, headers));
    const partition = record.partition ?? this.#partitionOf(topic, key, value, size);
    const queue = partition < topic.partitionCount ? topic.queues[partition] : undefined;
    if (queue === undefined) {
      const chosen = record.partition === undefined ? `the partitioner gave ${partition}: ` : '';
      throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `${chosen}${record.topic} has no partition ${partition}, only 0 to ${topic.partitionCount - 1}`);
    }
    const batches = queue.waiting.length;
    const pending = this.#accumulator.append(queue, clock.monotonic(), record.timestamp ?? clock.now(), key, value, headers);
    if (pending === null) this.#sender.wake();
    else if (queue.waiting.length !== batches) {
      // A second batch closes the first one, so that goes; a first one may linger.
      if (batches > 0 || this.#settings.lingerMs === 0 || this.#flushes > 0) this.#sender.wake();
      else this.#sender.wakeIn(this.#settings.lingerMs);
    }
    return pending;
  }

  #checkSize(topic: string, size: number): void {
    const { maxRequestSize } = this.#settings;
    if (size > maxRequestSize) throw new KafkaError(ErrorCode.MESSAGE_TOO_LARGE, `a record of ${size} bytes for topic '${topic}', maxRequestSize is ${maxRequestSize}`);
  }

  #partitionOf(topic: TopicQueues, key: Uint8Array | null, value: Uint8Array | null, size: number): number {
    const count = topic.partitionCount;
    if (this.#partitioner !== undefined) return this.#partitioner(topic.name, key, value, count);
    if (key !== null) return partitionForKey(key, count);
    return topic.sticky.next(size, count, () => this.#partitionsWithLeader(topic.name));
  }

  #partitionsWithLeader(topic: string): number[] {
    const partitions = this.#client.metadata.view.topics.get(topic)?.partitions ?? [];
    return partitions.filter((partition) => partition.leaderId >= 0).map((partition) => partition.partition);
  }
}

/** A failure that nobody looks at is not reported as unhandled, as with a `PendingRecord`. */
function unreported<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
