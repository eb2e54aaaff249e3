/**
 * One client's connection: bytes become frames, frames become requests run one after another, answers leave in the
 * order of the requests. Whatever breaks the protocol closes the connection, with one line in the log.
 */
import type { Connection, ConnectionHandler, Logger, Timer, Timers } from '@millrace/platform';
import { FrameAssembler } from './frame-assembler.js';
import { Gate, ShutReason } from './gate.js';
import type { BufferPool } from './buffer-pool.js';
import { type AnswerSlot, type Piece, ResponseWriter } from './response-writer.js';

/** Answers that a session may owe before it stops reading. */
const MOST_ANSWERS_OWED = 64;
/** Bytes of ready answers that may wait for a slow reader before no more of its requests are run; ranges of a log count in full. */
const MOST_BYTES_OWED = 16 * 1024 * 1024;
/** The same for what takes memory: thousands of clients may ask and not read. */
const MOST_BYTES_IN_MEMORY = 256 * 1024;
/** Whole frames that may wait behind a shut gate; more are not cut from what was read. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** What the broker does with a frame. */
export interface RequestRunner {
  /**
   * Runs the request in `frame`. `answered` is called once, with the pieces of the answer or null for none, and when the
   * session was closed because the request failed too; the return value tells when the next request may start: at once,
   * or only when `answered` was called.
   * @throws whatever is wrong with the frame: the session is then closed
   */
  run(session: Session, frame: Uint8Array, answered: (pieces: readonly Piece[] | null) => void): 'at-once' | 'after-answer';
}

export interface SessionOptions {
  listenerName: string;
  maxRequestBytes: number;
  maxIdleMs: number;
  memory: RequestMemory;
  pool: BufferPool;
  onClosed: (session: Session) => void;
}

/** Request bytes held by all sessions together, from the first byte of a frame to its answer, bounded by queued.max.request.bytes. */
export interface RequestMemory {
  take(bytes: number): boolean;
  give(bytes: number): void;
  /** Runs once when there is room again. */
  whenRoom(run: () => void): void;
}

export class Session implements ConnectionHandler {
  readonly connection: Connection;
  readonly listenerName: string;
  /** Software name and version as the client's ApiVersions request gave them (KIP-511). */
  clientSoftwareName = 'unknown';
  clientSoftwareVersion = 'unknown';
  /** Runs when the connection has ended: for a request that waits long and lets no other run beside it. */
  whenClosed: (() => void) | null = null;
  readonly #runner: RequestRunner;
  readonly #logger: Logger;
  readonly #timers: Timers;
  readonly #options: SessionOptions;
  readonly #assembler: FrameAssembler;
  readonly #writer: ResponseWriter;
  readonly #gate: Gate;
  #unread: Uint8Array[] = [];
  #unreadBytes = 0;
  /** Memory taken for a frame that has begun and is not whole. */
  #begunBytes = 0;
  #paused = false;
  #pumping = false;
  #flushAsked = false;
  #closed = false;
  #idleTimer: Timer | null = null;
  #active = true;

