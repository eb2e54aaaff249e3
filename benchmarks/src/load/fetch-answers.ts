import { compactLength, FETCH_TOP_ERROR_AT, fetchErrorAt, fetchRecordsLengthAt } from './response-layout.js';

/** Reads from the head of an answer how many whole batches it brought, all of one known size. */
export class FetchAnswers {
  readonly #topic: string;
  readonly #batchBytes: number;
  readonly #batchRecords: number;
  /** Bytes of the whole batches in the last answer. */
  wholeBytes = 0;

  constructor(topic: string, batch: { bytes: Uint8Array; records: number }) {
    this.#topic = topic;
    this.#batchBytes = batch.bytes.length;
    this.#batchRecords = batch.records;
  }

  /** How many records came in whole batches. @throws Error for an answer to another request, or that says an error */
  read(head: DataView, headBytes: number, correlationId: number): number {
    const answered = head.getInt32(4);
    if (answered !== correlationId) throw new Error(`an answer to request ${answered} came, expected ${correlationId}`);
    // With an error for the whole answer there may be no topic in it.
    const topError = head.getInt16(FETCH_TOP_ERROR_AT);
    if (topError !== 0) throw new Error(`Fetch was answered with error code ${topError}`);
    const recordsAt = fetchRecordsLengthAt(this.#topic);
    if (headBytes <= recordsAt) throw new Error(`a Fetch answer of ${headBytes} bytes names no partition of ${this.#topic}`);
    const errorCode = head.getInt16(fetchErrorAt(this.#topic));
    if (errorCode !== 0) throw new Error(`Fetch of ${this.#topic} was answered with error code ${errorCode}`);
    const batches = Math.floor(compactLength(head, recordsAt) / this.#batchBytes);
    this.wholeBytes = batches * this.#batchBytes;
    return batches * this.#batchRecords;
  }
}
