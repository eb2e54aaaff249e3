/**
 * A real Apache Kafka broker from its jars, one combined node in a directory of its own.
 * The jars come from MILLRACE_KAFKA_JARS or `tests/.cache/kafka`; without them (or java) there is none, and tests skip.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';

export interface ApacheKafkaOptions {
  /** For clients; the controller listens on the next one. */
  port: number;
  directory: string;
  /** Starts on what is there, in `data` of the directory. Default: the directory is emptied and formatted first. */
  keepsData?: boolean;
  /** More lines for server.properties. */
  settings?: Record<string, string>;
  /** More arguments for `kafka-storage format`. */
  formatArguments?: readonly string[];
  /** A quorum whose voters stand in its log (kraft.version 1), not in the settings. */
  standalone?: boolean;
}

export interface ApacheKafka {
  readonly bootstrapServers: string;
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

const clusterId = 'MkU3OEVBNTcwNTJENDM2Qg';
const startLimitMs = 180_000;

/** The directory with Kafka's jars, or null. */
export function kafkaJars(): string | null {
  const directory = process.env['MILLRACE_KAFKA_JARS'] ?? join(import.meta.dirname, '../.cache/kafka');
  if (!existsSync(directory)) return null;
  return readdirSync(directory).some((name) => /^kafka_2\.13-.*\.jar$/.test(name)) ? directory : null;
}

/** Starts a broker on a directory and waits until it accepts connections; null when there are no jars. */
export async function startApacheKafka(options: ApacheKafkaOptions): Promise<ApacheKafka | null> {
  const jars = kafkaJars();
  if (jars === null) return null;
  const { port, directory } = options;
  const file = join(directory, 'server.properties');
  const java = ['-Xmx512m', '-cp', join(jars, '*')];
  if (options.keepsData !== true) format(options, file, java);
  else if (!existsSync(file)) writeFileSync(file, properties(options));
  const broker = spawn('java', [...java, 'kafka.Kafka', file], { stdio: 'ignore' });
  try {
    await untilListening(port, broker);
  } catch (error) {
    broker.kill('SIGKILL');
    throw error;
  }
  return { bootstrapServers: `127.0.0.1:${port}`, stop: () => stop(broker, 'SIGTERM'), kill: () => stop(broker, 'SIGKILL') };
}

function format(options: ApacheKafkaOptions, file: string, java: readonly string[]): void {
  rmSync(options.directory, { recursive: true, force: true });
  mkdirSync(options.directory, { recursive: true });
  writeFileSync(file, properties(options));
  const formatted = spawnSync('java', [...java, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', file, ...(options.standalone === true ? ['--standalone'] : []), ...(options.formatArguments ?? [])], { encoding: 'utf8' });
  if (formatted.status !== 0) throw new Error(`formatting ${options.directory} failed: ${formatted.stdout}${formatted.stderr}`);
}

function properties({ port, directory, settings, standalone = false }: ApacheKafkaOptions): string {
  const all: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    ...(standalone ? { 'controller.quorum.bootstrap.servers': `127.0.0.1:${port + 1}` } : { 'controller.quorum.voters': `1@127.0.0.1:${port + 1}` }),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(directory, 'data'),
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    ...settings,
  };
  return Object.entries(all).map(([key, value]) => `${key}=${value}\n`).join('');
}

function untilListening(port: number, broker: ChildProcess): Promise<void> {
  const deadlineMs = performance.now() + startLimitMs;
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the broker ended with code ${code} while it started`));
    broker.once('exit', ended);
    const attempt = (): void => {
      const socket = net.connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => {
        socket.destroy();
        broker.off('exit', ended);
        resolve();
      });
      socket.once('error', () => {
        if (performance.now() > deadlineMs) reject(new Error(`no broker on port ${port} after ${startLimitMs} ms`));
        else setTimeout(attempt, 100);
      });
    };
    attempt();
  });
}

function stop(broker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (broker.exitCode !== null || broker.signalCode !== null) return resolve();
    const kill = setTimeout(() => broker.kill('SIGKILL'), 20_000);
    broker.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    broker.kill(signal);
  });
}
