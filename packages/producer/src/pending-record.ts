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

  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise, and implements all of one
  then<A = RecordMetadata, B = never>(
    onFulfilled?: ((metadata: RecordMetadata) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // One promise for both steps: what `onFulfilled` throws must not reach `onRejected`.
    return this.#batch.done.then((): A | B | PromiseLike<A | B> => {
      const failure = this.#batch.failureOf(this.#index);
      if (failure !== null) {
        if (typeof onRejected === 'function') return onRejected(failure);
        throw failure;
      }
      const metadata = this.#batch.metadataOf(this.#index, this.#timestamp);
      return typeof onFulfilled === 'function' ? onFulfilled(metadata) : (metadata as A);
    });
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<RecordMetadata | B> {
    return this.then(null, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<RecordMetadata> {
    return this.then().finally(onFinally);
  }
}
