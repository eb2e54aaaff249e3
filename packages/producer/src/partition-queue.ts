/**
 * The batches of one partition on their way: those that wait, in order, and those that are in flight. Keeps the sequences
 * of an idempotent producer: a batch gets its sequence when it is first sent and keeps it when it is sent again, so the
 * broker knows it. Nothing here sends; it says what may be sent next.
 */
import { incrementSequence } from '@millrace/protocol';
import type { ProducerBatch } from './producer-batch.js';
import type { ProducerIdentity } from './producer-identity.js';

export class PartitionQueue {
  readonly topic: string;
  readonly partition: number;
  /** First come, first sent; the last one may still be open. Batches to be sent again come first. */
  readonly waiting: ProducerBatch[] = [];
  /** In the order of their sequences. */
  readonly inFlight: ProducerBatch[] = [];
  /** Nothing is sent before; after a failure. */
  notBeforeMs = 0;
  readonly #identity: ProducerIdentity | null;
  #producerId = -1;
  #epoch = -1;
  #nextSequence = 0;
  #mustBeginAnew = false;
  /** A batch of this epoch was acknowledged. */
  #isEstablished = false;

  constructor(topic: string, partition: number, identity: ProducerIdentity | null) {
    this.topic = topic;
    this.partition = partition;
    this.#identity = identity;
  }

  get isIdle(): boolean {
    return this.waiting.length === 0 && this.inFlight.length === 0;
  }

  /** The batch that takes further records. */
  get open(): ProducerBatch | undefined {
    const last = this.waiting[this.waiting.length - 1];
    return last === undefined || last.isClosed ? undefined : last;
  }

  /** The batch that may be sent next, or undefined while order forbids it. */
  next(): ProducerBatch | undefined {
    const head = this.waiting[0];
    if (head === undefined || this.#identity === null) return head;
    const first = this.inFlight[0];
    if (this.#mustBeginAnew && first !== undefined) return undefined;
    // A broker that knows nothing of this producer takes any sequence, so the first batch goes alone: none may overtake it.
    if (!this.#isEstablished && first !== undefined) return undefined;
    // Sent before: only when nothing of a lower sequence is out, so that sequences arrive in order.
    if (head.baseSequence >= 0 && !this.#mustBeginAnew) return first === undefined || head.order < first.order ? head : undefined;
    const isStale = this.#producerId !== this.#identity.producerId || this.#epoch !== this.#identity.epoch;
    // The old epoch's batches must be answered before the new epoch begins.
    return isStale && first !== undefined ? undefined : head;
  }

  /** Takes the batch that `next` gave out of the line, with its sequence set. */
  take(): ProducerBatch {
    const batch = this.waiting.shift()!;
    if (this.#identity !== null) this.#assignSequence(batch, this.#identity);
    this.inFlight.push(batch);
    // A batch sent again goes before those that were sent after it.
    for (let at = this.inFlight.length - 1; at > 0 && this.inFlight[at - 1]!.order > batch.order; at--) {
      this.inFlight[at] = this.inFlight[at - 1]!;
      this.inFlight[at - 1] = batch;
    }
    return batch;
  }

  /** The broker has the batch, and with it this producer's epoch. */
  acknowledge(batch: ProducerBatch): void {
    this.settle(batch);
    this.#isEstablished = true;
  }

  /** The batch was answered for good. */
  settle(batch: ProducerBatch): void {
    const at = this.inFlight.indexOf(batch);
    if (at >= 0) this.inFlight.splice(at, 1);
  }

  /**
   * The batch failed for good. If others with sequences are out, the broker may have them: they keep their sequences, and
   * their answers tell whether the broker's sequence goes on. Without any there is nobody to tell, so begin anew.
   */
  giveUp(batch: ProducerBatch): void {
    this.settle(batch);
    const hasSequence = (other: ProducerBatch): boolean => other.baseSequence >= 0;
    if (hasSequence(batch) && !this.inFlight.some(hasSequence) && !this.waiting.some(hasSequence)) this.beginAnew();
  }

  /** The batch is to be sent again. */
  putBack(batch: ProducerBatch): void {
    this.settle(batch);
    const at = this.waiting.findIndex((other) => other.order > batch.order);
    this.waiting.splice(at < 0 ? this.waiting.length : at, 0, batch);
  }

  /** Puts the halves of a batch in its place. They cover the same sequences. */
  replace(batch: ProducerBatch, parts: readonly ProducerBatch[]): void {
    this.settle(batch);
    for (const part of parts) this.putBack(part);
  }

  /** True when no batch before this one is unanswered. */
  isFirstUnanswered(batch: ProducerBatch): boolean {
    const isBefore = (other: ProducerBatch): boolean => other.baseSequence >= 0 && other.order < batch.order;
    return !this.inFlight.some(isBefore) && !this.waiting.some(isBefore);
  }

  /** A sequence is lost for good: begin at 0 in a new epoch as soon as nothing is in flight. */
  beginAnew(): void {
    if (this.#mustBeginAnew || this.#identity === null) return;
    this.#mustBeginAnew = true;
    // Others may have raised it already since this partition took up its epoch.
    if (this.#identity.producerId === this.#producerId && this.#identity.epoch === this.#epoch) this.#identity.raiseEpoch();
  }

  #assignSequence(batch: ProducerBatch, identity: ProducerIdentity): void {
    const isStale = this.#producerId !== identity.producerId || this.#epoch !== identity.epoch;
    if (this.#mustBeginAnew || (batch.baseSequence < 0 && isStale)) {
      this.#mustBeginAnew = false;
      this.#producerId = identity.producerId;
      this.#epoch = identity.epoch;
      this.#nextSequence = 0;
      this.#isEstablished = false;
      batch.forgetSequence();
      for (const other of this.waiting) other.forgetSequence();
    }
    if (batch.baseSequence >= 0) return;
    batch.setSequence(this.#producerId, this.#epoch, this.#nextSequence);
    this.#nextSequence = incrementSequence(this.#nextSequence, batch.recordCount);
  }
}
