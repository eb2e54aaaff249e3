/** Streams of bytes between hosts. Failures are `NetworkError`s. */
export interface Network {
  /** Port 0 takes a free one. `accept` is called for each connection and must call `start` on it, soon or at once. */
  listen(options: ListenOptions, accept: (connection: Connection) => void): Promise<Listener>;
  connect(options: ConnectOptions): Promise<Connection>;
}

export interface ListenOptions {
  /** '' for all addresses of the machine, those of IPv6 too where it has any. */
  host: string;
  port: number;
  backlog?: number;
}

export interface ConnectOptions {
  host: string;
  port: number;
  /** Fails with ETIMEDOUT when there is no connection by then. */
  timeoutMs?: number;
}

export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Stops accepting and frees the port; open connections stay. */
  close(): Promise<void>;
}

export interface ConnectionHandler {
  /** The view is valid only until this returns. */
  onBytes(view: Uint8Array): void;
  /** After a `write` that returned false: there is room again. */
  onDrain(): void;
  /** The last call, exactly once; null after an orderly end. */
  onClose(error: Error | null): void;
  /** The other side will send no more. Our side then ends too, after what is written. */
  onEnd?(): void;
}

export interface Connection {
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly localHost: string;
  readonly localPort: number;
  /** Begins to read; called once. */
  start(handler: ConnectionHandler): void;
  /** Takes the bytes, which must not change until written. False: over the high-water mark, wait for `onDrain`. */
  write(bytes: Uint8Array): boolean;
  /** Several buffers, in one system call where possible. */
  writeAll(buffers: readonly Uint8Array[]): boolean;
  /** Bytes taken and not yet handed to the system. */
  readonly bufferedBytes: number;
  /** No `onBytes` until `resume`. */
  pause(): void;
  resume(): void;
  /** Closes our side after what is written. */
  end(): void;
  /** Closes at once; `onClose` gets the error. */
  destroy(error?: Error): void;
}

/** Above this many buffered bytes, `write` returns false. */
export const writeHighWaterBytes = 262_144;
