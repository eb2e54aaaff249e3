/** Records of one partition that go out together, encoded as they come, and what became of them. */
import { incrementSequence, RecordBatchBuilder, RecordReader, updateCrc, writeInt64, type RecordHeader } from '@millrace/protocol';
import type { RecordMetadata } from './producer-record.js';

export interface BatchShape {
  topic: string;
  partition: number;
  /** Codec id. */
  codec: number;
  compressionLevel: number | undefined;
  /** The batch takes no record beyond this, but always a first one. */
  maxBytes: number;
}

/** A part of a batch that was too large for the broker. */
export interface BatchPart {
  readonly firstIndex: number;
  readonly batch: ProducerBatch;
}

export class ProducerBatch {
  readonly shape: BatchShape;
  /** Grows with each batch of the producer; parts of a batch lie between its order and the next. */
  readonly order: number;
  readonly createdMs: number;
  /** Memory that is taken for it. */
  readonly reservedBytes: number;
  /** Resolves when the outcome is known, be it a failure; of a batch that was cut, that of all its parts. */
  readonly done: Promise<void>;
  attempts = 0;
  /** Why it is to be sent again. */
  lastFailure: Error | null = null;
  baseSequence = -1;
  readonly #builder: RecordBatchBuilder;
  readonly #buffer: Uint8Array;
  #bytes: Uint8Array | null = null;
  /** How often it was halved: keeps the orders of parts apart. */
  #depth = 0;
  #producerId = -1;
  #epoch = -1;
  /** The id that stands in the encoded bytes. */
  #encodedProducerId = -1;
  #resolve: (outcome?: Promise<void>) => void = () => {};
  #parts: readonly BatchPart[] | null = null;
  #failure: Error | null = null;
  #recordFailures: ReadonlyMap<number, Error> | null = null;
  #baseOffset = -1;
  #logAppendTimeMs = -1;

  constructor(shape: BatchShape, order: number, createdMs: number, buffer: Uint8Array) {
    this.shape = shape;
    this.order = order;
    this.createdMs = createdMs;
    this.reservedBytes = buffer.length;
    this.#buffer = buffer;
    this.done = new Promise<void>((resolve) => {
      this.#resolve = resolve;
    });
    const { codec, compressionLevel, maxBytes } = shape;
    this.#builder = new RecordBatchBuilder(compressionLevel === undefined ? { codec, maxBytes } : { codec, maxBytes, compressionLevel }, buffer);
  }

  get topic(): string {
    return this.shape.topic;
  }

  get partition(): number {
    return this.shape.partition;
  }

  get recordCount(): number {
    return this.#builder.recordCount;
  }

  /** Bytes before compression. */
  get sizeInBytes(): number {
    return this.#builder.estimatedSize;
  }

  /** Bytes as they go out; closes the batch. */
  get encodedBytes(): number {
    this.#bytes ??= this.#builder.build();
    return this.#bytes.length;
  }

  get isClosed(): boolean {
    return this.#bytes !== null;
  }

  /** What the buffer can serve for when the batch is settled and was never sent twice. */
  get buffer(): Uint8Array {
    return this.#buffer;
  }

  /** The record's index, or -1 when the batch is full or closed. */
  append(timestamp: number, key: Uint8Array | null, value: Uint8Array | null, headers: readonly RecordHeader[]): number {
    if (this.#bytes !== null) return -1;
    const index = this.#builder.recordCount;
    return this.#builder.append(timestamp, key, value, headers) < 0 ? -1 : index;
  }

  setSequence(producerId: number, epoch: number, baseSequence: number): void {
    this.#producerId = producerId;
    this.#epoch = epoch;
    this.baseSequence = baseSequence;
  }

  forgetSequence(): void {
    this.baseSequence = -1;
  }

  /** The record batch as it goes out, with the sequence that is set. */
  encode(): Uint8Array {
    this.#bytes ??= this.#builder.build();
    const bytes = this.#bytes;
    if (this.#producerId < 0) return bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (view.getInt32(53) === this.baseSequence && view.getInt16(51) === this.#epoch && this.#encodedProducerId === this.#producerId) return bytes;
    this.#encodedProducerId = this.#producerId;
    writeInt64(bytes, 43, this.#producerId);
    view.setInt16(51, this.#epoch);
    view.setInt32(53, this.baseSequence);
    updateCrc(bytes, 0);
    return bytes;
  }

  /** The broker has the records; `baseOffset` is -1 where it does not say. */
  succeed(baseOffset: number, logAppendTimeMs: number): void {
    this.#baseOffset = baseOffset;
    this.#logAppendTimeMs = logAppendTimeMs;
    this.#resolve();
  }

  /** Fails every record; `records` has those with a reason of their own, by index. */
  fail(failure: Error, records: ReadonlyMap<number, Error> | null = null): void {
    this.#failure = failure;
    this.#recordFailures = records;
    this.#resolve();
  }

  /** Its records go out as these instead; it is done when they are. */
  cutInto(parts: readonly BatchPart[]): void {
    this.#parts = parts;
    this.#resolve(Promise.all(parts.map((part) => part.batch.done)).then(() => {}));
  }

  /** Why a record failed, once `done`; null when it did not. */
  failureOf(index: number): Error | null {
    const part = this.#partOf(index);
    return part === undefined ? (this.#recordFailures?.get(index) ?? this.#failure) : part.batch.failureOf(index - part.firstIndex);
  }

  /** Where a record that did not fail went, once `done`. */
  metadataOf(index: number, timestamp: number): RecordMetadata {
    const part = this.#partOf(index);
    if (part !== undefined) return part.batch.metadataOf(index - part.firstIndex, timestamp);
    return {
      topic: this.topic,
      partition: this.partition,
      offset: this.#baseOffset < 0 ? -1 : this.#baseOffset + index,
      timestamp: this.#logAppendTimeMs >= 0 ? this.#logAppendTimeMs : timestamp,
    };
  }

  #partOf(index: number): BatchPart | undefined {
    return this.#parts?.findLast((part) => part.firstIndex <= index);
  }

  /** The same records in two batches (MESSAGE_TOO_LARGE), with the sequences they have now. */
  halves(): BatchPart[] {
    const reader = new RecordReader(this.encode(), { checkCrcs: false });
    reader.nextBatch();
    const half = Math.ceil(this.recordCount / 2);
    const parts: BatchPart[] = [];
    for (let first = 0; first < this.recordCount; first += half) {
      const order = this.order + (parts.length === 0 ? 0 : 0.5 ** (this.#depth + 1));
      const buffer = new Uint8Array(this.#buffer.length);
      const batch = new ProducerBatch({ ...this.shape, maxBytes: Infinity }, order, this.createdMs, buffer);
      batch.#depth = this.#depth + 1;
      batch.attempts = this.attempts;
      for (let count = 0; count < half; count++) {
        const record = reader.nextRecord();
        if (record === undefined) break;
        batch.append(record.timestamp, record.key, record.value, record.headers);
      }
      if (this.baseSequence >= 0) batch.setSequence(this.#producerId, this.#epoch, incrementSequence(this.baseSequence, first));
      // Closed: a later record in it would overtake the batches sent after this one.
      batch.encode();
      parts.push({ firstIndex: first, batch });
    }
    return parts;
  }
}
