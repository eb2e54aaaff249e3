/** Where the last batches of the active segment begin, so that readers at the tail need no index. */
const kept = 256;

export class RecentBatches {
  readonly #offsets: Float64Array = new Float64Array(kept);
  readonly #positions: Float64Array = new Float64Array(kept);
  #count = 0;

  add(baseOffset: number, position: number): void {
    const slot = this.#count++ % kept;
    this.#offsets[slot] = baseOffset;
    this.#positions[slot] = position;
  }

  clear(): void {
    this.#count = 0;
  }

  /** The position of the batch that has this offset, or that begins first after it; -1 when it is not among the last ones. */
  positionOf(offset: number): number {
    const oldest = Math.max(0, this.#count - kept);
    for (let index = this.#count - 1; index >= oldest; index--) {
      if (this.#offsets[index % kept]! <= offset) return this.#positions[index % kept]!;
    }
    return -1;
  }
}
