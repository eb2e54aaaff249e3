/**
 * A copy of the sources as a clone has them: `npm start` installs, builds, serves and stops. Then the packages as they are
 * published, installed into an empty directory: `npx millrace start`, the tools, and a program that embeds a broker.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'millrace-fresh-'));
const clone = join(home, 'clone');
const installed = join(home, 'installed');
const running = new Set<ChildProcess>();
// What a failed test left running holds the directory that the next one starts on.
afterEach(() => {
  for (const child of running) process.kill(-(child.pid ?? 0), 'SIGKILL');
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
}, 600_000);

const environment = { ...process.env, NO_COLOR: '1', CI: '' };

interface Started {
  child: ChildProcess;
  /** Where clients find the broker; rejects when the process ends before. */
  address: Promise<string>;
  output(): string;
  /** With all of its output. */
  ended: Promise<number | null>;
}

/** Starts a server in a process group of its own, as a terminal does; `saying` finds its address in what it prints. */
function start(command: string, args: readonly string[], cwd: string, saying = /console-consumer --bootstrap-server (\S+)/): Started {
  const child = spawn(command, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child);
  let output = '';
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = saying.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.on('close', () => reject(new Error(`ended before it served:\n${output}`)));
  });
  address.catch(() => {});
  return { child, address, output: () => output, ended };
}

interface Answer {
  code: number | null;
  out: string;
  err: string;
}

function run(command: string, args: readonly string[], cwd: string, input = ''): Promise<Answer> {
  const child = spawn(command, args, { cwd, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  const answer = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (answer.err += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...answer }));
  });
}

/** The three commands of the greeting, as a person would type them. */
async function tryTheGreeting(started: Started, address: string, cwd: string): Promise<void> {
  expect(started.output()).toContain(`Millrace is a Kafka broker on ${address}`);
  const commands = started.output().split('\n').filter((line) => line.startsWith('  npx millrace') || line.startsWith('  echo'));
  expect(commands).toHaveLength(3);
  const [create = '', produce = '', consume = ''] = commands.map((line) => line.trim());
  expect(await run('sh', ['-c', create], cwd)).toMatchObject({ code: 0, out: 'Created topic greetings.\n' });
  expect(await run('sh', ['-c', produce], cwd)).toMatchObject({ code: 0, err: '' });
  expect(await run('sh', ['-c', `${consume} --max-messages 1`], cwd)).toMatchObject({ code: 0, out: 'hello\n' });
}

const stopped = (directory: string): boolean => existsSync(join(directory, '.kafka_cleanshutdown'));
const startArgs = (directory: string, ...more: string[]): string[] => ['start', '--', '--port', '0', '--schema-registry-port', '0', '--directory', directory, ...more];

describe('a fresh clone', { timeout: 900_000 }, () => {
  const data = join(home, 'data');

  it('installs, builds, serves, and stops on Ctrl-C', async () => {
    mkdirSync(clone);
    execFileSync('sh', ['-c', `git ls-files -co --exclude-standard -z | xargs -0 sh -c 'for f; do [ -e "$f" ] && printf "%s\\0" "$f"; done' sh | tar cf - --null -T - | tar xf - -C '${clone}'`], { cwd: root });
    const started = start('npm', startArgs(data), clone);
    const address = await started.address;
    expect(started.output()).toMatch(/Installing packages …\n[^]*Installing packages: done in [\d.]+ s\nBuilding …\n[^]* {2}@millrace\/broker\n[^]*Building: done in [\d.]+ s\nMillrace is a Kafka broker/);
    await tryTheGreeting(started, address, clone);
    // The terminal sends Ctrl-C to the whole group.
    process.kill(-(started.child.pid ?? 0), 'SIGINT');
    expect(await started.ended).toBe(0);
    expect(stopped(data)).toBe(true);
  });

  it('starts again without installing or building, takes overrides, and stops when npm alone gets SIGTERM', async () => {
    const started = start('npm', startArgs(data, '--override', 'num.partitions=3'), clone);
    const address = await started.address;
    expect(started.output()).not.toMatch(/Installing|@millrace\//);
    const tool = [join(clone, 'apps/millrace/dist/millrace.js')];
    const at = ['--bootstrap-server', address];
    expect((await run(process.execPath, [...tool, 'topics', ...at, '--list', '--exclude-internal'], home)).out).toContain('greetings\n');
    await run(process.execPath, [...tool, 'topics', ...at, '--create', '--topic', 'three'], home);
    expect((await run(process.execPath, [...tool, 'topics', ...at, '--describe', '--topic', 'three'], home)).out).toContain('PartitionCount: 3');

    const second = await run('npm', ['start', '--', '--port', address.split(':')[1] ?? '', '--no-schema-registry', '--directory', join(home, 'other')], clone);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/^Listener PLAINTEXT cannot be opened on 127\.0\.0\.1:\d+: another program uses this port \(EADDRINUSE\)$/m);
    const locked = await run('npm', startArgs(data), clone);
    expect(locked).toMatchObject({ code: 1, err: expect.stringContaining(`${data}: another broker uses this directory (it holds the lock)`) as string });

    process.kill(started.child.pid ?? 0, 'SIGTERM');
    await started.ended;
    expect(stopped(data)).toBe(true);
  });

  it('says in one line which node a directory belongs to', async () => {
    const { code, err } = await run('npm', startArgs(data, '--override', 'node.id=2'), clone);
    expect(code).toBe(1);
    expect(err).toContain(`${data}/meta.properties: belongs to node 1, not to node 2`);
  });

  it('has Kafka\'s script names, from another directory and through a link', async () => {
    const { address, ended, child } = start('npm', startArgs(data), clone);
    const at = ['--bootstrap-server', await address];
    symlinkSync(join(clone, 'bin/kafka-topics.sh'), join(home, 'kafka-topics'));
    expect((await run(join(home, 'kafka-topics'), [...at, '--list'], '/')).out).toContain('greetings\n');
    expect((await run(join(clone, 'bin/kafka-get-offsets.sh'), [...at, '--topic', 'greetings'], '/')).out).toBe('greetings:0:1\n');
    process.kill(child.pid ?? 0, 'SIGTERM');
    await ended;
  });
});

