/** The bytes fetched for a partition, given out record by record; nothing is decoded before. */
import { batchPartitionLeaderEpoch, controlRecordType, RecordReader } from '@millrace/protocol';
import { AbortedTransactions, type AbortedTransaction } from './aborted-transactions.js';
import { ConsumerRecord } from './consumer-record.js';

const abortType = 0;

export class FetchedRecords {
  readonly #topic: string;
  readonly #partition: number;
  readonly #reader: RecordReader;
  /** Null when aborted records are given out too. */
  readonly #aborted: AbortedTransactions | null;
  /** Where the next fetch begins if no further record is given out. */
  nextOffset: number;
  /** Epoch of the batch at hand. */
  leaderEpoch = -1;
  #isInBatch = false;

  /** `abortedTransactions` null: read_uncommitted. */
  constructor(
    topic: string, partition: number, records: Uint8Array, fetchOffset: number, checkCrcs: boolean, abortedTransactions: readonly AbortedTransaction[] | null,
  ) {
    this.#topic = topic;
    this.#partition = partition;
    this.#reader = new RecordReader(records, { checkCrcs });
    this.#aborted = abortedTransactions === null ? null : new AbortedTransactions(abortedTransactions);
    this.nextOffset = fetchOffset;
  }

  /** The next record, undefined at the end. @throws ProtocolError for damaged bytes. */
  next(): ConsumerRecord | undefined {
    for (;;) {
      if (!this.#isInBatch && !this.#nextBatch()) return undefined;
      const view = this.#reader.nextRecord();
      if (view === undefined) {
        // A compacted batch may end in records that are gone.
        this.nextOffset = Math.max(this.nextOffset, this.#reader.lastOffset + 1);
        this.#isInBatch = false;
      } else if (view.offset >= this.nextOffset) {
        // A batch may begin before the offset that was asked for.
        this.nextOffset = view.offset + 1;
        return new ConsumerRecord(this.#topic, this.#partition, this.leaderEpoch, view);
      }
    }
  }

  /** Goes to the next batch with records to give out. */
  #nextBatch(): boolean {
    const reader = this.#reader;
    while (reader.nextBatch()) {
      this.leaderEpoch = batchPartitionLeaderEpoch(reader.buffer, reader.position);
      this.#aborted?.advanceTo(reader.lastOffset);
      if (reader.isControl) this.#endTransaction();
      else if (!(reader.isTransactional && this.#aborted?.isAborted(reader.producerId) === true)) {
        this.#isInBatch = true;
        return true;
      }
      this.nextOffset = Math.max(this.nextOffset, reader.lastOffset + 1);
    }
    return false;
  }

  #endTransaction(): void {
    const marker = this.#reader.nextRecord();
    if (marker !== undefined && controlRecordType(marker.key) === abortType) this.#aborted?.end(this.#reader.producerId);
  }
}
