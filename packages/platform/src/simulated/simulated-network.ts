/** The network between simulated hosts: names, ports, delay, resets, partitions. Also the handle by which a test disturbs it. */
import { NetworkError } from '../network-error.js';
import type { Connection, ConnectOptions, Listener, ListenOptions, Network } from '../network.js';
import type { Random } from '../random.js';
import type { EventQueue, Life } from './event-queue.js';
import type { Faults } from './faults.js';
import { healthyNetwork, type NetworkFaults } from './network-faults.js';
import { SimulatedConnection, type Carrier, type Parcel } from './simulated-connection.js';
import type { Trace } from './trace.js';

interface Host {
  life: Life;
  /** Without power it does not even refuse. */
  powered: boolean;
  readonly listeners: Map<number, (connection: Connection) => void>;
}

const ownNames: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '::1', '0.0.0.0', '::']);
const firstFreePort = 32_768;
const retryMs = 200;
/** Of each piece, so many bytes go into the trace. */
const tracedBytes = 64;
const connectTimeoutMs = 75_000;

export class SimulatedNetwork implements Carrier {
  readonly queue: EventQueue;
  readonly faults: NetworkFaults = healthyNetwork();
  readonly #random: Random;
  readonly #trace: Trace;
  readonly #counts: Faults;
  readonly #hosts: Map<string, Host> = new Map();
  readonly #connections: Set<SimulatedConnection> = new Set();
  readonly #blocked: Set<string> = new Set();
  readonly #refusing: Set<string> = new Set();
  #nextPort = firstFreePort;

  constructor(queue: EventQueue, random: Random, trace: Trace, counts: Faults) {
    this.queue = queue;
    this.#random = random;
    this.#trace = trace;
    this.#counts = counts;
  }

  /** Nothing passes between these two hosts, in both directions, until healed. Connections do not notice at once. */
  partition(one: string, other: string): void {
    this.#counts.partitions++;
    this.#blocked.add(`${one}>${other}`).add(`${other}>${one}`);
  }

  /** Nothing passes in this direction: connections are half open. */
  block(from: string, to: string): void {
    this.#counts.partitions++;
    this.#blocked.add(`${from}>${to}`);
  }

  /** Ends all partitions and blocks. */
  heal(): void {
    this.#blocked.clear();
  }

  /** Resets all connections between two hosts; returns how many. */
  reset(one: string, other: string): number {
    let count = 0;
    for (const connection of this.#connections) {
      if (connection.localHost !== one || connection.remoteHost !== other) continue;
      this.#resetBoth(connection);
      count++;
    }
    return count;
  }

  /** Whether new connections to this host are refused. */
  refuse(host: string, refused: boolean): void {
    if (refused) this.#refusing.add(host);
    else this.#refusing.delete(host);
  }

  /** A process starts on a host. What others still send to an earlier one is answered by a reset. */
  startHost(name: string, life: Life): void {
    this.#hosts.set(name, { life, powered: true, listeners: new Map() });
    for (const connection of this.#connections) {
      if (connection.remoteHost === name && connection.peer.life !== life && connection.hasUnacknowledged) this.#resetLater(connection);
    }
  }

  /** Its connections vanish: with a word from the system when only the process died, silently when power is lost. */
  stopHost(name: string, powerLost: boolean): void {
    const host = this.#hosts.get(name)!;
    host.powered = !powerLost;
    host.listeners.clear();
    for (const connection of this.#connections) {
      if (connection.life !== host.life) continue;
      this.#connections.delete(connection);
      if (!powerLost) this.#resetLater(connection.peer);
    }
  }

  networkOf(name: string, life: Life): Network {
    return {
      listen: (options, accept) => this.#listen(name, life, options, accept),
      connect: (options) => this.#connect(name, life, options),
    };
  }

  get windowBytes(): number {
    return this.faults.windowBytes;
  }

