/** What a crash takes and what it must leave: over many seeds, both outcomes of every chance are seen, and nothing else. */
import { expect, test } from 'vitest';
import type { Platform } from '../src/index.js';
import { NodeCrashedError, Simulation, type SimulatedNode } from '../src/simulated/index.js';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function write({ files }: Platform, path: string, content: string | Uint8Array, sync: boolean): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = files.open(path, 'truncate');
  file.writeSync(bytes, 0, bytes.length, 0);
  if (sync) file.syncSync();
  file.close();
}

/** Runs a story before a loss of power in each seed, and gives what each seed's disk then shows. */
function afterPowerLoss<T>(before: (platform: Platform, node: SimulatedNode) => void, after: (platform: Platform) => T): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const seed of seeds) {
    const node = new Simulation(seed).node('node-1');
    before(node.platform, node);
    node.crash();
    const outcome = JSON.stringify(after(node.restart()));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return outcomes;
}

test('what was synced, name and bytes, survives in every seed', () => {
  const outcomes = afterPowerLoss(
    (platform) => {
      platform.files.makeDirectory('/d');
      platform.files.syncDirectory('/');
      write(platform, '/d/a', 'hello', true);
      platform.files.syncDirectory('/d');
      platform.files.replace('/d/b', new TextEncoder().encode('whole'));
    },
    ({ files }) => [files.list('/d'), textOf(files.readAll('/d/a')), textOf(files.readAll('/d/b'))],
  );
  expect([...outcomes.keys()]).toEqual([JSON.stringify([['a', 'b'], 'hello', 'whole'])]);
});

test('a name survives or not while its directory is not synced', () => {
  const outcomes = afterPowerLoss(
    (platform) => write(platform, '/a', 'hello', true),
    ({ files }) => (files.exists('/a') ? textOf(files.readAll('/a')) : null),
  );
  expect([...outcomes.keys()].toSorted()).toEqual(['"hello"', 'null']);
});

test('a rename is done or not, never half', () => {
  const outcomes = afterPowerLoss(
    (platform) => {
      write(platform, '/a', 'old', true);
      write(platform, '/b', 'new', true);
      platform.files.syncDirectory('/');
      platform.files.rename('/b', '/a');
    },
    ({ files }) => [files.list('/'), textOf(files.readAll('/a'))],
  );
  expect([...outcomes.keys()].toSorted()).toEqual(['[["a","b"],"old"]', '[["a"],"new"]']);
});

test('a move between directories leaves the file in one of them', () => {
  const outcomes = afterPowerLoss(
    (platform) => {
      platform.files.makeDirectory('/x');
      platform.files.makeDirectory('/y');
      write(platform, '/x/a', 'a', true);
      platform.files.syncDirectory('/x');
      platform.files.syncDirectory('/');
      platform.files.rename('/x/a', '/y/a');
      write(platform, '/x/later', '', true);
    },
    ({ files }) => [files.exists('/x/a'), files.exists('/y/a')],
  );
  expect([...outcomes.keys()].toSorted()).toEqual(['[false,true]', '[true,false]']);
  const synced = afterPowerLoss(
    (platform) => {
      platform.files.makeDirectory('/x');
      platform.files.makeDirectory('/y');
      write(platform, '/x/a', 'a', true);
      platform.files.syncDirectory('/');
      platform.files.rename('/x/a', '/y/a');
      platform.files.syncDirectory('/y');
    },
    ({ files }) => [files.exists('/x/a'), files.exists('/y/a')],
  );
  expect([...synced.keys()]).toEqual(['[false,true]']);
});

test('unsynced bytes are kept, dropped, or torn at sectors', () => {
  const old = new Uint8Array(2048).fill(1);
  const outcomes = afterPowerLoss(
    (platform) => {
      write(platform, '/a', old, true);
      platform.files.syncDirectory('/');
      const file = platform.files.open('/a', 'readWrite');
      file.writeSync(new Uint8Array(1024).fill(2), 0, 1024, 512);
    },
    ({ files }) => {
      const content = files.readAll('/a');
      for (let index = 0; index < 2048; index++) expect(content[index]).toBe(content[index - (index % 512)]);
      return [0, 512, 1024, 1536].map((at) => content[at]);
    },
  );
  expect([...outcomes.keys()].toSorted()).toEqual(['[1,1,1,1]', '[1,1,2,1]', '[1,2,1,1]', '[1,2,2,1]']);
});

test('an unsynced end may be cut anywhere, or hold zeros; the synced start stays', () => {
  const sizes = new Set<number>();
  let zeros = 0;
  afterPowerLoss(
    (platform) => {
      write(platform, '/a', new Uint8Array(700).fill(1), true);
      platform.files.syncDirectory('/');
      const file = platform.files.open('/a', 'readWrite');
      file.writeSync(new Uint8Array(3000).fill(2), 0, 3000, 700);
    },
    ({ files }) => {
      const content = files.readAll('/a');
      expect(content.subarray(0, 700).every((byte) => byte === 1)).toBe(true);
      sizes.add(content.length);
      if (content.subarray(700).includes(0)) zeros++;
    },
  );
  expect(sizes.size).toBeGreaterThan(5);
  expect(Math.min(...sizes)).toBe(700);
  expect(Math.max(...sizes)).toBe(3700);
  expect(zeros).toBeGreaterThan(0);
});

