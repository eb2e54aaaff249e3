/** A TCP connection. Bytes arrive in one buffer shared by all connections where the runtime allows, else by 'data' events. */
import type net from 'node:net';
import type { Connection, ConnectionHandler } from '../network.js';
import { networkFailure } from './network-failure.js';

/** A socket and the way its bytes come in: `onread` calls `deliver`; without it the socket emits 'data'. */
export interface Wire {
  socket: net.Socket;
  /** False: bytes come as 'data' events. */
  reusesBuffer: boolean;
  deliver: (view: Uint8Array) => void;
}

export class NodeConnection implements Connection {
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly localHost: string;
  readonly localPort: number;
  readonly #wire: Wire;
  #handler: ConnectionHandler | null = null;
  #error: Error | null = null;
  #closed = false;

  constructor(wire: Wire) {
    const { socket } = wire;
    this.#wire = wire;
    this.remoteHost = plainAddress(socket.remoteAddress);
    this.remotePort = socket.remotePort ?? 0;
    this.localHost = plainAddress(socket.localAddress);
    this.localPort = socket.localPort ?? 0;
    socket.setNoDelay(true);
    socket.setKeepAlive(true);
    socket.on('error', (error) => {
      this.#error = networkFailure(error);
    });
    socket.on('close', () => {
      this.#closed = true;
      this.#handler?.onClose(this.#error);
    });
  }

  start(handler: ConnectionHandler): void {
    if (this.#handler !== null) throw new Error('the connection was started before');
    this.#handler = handler;
    const { socket } = this.#wire;
    if (this.#closed) {
      queueMicrotask(() => handler.onClose(this.#error));
      return;
    }
    socket.on('drain', () => handler.onDrain());
    socket.on('end', () => handler.onEnd?.());
    this.#wire.deliver = (view) => handler.onBytes(view);
    if (!this.#wire.reusesBuffer) socket.on('data', (bytes: Uint8Array) => handler.onBytes(bytes));
    socket.resume();
  }

  write(bytes: Uint8Array): boolean {
    const { socket } = this.#wire;
    // Writing to a socket that is going away is not an error of the writer: onClose tells.
    return socket.writable ? socket.write(bytes) : true;
  }

  writeAll(buffers: readonly Uint8Array[]): boolean {
    const { socket } = this.#wire;
    if (!socket.writable) return true;
    let room = true;
    socket.cork();
    for (const bytes of buffers) room = socket.write(bytes);
    socket.uncork();
    return room;
  }

  get bufferedBytes(): number {
    return this.#wire.socket.writableLength;
  }

  pause(): void {
    this.#wire.socket.pause();
  }

  resume(): void {
    this.#wire.socket.resume();
  }

  end(): void {
    this.#wire.socket.end();
  }

  destroy(error?: Error): void {
    this.#wire.socket.destroy(error);
  }
}

/** An IPv4 address is shown as one, also where it came over a socket of both kinds. */
function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
}