  pieceLength(available: number): number {
    return Math.min(available, 1 + this.#random.below(this.faults.pieceBytes));
  }

  endsWithReset(): boolean {
    return this.#random.below(2) === 0;
  }

  forget(connection: SimulatedConnection): void {
    this.#connections.delete(connection);
  }

  carry(from: SimulatedConnection, parcel: Parcel): void {
    if (from.cut) return;
    if (typeof parcel === 'string') this.#trace.text(parcel);
    else this.#trace.bytes(parcel.subarray(0, tracedBytes));
    from.travelling.push(parcel);
    from.lastArrivalMs = Math.max(from.lastArrivalMs, this.queue.localMs(from.life) + this.#delayMs());
    this.#arriveAt(from.lastArrivalMs, from);
    if (!from.peer.life.alive) this.#missPeer(from);
  }

  /** The process on the other side is gone: a new one's system resets, a dead host says nothing for long. */
  #missPeer(from: SimulatedConnection): void {
    if (this.#hosts.get(from.remoteHost)!.life.alive) this.#resetLater(from);
    else if (from.stuckSinceMs === null) {
      from.stuckSinceMs = this.queue.nowMs;
      this.queue.at(this.queue.nowMs + this.faults.giveUpMs, from.life, 'give up', () => this.#giveUp(from));
    }
  }

  #giveUp(from: SimulatedConnection): void {
    from.abandon(new NetworkError('ETIMEDOUT', `no answer from ${from.remoteHost}:${from.remotePort}`));
  }

  #arriveAt(timeMs: number, from: SimulatedConnection): void {
    this.queue.at(timeMs, from.peer.life, 'arrive', () => {
      if (this.#blocked.has(`${from.localHost}>${from.remoteHost}`)) {
        this.#retry(from);
        return;
      }
      from.stuckSinceMs = null;
      // Whichever event comes first brings the first parcel: order is kept through retries.
      const parcel = from.travelling.shift();
      if (parcel === undefined) return;
      if (!from.isClosed && this.faults.resetRate > 0 && this.#random.float() < this.faults.resetRate) this.#resetBoth(from);
      else from.peer.arrive(parcel);
    });
  }

  #retry(from: SimulatedConnection): void {
    this.#counts.retransmissions++;
    from.stuckSinceMs ??= this.queue.nowMs;
    if (this.queue.nowMs - from.stuckSinceMs > this.faults.giveUpMs) {
      this.#giveUp(from);
      return;
    }
    this.#arriveAt(this.queue.nowMs + retryMs * (1 + this.#random.float()), from);
  }

  #resetBoth(connection: SimulatedConnection): void {
    this.#counts.resets++;
    for (const end of [connection, connection.peer]) {
      end.cut = true;
      end.travelling.length = 0;
      this.#resetLater(end);
    }
  }

  #resetLater(connection: SimulatedConnection): void {
    this.queue.at(this.queue.nowMs + this.#delayMs(), connection.life, 'reset', () => connection.arrive('reset'));
  }

  #delayMs(): number {
    const [least, most] = this.faults.delayMs;
    return least + this.#random.float() * (most - least);
  }

  #listen(name: string, life: Life, options: ListenOptions, accept: (connection: Connection) => void): Promise<Listener> {
    return new Promise((resolve, reject) => {
      this.queue.at(this.queue.localMs(life), life, 'listen', () => {
        const { listeners } = this.#hosts.get(name)!;
        const port = options.port === 0 ? this.#nextPort++ : options.port;
        if (listeners.has(port)) {
          reject(new NetworkError('EADDRINUSE', `${options.host}:${port} is in use`));
          return;
        }
        listeners.set(port, accept);
        const close = async (): Promise<void> => {
          if (listeners.get(port) === accept) listeners.delete(port);
        };
        resolve({ host: options.host, port, close });
      });
    });
  }

  #connect(name: string, life: Life, options: ConnectOptions): Promise<Connection> {
    const target = ownNames.has(options.host) ? name : options.host;
    const deadlineMs = this.queue.localMs(life) + (options.timeoutMs ?? connectTimeoutMs);
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        const failure = this.#obstacle(name, target, options.port);
        if (failure === 'silence') {
          const isLate = this.queue.nowMs >= deadlineMs;
          if (isLate) reject(new NetworkError('ETIMEDOUT', `no connection to ${options.host}:${options.port}`));
          else this.queue.at(Math.min(deadlineMs, this.queue.nowMs + retryMs), life, 'connect', attempt);
        } else if (failure !== null) reject(failure);
        else this.#establish({ name, life }, target, options.port, resolve);
      };
      this.queue.at(this.queue.localMs(life) + this.#delayMs(), life, 'connect', attempt);
    });
  }

  /** Why there is no connection now; 'silence' when there is no answer either. */
  #obstacle(from: string, to: string, port: number): NetworkError | 'silence' | null {
    const host = this.#hosts.get(to);
    if (host === undefined) return new NetworkError('ENOTFOUND', `there is no host ${to}`);
    if (!host.powered || this.#blocked.has(`${from}>${to}`) || this.#blocked.has(`${to}>${from}`)) return 'silence';
    const refuses = this.#refusing.has(to) || (this.faults.refuseRate > 0 && this.#random.float() < this.faults.refuseRate);
    if (refuses) this.#counts.refusals++;
    if (refuses || !host.listeners.has(port)) return new NetworkError('ECONNREFUSED', `${to}:${port} refused the connection`);
    return null;
  }

  #establish(client: { name: string; life: Life }, target: string, port: number, resolve: (connection: Connection) => void): void {
    const { life, listeners } = this.#hosts.get(target)!;
    const clientAddress = { host: client.name, port: this.#nextPort++ };
    const serverAddress = { host: target, port };
    const near = new SimulatedConnection(this, client.life, clientAddress, serverAddress);
    const far = new SimulatedConnection(this, life, serverAddress, clientAddress);
    near.peer = far;
    far.peer = near;
    this.#connections.add(near).add(far);
    this.queue.at(this.queue.nowMs, life, 'accept', () => {
      const accept = listeners.get(port);
      if (accept === undefined) far.destroy();
      else accept(far);
    });
    resolve(near);
  }
}
