/**
 * Where transactions stand in the way of reading: those open, and those ended by a marker that the high watermark has not passed.
 * They are few, so plain lists in order of their first offset do.
 */
export interface OpenTransaction {
  readonly key: number | string;
  readonly firstOffset: number;
  /** Of the marker; -1 while open. */
  lastOffset: number;
}

export class OpenTransactions {
  #open: OpenTransaction[] = [];
  #unreplicated: OpenTransaction[] = [];

  /** The first offset that is not decided, or decided but not replicated; null when everything is. */
  get firstUnstableOffset(): number | null {
    const open = this.#open[0]?.firstOffset ?? Infinity;
    const unreplicated = this.#unreplicated[0]?.firstOffset ?? Infinity;
    const first = Math.min(open, unreplicated);
    return first === Infinity ? null : first;
  }

  begin(key: number | string, firstOffset: number): void {
    this.#open.push({ key, firstOffset, lastOffset: -1 });
    if (this.#open.length > 1 && this.#open.at(-2)!.firstOffset > firstOffset) sortByFirst(this.#open);
  }

  /** The first offset of the other open transactions, or the one after this marker when there is none. */
  stableOffsetAfter(key: number | string, markerOffset: number): number {
    for (const transaction of this.#open) if (transaction.key !== key) return transaction.firstOffset;
    return markerOffset + 1;
  }

  end(key: number | string, markerOffset: number): void {
    const index = this.#open.findIndex((transaction) => transaction.key === key);
    if (index < 0) return;
    const [ended] = this.#open.splice(index, 1);
    ended!.lastOffset = markerOffset;
    this.#unreplicated.push(ended!);
    sortByFirst(this.#unreplicated);
  }

  /** Markers below the high watermark are replicated. */
  onHighWatermark(highWatermark: number): void {
    if (this.#unreplicated.length === 0) return;
    this.#unreplicated = this.#unreplicated.filter((transaction) => transaction.lastOffset >= highWatermark);
  }

  clear(): void {
    this.#open = [];
    this.#unreplicated = [];
  }
}

function sortByFirst(transactions: OpenTransaction[]): void {
  transactions.sort((left, right) => left.firstOffset - right.firstOffset);
}
