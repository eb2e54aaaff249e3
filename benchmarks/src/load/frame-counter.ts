/**
 * Cuts a stream of responses into frames and keeps only the head of each: the size, the correlation id and the few
 * fields behind it. The records are counted, never looked at.
 */
const SIZE_BYTES = 4;
const LARGEST_FRAME = 256 * 1024 * 1024;

/** More than enough for the fields before the records, with a topic name of ordinary length. */
export const HEAD_BYTES = 256;

/** `head` holds the first bytes of the frame, its size included, up to {@link HEAD_BYTES}; valid until the call returns. */
export type OnFrame = (head: DataView, headBytes: number, frameBytes: number) => void;

export class FrameCounter {
  readonly #head: Uint8Array = new Uint8Array(HEAD_BYTES);
  readonly #view: DataView = new DataView(this.#head.buffer);
  readonly #onFrame: OnFrame;
  #have = 0;
  #want = SIZE_BYTES;
  #frameBytes = 0;
  #skip = 0;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  /** Takes the next `length` bytes of the stream. @throws Error for a size that no frame has */
  feed(bytes: Uint8Array, length: number = bytes.length): void {
    let at = 0;
    while (at < length) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, length - at);
        this.#skip -= skipped;
        at += skipped;
        if (this.#skip === 0) this.#finish();
        continue;
      }
      const copied = Math.min(this.#want - this.#have, length - at);
      for (let i = 0; i < copied; i++) this.#head[this.#have + i] = bytes[at + i]!;
      this.#have += copied;
      at += copied;
      if (this.#have === this.#want) this.#headComplete();
    }
  }

  #headComplete(): void {
    if (this.#want === SIZE_BYTES) {
      const size = this.#view.getInt32(0);
      if (size < 4 || size > LARGEST_FRAME) throw new Error(`a response of ${size} bytes cannot be`);
      this.#frameBytes = SIZE_BYTES + size;
      this.#want = Math.min(HEAD_BYTES, this.#frameBytes);
      return;
    }
    this.#skip = this.#frameBytes - this.#want;
    if (this.#skip === 0) this.#finish();
  }

  #finish(): void {
    const length = this.#have;
    this.#have = 0;
    this.#want = SIZE_BYTES;
    this.#onFrame(this.#view, length, this.#frameBytes);
  }
}
