/**
 * Who may connect, for all listeners of a node together. An address that has its share is refused; beyond max.connections
 * or max.connection.creation.rate a connection waits for its turn, unread, as Kafka lets it wait.
 */
import type { Clock, Timer, Timers } from '@millrace/platform';

export interface ConnectionLimits {
  /** max.connections */
  maxConnections: number;
  /** max.connections.per.ip */
  maxConnectionsPerIp: number;
  /** max.connections.per.ip.overrides: address → limit. */
  perIpOverrides: ReadonlyMap<string, number>;
  /** max.connection.creation.rate, a second */
  creationRate: number;
}

interface Waiting {
  readonly host: string;
  readonly start: () => void;
}

/** More than a full backlog of a few listeners; who comes beyond is refused. */
const MOST_WAITING = 1000;
const SECOND_MS = 1000;

export class ConnectionAdmission {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #limits: () => ConnectionLimits;
  readonly #byHost = new Map<string, number>();
  #waiting: Waiting[] = [];
  /** Connections that are open. */
  #open = 0;
  /** Connections that may begin now, by their rate. */
  #tokens: number | null = null;
  #filledMs = 0;
  #timer: Timer | null = null;

  constructor(clock: Clock, timers: Timers, limits: () => ConnectionLimits) {
    this.#clock = clock;
    this.#timers = timers;
    this.#limits = limits;
  }

  /** Runs `start` at once or when it is this connection's turn; or says why not. `release` when the connection has ended. */
  admit(host: string, start: () => void): string | null {
    const { maxConnectionsPerIp, perIpOverrides } = this.#limits();
    const ofHost = perIpOverrides.get(host) ?? maxConnectionsPerIp;
    const count = this.#byHost.get(host) ?? 0;
    if (count >= ofHost) return `max.connections.per.ip: ${ofHost} connections of this address are open`;
    if (this.#waiting.length >= MOST_WAITING) return `${MOST_WAITING} connections wait for max.connections or max.connection.creation.rate`;
    this.#byHost.set(host, count + 1);
    this.#waiting.push({ host, start });
    this.#look();
    return null;
  }

  /** A started connection has ended. */
  release(host: string): void {
    this.#open--;
    this.#forget(host);
    this.#look();
  }

  /** Nobody who waits is started any more. */
  stop(): void {
    this.#timer?.cancel();
    this.#waiting = [];
  }

  #forget(host: string): void {
    const left = (this.#byHost.get(host) ?? 0) - 1;
    if (left <= 0) this.#byHost.delete(host);
    else this.#byHost.set(host, left);
  }

  #look(): void {
    const { maxConnections, creationRate } = this.#limits();
    while (this.#waiting.length > 0 && this.#open < maxConnections && this.#takeToken(creationRate)) {
      this.#open++;
      this.#waiting.shift()!.start();
    }
    if (this.#waiting.length > 0 && this.#open < maxConnections) this.#lookAgain(creationRate);
  }

  // A bucket that a second fills.
  #takeToken(rate: number): boolean {
    const now = this.#clock.monotonic();
    this.#tokens = this.#tokens === null ? rate : Math.min(rate, this.#tokens + ((now - this.#filledMs) * rate) / SECOND_MS);
    this.#filledMs = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  #lookAgain(rate: number): void {
    if (this.#timer !== null) return;
    const delayMs = ((1 - (this.#tokens ?? 0)) * SECOND_MS) / rate;
    const again = () => {
      this.#timer = null;
      this.#look();
    };
    this.#timer = this.#timers.schedule(Math.max(1, Math.ceil(delayMs)), again, { keepAlive: false });
  }
}