test('a truncation that was not synced may come undone', () => {
  const outcomes = afterPowerLoss(
    (platform) => {
      write(platform, '/a', new Uint8Array(600).fill(1), true);
      platform.files.syncDirectory('/');
      platform.files.open('/a', 'readWrite').truncate(0);
    },
    ({ files }) => files.readAll('/a').length,
  );
  expect(outcomes.has('0')).toBe(true);
  expect(outcomes.has('600')).toBe(true);
});

test('what is written while a sync runs is not covered by it', async () => {
  const outcomes = new Set<string>();
  for (const seed of seeds) {
    const simulation = new Simulation(seed);
    const node = simulation.node('node-1');
    write(node.platform, '/a', 'xxxx', true);
    node.platform.files.syncDirectory('/');
    const file = node.platform.files.open('/a', 'readWrite');
    file.writeSync(new TextEncoder().encode('AAAA'), 0, 4, 0);
    const synced = file.sync();
    file.writeSync(new TextEncoder().encode('BBBB'), 0, 4, 0);
    await simulation.complete(synced);
    node.crash();
    outcomes.add(textOf(node.restart().files.readAll('/a')));
  }
  expect([...outcomes].toSorted()).toEqual(['AAAA', 'BBBB']);
});

test('a killed process loses no page cache, but its locks, timers and pool calls', async () => {
  const simulation = new Simulation(7);
  const node = simulation.node('node-1');
  const first = node.platform;
  write(first, '/a', 'kept', false);
  expect(first.files.lock('/.lock')).not.toBeNull();
  let heard = 0;
  first.timers.schedule(1, () => heard++);
  void first.files.open('/a', 'read').sync().then(() => heard++);
  node.crash({ powerLost: false });
  expect(() => first.files.exists('/a')).toThrow(NodeCrashedError);
  const second = node.restart();
  await simulation.run();
  expect(heard).toBe(0);
  expect(textOf(second.files.readAll('/a'))).toBe('kept');
  expect(second.files.lock('/.lock')).not.toBeNull();
  node.crash();
  expect(simulation.faults).toMatchObject({ crashes: 2 });
});

test('crashes at the nth file call: the call may have happened, all later ones throw', () => {
  const outcomes = new Set<string>();
  for (const seed of seeds) {
    const node = new Simulation(seed).node('node-1');
    const { files } = node.platform;
    const file = files.open('/a', 'create');
    node.crashAtFileCall(2, { powerLost: false });
    file.writeSync(new Uint8Array(10), 0, 10, 0);
    expect(() => file.writeSync(new Uint8Array(10), 0, 10, 10)).toThrow(NodeCrashedError);
    expect(node.crashed).toBe(true);
    expect(() => file.size()).toThrow(NodeCrashedError);
    outcomes.add(String(node.restart().files.readAll('/a').length));
  }
  expect([...outcomes].toSorted()).toEqual(['10', '20']);
});

test('faults of calls: planned and by rate, short writes, a full disk, a slow one', async () => {
  const simulation = new Simulation(5);
  const node = simulation.node('node-1');
  const { files, clock } = node.platform;
  const file = files.open('/a', 'create');
  node.disk.failNext('write', 'ENOSPC', '/a');
  expect(() => file.writeSync(new Uint8Array(4), 0, 4, 0)).toThrow(expect.objectContaining({ code: 'ENOSPC', path: '/a' }));
  expect(file.writeSync(new Uint8Array(4), 0, 4, 0)).toBe(4);

  node.disk.failNext('write', 'ENOSPC', '/a');
  node.disk.forgetFailures();
  expect(file.writeSync(new Uint8Array(4), 0, 4, 0)).toBe(4);

  node.disk.failNext('sync', 'EIO');
  await expect(simulation.complete(file.sync())).rejects.toMatchObject({ code: 'EIO', operation: 'sync' });

  node.disk.faults.errorRates = { read: 0.5 };
  let failed = 0;
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      file.readSync(new Uint8Array(4), 0, 4, 0);
    } catch {
      failed++;
    }
  }
  expect(failed).toBeGreaterThan(20);
  expect(failed).toBeLessThan(80);
  expect(simulation.faults.fileErrors).toBe(failed + 2);

  node.disk.faults.shortWriteRate = 1;
  const written = file.writeSync(new Uint8Array(1000), 0, 1000, 0);
  expect(written).toBeLessThan(1000);
  expect(simulation.faults.shortWrites).toBe(1);

  node.disk.faults.shortWriteRate = 0;
  node.disk.faults.capacityBytes = 2000;
  expect(file.writeSync(new Uint8Array(5000), 0, 5000, 0)).toBe(2000);
  expect(() => file.writeSync(new Uint8Array(1), 0, 1, 2000)).toThrow(expect.objectContaining({ code: 'ENOSPC' }));

  node.disk.faults.slowness = 1e6;
  const beforeMs = clock.monotonic();
  file.syncSync();
  expect(clock.monotonic() - beforeMs).toBeGreaterThan(100_000);
});

test('a synchronous call takes virtual time, in which its node hears nothing and others do', async () => {
  const simulation = new Simulation(3);
  const slow = simulation.node('node-1');
  const other = simulation.node('node-2');
  slow.disk.faults.syncMs = [500, 500];
  const heard: [string, number][] = [];
  const file = slow.platform.files.open('/a', 'create');
  slow.platform.timers.schedule(10, () => heard.push(['slow', simulation.timeMs]));
  other.platform.timers.schedule(20, () => heard.push(['other', simulation.timeMs]));
  file.syncSync();
  await simulation.run();
  expect(heard.map(([who]) => who)).toEqual(['other', 'slow']);
  expect(heard[1]![1]).toBeGreaterThanOrEqual(500);
});
