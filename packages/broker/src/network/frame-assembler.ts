/**
 * Cuts a stream of bytes into frames: an int32 size, then so many bytes. Each frame is copied once, into memory of its
 * own, because what a Produce carries lives on until it is on disk.
 */

// A frame's memory is taken as its bytes arrive, for a size alone is soon said: four times what has come, and from a megabyte
// on twice. A request with one batch of the default size, of which the first read brings a quarter, is so copied once.
const SMALLEST = 1024;
const LARGE = 1024 * 1024;

export class FrameTooLargeError extends Error {
  constructor(size: number, maxSize: number) {
    super(
      size < 0
        ? `a frame of ${size} bytes: the size must not be negative`
        : `a frame of ${size} bytes is larger than socket.request.max.bytes=${maxSize}`,
    );
    this.name = 'FrameTooLargeError';
  }
}

export class FrameAssembler {
  readonly #maxSize: number;
  readonly #mayBegin: (size: number) => boolean;
  readonly #header: Uint8Array = new Uint8Array(4);
  #headerFilled = 0;
  #size = 0;
  #frame: Uint8Array | null = null;
  #filled = 0;

  /** `mayBegin` is asked when the size of a frame is known; while it says no, nothing of that frame is taken. */
  constructor(maxSize: number, mayBegin: (size: number) => boolean = () => true) {
    this.#maxSize = maxSize;
    this.#mayBegin = mayBegin;
  }

  /** Memory held for a frame that is not whole yet. */
  get heldBytes(): number {
    return this.#frame?.length ?? 0;
  }

  /**
   * Takes bytes from `view`, starting at `from`, up to the end of one frame.
   * Returns how many it took; `takeFrame` then tells whether a frame is whole.
   * @throws FrameTooLargeError
   */
  feed(view: Uint8Array, from: number): number {
    let at = from;
    if (this.#frame === null) {
      while (this.#headerFilled < 4 && at < view.length) this.#header[this.#headerFilled++] = view[at++]!;
      if (this.#headerFilled < 4 || !this.#begin(view.length - at)) return at - from;
    }
    const take = Math.min(this.#size - this.#filled, view.length - at);
    this.#grow(this.#filled + take);
    this.#frame!.set(view.subarray(at, at + take), this.#filled);
    this.#filled += take;
    return at + take - from;
  }

  /** The frame without its size, once whole; then the next one begins. */
  takeFrame(): Uint8Array | null {
    if (this.#frame === null || this.#filled < this.#size) return null;
    const frame = this.#frame;
    this.#frame = null;
    this.#headerFilled = 0;
    this.#filled = 0;
    return frame;
  }

  #begin(available: number): boolean {
    const h = this.#header;
    this.#size = (h[0]! << 24) | (h[1]! << 16) | (h[2]! << 8) | h[3]!;
    if (this.#size < 0 || this.#size > this.#maxSize) throw new FrameTooLargeError(this.#size, this.#maxSize);
    if (!this.#mayBegin(this.#size)) return false;
    this.#frame = new Uint8Array(this.#roomFor(available));
    this.#filled = 0;
    return true;
  }

  #grow(bytes: number): void {
    const frame = this.#frame!;
    if (bytes <= frame.length) return;
    const grown = new Uint8Array(this.#roomFor(bytes));
    grown.set(frame);
    this.#frame = grown;
  }

  #roomFor(bytes: number): number {
    return Math.min(this.#size, Math.max(SMALLEST, bytes * (bytes < LARGE ? 4 : 2)));
  }
}
