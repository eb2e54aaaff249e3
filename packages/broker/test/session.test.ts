/** What a session does with a client that does not read, or does nothing. The connection and the requests are made up here. */
import type { Connection, ConnectionHandler, Timer, Timers } from '@millrace/platform';
import { memoryLogger } from '@millrace/platform/memory';
import { nodeClock } from '@millrace/platform';
import { describe, expect, it } from 'vitest';
import { BufferPool } from '../src/network/buffer-pool.js';
import { requestMemory } from '../src/network/request-memory.js';
import type { Piece } from '../src/network/response-writer.js';
import { type RequestRunner, Session } from '../src/network/session.js';

const maxIdleMs = 1000;

/** A peer that takes so many bytes and no more. */
class Peer implements Connection {
  readonly remoteHost = 'peer';
  readonly remotePort = 1;
  readonly localHost = 'here';
  readonly localPort = 2;
  received = 0;
  bufferedBytes = 0;
  isPaused = false;
  isDestroyed = false;
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  start(_handler: ConnectionHandler): void {}

  write(bytes: Uint8Array): boolean {
    const taken = Math.min(bytes.length, this.#room - this.received);
    this.received += taken;
    this.bufferedBytes += bytes.length - taken;
    return this.bufferedBytes === 0;
  }

  writeAll(buffers: readonly Uint8Array[]): boolean {
    return buffers.map((bytes) => this.write(bytes)).every(Boolean);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  end(): void {}

  destroy(): void {
    this.isDestroyed = true;
  }
}

/** Time that passes when it is told to. */
class HandTimers {
  #now = 0;
  #due: { atMs: number; run: () => void }[] = [];
  #soon: (() => void)[] = [];

  readonly timers: Timers = {
    schedule: (delayMs: number, run: () => void): Timer => {
      const entry = { atMs: this.#now + delayMs, run };
      this.#due.push(entry);
      return { cancel: () => { this.#due = this.#due.filter((other) => other !== entry); } } as Timer;
    },
    soon: (run: () => void) => void this.#soon.push(run),
  } as unknown as Timers; // A session needs no more of them.

  endOfTurn(): void {
    for (const run of this.#soon.splice(0)) run();
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = this.#due.filter(({ atMs }) => atMs <= this.#now);
    this.#due = this.#due.filter(({ atMs }) => atMs > this.#now);
    for (const { run } of due) run();
  }
}

type Answered = (pieces: readonly Piece[] | null) => void;

function sessionWith(room: number, run: (answered: Answered) => void) {
  const peer = new Peer(room);
  const time = new HandTimers();
  const runner: RequestRunner = {
    run: (_session, _frame, answered) => {
      run(answered);
      return 'after-answer';
    },
  };
  const options = { listenerName: 'PLAINTEXT', maxRequestBytes: 1000, maxIdleMs, memory: requestMemory(-1), pool: new BufferPool(), onClosed: () => {} };
  const session = new Session(peer, runner, memoryLogger(nodeClock()), time.timers, options);
  return { peer, time, session };
}

const request = Uint8Array.of(0, 0, 0, 1, 7);

describe('a session', () => {
  it('is closed when its client does nothing for connections.max.idle.ms', () => {
    const { peer, time, session } = sessionWith(1000, (answered) => answered([new Uint8Array(10)]));
    session.onBytes(request);
    time.endOfTurn();
    time.pass(maxIdleMs);
    expect(peer.isDestroyed).toBe(false);
    time.pass(maxIdleMs);
    expect(peer.isDestroyed).toBe(true);
  });

  it('waits longer for an answer that is still to come', () => {
    const { peer, time, session } = sessionWith(1000, () => {});
    session.onBytes(request);
    for (let turn = 0; turn < 10; turn++) time.pass(maxIdleMs);
    expect(peer.isDestroyed).toBe(false);
  });

  it('is closed when its client does not read what is ready', () => {
    const { peer, time, session } = sessionWith(15, (answered) => answered([new Uint8Array(10)]));
    for (let count = 0; count < 3; count++) {
      session.onBytes(request);
      time.endOfTurn();
    }
    expect(peer.received).toBe(15);
    time.pass(maxIdleMs);
    time.pass(maxIdleMs);
    expect(peer.isDestroyed).toBe(true);
  });

  it('runs no more requests when some hundred kilobytes of answers wait in memory', () => {
    const answerBytes = 100_000;
    let answers = 0;
    const { peer, time, session } = sessionWith(0, (answered) => {
      answers++;
      answered([new Uint8Array(answerBytes)]);
    });
    for (let count = 0; count < 1000 && !peer.isPaused; count++) {
      session.onBytes(request);
      time.endOfTurn();
    }
    expect(peer.isPaused).toBe(true);
    expect(answers * answerBytes).toBeLessThan(1_000_000);
  });
});
