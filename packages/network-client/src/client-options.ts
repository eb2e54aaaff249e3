/** What every client takes: where the cluster is, how long things may take, and the outside world. */
import { nodePlatform, type Platform } from '@millrace/platform';
import { parseBootstrapServers, type BrokerAddress } from './address.js';

export interface ClientOptions {
  /** `host:port`, several separated by commas or as a list. */
  bootstrapServers?: string | readonly string[];
  /** Another name for `bootstrapServers`. */
  brokers?: string | readonly string[];
  clientId?: string;
  /** `request.timeout.ms`: how long one answer may take. Default 30000. */
  requestTimeoutMs?: number;
  /** `socket.connection.setup.timeout.ms`. Default 10000. */
  connectTimeoutMs?: number;
  /** `retry.backoff.ms`, doubling up to `retryBackoffMaxMs`. Default 100, at most 1000. */
  retryBackoffMs?: number;
  retryBackoffMaxMs?: number;
  /** `reconnect.backoff.ms`, doubling up to `reconnectBackoffMaxMs`. Default 50, at most 1000. */
  reconnectBackoffMs?: number;
  reconnectBackoffMaxMs?: number;
  /** `metadata.max.age.ms`: when the view of the cluster is asked for anew. Default 300000. */
  metadataMaxAgeMs?: number;
  /** The largest answer that is taken. Default 128 MiB. */
  maxResponseBytes?: number;
  /** Clock, timers, randomness, network, logging. Default: this machine. */
  platform?: Platform;
}

/** What an admin client takes besides. */
export interface ControllerOptions {
  /** `bootstrap.controllers`, in place of `bootstrapServers`: the controllers of the quorum are asked, and no broker (KIP-919). */
  bootstrapControllers?: string | readonly string[];
}

export interface ClientSettings {
  /** The nodes are controllers. */
  asksControllers: boolean;
  bootstrap: readonly BrokerAddress[];
  clientId: string;
  requestTimeoutMs: number;
  connectTimeoutMs: number;
  retryBackoffMs: number;
  retryBackoffMaxMs: number;
  reconnectBackoffMs: number;
  reconnectBackoffMaxMs: number;
  metadataMaxAgeMs: number;
  maxResponseBytes: number;
  platform: Platform;
}

/** A whole number of at least `least`. @throws RangeError naming the option. */
export function checkedNumber(name: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${name}: ${value} is not a whole number of at least ${least}`);
  return value;
}

/** Puts in the defaults. @throws TypeError or RangeError naming the option that is wrong. */
export function clientSettings(options: ClientOptions & ControllerOptions, defaultClientId: string): ClientSettings {
  const { bootstrapControllers } = options;
  const brokers = options.bootstrapServers ?? options.brokers;
  if (brokers !== undefined && bootstrapControllers !== undefined) throw new TypeError('bootstrapControllers: bootstrapServers are given too, and only one of them can be');
  const servers = brokers ?? bootstrapControllers;
  if (servers === undefined) throw new TypeError('bootstrapServers: say where the cluster is, as in \'localhost:9092\'');
  if (options.clientId !== undefined && typeof options.clientId !== 'string') throw new TypeError(`clientId: ${String(options.clientId)} is not text`);
  return {
    asksControllers: bootstrapControllers !== undefined,
    bootstrap: parseBootstrapServers(servers),
    clientId: options.clientId ?? defaultClientId,
    requestTimeoutMs: checkedNumber('requestTimeoutMs', options.requestTimeoutMs ?? 30_000, 1),
    connectTimeoutMs: checkedNumber('connectTimeoutMs', options.connectTimeoutMs ?? 10_000, 1),
    retryBackoffMs: checkedNumber('retryBackoffMs', options.retryBackoffMs ?? 100, 0),
    retryBackoffMaxMs: checkedNumber('retryBackoffMaxMs', options.retryBackoffMaxMs ?? 1_000, 0),
    reconnectBackoffMs: checkedNumber('reconnectBackoffMs', options.reconnectBackoffMs ?? 50, 0),
    reconnectBackoffMaxMs: checkedNumber('reconnectBackoffMaxMs', options.reconnectBackoffMaxMs ?? 1_000, 0),
    metadataMaxAgeMs: checkedNumber('metadataMaxAgeMs', options.metadataMaxAgeMs ?? 300_000, 1),
    maxResponseBytes: checkedNumber('maxResponseBytes', options.maxResponseBytes ?? 134_217_728, 1024),
    platform: options.platform ?? nodePlatform(),
  };
}
