/** The registry as a process of its own: the built executable where there is one, else its sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Address } from '../arguments.js';
import { freePorts, stopProcess, type BrokerCommand } from '../macro/millrace-process.js';

const START_LIMIT_MS = 60_000;
const POLL_MS = 3;
const HOST = '127.0.0.1';
const KEPT_OUTPUT = 2000;

const built = fileURLToPath(new URL('../../../apps/millrace-schema-registry/dist/millrace-schema-registry.js', import.meta.url));
const sources = fileURLToPath(new URL('../../../apps/millrace-schema-registry/src/main.ts', import.meta.url));

export function registryCommand(preferSources: boolean): BrokerCommand {
  if (existsSync(built) && !preferSources) return { from: 'built', nodeArguments: [built] };
  return { from: 'sources', nodeArguments: ['--conditions=@millrace/source', '--import', 'tsx', sources] };
}

export interface RunningRegistry {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** From the start of the process until it answers, which it does when it has read its log. */
  readonly answersMs: number;
  /** Until a leader is known too, and so writes are taken. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** Starts it on a broker and waits until it is ready. */
export async function startRegistry({ nodeArguments }: BrokerCommand, broker: Address, directory: string): Promise<RunningRegistry> {
  const [port] = await freePorts();
  const file = join(directory, 'schema-registry.properties');
  writeFileSync(file, [`listeners=http://${HOST}:${port}`, `kafkastore.bootstrap.servers=PLAINTEXT://${broker.host}:${broker.port}`, 'kafkastore.topic.replication.factor=1', ''].join('\n'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (text: Buffer): void => {
    output = (output + text.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const url = `http://${HOST}:${port}`;
  try {
    await until(child, async () => (await statusOf(`${url}/ready`)) !== null, () => output);
    const answersMs = performance.now() - startedAt;
    await until(child, async () => (await statusOf(`${url}/ready`)) === 200, () => output);
    return { url, port, pid: child.pid ?? 0, answersMs, readyMs: performance.now() - startedAt, stop: () => stopProcess(child) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** A number of the registry's own, by its name in /metrics. */
export async function metric({ url }: RunningRegistry, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`the registry has no metric ${name}`);
  return Number(value);
}

async function until(child: ChildProcess, isTrue: () => Promise<boolean>, output: () => string): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the registry did not start: ${output().trim()}`);
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`the registry is not ready after ${START_LIMIT_MS} ms: ${output().trim()}`);
}

/** Null where nobody answers. */
function statusOf(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', () => resolve(null));
  });
}
