/** Listens on one address and gives each connection that is admitted a session. */
import type { Connection, Listener, Logger, Platform } from '@millrace/platform';
import type { BufferPool } from './buffer-pool.js';
import type { ConnectionAdmission } from './connection-admission.js';
import { type RequestMemory, type RequestRunner, Session } from './session.js';

export interface AcceptorOptions {
  listenerName: string;
  host: string;
  port: number;
  backlog: number;
  maxRequestBytes: number;
  maxIdleMs: number;
  memory: RequestMemory;
  pool: BufferPool;
}

export class Acceptor {
  readonly #platform: Platform;
  readonly #logger: Logger;
  readonly #options: AcceptorOptions;
  readonly #runner: RequestRunner;
  readonly #admission: ConnectionAdmission;
  readonly #sessions = new Set<Session>();
  #listener: Listener | null = null;
  /** Connections that came before the node was ready; null once it is. */
  #early: Connection[] | null = [];

  constructor(platform: Platform, runner: RequestRunner, admission: ConnectionAdmission, options: AcceptorOptions) {
    this.#platform = platform;
    this.#logger = platform.logger;
    this.#runner = runner;
    this.#admission = admission;
    this.#options = options;
  }

  get port(): number {
    return this.#listener?.port ?? this.#options.port;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Takes the port; connections wait for `begin`. @throws NetworkError such as EADDRINUSE */
  async open(): Promise<void> {
    const { host, port, backlog } = this.#options;
    this.#listener = await this.#platform.network.listen({ host, port, backlog }, (connection) => {
      if (this.#early === null) this.#accept(connection);
      else this.#early.push(connection);
    });
  }

  /** The node is ready: whoever waits is served. */
  begin(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const connection of early) this.#accept(connection);
  }

  /** No new connections; those there are get what is owed to them and are ended. */
  async close(): Promise<void> {
    const closing = this.#listener?.close();
    for (const connection of this.#early?.splice(0) ?? []) connection.destroy();
    for (const session of this.#sessions) session.end();
    await closing;
  }

  /** Whoever has not gone by now is cut off. */
  destroySessions(): void {
    for (const session of [...this.#sessions]) {
      session.connection.destroy();
      session.onClose(null);
    }
  }

  #accept(connection: Connection): void {
    const host = connection.remoteHost;
    const refusal = this.#admission.admit(host, () => this.#serve(connection, host));
    if (refusal === null) return;
    this.#logger.warn(`refusing a connection from ${host}: ${refusal}`, { listener: this.#options.listenerName });
    connection.destroy();
  }

  #serve(connection: Connection, host: string): void {
    const session = new Session(connection, this.#runner, this.#logger, this.#platform.timers, {
      ...this.#options,
      onClosed: (closed) => {
        this.#sessions.delete(closed);
        this.#admission.release(host);
      },
    });
    this.#sessions.add(session);
    connection.start(session);
  }
}
