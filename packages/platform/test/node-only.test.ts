/** What only the real world can show: other processes, the life of this one, native locks, logging. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { nodeClock, nodeCompute, nodeFiles, nodeLogger, nodeNetwork, nodePlatform, nodeRandom, nodeTimers, registerTask } from '../src/index.js';
import { memoryFiles } from '../src/memory/index.js';
import { listenOn } from './network-contract.js';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'millrace-platform-'));
afterAll(() => fs.rmSync(base, { recursive: true }));
const here = path.dirname(fileURLToPath(import.meta.url));

test('a lock keeps another process out, and its end lets it in', () => {
  const file = path.join(base, '.lock');
  const tryElsewhere = (): string => {
    const script = `const fs = require('node:fs'); const { tryLock } = require('fs-native-extensions');
      process.stdout.write(String(tryLock(fs.openSync(${JSON.stringify(file)}, 'r+'))));`;
    return execFileSync(process.execPath, ['-e', script], { cwd: here, encoding: 'utf8' });
  };
  const lock = nodeFiles().lock(file);
  expect(lock).not.toBeNull();
  expect(tryElsewhere()).toBe('false');
  lock!.release();
  expect(tryElsewhere()).toBe('true');
});

test('a path without rights or a directory is a FileError with path and operation', () => {
  expect(() => nodeFiles().lock(path.join(base, 'none', '.lock'))).toThrow(expect.objectContaining({ code: 'ENOENT', operation: 'lock' }));
  expect(() => nodeFiles().open(path.join(base, 'none'), 'read')).toThrow(`open ${base}/none: no such file or directory (ENOENT)`);
  expect(() => nodeFiles().freeBytes(path.join(base, 'none'))).toThrow(expect.objectContaining({ code: 'ENOENT', operation: 'freeBytes' }));
});

test('a timer that does not keep alive lets the process end; one that does holds it', () => {
  const source = path.join(here, '../src/node/node-timers.ts');
  const run = (keepAlive: boolean): string => {
    const script = `import { nodeTimers } from ${JSON.stringify(source)};
      const timers = nodeTimers();
      timers.schedule(20, () => console.log('held'), { keepAlive: ${keepAlive} });
      timers.schedule(1e9, () => {}).cancel();
      timers.schedule(1e9, () => {}, { keepAlive: false });`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: here, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return stdout;
  };
  expect(run(false)).toBe('');
  expect(run(true)).toBe('held\n');
});

test('many connections at once share the read buffer without mixing', async () => {
  const network = nodeNetwork(nodeTimers());
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, (connection) => {
    connection.start({ onBytes: (view) => void connection.write(view.slice()), onDrain: () => {}, onClose: () => {} });
  });
  const echoes = Array.from({ length: 40 }, async (_, index) => {
    const connection = await network.connect({ host: '127.0.0.1', port: listener.port, timeoutMs: 10_000 });
    const ear = listenOn(connection);
    const sent = Buffer.alloc(50_000, index);
    connection.write(sent);
    const heard = await ear.has(sent.length);
    connection.end();
    await ear.closed;
    return heard.equals(sent);
  });
  expect((await Promise.all(echoes)).every(Boolean)).toBe(true);
  await listener.close();
});

test('lines for people and JSON lines', () => {
  const clock = { now: () => 1_700_000_000_123, monotonic: () => 0 };
  let text = '';
  const write = (line: string): void => void (text += line);
  const plain = nodeLogger(clock, { write });
  plain.debug('unheard');
  plain.info('Started', { listeners: 2, directory: '/data' });
  expect(text).toBe('[2023-11-14 22:13:20,123] INFO Started (listeners=2 directory=/data)\n');
  text = '';
  const json = nodeLogger(clock, { write, format: 'json', level: 'warn' });
  json.info('unheard');
  json.child({ node: 1 }).error('Failed', { error: new Error('why') });
  const line = JSON.parse(text) as Record<string, unknown>;
  expect(line).toMatchObject({ time: 1_700_000_000_123, level: 50, node: 1, msg: 'Failed', error: { message: 'why' } });
});

test('a platform is put together port by port', async () => {
  const platform = { ...nodePlatform({ log: { level: 'silent' } }), files: memoryFiles() };
  platform.files.makeDirectory('/only/here');
  expect(fs.existsSync('/only/here')).toBe(false);
  expect(Math.abs(platform.clock.now() - Date.now())).toBeLessThan(60_000);
  registerTask('test.sum', (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0));
  expect(await nodeCompute().run('test.sum', [1, 2, 3])).toBe(6);
  await expect(nodeCompute().run('test.none', 0)).rejects.toThrow('test.none');
  expect(nodeClock().monotonic()).toBeGreaterThan(0);
  expect(nodeRandom().bytes(10).length).toBe(10);
});

test('a listener without a host takes connections of every kind, and shows IPv4 addresses as such', async () => {
  const accepted: string[] = [];
  const network = nodeNetwork(nodeTimers());
  const listener = await network.listen({ host: '', port: 0 }, (connection) => {
    accepted.push(connection.remoteHost);
    connection.start({ onBytes: () => {}, onDrain: () => {}, onClose: () => {} });
    connection.end();
  });
  const hosts = ['127.0.0.1', ...(Object.values(os.networkInterfaces()).flat().some((address) => address?.address === '::1') ? ['::1'] : [])];
  for (const host of hosts) {
    const connection = await network.connect({ host, port: listener.port });
    await new Promise<void>((resolve) => {
      connection.start({ onBytes: () => {}, onDrain: () => {}, onClose: () => resolve() });
    });
  }
  expect(accepted).toEqual(hosts);
  await listener.close();
});
