/** Other people's programs as child processes: run to their end, or spoken to in lines of JSON. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const runLimitMs = 90_000;
const outputLimitBytes = 64 << 20;

export interface Run {
  stdout: string;
  stderr: string;
  code: number;
}

/** Runs a program to its end; any exit code is an answer. */
export function run(command: string, commandArguments: string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = { timeout: runLimitMs, maxBuffer: outputLimitBytes, killSignal: 'SIGKILL' } as const;
    const child = execFile(command, commandArguments, options, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout, stderr, code: 0 });
      else if (typeof error.code === 'number') resolve({ stdout, stderr, code: error.code });
      else reject(new Error(`${command} ${commandArguments.join(' ').slice(0, 500)}: ${error.message.slice(0, 500)}\n${stderr.slice(-2000)}`));
    });
    // A program that ends without reading its input breaks the pipe; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Runs a program that must succeed, and gives its output. */
export async function succeed(command: string, commandArguments: string[], input = ''): Promise<string> {
  const { stdout, stderr, code } = await run(command, commandArguments, input);
  if (code !== 0) {
    throw new Error(`${command} ${commandArguments.join(' ').slice(0, 500)} ended with ${code}\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
  }
  return stdout;
}

/** The lines of a text that hold something, parsed as JSON. */
export function jsonLines<T>(text: string): T[] {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** A program that goes on until it is told to end, and reports in lines. */
export class TalkingProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #stderr = '';

  constructor(command: string, commandArguments: string[], onLine: (line: string, stream: 'stdout' | 'stderr') => void) {
    const child = spawn(command, commandArguments, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code));
    });
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => onLine(line, 'stdout'));
    createInterface({ input: child.stderr }).on('line', (line) => {
      this.#stderr = `${this.#stderr}${line}\n`.slice(-4000);
      onLine(line, 'stderr');
    });
  }

  /** Ends the program by closing its input (`'end of input'`) or by a signal, and waits until it ended with the code. */
  async end(how: 'end of input' | NodeJS.Signals, expectedCode = 0): Promise<void> {
    if (how === 'end of input') this.#child.stdin?.end();
    else this.#child.kill(how);
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), runLimitMs);
    const code = await this.#ended;
    clearTimeout(kill);
    if (code !== expectedCode) throw new Error(`the program ended with ${code}\n${this.#stderr}`);
  }

  /** Ends the program without asking, for tidying up after a failed test. */
  kill(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}
