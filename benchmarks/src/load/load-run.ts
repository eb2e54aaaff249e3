/** What every kind of load has in common: connections, one failure that ends it all, and the window that counts. */
import type { LoadJob, LoadResult } from './jobs.js';
import { LoadConnection, type AnswerStream } from './load-connection.js';
import { FrameCounter, type OnFrame } from './frame-counter.js';
import { LoadWindow } from './load-window.js';

const SILENCE_LIMIT_MS = 30_000;

export class LoadRun {
  readonly window: LoadWindow = new LoadWindow();
  /** Whether new requests may still be sent. */
  sending = true;
  readonly #job: LoadJob;
  readonly #connections: LoadConnection[] = [];
  #fail: (error: Error) => void = () => undefined;
  readonly #failure: Promise<never>;

  constructor(job: LoadJob) {
    this.#job = job;
    this.#failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // A failure may come before anybody waits for it.
    this.#failure.catch(() => undefined);
  }

  connect(onFrame: OnFrame): Promise<LoadConnection> {
    return this.connectTo(new FrameCounter(onFrame));
  }

  async connectTo(answers: AnswerStream): Promise<LoadConnection> {
    const connection = await LoadConnection.open(this.#job.host, this.#job.port, answers, this.#fail);
    this.#connections.push(connection);
    return connection;
  }

  /** Warm-up, then the time that counts; `finished` ends it before its time. */
  async time(finished?: Promise<void>): Promise<LoadResult> {
    try {
      await this.wait(this.#job.warmupMs);
      this.window.open();
      await (finished === undefined ? this.wait(this.#job.durationMs) : this.until(finished));
      this.window.shut();
      this.sending = false;
      return this.window.result();
    } finally {
      this.close();
    }
  }

  wait(ms: number): Promise<void> {
    return Promise.race([new Promise<void>((resolve) => setTimeout(resolve, ms)), this.#failure]);
  }

  /** Waits for what answers bring about; it must come within half a minute. */
  async until(event: Promise<void>, what = 'the answers'): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} did not come within ${SILENCE_LIMIT_MS} ms`)), SILENCE_LIMIT_MS);
    });
    try {
      await Promise.race([event, this.#failure, silence]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.sending = false;
    for (const connection of this.#connections) connection.close();
  }
}
