/** A crash while retention deletes everything: what remains must still tell where the log had come to. */
import { seededRandom, Simulation } from '@millrace/platform/simulated';
import { defaultLogConfig, formatDirectory, LogManager, type LogConfig } from '@millrace/storage';
import { expect, it } from 'vitest';
import { asClient, batchOf } from './world.js';

const config: LogConfig = { ...defaultLogConfig, retentionMs: 0, fileDeleteDelayMs: 1 };
const properties = { version: 1, clusterId: 'cluster', nodeId: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' } as const;

it.each([true, false])('offsets are never given twice (power lost: %s)', async (powerLost) => {
  for (let seed = 1; seed <= 60; seed++) {
    const simulation = new Simulation(seed);
    const node = simulation.node('node');
    const { platform } = node;
    let end = 0;
    const live = async (): Promise<void> => {
      formatDirectory(platform.files, '/data', properties);
      const manager = await LogManager.open({ platform, directories: ['/data'], clusterId: 'cluster', nodeId: 1 });
      const log = manager.create({ topic: 'orders', partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config });
      log.append(batchOf(['a', 'b', 'c']), asClient);
      await log.flush();
      log.updateHighWatermark(3);
      end = 3;
      node.crashAtFileCall(1 + seededRandom(seed).below(40), { powerLost });
      for (let round = 0; round < 5; round++) {
        log.applyRetention(2 ** 52);
        await log.flush();
      }
    };
    void live().catch((error: unknown) => {
      if (!node.crashed) throw error;
    });
    await simulation.run({ until: () => node.crashed, maxTimeMs: 5_000 });
    node.crash({ powerLost });
    const again = await simulation.complete(LogManager.open({ platform: node.restart(), directories: ['/data'], clusterId: 'cluster', nodeId: 1, configOf: () => config }));
    expect([seed, again.get('orders', 0)?.logEndOffset]).toEqual([seed, end]);
  }
});

it('goes on at the end of what was deleted', async () => {
  const simulation = new Simulation(1);
  const { platform } = simulation.node('node');
  const story = async (): Promise<void> => {
    formatDirectory(platform.files, '/data', properties);
    const manager = await LogManager.open({ platform, directories: ['/data'], clusterId: 'cluster', nodeId: 1 });
    const log = manager.create({ topic: 'orders', partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config });
    log.append(batchOf(['a', 'b', 'c']), asClient);
    await log.flush();
    log.updateHighWatermark(3);
    log.applyRetention(2 ** 52);
    await log.flush();
    await new Promise<void>((resolve) => platform.timers.schedule(100, resolve));
    expect(log).toMatchObject({ logStartOffset: 3, logEndOffset: 3 });
    expect(log.segments.all.length).toBe(1);
    expect(platform.files.list('/data/orders-0').filter((name) => name.endsWith('.log'))).toEqual(['00000000000000000003.log']);
  };
  await simulation.complete(story());
});
