/** A client's way to a cluster: the connections, the view of it, and requests sent to the right broker. */
import { NetworkError, type Platform } from '@millrace/platform';
import { ErrorCode, KafkaError, type Decoded } from '@millrace/protocol';
import type { BrokerNode } from './address.js';
import type { Api } from './api.js';
import type { BrokerConnection, SendOptions, Versioned } from './broker-connection.js';
import { Backoff } from './backoff.js';
import type { ClientSettings } from './client-options.js';
import { ClusterMetadata } from './cluster-metadata.js';
import { ConnectionPool } from './connection-pool.js';
import { Coordinators, type CoordinatorKeyType } from './coordinators.js';
import { isRetriableFailure } from './failure.js';
import { pause } from './pause.js';

export interface ChannelOptions extends SendOptions {
  /** Requests of another channel do not wait behind these. */
  channel?: string;
}

export class NetworkClient {
  readonly settings: ClientSettings;
  readonly platform: Platform;
  readonly pool: ConnectionPool;
  readonly metadata: ClusterMetadata;
  readonly coordinators: Coordinators;
  readonly #backoff: Backoff;
  #closed = false;

  constructor(settings: ClientSettings, maxInFlightRequests: number = 5) {
    this.settings = settings;
    this.platform = settings.platform;
    this.pool = new ConnectionPool({ ...settings, maxInFlightRequests });
    this.metadata = new ClusterMetadata(settings, this.pool);
    this.coordinators = new Coordinators((api, message) => this.sendToAny(api, message));
    this.#backoff = new Backoff(this.platform.random, settings.retryBackoffMs, settings.retryBackoffMaxMs);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** The connection to a broker by its id. @throws KafkaError BROKER_NOT_AVAILABLE when the cluster has no such broker. */
  connection(node: BrokerNode | number, channel?: string): Promise<BrokerConnection> {
    const nodeId = typeof node === 'number' ? node : node.nodeId;
    const found = typeof node === 'number' ? this.metadata.view.brokers.get(node) : node;
    if (found === undefined) {
      return Promise.reject(new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, `broker ${nodeId} is not in the cluster`));
    }
    return this.pool.connection(found, channel);
  }

  /** A broker that cannot be reached may be gone or elsewhere, so the view is refreshed behind that. */
  async send<Request, Response>(node: BrokerNode | number, api: Api<Request, Response>, message: Versioned<Request>, options: ChannelOptions = {}): Promise<Decoded<Response>> {
    try {
      const connection = await this.connection(node, options.channel);
      return await connection.send(api, message, options);
    } catch (error) {
      if (error instanceof NetworkError && !this.#closed) this.metadata.refresh().catch(() => {}); // the next attempt tells
      throw error;
    }
  }

  /** Sends to a broker that is connected, or else to any; of controllers to the active one, as others have less to say. */
  async sendToAny<Request, Response>(api: Api<Request, Response>, message: Versioned<Request>, options: ChannelOptions = {}): Promise<Decoded<Response>> {
    const view = this.metadata.view.brokers.size === 0 ? await this.metadata.refresh() : this.metadata.view;
    const brokers = [...view.brokers.values()];
    if (brokers.length === 0) throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, `${api.name}: the cluster names no broker`);
    const active = this.settings.asksControllers ? view.brokers.get(view.controllerId) : undefined;
    const connected = active ?? brokers.find((node) => this.pool.openedConnection(node, options.channel) !== null);
    return this.send(connected ?? brokers[this.platform.random.below(brokers.length)]!, api, message, options);
  }

  /** Sends to the broker that Metadata calls the controller; with KRaft any broker, which forwards. */
  async sendToController<Request, Response>(api: Api<Request, Response>, message: Versioned<Request>, options: ChannelOptions = {}): Promise<Decoded<Response>> {
    const view = this.metadata.view.brokers.has(this.metadata.view.controllerId) ? this.metadata.view : await this.metadata.refresh();
    return view.brokers.has(view.controllerId) ? this.send(view.controllerId, api, message, options) : this.sendToAny(api, message, options);
  }

  /** Sends to the coordinator of this key, on a channel of its own unless another is named. */
  async sendToCoordinator<Request, Response>(
    type: CoordinatorKeyType, key: string, api: Api<Request, Response>, message: Versioned<Request>, options: ChannelOptions = {},
  ): Promise<Decoded<Response>> {
    const node = await this.coordinators.find(type, key);
    try {
      return await this.send(node, api, message, { channel: 'coordinator', ...options });
    } catch (error) {
      if (error instanceof NetworkError) this.coordinators.forget(type, key);
      throw error;
    }
  }

  /**
   * Runs `attempt` until it succeeds, fails for good, or the time is over; then its last failure is thrown, naming `what`.
   * `beforeRetry` may refresh what the failure makes doubtful.
   */
  async retry<T>(what: string, timeoutMs: number, attempt: (remainingMs: number) => Promise<T>, beforeRetry?: (error: Error) => void | Promise<void>): Promise<T> {
    const { clock } = this.platform;
    const deadlineMs = clock.monotonic() + timeoutMs;
    for (let failures = 1; ; failures++) {
      try {
        return await attempt(deadlineMs - clock.monotonic());
      } catch (error) {
        const waitMs = this.#backoff.afterFailures(failures);
        if (this.#closed || !isRetriableFailure(error)) throw error;
        if (clock.monotonic() + waitMs >= deadlineMs) throw timedOut(what, timeoutMs, error as Error);
        await beforeRetry?.(error as Error);
        await pause(this.platform.timers, waitMs);
      }
    }
  }

  close(): void {
    this.#closed = true;
    this.pool.close();
  }
}

function timedOut(what: string, timeoutMs: number, last: Error): Error {
  const message = `${what}: not within ${timeoutMs} ms; at last: ${last.message}`;
  return last instanceof KafkaError ? new KafkaError(last.code, message, { cause: last }) : new NetworkError('ETIMEDOUT', message, last);
}
