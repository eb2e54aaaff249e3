/** The content of a file in memory: chunks that grow as they are written; a missing chunk is zeros. */
const chunkBytes = 65_536;
const firstChunkBytes = 512;

export class ChunkedBytes {
  readonly #chunks: (Uint8Array | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Bytes read: less than `length` only at the end. */
  read(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    const end = Math.min(this.#size, position + length);
    let at = position;
    while (at < end) {
      const within = at % chunkBytes;
      const count = Math.min(chunkBytes - within, end - at);
      const to = targetOffset + at - position;
      const chunk = this.#chunks[(at - within) / chunkBytes];
      const there = chunk === undefined ? 0 : Math.max(0, Math.min(count, chunk.length - within));
      if (there > 0) target.set(chunk!.subarray(within, within + there), to);
      if (there < count) target.fill(0, to + there, to + count);
      at += count;
    }
    return Math.max(0, end - position);
  }

  write(source: Uint8Array, offset: number, length: number, position: number): void {
    const end = position + length;
    let at = position;
    while (at < end) {
      const within = at % chunkBytes;
      const count = Math.min(chunkBytes - within, end - at);
      const chunk = this.#chunk((at - within) / chunkBytes, within + count);
      const from = offset + at - position;
      chunk.set(source.subarray(from, from + count), within);
      at += count;
    }
    if (length > 0 && end > this.#size) this.#size = end;
  }

  /** Whether nothing was written in the chunk around this position. */
  isHole(position: number): boolean {
    return this.#chunks[Math.floor(position / chunkBytes)] === undefined;
  }

  /** Cuts, or grows by zeros. */
  resize(size: number): void {
    if (size < this.#size) {
      this.#chunks.length = Math.min(this.#chunks.length, Math.ceil(size / chunkBytes));
      // Growing again later must show zeros.
      if (size % chunkBytes > 0) this.#chunks[Math.floor(size / chunkBytes)]?.fill(0, size % chunkBytes);
    }
    this.#size = size;
  }

  #chunk(index: number, bytes: number): Uint8Array {
    const chunk = this.#chunks[index];
    if (chunk !== undefined && chunk.length >= bytes) return chunk;
    let capacity = chunk?.length ?? firstChunkBytes;
    while (capacity < bytes) capacity *= 2;
    const grown = new Uint8Array(capacity);
    if (chunk !== undefined) grown.set(chunk);
    this.#chunks[index] = grown;
    return grown;
  }
}