  constructor(connection: Connection, runner: RequestRunner, logger: Logger, timers: Timers, options: SessionOptions) {
    this.connection = connection;
    this.listenerName = options.listenerName;
    this.#runner = runner;
    this.#logger = logger;
    this.#timers = timers;
    this.#options = options;
    this.#assembler = new FrameAssembler(options.maxRequestBytes, (size) => this.#mayBegin(size));
    this.#gate = new Gate(() => this.#pump());
    this.#writer = new ResponseWriter(connection, options.pool, () => this.#owedLess());
    this.#watchIdle();
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  onBytes(view: Uint8Array): void {
    this.#active = true;
    if (!this.#gate.isOpen || this.#unreadBytes > 0) {
      this.#keep(view.slice());
      return;
    }
    const taken = this.#consume(view);
    if (taken < view.length && !this.#closed) this.#keep(view.slice(taken));
  }

  onDrain(): void {
    this.#active = true;
    this.#writer.drained();
  }

  onClose(error: Error | null): void {
    if (this.#closed) return;
    this.#closed = true;
    if (error !== null) this.#logger.debug('connection lost', { remote: this.#remote(), reason: error.message });
    this.#idleTimer?.cancel();
    this.#writer.close();
    this.#options.memory.give(this.#begunBytes);
    this.#begunBytes = 0;
    this.#unread = [];
    this.#unreadBytes = 0;
    this.#options.onClosed(this);
    this.whenClosed?.();
  }

  /** Closes the connection, saying why. */
  close(reason: string): void {
    if (this.#closed) return;
    this.#logger.warn(`closing the connection of ${this.#remote()}: ${reason}`, { listener: this.listenerName });
    this.connection.destroy();
    this.onClose(null);
  }

  /** Sends what is owed already, then ends: for a broker that stops. */
  end(): void {
    this.#writer.flush();
    this.connection.end();
  }

  #remote(): string {
    return `${this.connection.remoteHost}:${this.connection.remotePort}`;
  }

  #keep(bytes: Uint8Array): void {
    this.#unread.push(bytes);
    this.#unreadBytes += bytes.length;
    if (!this.#paused && (this.#unreadBytes > MOST_UNREAD_BYTES || !this.#gate.isOpen)) {
      this.#paused = true;
      this.connection.pause();
    }
  }

  // Runs frames while the gate is open; returns how many bytes were used up.
  #consume(view: Uint8Array): number {
    let at = 0;
    try {
      while (this.#gate.isOpen && !this.#closed) {
        if (at >= view.length) break;
        at += this.#assembler.feed(view, at);
        const frame = this.#assembler.takeFrame();
        if (frame !== null) this.#start(frame);
      }
    } catch (error) {
      this.close(error instanceof Error ? error.message : String(error));
    }
    return at;
  }

  #pump(): void {
    if (this.#pumping || this.#closed) return;
    this.#pumping = true;
    try {
      while (this.#gate.isOpen && this.#unread.length > 0 && !this.#closed) {
        const bytes = this.#unread[0]!;
        const taken = this.#consume(bytes);
        this.#unreadBytes -= taken;
        if (taken === bytes.length) this.#unread.shift();
        else this.#unread[0] = bytes.subarray(taken);
      }
    } finally {
      this.#pumping = false;
    }
    if (this.#paused && this.#gate.isOpen && this.#unread.length === 0 && !this.#closed) {
      this.#paused = false;
      this.connection.resume();
    }
  }

  #mayBegin(size: number): boolean {
    const { memory } = this.#options;
    if (memory.take(size)) {
      this.#begunBytes = size;
      return true;
    }
    this.#gate.shut(ShutReason.memoryShort);
    memory.whenRoom(() => this.#gate.open(ShutReason.memoryShort));
    return false;
  }

  #start(frame: Uint8Array): void {
    this.#begunBytes = 0;
    const slot = this.#writer.promise();
    if (this.#writer.answersOwed >= MOST_ANSWERS_OWED) this.#gate.shut(ShutReason.answersOwed);
    let answered = false;
    const answer = (pieces: readonly Piece[] | null): void => {
      if (answered && this.#closed) return;
      if (answered) throw new Error('a request was answered twice');
      answered = true;
      this.#options.memory.give(frame.length);
      this.#answer(slot, pieces);
      this.#gate.open(ShutReason.serialRequest);
    };
    const next = this.#run(frame, answer);
    if (next === 'after-answer' && !answered) this.#gate.shut(ShutReason.serialRequest);
  }

  #run(frame: Uint8Array, answer: (pieces: readonly Piece[] | null) => void): 'at-once' | 'after-answer' {
    try {
      return this.#runner.run(this, frame, answer);
    } catch (error) {
      this.close(error instanceof Error ? error.message : String(error));
      answer(null);
      return 'at-once';
    }
  }

  #answer(slot: AnswerSlot, pieces: readonly Piece[] | null): void {
    this.#writer.fulfil(slot, pieces);
    if (this.#closed) return;
    this.#active = true;
    if (this.#owesTooMuch()) this.#gate.shut(ShutReason.bytesOwed);
    if (this.#flushAsked) return;
    this.#flushAsked = true;
    this.#timers.soon(() => {
      this.#flushAsked = false;
      this.#writer.flush();
    });
  }

  #owedLess(): void {
    if (this.#writer.answersOwed < MOST_ANSWERS_OWED) this.#gate.open(ShutReason.answersOwed);
    if (!this.#owesTooMuch()) this.#gate.open(ShutReason.bytesOwed);
  }

  #owesTooMuch(): boolean {
    return this.#writer.bytesOwed >= MOST_BYTES_OWED || this.#writer.bytesInMemory >= MOST_BYTES_IN_MEMORY;
  }

  // connections.max.idle.ms: one timer a session that looks whether anything happened since it looked last. An answer that
  // is not made yet is no fault of the client; one that it does not read is.
  #watchIdle(): void {
    if (this.#options.maxIdleMs < 0) return;
    this.#active = false;
    this.#idleTimer = this.#timers.schedule(
      this.#options.maxIdleMs,
      () => {
        if (this.#closed) return;
        if (!this.#active && (this.#writer.answersOwed === 0 || this.#writer.isBlocked)) {
          this.connection.destroy();
          this.onClose(null);
        } else this.#watchIdle();
      },
      { keepAlive: false },
    );
  }
}
