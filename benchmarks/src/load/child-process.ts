/** A process of the benchmarks' own, run from sources as they are, and spoken to in messages. */
import { fork, type ChildProcess } from 'node:child_process';

export class ChildModule {
  readonly #child: ChildProcess;
  #waiting: { resolve: (message: unknown) => void; reject: (error: Error) => void } | null = null;
  #ended: Error | null = null;

  /** With `source` our packages too are run from sources, which is the default; without, as they are built. */
  constructor(path: string, moduleArguments: readonly string[] = [], { source = true }: { readonly source?: boolean } = {}) {
    this.#child = fork(path, [...moduleArguments], {
      execArgv: [...(source ? ['--conditions=@millrace/source'] : []), '--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('message', (message) => {
      this.#waiting?.resolve(message);
      this.#waiting = null;
    });
    this.#child.once('exit', (code, signal) => {
      this.#ended = new Error(`${path} ended with ${signal ?? code}`);
      this.#waiting?.reject(this.#ended);
      this.#waiting = null;
    });
  }

  /** Sends a message, if any, and waits for the next that comes back; one at a time. */
  ask(message?: object | string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      this.#waiting = { resolve, reject };
      if (message !== undefined) this.#child.send(message);
    });
  }

  stop(): Promise<void> {
    if (this.#ended !== null) return Promise.resolve();
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#child.disconnect();
    return gone;
  }
}
