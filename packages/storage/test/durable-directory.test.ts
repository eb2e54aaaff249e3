import { nodeFiles } from '@millrace/platform';
import { Simulation } from '@millrace/platform/simulated';
import { defaultLogConfig, formatDirectory, LogManager, makeDurableDirectory, readMetaProperties } from '@millrace/storage';
import { expect, it } from 'vitest';
import { asClient, batchOf } from './world.js';

const properties = { version: 1, clusterId: 'cluster', nodeId: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' } as const;

it('keeps a formatted directory, and all directories above it, over a loss of power', () => {
  const node = new Simulation(1).node('node');
  node.disk.faults.lossRate = 1;
  formatDirectory(node.platform.files, '/srv/millrace/data', properties);
  node.crash();
  expect(readMetaProperties(node.restart().files, '/srv/millrace/data')).toMatchObject(properties);
});

it('keeps what a start has found, also when an earlier process was killed between making and syncing', async () => {
  for (let call = 1; call <= 8; call++) {
    const simulation = new Simulation(call);
    const node = simulation.node('node');
    node.disk.faults.lossRate = 1;
    node.crashAtFileCall(call, { powerLost: false });
    expect(() => formatDirectory(node.platform.files, '/srv/data', properties)).toThrow();
    const platform = node.restart();
    formatDirectory(platform.files, '/srv/data', properties);
    await simulation.complete(LogManager.open({ platform, directories: ['/srv/data'], clusterId: 'cluster', nodeId: 1 }));
    node.crash();
    expect(readMetaProperties(node.restart().files, '/srv/data')).toMatchObject(properties);
  }
});

it('keeps what was flushed into a segment whose name an earlier process had not synced', async () => {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  node.disk.faults.lossRate = 1;
  const live = async (expectedEnd: number): Promise<void> => {
    const { platform } = node;
    formatDirectory(platform.files, '/data', properties);
    const manager = await LogManager.open({ platform, directories: ['/data'], clusterId: 'cluster', nodeId: 1 });
    const log = manager.get('orders', 0) ?? manager.create({ topic: 'orders', partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config: defaultLogConfig });
    expect(log.logEndOffset).toBe(expectedEnd);
    log.append(batchOf(['a']), asClient);
    await log.flush();
    if (expectedEnd > 0) return;
    log.roll();
    log.append(batchOf(['b']), asClient);
    await log.whenWritten(2);
  };
  await simulation.complete(live(0));
  node.crash({ powerLost: false });
  node.restart();
  await simulation.complete(live(2));
  node.crash();
  node.restart();
  await simulation.complete(live(3));
});

it('takes relative paths, trailing slashes, and directories above that may not be read', () => {
  expect(() => makeDurableDirectory(nodeFiles(), '.')).not.toThrow();
  expect(() => makeDurableDirectory(nodeFiles(), 'test/')).not.toThrow();
  const node = new Simulation(1).node('node');
  node.disk.failNext('syncDirectory', 'EACCES');
  expect(() => makeDurableDirectory(node.platform.files, '/srv/data')).not.toThrow();
  node.disk.failNext('syncDirectory', 'EIO');
  expect(() => makeDurableDirectory(node.platform.files, '/srv/data')).toThrow('EIO');
});
