/**
 * The broker that foreign clients are tried against: a Millrace broker in a process of its own, or, with
 * MILLRACE_TEST_BOOTSTRAP=host:port, one that runs already (to see that the tests hold for Apache Kafka too).
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

export interface BrokerUnderTest {
  readonly bootstrap: string;
  stop(): Promise<void>;
}

const startLimitMs = 30_000;

export async function startBrokerUnderTest(): Promise<BrokerUnderTest> {
  const running = process.env['MILLRACE_TEST_BOOTSTRAP'];
  if (running !== undefined) return { bootstrap: running, stop: () => Promise.resolve() };
  const broker = fork(join(import.meta.dirname, 'broker-process.ts'), {
    execArgv: ['--conditions=@millrace/source', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => broker.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => {
      broker.kill('SIGKILL');
      reject(new Error(`no broker after ${startLimitMs} ms`));
    }, startLimitMs);
    broker.once('exit', (code) => reject(new Error(`the broker ended with ${code} while it started`)));
    broker.once('message', (message: { port: number }) => {
      clearTimeout(late);
      resolve(message.port);
    });
  });
  return {
    bootstrap: `127.0.0.1:${port}`,
    stop: async () => {
      broker.disconnect();
      const kill = setTimeout(() => broker.kill('SIGKILL'), startLimitMs);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** A name that no other run has used, for a topic or a group. */
export function fresh(name: string): string {
  return `${name}-${randomBytes(6).toString('hex')}`;
}
