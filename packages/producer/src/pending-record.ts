/**
 * What `send` gives: a promise that costs an object of three fields until somebody looks at it. All records of a batch
 * share the promise of the batch (a promise per record takes three times as long). A failure that nobody looks at is not
 * reported as unhandled: `flush` and `close` wait for records, they do not throw for them.
 */
import type { ProducerBatch } from './producer-batch.js';
import type { RecordMetadata } from './producer-record.js';

export class PendingRecord implements Promise<RecordMetadata> {
  get [Symbol.toStringTag](): string {
    return 'Promise';
  }

  readonly #batch: ProducerBatch;
  readonly #index: number;
  readonly #timestamp: number;

  constructor(batch: ProducerBatch, index: number, timestamp: number) {
    this.#batch = batch;
    this.#index = index;
    this.#timestamp = timestamp;
  }

  then<A = RecordMetadata, B = never>(
    onFulfilled?: ((metadata: RecordMetadata) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#settled().then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<RecordMetadata | B> {
    return this.#settled().catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<RecordMetadata> {
    return this.#settled().finally(onFinally);
  }

  async #settled(): Promise<RecordMetadata> {
    let batch = this.#batch;
    let index = this.#index;
    for (;;) {
      await batch.done;
      const part = batch.parts?.findLast((candidate) => candidate.firstIndex <= index);
      if (part === undefined) return batch.resultOf(index, this.#timestamp);
      batch = part.batch;
      index -= part.firstIndex;
    }
  }
}
