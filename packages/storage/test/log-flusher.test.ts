/** One round of syncs at a time, whoever asks when: a second one would take what the first is still syncing for synced. */
import { Simulation } from '@millrace/platform/simulated';
import { openLog } from '@millrace/storage';
import { expect, it } from 'vitest';
import { asClient, batchOf, logOptions } from './world.js';

it.each([0, 1, 2, 3, 4, 5, 6, 7])('a flush asked for %i microtasks after one that is followed by another', async (ticks) => {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  node.disk.faults.lossRate = 1;
  const { platform } = node;
  platform.files.makeDirectory('/data');
  platform.files.syncDirectory('/');
  let flushedOffset = -1;
  const story = async (): Promise<void> => {
    const log = await openLog(platform, logOptions());
    platform.files.syncDirectory('/data');
    log.append(batchOf(['a']), asClient);
    await log.flush();
    log.append(batchOf(['b']), asClient);
    const first = log.whenFlushed(2);
    await log.whenWritten(2);
    const second = log.flush();
    await first;
    log.append(batchOf(['c']), asClient);
    log.writer.drain();
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
    void log.flush();
    await Promise.race([second, log.whenFlushed(3)]);
    flushedOffset = log.flushedOffset;
    node.crash();
  };
  void story();
  await simulation.run({ until: () => node.crashed, maxTimeMs: 10_000 });
  const again = await simulation.complete(openLog(node.restart(), logOptions()));
  expect(flushedOffset).toBeGreaterThanOrEqual(2);
  expect(again.logEndOffset).toBeGreaterThanOrEqual(flushedOffset);
});

it('fails once when both the file and the index of a sealed segment fail', async () => {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  const story = async (): Promise<void> => {
    node.platform.files.makeDirectory('/data');
    const log = await openLog(node.platform, logOptions());
    log.append(batchOf(['a']), asClient);
    await log.whenWritten(1);
    for (let count = 0; count < 2; count++) node.disk.failNext('sync', 'EIO', '.log');
    node.disk.failNext('open', 'EACCES', '.timeindex');
    log.roll();
    await expect(log.whenFlushed(1)).rejects.toThrow('/data/');
    // The simulation tells of promises that nobody handles.
    await new Promise<void>((resolve) => node.platform.timers.schedule(100, resolve));
  };
  await simulation.complete(story());
});

/** The system may have dropped what it could not write, and call the next sync of the file a success. */
it('syncs nothing more after a failure', async () => {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  const story = async (): Promise<void> => {
    node.platform.files.makeDirectory('/data');
    const log = await openLog(node.platform, logOptions());
    log.append(batchOf(['a']), asClient);
    await log.whenWritten(1);
    node.disk.failNext('sync', 'EIO', '.log');
    const flushes = [log.flush(), log.flush()];
    const outcomes = await Promise.allSettled(flushes);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log.flushedOffset).toBe(0);
  };
  await simulation.complete(story());
});
