/** Load from kcat's idempotent producer (librdkafka): a process of its own for each round, which lives through the crash. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { LoadTarget } from './own-load.js';

const settings = ['enable.idempotence=true', 'acks=all', 'linger.ms=1', 'batch.num.messages=20', 'reconnect.backoff.max.ms=200', 'retry.backoff.ms=50', 'message.timeout.ms=300000'];
const linesAtOnce = 10;
/** What waits during a crash has to be sent after it. */
const mostLines = 1500;
const outputKept = 4000;

export class KcatLoad {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  readonly #feeding: NodeJS.Timeout;
  #number = 0;
  #output = '';

  constructor(bootstrap: string, { topic, partition }: LoadTarget, sender: string) {
    const settingArguments = settings.flatMap((setting) => ['-X', setting]);
    this.#child = spawn('kcat', ['-P', '-E', '-b', bootstrap, '-t', topic, '-p', String(partition), ...settingArguments], { stdio: ['pipe', 'ignore', 'pipe'] });
    this.#child.stdin!.on('error', () => {});
    this.#child.stderr!.on('data', (bytes: Buffer) => {
      this.#output = `${this.#output}${bytes.toString()}`.slice(-outputKept);
    });
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code) => resolve(code));
    });
    this.#feeding = setInterval(() => this.#feed(sender), 5);
  }

  /** Gives it nothing more to send; resolves when it has ended. @throws Error when it says that something was not delivered */
  async settle(): Promise<void> {
    clearInterval(this.#feeding);
    this.#child.stdin!.end();
    const code = await this.#ended;
    if (code !== 0 || this.#output.includes('Delivery failed')) throw new Error(`kcat ended with ${code}:\n${this.#output}`);
  }

  kill(): void {
    clearInterval(this.#feeding);
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }

  #feed(sender: string): void {
    if (this.#number >= mostLines) return;
    let lines = '';
    for (let left = linesAtOnce; left > 0; left--) lines += `${sender}#${this.#number++}|${'.'.repeat(this.#number % 100)}\n`;
    this.#child.stdin!.write(lines);
  }
}
