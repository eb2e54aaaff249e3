/**
 * A session's one gate. While any reason holds it shut, frames are neither decoded nor run, and the socket is not read.
 * Each reason is a bit.
 */
export const ShutReason = {
  /** A request whose answer must be made before the next may start. */
  serialRequest: 1,
  /** A quota asked for a pause. */
  throttled: 2,
  /** Too many answers are owed. */
  answersOwed: 4,
  /** Too many bytes wait for a reader that does not read. */
  bytesOwed: 8,
  /** The broker as a whole holds as many request bytes as it may. */
  memoryShort: 16,
} as const;

export class Gate {
  #reasons = 0;
  readonly #onOpen: () => void;

  constructor(onOpen: () => void) {
    this.#onOpen = onOpen;
  }

  get isOpen(): boolean {
    return this.#reasons === 0;
  }

  shut(reason: number): void {
    this.#reasons |= reason;
  }

  open(reason: number): void {
    if ((this.#reasons & reason) === 0) return;
    this.#reasons &= ~reason;
    if (this.#reasons === 0) this.#onOpen();
  }
}
