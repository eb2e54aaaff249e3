/** A client that sends whatever it is told, over a plain socket. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export class RawClient {
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #isClosed = false;
  #waiters: (() => void)[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    const wake = (): void => {
      for (const waiter of this.#waiters.splice(0)) waiter();
    };
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      wake();
    });
    // Half open is what this side may leave the connection, not what it waits in.
    socket.once('end', () => socket.destroy());
    socket.once('close', () => {
      this.#isClosed = true;
      wake();
    });
  }

  /** `reads` false: nothing is ever taken from the socket. @throws Error when there is no connection to be had */
  static async connect(port: number, { reads = true }: { reads?: boolean } = {}): Promise<RawClient> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const client = new RawClient(socket);
    if (!reads) socket.pause();
    await once(socket, 'connect');
    return client;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Bytes that the socket has not got rid of: the other side does not read. */
  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  send(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /** Resolves when everything is handed to the system, or the connection is gone. */
  async sent(bytes: Uint8Array): Promise<void> {
    if (!this.#socket.writable) return;
    await Promise.race([new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve())), this.closed]);
  }

  /** The next frame without its size; null when the connection is gone before it is whole. */
  async frame(): Promise<Uint8Array | null> {
    for (;;) {
      const end = this.#received.length < 4 ? Infinity : 4 + this.#received.readInt32BE(0);
      if (this.#received.length >= end) {
        const frame = this.#received.subarray(4, end);
        this.#received = this.#received.subarray(end);
        return frame;
      }
      if (this.#isClosed) return null;
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
  }

  /** Says that no more will be sent, and stays. */
  halfClose(): void {
    this.#socket.end();
  }

  /** Goes without a word (RST). */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }
}
