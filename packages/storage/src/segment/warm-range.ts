/** The part of a segment that this process wrote or read not long ago, and that is likely in the page cache. */
const mostBytes = 268_435_456;

export class WarmRange {
  #start = 0;
  #end = 0;

  contains(position: number, length: number): boolean {
    return position >= this.#start && position + length <= this.#end;
  }

  /** Grows by what touches it; else the new part takes its place. */
  add(position: number, length: number): void {
    const end = position + length;
    if (position <= this.#end && end >= this.#start) {
      this.#start = Math.min(this.#start, position);
      this.#end = Math.max(this.#end, end);
    } else {
      this.#start = position;
      this.#end = end;
    }
    this.#start = Math.max(this.#start, this.#end - mostBytes);
  }
}