describe('the packages', { timeout: 900_000 }, () => {
  it('install into an empty directory and serve', async () => {
    const packed = join(home, 'packed');
    execFileSync(process.execPath, [join(clone, 'scripts/pack.mjs'), packed], { env: environment, stdio: 'pipe' });
    mkdirSync(installed);
    writeFileSync(join(installed, 'package.json'), '{"name":"empty","private":true,"type":"module"}');
    const archives = ['packages', 'apps'].flatMap((group) => readdirSync(join(packed, group)).map((name) => join(packed, group, name)));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...archives], { cwd: installed, env: environment, stdio: 'pipe' });

    const started = start('npx', ['millrace', ...startArgs(join(installed, 'data')).filter((argument) => argument !== '--')], installed);
    await tryTheGreeting(started, await started.address, installed);
    // npx itself ends by the signal; the broker below it stops in order.
    process.kill(-(started.child.pid ?? 0), 'SIGINT');
    await started.ended;
    expect(started.output()).toMatch(/Stopping\.\n$/);
    expect(stopped(join(installed, 'data'))).toBe(true);
  });

  it('end with 0 on Ctrl-C and on SIGTERM', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const started = start(join(installed, 'node_modules/.bin/millrace'), ['start', '--port', '0', '--no-schema-registry', '--memory'], installed);
      await started.address;
      process.kill(started.child.pid ?? 0, signal);
      expect(await started.ended).toBe(0);
    }
  });

  it('stop a broker whose npx alone got SIGTERM', async () => {
    const started = start('npx', ['millrace', ...startArgs(join(installed, 'data')).filter((argument) => argument !== '--')], installed);
    await started.address;
    process.kill(started.child.pid ?? 0, 'SIGTERM');
    // The output ends when the broker does, which is later than npx.
    await started.ended;
    expect(stopped(join(installed, 'data'))).toBe(true);
  });

  it('embed a broker in a program that ends by itself', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    writeFileSync(join(installed, 'embedded.mjs'), /```ts\n(import[^]*?)```/.exec(readme)?.[1] ?? '');
    expect(await run(process.execPath, ['embedded.mjs'], installed)).toMatchObject({ code: 0, out: 'a hello\n' });
  });

  it('run the executable of the broker on a properties file', async () => {
    const data = join(installed, 'served');
    writeFileSync(join(installed, 'server.properties'), ['process.roles=broker,controller', 'node.id=1', 'listeners=PLAINTEXT://127.0.0.1:0,CONTROLLER://127.0.0.1:0', 'controller.listener.names=CONTROLLER', 'controller.quorum.bootstrap.servers=localhost:9093', `log.dirs=${data}`].join('\n'));
    const unformatted = await run('npx', ['millrace-broker', 'server.properties'], installed);
    expect(unformatted).toMatchObject({ code: 1, err: expect.stringContaining(`No readable meta.properties in ${data}`) as string });
    const uuid = (await run('npx', ['millrace', 'storage', 'random-uuid'], installed)).out.trim();
    expect((await run('npx', ['millrace', 'storage', 'format', '--standalone', '-t', uuid, '-c', 'server.properties'], installed)).code).toBe(0);
    expect((await run('npx', ['millrace', 'storage', 'info', '-c', 'server.properties'], installed)).out).toContain(`cluster.id=${uuid}`);
  });

  it('run the executable of the registry on a broker', async () => {
    const bin = (name: string): string => join(installed, 'node_modules/.bin', name);
    const broker = start(bin('millrace'), ['start', '--port', '0', '--no-schema-registry', '--memory'], installed);
    writeFileSync(join(installed, 'schema-registry.properties'), [`kafkastore.bootstrap.servers=PLAINTEXT://${await broker.address}`, 'kafkastore.topic.replication.factor=1', 'listeners=http://127.0.0.1:0'].join('\n'));
    const registry = start(bin('millrace-schema-registry'), ['schema-registry.properties'], installed, /answers on (\S+)\n/);
    const url = await registry.address;
    const registered = await fetch(`${url}/subjects/s/versions`, { method: 'POST', body: '{"schema":"\\"int\\""}', headers: { 'content-type': 'application/json' } });
    expect(await registered.json()).toMatchObject({ id: 1, version: 1 });
    expect((await fetch(`${url}/docs/static/index.html`)).status).toBe(200);
    for (const { child, ended } of [registry, broker]) {
      process.kill(child.pid ?? 0, 'SIGTERM');
      expect(await ended).toBe(0);
    }
  });

  it('are as publint and attw want them', () => {
    for (const group of ['packages', 'apps']) {
      for (const name of readdirSync(join(home, 'packed', group))) {
        const archive = join(home, 'packed', group, name);
        execFileSync(process.execPath, [join(clone, 'node_modules/publint/src/cli.js'), archive, '--strict'], { env: environment, stdio: 'pipe' });
        if (group === 'packages') execFileSync(process.execPath, [join(clone, 'node_modules/@arethetypeswrong/cli/dist/index.js'), archive, '--profile', 'esm-only'], { env: environment, stdio: 'pipe' });
      }
    }
  });
});
