/**
 * One end of a simulated connection. Bytes leave the outbox in random pieces while the window has room, travel in order,
 * and wait in the inbox while the reader pauses. A view is overwritten after `onBytes`, so that keeping it shows.
 */
import { writeHighWaterBytes, type Connection, type ConnectionHandler } from '../network.js';
import { NetworkError } from '../network-error.js';
import type { EventQueue, Life } from './event-queue.js';

/** What travels: bytes, the end of them, or a reset. */
export type Parcel = Uint8Array | 'end' | 'reset';

/** What an end needs of the network around it. */
export interface Carrier {
  readonly queue: EventQueue;
  /** How many bytes of `available` the next piece has. */
  pieceLength(available: number): number;
  /** Brings the parcel to the peer's `arrive`, in order. */
  carry(from: SimulatedConnection, parcel: Parcel): void;
  readonly windowBytes: number;
  /** Whether a destroyed connection ends with a reset instead of an end. */
  endsWithReset(): boolean;
  forget(connection: SimulatedConnection): void;
}

/** What a view holds after its time. */
const staleByte = 0xee;

export class SimulatedConnection implements Connection {
  readonly life: Life;
  readonly localHost: string;
  readonly localPort: number;
  readonly remoteHost: string;
  readonly remotePort: number;
  peer!: SimulatedConnection;
  /** No parcel arrives before this one: order is kept. */
  lastArrivalMs = 0;
  /** On their way to the peer. */
  readonly travelling: Parcel[] = [];
  /** Since when the first of them has found no way. */
  stuckSinceMs: number | null = null;
  /** Reset on the way: nothing more gets through, so that no piece is missing before one that arrives. */
  cut = false;
  bufferedBytes = 0;
  readonly #carrier: Carrier;
  readonly #outbox: Uint8Array[] = [];
  readonly #inbox: Parcel[] = [];
  #handler: ConnectionHandler | null = null;
  #unacknowledged = 0;
  #paused = false;
  #wantsDrain = false;
  #ending = false;
  #endSent = false;
  #endReceived = false;
  #closed = false;
  #closeError: Error | null = null;
  #closeHeard = false;

  constructor(carrier: Carrier, life: Life, local: { host: string; port: number }, remote: { host: string; port: number }) {
    this.#carrier = carrier;
    this.life = life;
    this.localHost = local.host;
    this.localPort = local.port;
    this.remoteHost = remote.host;
    this.remotePort = remote.port;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  get hasUnacknowledged(): boolean {
    return this.#unacknowledged > 0 || this.travelling.length > 0;
  }

  start(handler: ConnectionHandler): void {
    if (this.#handler !== null) throw new Error('the connection was started before');
    this.#handler = handler;
    this.#later('read', () => this.#read());
    if (this.#closed) this.#later('close', () => this.#tellClose());
  }

  write(bytes: Uint8Array): boolean {
    return this.writeAll([bytes]);
  }

  writeAll(buffers: readonly Uint8Array[]): boolean {
    if (this.#closed || this.#ending || !this.life.alive) return true;
    for (const bytes of buffers) {
      if (bytes.length === 0) continue;
      this.#outbox.push(bytes);
      this.bufferedBytes += bytes.length;
    }
    this.#send();
    if (this.bufferedBytes < writeHighWaterBytes) return true;
    this.#wantsDrain = true;
    return false;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#later('read', () => this.#read());
  }

  end(): void {
    if (this.#closed || this.#ending) return;
    this.#ending = true;
    this.#send();
  }

  destroy(error?: Error): void {
    if (this.#closed || !this.life.alive) return;
    this.abandon(error ?? null);
    this.#carrier.carry(this, this.#carrier.endsWithReset() ? 'reset' : 'end');
  }

  /** Closes this end without a word to the other. */
  abandon(error: Error | null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#closeError = error;
    this.#outbox.length = 0;
    this.#inbox.length = 0;
    this.bufferedBytes = 0;
    this.#carrier.forget(this);
    this.#later('close', () => this.#tellClose());
  }

  /** Called by the carrier, in an event of this life. */
  arrive(parcel: Parcel): void {
    if (this.#closed) {
      if (typeof parcel !== 'string') this.peer.acknowledge(parcel.length);
      return;
    }
    if (parcel === 'reset') {
      this.abandon(new NetworkError('ECONNRESET', `the connection to ${this.remoteHost}:${this.remotePort} was reset`));
      return;
    }
    this.#inbox.push(parcel);
    this.#read();
  }

  acknowledge(bytes: number): void {
    this.#unacknowledged -= bytes;
    if (!this.#closed && this.life.alive) this.#send();
  }

  #read(): void {
    while (this.#handler !== null && !this.#paused && !this.#closed) {
      const parcel = this.#inbox.shift();
      if (parcel === undefined) return;
      if (typeof parcel === 'string') this.#hearEnd();
      else {
        // The system has room again as soon as the process takes the bytes.
        this.peer.acknowledge(parcel.length);
        this.#handler.onBytes(parcel);
        parcel.fill(staleByte);
      }
      if (!this.life.alive) return;
    }
  }

  #hearEnd(): void {
    this.#endReceived = true;
    this.#handler?.onEnd?.();
    this.end();
    this.#closeWhenBothEnded();
  }

  #send(): void {
    while (this.#outbox.length > 0 && this.#unacknowledged < this.#carrier.windowBytes) {
      const head = this.#outbox[0]!;
      const room = this.#carrier.windowBytes - this.#unacknowledged;
      const length = this.#carrier.pieceLength(Math.min(head.length, room));
      if (length === head.length) this.#outbox.shift();
      else this.#outbox[0] = head.subarray(length);
      this.bufferedBytes -= length;
      this.#unacknowledged += length;
      this.#carrier.carry(this, head.slice(0, length));
    }
    if (this.#outbox.length > 0) return;
    if (this.#wantsDrain) {
      this.#wantsDrain = false;
      this.#later('drain', () => {
        if (!this.#closed) this.#handler?.onDrain();
      });
    }
    if (this.#ending && !this.#endSent) {
      this.#endSent = true;
      this.#carrier.carry(this, 'end');
      this.#closeWhenBothEnded();
    }
  }

  #closeWhenBothEnded(): void {
    if (this.#endSent && this.#endReceived) this.abandon(null);
  }

  #tellClose(): void {
    if (this.#handler === null || this.#closeHeard) return;
    this.#closeHeard = true;
    this.#handler.onClose(this.#closeError);
  }

  #later(label: string, run: () => void): void {
    const { queue } = this.#carrier;
    if (this.life.alive) queue.at(queue.localMs(this.life), this.life, label, run);
  }
}
