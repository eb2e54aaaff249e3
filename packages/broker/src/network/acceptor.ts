/**
 * Listens on one address, counts connections (max.connections, max.connections.per.ip and its overrides) and gives
 * each accepted one a session.
 */
import type { Connection, Listener, Logger, Platform } from '@millrace/platform';
import type { BufferPool } from './buffer-pool.js';
import { type RequestMemory, type RequestRunner, Session } from './session.js';

export interface ConnectionLimits {
  maxConnections: number;
  maxConnectionsPerIp: number;
  /** From max.connections.per.ip.overrides: address → limit. */
  perIpOverrides: ReadonlyMap<string, number>;
}

export interface AcceptorOptions {
  listenerName: string;
  host: string;
  port: number;
  backlog: number;
  maxRequestBytes: number;
  maxIdleMs: number;
  limits: ConnectionLimits;
  memory: RequestMemory;
  pool: BufferPool;
}

/** Connections of a node by address, shared by all its listeners. */
export class ConnectionCount {
  total = 0;
  readonly #byHost = new Map<string, number>();

  ofHost(host: string): number {
    return this.#byHost.get(host) ?? 0;
  }

  add(host: string, by: 1 | -1): void {
    this.total += by;
    const count = this.ofHost(host) + by;
    if (count === 0) this.#byHost.delete(host);
    else this.#byHost.set(host, count);
  }
}

export class Acceptor {
  readonly #platform: Platform;
  readonly #logger: Logger;
  readonly #options: AcceptorOptions;
  readonly #runner: RequestRunner;
  readonly #count: ConnectionCount;
  readonly #sessions = new Set<Session>();
  #listener: Listener | null = null;
  /** Connections that came before the node was ready; null once it is. */
  #early: Connection[] | null = [];

  constructor(platform: Platform, runner: RequestRunner, count: ConnectionCount, options: AcceptorOptions) {
    this.#platform = platform;
    this.#logger = platform.logger;
    this.#runner = runner;
    this.#count = count;
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
    const refusal = this.#refusal(host);
    if (refusal !== null) {
      this.#logger.warn(`refusing a connection from ${host}: ${refusal}`, { listener: this.#options.listenerName });
      connection.destroy();
      return;
    }
    this.#count.add(host, 1);
    const session = new Session(connection, this.#runner, this.#logger, this.#platform.timers, {
      ...this.#options,
      onClosed: (closed) => {
        this.#sessions.delete(closed);
        this.#count.add(host, -1);
      },
    });
    this.#sessions.add(session);
    connection.start(session);
  }

  #refusal(host: string): string | null {
    const { maxConnections, maxConnectionsPerIp, perIpOverrides } = this.#options.limits;
    if (this.#count.total >= maxConnections) return `max.connections=${maxConnections} is reached`;
    const ofHost = perIpOverrides.get(host) ?? maxConnectionsPerIp;
    if (this.#count.ofHost(host) >= ofHost) return `max.connections.per.ip: ${ofHost} connections of this address are open`;
    return null;
  }
}
