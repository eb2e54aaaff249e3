/** A record as `poll` gives it, and a poll's worth of them. */
import type { RecordHeader, RecordView, TimestampType } from '@millrace/protocol';

/** Key, value and headers are decoded when looked at; they are views of the fetched bytes. */
export class ConsumerRecord {
  readonly topic: string;
  readonly partition: number;
  /** The epoch of the leader that appended it, -1 if unknown. */
  readonly leaderEpoch: number;
  readonly #view: RecordView;

  constructor(topic: string, partition: number, leaderEpoch: number, view: RecordView) {
    this.topic = topic;
    this.partition = partition;
    this.leaderEpoch = leaderEpoch;
    this.#view = view;
  }

  get offset(): number {
    return this.#view.offset;
  }

  /** Milliseconds since the epoch. */
  get timestamp(): number {
    return this.#view.timestamp;
  }

  get timestampType(): TimestampType {
    return this.#view.timestampType;
  }

  get key(): Uint8Array | null {
    return this.#view.key;
  }

  get value(): Uint8Array | null {
    return this.#view.value;
  }

  get headers(): RecordHeader[] {
    return this.#view.headers;
  }

  /** The key as text. */
  get keyText(): string | null {
    return textOf(this.#view.key);
  }

  /** The value as text. */
  get valueText(): string | null {
    return textOf(this.#view.value);
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : utf8.decode(bytes);
}

/** What one `poll` gave: records of several partitions, those of a partition in order of their offsets. */
export class ConsumerRecords implements Iterable<ConsumerRecord> {
  readonly records: readonly ConsumerRecord[];

  constructor(records: readonly ConsumerRecord[]) {
    this.records = records;
  }

  get count(): number {
    return this.records.length;
  }

  get isEmpty(): boolean {
    return this.records.length === 0;
  }

  /** Those of one partition. */
  of(topic: string, partition: number): ConsumerRecord[] {
    return this.records.filter((record) => record.topic === topic && record.partition === partition);
  }

  [Symbol.iterator](): Iterator<ConsumerRecord> {
    return this.records[Symbol.iterator]();
  }
}
