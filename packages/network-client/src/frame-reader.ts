/**
 * Cuts a stream of bytes into frames (int32 size, then so many bytes). A frame that lies whole in the bytes at hand is
 * handed out as a view of them; one that comes in parts is put together in an array of its own.
 */

/** `borrowed`: the bytes are only valid until this returns. */
export type OnFrame = (frame: Uint8Array, borrowed: boolean) => void;

export class FrameReader {
  readonly #maxFrameBytes: number;
  readonly #onFrame: OnFrame;
  /** The four bytes of the size, as far as they came. */
  #size = 0;
  #sizeBytes = 0;
  #frame: Uint8Array | null = null;
  #filled = 0;

  constructor(maxFrameBytes: number, onFrame: OnFrame) {
    this.#maxFrameBytes = maxFrameBytes;
    this.#onFrame = onFrame;
  }

  /** @throws RangeError when a frame claims to be larger than allowed, or smaller than nothing. */
  push(view: Uint8Array): void {
    let at = 0;
    while (at < view.length) {
      if (this.#frame !== null) {
        at += this.#fill(this.#frame, view, at);
        continue;
      }
      while (this.#sizeBytes < 4 && at < view.length) {
        this.#size = (this.#size << 8) | view[at++]!;
        this.#sizeBytes++;
      }
      if (this.#sizeBytes < 4) return;
      at = this.#begin(view, at);
    }
  }

  #begin(view: Uint8Array, at: number): number {
    const size = this.#size;
    if (size < 0 || size > this.#maxFrameBytes) {
      throw new RangeError(`a frame of ${size} bytes, at most ${this.#maxFrameBytes} are taken`);
    }
    this.#size = 0;
    this.#sizeBytes = 0;
    if (view.length - at >= size) {
      this.#onFrame(view.subarray(at, at + size), true);
      return at + size;
    }
    this.#frame = new Uint8Array(size);
    this.#filled = 0;
    return at;
  }

  #fill(frame: Uint8Array, view: Uint8Array, at: number): number {
    const count = Math.min(frame.length - this.#filled, view.length - at);
    frame.set(view.subarray(at, at + count), this.#filled);
    this.#filled += count;
    if (this.#filled === frame.length) {
      this.#frame = null;
      this.#onFrame(frame, false);
    }
    return count;
  }
}
