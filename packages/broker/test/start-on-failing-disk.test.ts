/** A disk that fails while a node starts: the start is refused with a reason, and never hangs. */
import { loadBrokerConfig } from '@millrace/config';
import { Simulation } from '@millrace/platform/simulated';
import { ensureCodec } from '@millrace/protocol';
import { beforeAll, expect, test } from 'vitest';
import { apiTable, embeddedDefaults, formatIfNew, startNode } from '../src/index.js';

// What is loaded on first use takes real time, in which a simulation goes on.
beforeAll(async () => {
  await ensureCodec(4);
  for (const api of apiTable) await api.load();
});

async function startWithFailure(operation: string, code: string, matching: string): Promise<string> {
  const simulation = new Simulation(1);
  const node = simulation.node('broker');
  const { config } = loadBrokerConfig({ properties: embeddedDefaults({ directory: '/data', port: 9092 }) });
  const start = async (): Promise<string> => {
    formatIfNew(node.platform, config);
    node.disk.failNext(operation, code, matching);
    try {
      await startNode(node.platform, config, { preloadHandlers: true });
      return 'started';
    } catch (error) {
      return (error as Error).message;
    }
  };
  return simulation.complete(start(), { maxTimeMs: 60_000 });
}

test.each([
  ['write', 'ENOSPC', '__cluster_metadata-0/0'],
  ['open', 'EACCES', '__cluster_metadata-0/0'],
  ['sync', 'EIO', '__cluster_metadata-0/0'],
  ['write', 'ENOSPC', 'leader-epoch-checkpoint'],
  ['rename', 'EIO', 'quorum-state'],
])('a %s that fails with %s on %s', async (operation, code, matching) => {
  expect(await startWithFailure(operation, code, matching)).toContain(code);
});

test.each([
  ['write', '.snapshot'],
  ['sync', '.index'],
  ['syncDirectory', '__cluster_metadata-0'],
])('a stop during which a %s of %s fails ends, and does not pass for an orderly one', async (operation, matching) => {
  const simulation = new Simulation(1);
  const node = simulation.node('broker');
  const { config } = loadBrokerConfig({ properties: embeddedDefaults({ directory: '/data', port: 9092 }) });
  const story = async (): Promise<void> => {
    formatIfNew(node.platform, config);
    const running = await startNode(node.platform, config, { preloadHandlers: true });
    node.disk.failNext(operation, 'EIO', matching);
    await running.stop();
    expect(node.platform.files.exists('/data/.kafka_cleanshutdown')).toBe(false);
    await (await startNode(node.platform, config, { preloadHandlers: true })).stop();
    expect(node.platform.files.exists('/data/.kafka_cleanshutdown')).toBe(true);
  };
  await simulation.complete(story(), { maxTimeMs: 60_000 });
});

test('a start that fails before the metadata log is recovered after a crash does not pass for an orderly stop', async () => {
  const simulation = new Simulation(1);
  const node = simulation.node('broker');
  const { config } = loadBrokerConfig({ properties: embeddedDefaults({ directory: '/data', port: 9092 }) });
  const story = async (): Promise<void> => {
    formatIfNew(node.platform, config);
    await startNode(node.platform, config, { preloadHandlers: true });
    node.crash({ powerLost: false });
    node.restart();
    node.disk.failNext('size', 'EIO', '__cluster_metadata-0');
    await expect(startNode(node.platform, config, { preloadHandlers: true })).rejects.toThrow('EIO');
    expect(node.platform.files.exists('/data/.kafka_cleanshutdown')).toBe(false);
    await (await startNode(node.platform, config, { preloadHandlers: true })).stop();
    expect(node.platform.files.exists('/data/.kafka_cleanshutdown')).toBe(true);
  };
  await simulation.complete(story(), { maxTimeMs: 60_000 });
});
