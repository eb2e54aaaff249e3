/** The topic on a Kafka cluster, through our own clients. */
import { Admin } from '@millrace/admin';
import { Consumer, type ConsumerRecord } from '@millrace/consumer';
import type { ClientOptions } from '@millrace/network-client';
import { NetworkError, type Logger, type Platform } from '@millrace/platform';
import { Producer, type RecordMetadata } from '@millrace/producer';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import type { EncodedRecord, LogEntry } from '../records/log-entry.js';
import { LogTimeoutError, RecordTooLargeError, type LogReader, type SchemaLog, type WrittenRecord } from './schema-log.js';

export interface KafkaSchemaLogOptions {
  readonly client: ClientOptions & { readonly platform: Platform };
  readonly topic: string;
}

/** Names the leader that wrote a record. Registries that do not know it pass over it. */
const writerHeader = 'millrace.writer';
/** Records of one write are one batch, so that all of them are there or none. */
const batchSize = 1_048_576;
const pollTimeoutMs = 1_000;
const recordsOfAPoll = 5_000;
const retryAfterMs = 1_000;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export class KafkaSchemaLog implements SchemaLog {
  readonly #options: KafkaSchemaLogOptions;
  readonly #logger: Logger;
  readonly #admin: Admin;
  readonly #consumer: Consumer;
  #producer: Producer | null = null;
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: KafkaSchemaLogOptions) {
    this.#options = options;
    this.#logger = options.client.platform.logger;
    this.#admin = new Admin(options.client);
    this.#consumer = new Consumer({ ...options.client, autoOffsetReset: 'none', enableAutoCommit: false });
  }

  read(reader: LogReader): void {
    this.#reading = this.#read(reader);
  }

  async endOffset(): Promise<number> {
    const [end] = await this.#admin.listOffsets([{ topic: this.#options.topic, partition: 0, at: 'latest' }]);
    return end?.offset ?? 0;
  }

  async append(records: readonly EncodedRecord[], timeoutMs: number): Promise<WrittenRecord[]> {
    const producer = (this.#producer ??= this.#newProducer());
    const { topic } = this.#options;
    try {
      const sent = records.map(({ key, value, writer }) => producer.send({ topic, partition: 0, key, value, headers: [[writerHeader, writer]] }));
      const answers = await this.#inTime(Promise.all(sent), timeoutMs);
      return answers.map(({ offset, timestamp }) => ({ offset, timestampMs: timestamp }));
    } catch (error) {
      if (error instanceof KafkaError && (error.code === ErrorCode.MESSAGE_TOO_LARGE || error.code === ErrorCode.RECORD_LIST_TOO_LARGE)) throw new RecordTooLargeError(error.message);
      // What it still has under way must not go out among later records.
      this.#producer = null;
      void producer.close({ timeoutMs: 0 });
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#consumer.wakeup();
    await this.#reading;
    await Promise.all([this.#consumer.close({ timeoutMs: pollTimeoutMs }), this.#admin.close(), this.#producer?.close({ timeoutMs: pollTimeoutMs })]);
  }

  async #read(reader: LogReader): Promise<void> {
    const partition = { topic: this.#options.topic, partition: 0 };
    this.#consumer.assign([partition]);
    this.#consumer.seekToBeginning([partition]);
    while (!this.#isClosed) {
      try {
        const records = await this.#consumer.poll({ timeoutMs: pollTimeoutMs, maxRecords: recordsOfAPoll });
        const last = records.records.at(-1);
        if (last !== undefined) reader.onEntries(Array.from(records, entryOf), last.offset + 1);
      } catch (error) {
        if (this.#isClosed) return;
        await this.#onReadFailure(error as Error, reader);
      }
    }
  }

  async #onReadFailure(error: Error, reader: LogReader): Promise<void> {
    const isGone = error instanceof KafkaError && error.code === ErrorCode.OFFSET_OUT_OF_RANGE;
    this.#logger.warn('the topic could not be read', { topic: this.#options.topic, error: error.message });
    if (isGone) {
      this.#consumer.seekToBeginning([{ topic: this.#options.topic, partition: 0 }]);
      reader.onRestart();
      return;
    }
    const { timers } = this.#options.client.platform;
    await new Promise<void>((resolve) => {
      timers.schedule(retryAfterMs, resolve, { keepAlive: false });
    });
  }

  #newProducer(): Producer {
    return new Producer({ ...this.#options.client, acks: 'all', enableIdempotence: true, lingerMs: 0, batchSize });
  }

  /** The time of a write is shorter than that of a producer, which tries on. */
  #inTime(answers: Promise<RecordMetadata[]>, timeoutMs: number): Promise<RecordMetadata[]> {
    return new Promise((resolve, reject) => {
      const timer = this.#options.client.platform.timers.schedule(timeoutMs, () => reject(new LogTimeoutError(`no answer to a write within ${timeoutMs} ms`)));
      answers.then(resolve, (error: Error) => reject(isTimeout(error) ? new LogTimeoutError(error.message) : error)).finally(() => timer.cancel());
    });
  }
}

function isTimeout(error: Error): boolean {
  return error instanceof KafkaError ? error.code === ErrorCode.REQUEST_TIMED_OUT : error instanceof NetworkError && error.code === 'ETIMEDOUT';
}

function entryOf(record: ConsumerRecord): LogEntry {
  const writer = record.headers.find((header) => header.key === writerHeader)?.value ?? null;
  return { offset: record.offset, timestampMs: record.timestamp, key: record.keyText, value: record.valueText, writer: writer === null ? null : utf8.decode(writer) };
}
