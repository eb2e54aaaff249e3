/**
 * One connection to one broker: requests go out in order, several may wait for their answers, and the answers come back in
 * the same order. A request that gets no answer in time ends the connection, since nothing behind it could be trusted.
 */
import { NetworkError, type Connection, type Platform, type Timer } from '@millrace/platform';
import { decodeResponseHeader, ErrorCode, KafkaError, Reader, type Decoded } from '@millrace/protocol';
import { addressText, type BrokerAddress } from './address.js';
import type { Api } from './api.js';
import { FrameReader } from './frame-reader.js';
import { requestFrame } from './request-frame.js';
import type { SupportedVersions } from './supported-versions.js';

export interface ConnectionSettings {
  platform: Platform;
  /** Sent with every request; null sends none. */
  clientId: string | null;
  /** How long an answer may take, unless the call says otherwise. */
  requestTimeoutMs: number;
  connectTimeoutMs: number;
  /** Requests that wait for their answers at once; more wait their turn here. */
  maxInFlightRequests: number;
  /** The largest answer that is taken. */
  maxResponseBytes: number;
}

export interface SendOptions {
  /** How long the answer may take, counted from now. */
  timeoutMs?: number;
  /** Use no version above this one. */
  maxVersion?: number;
}

/** A message, or how it looks in the version that both sides speak: fields that a version lacks must be left out there. */
export type Versioned<Request> = Request | ((version: number) => Request);

/** Requests that may wait for their turn on one connection. */
const maxWaitingRequests = 10_000;
const apiVersionsKey = 18;
/** How long bytes may still leave a connection that was given up. */
const lingerMs = 1_000;

