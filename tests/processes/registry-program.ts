/** Runs of the program millrace-schema-registry. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Program } from './program.js';

/** One run of the program. */
export class RegistryProcess {
  /** With the exit code, null after a signal. */
  readonly ended: Promise<number | null>;
  /** Where it answers. Rejects with what it said when it ends before. */
  readonly url: Promise<string>;
  readonly #child: ChildProcess;
  #out = '';
  #err = '';

  constructor(program: Program, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, [program.path, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...environment } });
    this.#child = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.#out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#err += text));
    this.ended = new Promise((resolve) => child.once('close', resolve));
    this.url = new Promise((resolve, reject) => {
      child.stdout.on('data', () => {
        const url = /answers on (\S+)\n/.exec(this.#out)?.[1];
        if (url !== undefined) resolve(url);
      });
      void this.ended.then((code) => reject(new Error(`ended with ${code} before it answered:\n${this.#out}${this.#err}`)));
    });
    // Not every test waits for it.
    this.url.catch(() => {});
  }

  get out(): string {
    return this.#out;
  }

  get err(): string {
    return this.#err;
  }

  /** Resolves when a line of its output says so. */
  said(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.#out.includes(text)) resolve();
      };
      this.#child.stdout?.on('data', look);
      void this.ended.then(() => reject(new Error(`ended without '${text}':\n${this.#out}${this.#err}`)));
      look();
    });
  }

  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void {
    this.#child.kill(name);
  }
}
