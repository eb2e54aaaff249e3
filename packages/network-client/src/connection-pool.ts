/**
 * Connections by broker and channel, opened when first asked for. A broker works through one connection's requests one after
 * the other, so what may wait there (Fetch, JoinGroup) gets a channel of its own. After a failure the next attempt waits.
 */
import { NetworkError } from '@millrace/platform';
import { addressText, type BrokerNode } from './address.js';
import { Backoff } from './backoff.js';
import type { BrokerConnection, ConnectionSettings } from './broker-connection.js';
import { openConnection } from './open-connection.js';
import { pause } from './pause.js';

export interface PoolSettings extends ConnectionSettings {
  reconnectBackoffMs: number;
  reconnectBackoffMaxMs: number;
}

interface Entry {
  connection: BrokerConnection | null;
  opening: Promise<BrokerConnection> | null;
  failures: number;
  notBeforeMs: number;
}

export class ConnectionPool {
  readonly #settings: PoolSettings;
  readonly #backoff: Backoff;
  readonly #entries = new Map<string, Entry>();
  #closed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#backoff = new Backoff(settings.platform.random, settings.reconnectBackoffMs, settings.reconnectBackoffMaxMs);
  }

  /** The open connection, or one being opened; waits out the backoff first. @throws NetworkError, KafkaError. */
  async connection(node: BrokerNode, channel: string = ''): Promise<BrokerConnection> {
    if (this.#closed) throw new NetworkError('ECONNABORTED', `connecting to ${addressText(node)}: this client is closed`);
    const key = `${node.nodeId} ${addressText(node)} ${channel}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { connection: null, opening: null, failures: 0, notBeforeMs: 0 };
      this.#entries.set(key, entry);
    }
    if (entry.connection !== null) return entry.connection;
    entry.opening ??= this.#open(node, entry);
    return entry.opening;
  }

  /** The open connection, without opening one. */
  openedConnection(node: BrokerNode, channel: string = ''): BrokerConnection | null {
    return this.#entries.get(`${node.nodeId} ${addressText(node)} ${channel}`)?.connection ?? null;
  }

  /** Ends every connection; what waits on them fails. */
  close(): void {
    this.#closed = true;
    for (const entry of this.#entries.values()) entry.connection?.finish();
    this.#entries.clear();
  }

  async #open(node: BrokerNode, entry: Entry): Promise<BrokerConnection> {
    const { clock, timers } = this.#settings.platform;
    try {
      const waitMs = entry.notBeforeMs - clock.monotonic();
      if (waitMs > 0) await pause(timers, waitMs);
      if (this.#closed) throw new NetworkError('ECONNABORTED', `connecting to ${addressText(node)}: this client is closed`);
      const connection = await openConnection(node, this.#settings);
      if (this.#closed) {
        connection.close();
        throw new NetworkError('ECONNABORTED', `connecting to ${addressText(node)}: this client is closed`);
      }
      entry.failures = 0;
      entry.connection = connection;
      connection.onClose(() => {
        entry.connection = null;
        this.#delayNext(entry);
      });
      return connection;
    } catch (error) {
      this.#delayNext(entry);
      throw error;
    } finally {
      entry.opening = null;
    }
  }

  #delayNext(entry: Entry): void {
    entry.failures++;
    entry.notBeforeMs = this.#settings.platform.clock.monotonic() + this.#backoff.afterFailures(entry.failures);
  }
}
