/** Reused buffers of one size for reading file ranges on their way to a socket. Bounded: what is too many is dropped. */
export const STEP_BYTES = 262_144;
const MOST_IDLE = 16;

export class BufferPool {
  readonly #idle: Uint8Array[] = [];

  take(): Uint8Array {
    return this.#idle.pop() ?? new Uint8Array(STEP_BYTES);
  }

  give(buffer: Uint8Array): void {
    if (this.#idle.length < MOST_IDLE) this.#idle.push(buffer);
  }
}
