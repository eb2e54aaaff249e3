import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments.js';
import { runBroker } from '../src/run-broker.js';

const directories: string[] = [];
afterEach(() => {
  for (const path of directories.splice(0)) rmSync(path, { recursive: true, force: true });
});

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'millrace-broker-'));
  directories.push(path);
  return path;
}

/** A node on free ports; what is given comes after, and wins. */
function propertiesFile(...more: string[]): { path: string; data: string; lines: number } {
  const home = directory();
  const path = join(home, 'server.properties');
  const data = join(home, 'data');
  const lines = [
    'process.roles=broker,controller',
    'node.id=1',
    'listeners=PLAINTEXT://127.0.0.1:0,CONTROLLER://127.0.0.1:0',
    'controller.listener.names=CONTROLLER',
    'controller.quorum.bootstrap.servers=localhost:9093',
    `log.dirs=${data}`,
    'millrace.log.level=silent',
    ...more,
  ];
  writeFileSync(path, lines.join('\n'));
  return { path, data, lines: lines.length };
}

interface Run {
  code: Promise<number>;
  out: string[];
  err: string[];
  stop(): void;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const out: string[] = [];
  const err: string[] = [];
  let stop = (): void => {};
  const stopRequested = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const code = runBroker(args, { environment, out: (line) => out.push(line), err: (line) => err.push(line), stopRequested });
  return { code, out, err, stop: () => stop() };
}

/** Runs to its end, asked to stop as soon as it is up. */
async function runAndStop(args: readonly string[], environment: Record<string, string> = {}): Promise<{ code: number; out: string[]; err: string[] }> {
  const started = run(args, environment);
  started.stop();
  return { code: await started.code, out: started.out, err: started.err };
}

describe('millrace-broker', () => {
  it('says that a directory is not formatted, and how it is formatted', async () => {
    const { path, data } = propertiesFile();
    const { code, err } = await runAndStop([path]);
    expect(code).toBe(1);
    expect(err).toEqual([
      `No readable meta.properties in ${data}: the directory is not formatted. Format it with 'kafka-storage.sh format --standalone -t CLUSTER_ID -c server.properties', where CLUSTER_ID is what 'kafka-storage.sh random-uuid' gives.`,
    ]);
    expect(existsSync(data)).toBe(false);
  });

  it('formats with --format-if-new, for the cluster in CLUSTER_ID, and ends with 0 and a clean-shutdown marker', async () => {
    const { path, data } = propertiesFile();
    expect(await runAndStop([path, '--format-if-new'], { CLUSTER_ID: 'MkU3OEVBNTcwNTJENDM2Qk' })).toEqual({ code: 0, out: [], err: [] });
    expect(readFileSync(join(data, 'meta.properties'), 'utf8')).toContain('cluster.id=MkU3OEVBNTcwNTJENDM2Qk');
    expect(existsSync(join(data, '.kafka_cleanshutdown'))).toBe(true);
    expect(await runAndStop([path])).toEqual({ code: 0, out: [], err: [] });
  });

  it('runs from KAFKA_ names alone, as a container does', async () => {
    const data = join(directory(), 'data');
    const environment = {
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_NODE_ID: '3',
      KAFKA_LISTENERS: 'INTERNAL://127.0.0.1:0,HOST://127.0.0.1:0,CONTROLLER://127.0.0.1:0',
      KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://kafka:29092,HOST://localhost:9092',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,HOST:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '3@localhost:9093',
      KAFKA_LOG_DIRS: data,
      KAFKA_HEAP_OPTS: '-Xmx1G',
      KAFKA_MILLRACE_LOG_LEVEL: 'silent',
    };
    expect(await runAndStop(['--format-if-new'], environment)).toEqual({ code: 0, out: [], err: [] });
    expect(readFileSync(join(data, 'meta.properties'), 'utf8')).toContain('node.id=3');
  });

  it('names every bad value with its line, and does not start', async () => {
    const { path, lines } = propertiesFile('num.partitions=none', 'log.retention.hours=x');
    const { code, err } = await runAndStop([path]);
    expect(code).toBe(1);
    expect(err).toEqual([
      `${path}:${lines - 1}: Invalid value none for configuration num.partitions: Not a number of type INT (allowed: a whole number, at least 1)`,
      `${path}:${lines}: Invalid value x for configuration log.retention.hours: Not a number of type INT (allowed: a whole number)`,
    ]);
  });

  it.each([
    'ssl.keystore.location=/etc/keys.jks',
    'sasl.enabled.mechanisms=PLAIN',
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'listener.security.protocol.map=PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT',
  ])('never runs open where it was asked to be closed: %s', async (line) => {
    const { path, data } = propertiesFile(line);
    const { code, err } = await runAndStop([path, '--format-if-new']);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('will not run open in its place');
    expect(existsSync(data)).toBe(false);
  });

  it('lets an override win over the file', async () => {
    const { path } = propertiesFile('num.partitions=none');
    const other = join(directory(), 'other');
    expect((await runAndStop([path, '--format-if-new', '--override', 'num.partitions=2', '--override', `log.dirs=${other}`])).code).toBe(0);
    expect(existsSync(join(other, 'meta.properties'))).toBe(true);
  });

  it('refuses a directory of another node, one that is in use, and a port that is', async () => {
    const { path, data } = propertiesFile();
    await runAndStop([path, '--format-if-new']);
    expect((await runAndStop([path, '--override', 'node.id=2'])).err).toEqual([`${data}/meta.properties: belongs to node 1, not to node 2`]);
    const first = run([path]);
    // A second start can find the lock only once the first has it, and the first has it when a file of the start is gone.
    await expect.poll(() => existsSync(join(data, '.kafka_cleanshutdown'))).toBe(false);
    expect(await runAndStop([path])).toMatchObject({ code: 1, err: [`${data}: another broker uses this directory (it holds the lock)`] });
    first.stop();
    expect(await first.code).toBe(0);
  });

  it.each([
    [[], 'millrace-broker needs a properties file; `millrace-broker --help` says more'],
    [['none.properties'], 'none.properties: no such file or directory'],
    [['--bogus'], 'there is no option --bogus; --override key=value is one'],
    [['a', 'b'], 'one properties file is enough: a and b were given'],
    [['a', '--override', 'x'], '--override x is not of the form key=value'],
    [['a', '--override'], '--override  is not of the form key=value'],
  ])('answers %j with one line and exit code 1', async (args, message) => {
    const { code, err } = await runAndStop(args);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(message);
  });

  it('prints help and version', async () => {
    const help = await runAndStop(['--help']);
    expect(help).toMatchObject({ code: 0, err: [] });
    expect(help.out.join('\n')).toContain('Usage: millrace-broker [server.properties] [--override key=value …]');
    expect((await runAndStop(['--version'])).out).toEqual(['4.4.0 (Millrace 0.1.0)']);
  });

  it('takes --override=key=value too', () => {
    expect(parseArguments(['a', '--override=x=y=z'])).toEqual({ kind: 'run', arguments: { file: 'a', overrides: ['x=y=z'], formatIfNew: false } });
  });
});