interface Call {
  readonly api: Api<unknown, unknown>;
  readonly version: number;
  readonly message: unknown;
  readonly deadlineMs: number;
  correlationId: number;
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class BrokerConnection {
  readonly address: BrokerAddress;
  /** `host:port`, for messages. */
  readonly where: string;
  readonly #settings: ConnectionSettings;
  readonly #socket: Connection;
  readonly #frames: FrameReader;
  readonly #inFlight: Call[] = [];
  readonly #waiting: Call[] = [];
  readonly #onClose: (() => void)[] = [];
  readonly #onDrain: (() => void)[] = [];
  #supported: SupportedVersions | null = null;
  #correlationId = 0;
  #timer: Timer | null = null;
  #timerDueMs = 0;
  #closed: Error | null = null;

  /** Over a connected socket; `openConnection` is the way to get one that knows its versions. */
  constructor(address: BrokerAddress, settings: ConnectionSettings, socket: Connection) {
    this.address = address;
    this.where = addressText(address);
    this.#settings = settings;
    this.#socket = socket;
    this.#frames = new FrameReader(settings.maxResponseBytes, (frame, borrowed) => this.#receive(frame, borrowed));
    socket.start({
      onBytes: (view) => this.#onBytes(view),
      onDrain: () => this.#drain(),
      onClose: (error) => this.#end(error ?? new NetworkError('ECONNRESET', `${this.where} closed the connection`)),
    });
  }

  get isOpen(): boolean {
    return this.#closed === null;
  }

  /** Requests sent and not yet answered. */
  get inFlightCount(): number {
    return this.#inFlight.length;
  }

  /** What the broker serves; set by the negotiation. */
  get supported(): SupportedVersions {
    if (this.#supported === null) throw new Error(`the versions of ${this.where} are not known yet`);
    return this.#supported;
  }

  set supported(supported: SupportedVersions) {
    this.#supported = supported;
  }

  /** Runs once when the connection has ended, at once if it has. */
  onClose(run: () => void): void {
    if (this.#closed !== null) run();
    else this.#onClose.push(run);
  }

  /** Sends in the highest common version; the message may depend on it. @throws NetworkError, KafkaError UNSUPPORTED_VERSION, ProtocolError. */
  send<Request, Response>(api: Api<Request, Response>, message: Versioned<Request>, options: SendOptions = {}): Promise<Decoded<Response>> {
    try {
      const version = this.supported.pick(api as Api<unknown, unknown>, this.where, options.maxVersion);
      return this.sendVersion(api, versioned(message, version), version, options);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  /** Sends in exactly this version, known to the broker or not. */
  sendVersion<Request, Response>(
    api: Api<Request, Response>,
    message: Request,
    version: number,
    options: SendOptions = {},
  ): Promise<Decoded<Response>> {
    return new Promise<Decoded<Response>>((resolve, reject) => {
      const call: Call = {
        api: api as Api<unknown, unknown>,
        version,
        message,
        deadlineMs: this.#settings.platform.clock.monotonic() + (options.timeoutMs ?? this.#settings.requestTimeoutMs),
        correlationId: -1,
        resolve: resolve as (response: unknown) => void,
        reject,
      };
      if (this.#closed !== null) reject(this.#failure(call, this.#closed));
      else if (this.#inFlight.length < this.#settings.maxInFlightRequests) this.#write(call);
      else if (this.#waiting.length < maxWaitingRequests) {
        this.#waiting.push(call);
        this.#watch(call.deadlineMs);
      } else reject(new NetworkError('EAGAIN', `${api.name} to ${this.where}: ${maxWaitingRequests} requests are waiting already`));
    });
  }

  /**
   * Sends a request that the broker does not answer: Produce with acks=0. Resolves when the connection has room for more, or
   * has ended. @throws at once where `send` would reject
   */
  sendOneWay<Request>(api: Api<Request, unknown>, message: Versioned<Request>, options: SendOptions = {}): Promise<void> {
    if (this.#closed !== null) throw new NetworkError('ECONNRESET', `${api.name} to ${this.where}: ${this.#closed.message}`, this.#closed);
    const version = this.supported.pick(api as Api<unknown, unknown>, this.where, options.maxVersion);
    const hasRoom = this.#socket.writeAll(requestFrame(api.request, versioned(message, version), version, this.#nextCorrelationId(), this.#settings.clientId));
    return hasRoom ? Promise.resolve() : new Promise((resolve) => this.#onDrain.push(resolve));
  }

  /** Ends the connection; what is still waiting fails. */
  close(reason: Error = new NetworkError('ECONNABORTED', 'the connection was closed by this client')): void {
    if (this.#closed !== null) return;
    this.#end(reason);
    this.#socket.destroy();
  }

  /** As `close`, but what was written and expects no answer still goes out, for a moment at most. */
  finish(): void {
    if (this.#closed !== null || this.#socket.bufferedBytes === 0) return this.close();
    this.#end(new NetworkError('ECONNABORTED', 'the connection was closed by this client'));
    this.#socket.end();
    this.#settings.platform.timers.schedule(lingerMs, () => this.#socket.destroy());
  }

  #drain(): void {
    for (const resume of this.#onDrain.splice(0)) resume();
  }

  #nextCorrelationId(): number {
    this.#correlationId = (this.#correlationId + 1) & 0x7fff_ffff;
    return this.#correlationId;
  }

  #write(call: Call): void {
    call.correlationId = this.#nextCorrelationId();
    let frame: Uint8Array[];
    try {
      frame = requestFrame(call.api.request, call.message, call.version, call.correlationId, this.#settings.clientId);
    } catch (error) {
      call.reject(error as Error);
      return;
    }
    this.#inFlight.push(call);
    this.#socket.writeAll(frame);
    this.#watch(call.deadlineMs);
  }

  #onBytes(view: Uint8Array): void {
    if (this.#closed !== null) return;
    try {
      this.#frames.push(view);
    } catch (error) {
      this.#end(new NetworkError('EPROTO', `${this.where}: ${(error as Error).message}`, error));
      this.#socket.destroy();
    }
  }

  #receive(frame: Uint8Array, borrowed: boolean): void {
    const call = this.#inFlight[0];
    if (call === undefined) throw new RangeError('an answer that was not asked for');
    const reader = new Reader(borrowed && call.api.keepsBytes ? frame.slice() : frame);
    const correlationId = decodeResponseHeader(reader, call.api.response, call.version);
    if (correlationId !== call.correlationId) {
      throw new RangeError(`${call.api.name}: an answer to request ${correlationId}, expected ${call.correlationId}`);
    }
    this.#inFlight.shift();
    try {
      call.resolve(decodeBody(call, reader));
    } catch (error) {
      // The frame was whole, so what comes behind it can still be read.
      call.reject(new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${call.api.name} v${call.version} from ${this.where}: ${(error as Error).message}`, { cause: error }));
    }
    const next = this.#waiting.shift();
    if (next !== undefined) this.#write(next);
  }

  /** One timer for the connection, for the earliest deadline; it is not moved when answers come, and looks again when due. */
  #watch(deadlineMs: number): void {
    if (this.#timer !== null && this.#timerDueMs <= deadlineMs) return;
    this.#timer?.cancel();
    this.#timerDueMs = deadlineMs;
    const { clock, timers } = this.#settings.platform;
    this.#timer = timers.schedule(deadlineMs - clock.monotonic(), () => this.#checkDeadlines(), { keepAlive: false });
  }

  #checkDeadlines(): void {
    this.#timer = null;
    const nowMs = this.#settings.platform.clock.monotonic();
    let earliestMs = Infinity;
    for (const call of this.#inFlight) {
      if (call.deadlineMs > nowMs) earliestMs = Math.min(earliestMs, call.deadlineMs);
      else return this.close(new NetworkError('ETIMEDOUT', `no answer to ${call.api.name} v${call.version} in time`));
    }
    // Of these the broker knows nothing: they fail alone.
    for (const call of this.#waiting.filter(({ deadlineMs }) => deadlineMs <= nowMs)) {
      this.#waiting.splice(this.#waiting.indexOf(call), 1);
      call.reject(new NetworkError('ETIMEDOUT', `${call.api.name} to ${this.where}: it had no turn in time, ${this.#inFlight.length} requests are in flight`));
    }
    for (const call of this.#waiting) earliestMs = Math.min(earliestMs, call.deadlineMs);
    if (earliestMs !== Infinity) this.#watch(earliestMs);
  }

  #end(error: Error): void {
    if (this.#closed !== null) return;
    this.#closed = error;
    this.#timer?.cancel();
    for (const call of this.#inFlight.splice(0)) call.reject(this.#failure(call, error));
    for (const call of this.#waiting.splice(0)) call.reject(this.#failure(call, error));
    this.#drain();
    for (const run of this.#onClose.splice(0)) run();
  }

  #failure(call: Call, error: Error): NetworkError {
    const code = error instanceof NetworkError ? error.code : 'ECONNRESET';
    return new NetworkError(code, `${call.api.name} to ${this.where}: ${error.message}`, error);
  }
}

// No message is a function.
function versioned<Request>(message: Versioned<Request>, version: number): Request {
  return typeof message === 'function' ? (message as (version: number) => Request)(version) : message;
}

/** Reads an answer behind its header. A broker that does not know our version of ApiVersions answers in version 0 (KIP-511). */
function decodeBody(call: Call, reader: Reader): unknown {
  const { response } = call.api;
  if (call.api.key !== apiVersionsKey) return response.decode(reader, call.version);
  const errorCode = new Reader(reader.buffer, reader.offset).readInt16();
  return response.decode(reader, errorCode === ErrorCode.UNSUPPORTED_VERSION ? 0 : call.version);
}
