/** Which batches of a read_committed fetch belong to aborted transactions: from the broker's list, walked along with the batches. */

export interface AbortedTransaction {
  readonly producerId: number;
  readonly firstOffset: number;
}

export class AbortedTransactions {
  /** Those not reached yet, by first offset. */
  readonly #ahead: AbortedTransaction[];
  #next = 0;
  readonly #producerIds = new Set<number>();

  constructor(transactions: readonly AbortedTransaction[]) {
    this.#ahead = transactions.toSorted((left, right) => left.firstOffset - right.firstOffset);
  }

  /** Takes in the transactions that began up to this offset, the last one of the batch at hand. */
  advanceTo(lastOffset: number): void {
    for (let next = this.#ahead[this.#next]; next !== undefined && next.firstOffset <= lastOffset; next = this.#ahead[++this.#next]) {
      this.#producerIds.add(next.producerId);
    }
  }

  /** The producer's abort marker: what it writes from here on is another transaction. */
  end(producerId: number): void {
    this.#producerIds.delete(producerId);
  }

  isAborted(producerId: number): boolean {
    return this.#producerIds.has(producerId);
  }
}
