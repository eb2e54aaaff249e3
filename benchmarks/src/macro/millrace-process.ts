/** The Millrace broker as a process of its own: the built executable where there is one, else its sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Address } from '../arguments.js';
import { answersApiVersions } from './broker-calls.js';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const POLL_MS = 3;
const KEPT_OUTPUT = 2000;
const HOST = '127.0.0.1';

const built = fileURLToPath(new URL('../../../apps/millrace-broker/dist/millrace-broker.js', import.meta.url));
const sources = fileURLToPath(new URL('../../../apps/millrace-broker/src/main.ts', import.meta.url));

/** How to run the broker. */
export interface BrokerCommand {
  /** `built` or `sources`. */
  from: string;
  nodeArguments: readonly string[];
}

export function brokerCommand(preferSources: boolean): BrokerCommand {
  if (existsSync(built) && !preferSources) return { from: 'built', nodeArguments: [built] };
  return { from: 'sources', nodeArguments: ['--conditions=@millrace/source', '--import', 'tsx', sources] };
}

export interface RunningMillrace {
  address: Address;
  pid: number;
  /** From the start of the process to its first answer. */
  startMs: number;
  stop(): Promise<void>;
}

/** Starts it on this directory, which is formatted if it is new, with these settings besides, and waits until it answers ApiVersions. */
export async function startMillrace(command: BrokerCommand, directory: string, settings: readonly string[] = []): Promise<RunningMillrace> {
  const [port, controllerPort] = await freePorts();
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'server.properties');
  writeFileSync(file, [...properties(port, controllerPort, join(directory, 'data')), ...settings, ''].join('\n'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...command.nodeArguments, '--format-if-new', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (text: Buffer): void => {
    output = (output + text.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const address = { host: HOST, port };
  try {
    await untilAnswering(child, address, () => output);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const startMs = performance.now() - startedAt;
  const whenEnded = (code: number | null, signal: string | null): void => {
    process.stderr.write(`the broker ended by itself (${signal ?? code}): ${output.trim()}\n`);
  };
  child.once('exit', whenEnded);
  const stop = (): Promise<void> => {
    child.off('exit', whenEnded);
    return stopProcess(child);
  };
  return { address, pid: child.pid ?? 0, startMs, stop };
}

function properties(port: number, controllerPort: number, logDirectory: string): string[] {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `listeners=PLAINTEXT://${HOST}:${port},CONTROLLER://${HOST}:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://${HOST}:${port}`,
    'controller.listener.names=CONTROLLER',
    `controller.quorum.bootstrap.servers=${HOST}:${controllerPort}`,
    `log.dirs=${logDirectory}`,
    'offsets.topic.replication.factor=1',
  ];
}

async function untilAnswering(child: ChildProcess, address: Address, output: () => string): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the broker did not start: ${output().trim()}`);
    if (await answersApiVersions(address)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`the broker does not answer after ${START_LIMIT_MS} ms: ${output().trim()}`);
}

/** Ports that are free now; both are held until both are known, so that they differ. */
export async function freePorts(): Promise<[number, number]> {
  const servers = [net.createServer(), net.createServer()] as const;
  const ports = await Promise.all(servers.map(listenAnywhere));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [ports[0]!, ports[1]!];
}

function listenAnywhere(server: net.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => resolve((server.address() as net.AddressInfo).port));
  });
}

/** SIGTERM, and SIGKILL when that does not help. */
export function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
