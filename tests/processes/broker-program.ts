/** Runs of the program millrace-broker. */
import { spawn, type ChildProcess } from 'node:child_process';
import { freePort } from './free-port.js';
import type { Program } from './program.js';

const startLimitMs = 60_000;
const outputKept = 8000;

export interface BrokerSettings {
  /** Formatted if it is new. */
  readonly directory: string;
  /** The port that clients are told; default is the broker's own. */
  readonly advertisedPort?: number;
  readonly properties?: Readonly<Record<string, string>>;
}

/** One run of the program. */
export class BrokerProcess {
  readonly port: number;
  readonly pid: number;
  /** With the exit code, null after a signal. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #output: () => string;
  readonly #errors: readonly string[];

  private constructor(child: ChildProcess, port: number, ended: Promise<number | null>, output: () => string, errors: readonly string[]) {
    this.#errors = errors;
    this.#child = child;
    this.pid = child.pid!;
    this.port = port;
    this.ended = ended;
    this.#output = output;
  }

  /** Resolves when it serves. @throws Error with what it said when it does not start */
  static async start(program: Program, settings: BrokerSettings): Promise<BrokerProcess> {
    for (;;) {
      const broker = await BrokerProcess.launch(program, settings);
      if (await broker.#isServing()) return broker;
      // The port was free a moment ago and may have gone to somebody else.
      if (!broker.output.includes('EADDRINUSE')) throw new Error(`the broker did not start:\n${broker.output}`);
    }
  }

  /** Starts it and does not wait until it serves. */
  static async launch(program: Program, { directory, advertisedPort, properties = {} }: BrokerSettings): Promise<BrokerProcess> {
    const port = await freePort();
    const all = {
      'process.roles': 'broker,controller',
      'node.id': '1',
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:0`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort ?? port}`,
      'controller.listener.names': 'CONTROLLER',
      'controller.quorum.bootstrap.servers': '127.0.0.1:9093',
      'log.dirs': directory,
      'offsets.topic.replication.factor': '1',
      'group.initial.rebalance.delay.ms': '0',
      ...properties,
    };
    const overrides = Object.entries(all).map(([name, value]) => `--override=${name}=${value}`);
    const child = spawn(process.execPath, [program.path, '--format-if-new', ...overrides], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const errors: string[] = [];
    const note = (bytes: Buffer): void => {
      const text = bytes.toString();
      output = `${output}${text}`.slice(-outputKept);
      errors.push(...text.split('\n').filter((line) => line.includes(' ERROR ')));
      child.emit('output');
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    return new BrokerProcess(child, port, ended, () => output, errors);
  }

  /** Resolves when it has said something, or has ended. */
  get firstWord(): Promise<void> {
    if (this.output !== '') return Promise.resolve();
    const said = new Promise<void>((resolve) => this.#child.once('output', () => resolve()));
    return Promise.race([said, this.ended.then(() => undefined)]);
  }

  /** What it has logged as errors of its own. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** The end of what it said so far. */
  get output(): string {
    return this.#output();
  }

  async #isServing(): Promise<boolean> {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), startLimitMs);
    const started = new Promise<boolean>((resolve) => {
      this.#child.on('output', () => {
        if (/ INFO started /.test(this.output)) resolve(true);
      });
    });
    const serves = await Promise.race([started, this.ended.then(() => false)]);
    clearTimeout(late);
    return serves;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop and waits until it has. @throws Error when it ends with another exit code than 0 */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), startLimitMs);
    const code = await this.ended;
    clearTimeout(late);
    if (code !== 0) throw new Error(`the broker ended with ${code}:\n${this.output}`);
  }
}
