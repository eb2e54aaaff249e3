/** All listeners of a node: they share the count of connections, the memory for requests, and the buffers. */
import { type BrokerConfig, type Endpoint, parseConnectionOverrides } from '@millrace/config';
import { NetworkError, type Platform } from '@millrace/platform';
import type { AdvertisedListener } from './broker-lifecycle.js';
import type { BrokerNode } from './broker-node.js';
import { Acceptor } from './network/acceptor.js';
import { BufferPool } from './network/buffer-pool.js';
import { ConnectionAdmission, type ConnectionLimits } from './network/connection-admission.js';
import { requestMemory } from './network/request-memory.js';
import { Router } from './network/router.js';
import { StartError } from './start-error.js';

const NO_IDLE_LIMIT = -1;

export class NodeListeners {
  readonly #config: BrokerConfig;
  readonly #platform: Platform;
  readonly #routers: { broker: Router; controller: Router };
  readonly #acceptors = new Map<string, Acceptor>();
  readonly #shared;
  readonly #admission: ConnectionAdmission;

  constructor(platform: Platform, config: BrokerConfig, node: BrokerNode) {
    this.#platform = platform;
    this.#config = config;
    this.#routers = { broker: new Router(node, 'broker'), controller: new Router(node, 'controller') };
    this.#shared = {
      backlog: config.int('socket.listen.backlog.size'),
      maxRequestBytes: config.int('socket.request.max.bytes'),
      maxIdleMs: config.long('connections.max.idle.ms') > 0 ? config.long('connections.max.idle.ms') : NO_IDLE_LIMIT,
      memory: requestMemory(config.long('queued.max.request.bytes')),
      pool: new BufferPool(),
    };
    this.#admission = new ConnectionAdmission(platform.clock, platform.timers, () => limitsOf(node.dynamicConfig.broker));
  }

  /** Loads every handler. */
  async preload(): Promise<void> {
    await this.#routers.broker.preload();
    await this.#routers.controller.preload();
  }

  /** Takes the ports. @throws StartError that says which one cannot be had, and why */
  async open(): Promise<void> {
    for (const endpoint of this.#config.listeners) {
      const kind = this.#config.controllerListenerNames.includes(endpoint.listenerName) ? 'controller' : 'broker';
      const acceptor = new Acceptor(this.#platform, this.#routers[kind], this.#admission, {
        ...this.#shared,
        listenerName: endpoint.listenerName,
        host: endpoint.host,
        port: endpoint.port,
      });
      await acceptor.open().catch((error: unknown) => refuseEndpoint(endpoint, error));
      this.#acceptors.set(endpoint.listenerName, acceptor);
    }
  }

  /** Serves from now on. */
  begin(): void {
    for (const acceptor of this.#acceptors.values()) acceptor.begin();
  }

  /** What clients are told: a port of 0 is the one that the system gave. */
  advertised(): AdvertisedListener[] {
    return this.#config.advertisedListeners.map((endpoint) => this.#advertise(endpoint));
  }

  advertisedControllers(): AdvertisedListener[] {
    return this.#config.advertisedControllerListeners.map((endpoint) => this.#advertise(endpoint));
  }

  async close(): Promise<void> {
    this.#admission.stop();
    const acceptors = [...this.#acceptors.values()];
    await Promise.all(acceptors.map((acceptor) => acceptor.close()));
    for (const acceptor of acceptors) acceptor.destroySessions();
  }

  #advertise(endpoint: Endpoint): AdvertisedListener {
    const port = endpoint.port === 0 ? (this.#acceptors.get(endpoint.listenerName)?.port ?? 0) : endpoint.port;
    return { name: endpoint.listenerName, host: endpoint.host === '' ? 'localhost' : endpoint.host, port };
  }
}

const refusals: Partial<Record<string, string>> = {
  EADDRINUSE: 'another program uses this port',
  EACCES: 'the right to use this port is missing',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'there is no host of that name',
};

function refuseEndpoint({ listenerName, host, port }: Endpoint, error: unknown): never {
  if (!(error instanceof NetworkError)) throw error;
  const reason = refusals[error.code] ?? error.message;
  throw new StartError(`Listener ${listenerName} cannot be opened on ${host}:${port}: ${reason} (${error.code})`, { cause: error });
}

// All four may be changed while the broker runs.
const known = new WeakMap<BrokerConfig, ConnectionLimits>();

function limitsOf(config: BrokerConfig): ConnectionLimits {
  let limits = known.get(config);
  if (limits === undefined) {
    limits = {
      maxConnections: config.int('max.connections'),
      maxConnectionsPerIp: config.int('max.connections.per.ip'),
      perIpOverrides: parseConnectionOverrides(config.string('max.connections.per.ip.overrides')),
      creationRate: config.int('max.connection.creation.rate'),
    };
    known.set(config, limits);
  }
  return limits;
}
