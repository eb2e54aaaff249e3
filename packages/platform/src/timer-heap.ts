/** A binary heap of things due at a time, earliest first, in the order they came when equal. Removal from the middle is cheap. */
export interface Due {
  readonly dueMs: number;
  /** Breaks ties; grows with each entry. */
  readonly order: number;
  /** Kept by the heap; -1 when outside. */
  heapIndex: number;
}

const isBefore = (left: Due, right: Due): boolean =>
  left.dueMs < right.dueMs || (left.dueMs === right.dueMs && left.order < right.order);

export class TimerHeap<T extends Due> {
  readonly #entries: T[] = [];

  get size(): number {
    return this.#entries.length;
  }

  peek(): T | undefined {
    return this.#entries[0];
  }

  add(entry: T): void {
    this.#entries.push(entry);
    this.#rise(entry, this.#entries.length - 1);
  }

  /** False when it was not inside. */
  remove(entry: T): boolean {
    const index = entry.heapIndex;
    if (this.#entries[index] !== entry) return false;
    entry.heapIndex = -1;
    const last = this.#entries.pop()!;
    if (last === entry) return true;
    this.#rise(last, index);
    this.#sink(last, last.heapIndex);
    return true;
  }

  #rise(entry: T, from: number): void {
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#entries[parentIndex]!;
      if (!isBefore(entry, parent)) break;
      this.#put(parent, index);
      index = parentIndex;
    }
    this.#put(entry, index);
  }

  #sink(entry: T, from: number): void {
    let index = from;
    for (;;) {
      let childIndex = index * 2 + 1;
      let child = this.#entries[childIndex];
      if (child === undefined) break;
      const right = this.#entries[childIndex + 1];
      if (right !== undefined && isBefore(right, child)) {
        child = right;
        childIndex++;
      }
      if (!isBefore(child, entry)) break;
      this.#put(child, index);
      index = childIndex;
    }
    this.#put(entry, index);
  }

  #put(entry: T, index: number): void {
    this.#entries[index] = entry;
    entry.heapIndex = index;
  }
}
