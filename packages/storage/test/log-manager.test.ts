/** What is done to all logs from time to time, in a simulated world. */
import { describe, expect, it } from 'vitest';
import { Simulation, type SimulatedNode } from '@millrace/platform/simulated';
import { defaultLogConfig, formatDirectory, LogManager, type Log, type LogConfig, type LogManagerSettings } from '@millrace/storage';
import { asClient, batchOf } from './world.js';

const oneBatch = batchOf(['a']).length;
const TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAAAQ';

interface Told {
  manager: LogManager;
  node: SimulatedNode;
  wait: (ms: number) => Promise<void>;
  create: (topic: string, config?: Partial<LogConfig>) => Log;
}

async function tell(settings: Partial<LogManagerSettings>, story: (told: Told) => Promise<void>): Promise<void> {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  const { platform } = node;
  const run = async (): Promise<void> => {
    formatDirectory(platform.files, '/disk', { version: 1, clusterId: 'cluster', nodeId: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' });
    const manager = await LogManager.open({ platform, directories: ['/disk'], clusterId: 'cluster', nodeId: 1, settings });
    const wait = (ms: number) => new Promise<void>((resolve) => void platform.timers.schedule(ms, resolve));
    const create = (topic: string, config: Partial<LogConfig> = {}): Log =>
      manager.create({ topic, partition: 0, topicId: TOPIC_ID, config: { ...defaultLogConfig, segmentBytes: 2 * oneBatch, ...config } });
    await story({ manager, node, wait, create });
    await manager.shutdown(1);
  };
  await simulation.complete(run(), { maxTimeMs: 3_600_000 });
}

const fill = (log: Log, count: number, now: number): void => {
  for (let index = 0; index < count; index++) log.append(batchOf(['a'], { timestamp: now }), { ...asClient, now });
};

describe('retention', () => {
  it('is applied to every log each log.retention.check.interval.ms, many segments in steps', () =>
    tell({ retentionCheckIntervalMs: 1000 }, async ({ create, node, wait }) => {
      const now = node.platform.clock.now();
      const byTime = create('time', { retentionMs: 5000 });
      const bySize = create('size', { retentionMs: -1, retentionBytes: 10 * oneBatch });
      const kept = create('kept', { retentionMs: -1 });
      for (const log of [byTime, bySize, kept]) {
        fill(log, 101, now);
        await log.flush();
        log.updateHighWatermark(101);
      }
      await wait(3000);
      expect([byTime.segments.all.length, bySize.segments.all.length, kept.segments.all.length]).toEqual([51, 6, 51]);
      await wait(4000);
      expect([byTime.sizeInBytes, byTime.logStartOffset, byTime.logEndOffset]).toEqual([0, 101, 101]);
      expect(kept.logStartOffset).toBe(0);
    }));

  it('keeps the files for file.delete.delay.ms under another name', () =>
    tell({ retentionCheckIntervalMs: 1000 }, async ({ create, node, wait }) => {
      const log = create('t', { retentionMs: 2000, fileDeleteDelayMs: 10_000 });
      fill(log, 4, node.platform.clock.now());
      await log.flush();
      log.updateHighWatermark(4);
      await wait(4000);
      const deleted = () => node.platform.files.list(log.directory).filter((name) => name.endsWith('.log.deleted')).length;
      expect(deleted()).toBe(2);
      await wait(11_000);
      expect(deleted()).toBe(0);
    }));

  it('goes on with the others when a log is deleted meanwhile', () =>
    tell({ retentionCheckIntervalMs: 1_000_000 }, async ({ create, manager, node }) => {
      const logs = ['a', 'b', 'c'].map((topic) => create(topic, { retentionMs: 1000 }));
      for (const log of logs) {
        fill(log, 60, node.platform.clock.now() - 100_000);
        await log.flush();
        log.updateHighWatermark(60);
      }
      const steps = manager.retentionSteps(node.platform.clock.now());
      steps.next();
      await manager.delete(logs[1]!);
      while (steps.next().done !== true);
      expect(manager.directories[0]!.error).toBeNull();
      expect([logs[0]!.sizeInBytes, logs[2]!.sizeInBytes]).toEqual([0, 0]);
    }));
});

describe('flushing', () => {
  it('happens after flush.ms, looked at each log.flush.scheduler.interval.ms', () =>
    tell({ flushCheckIntervalMs: 100 }, async ({ create, node, wait }) => {
      const log = create('t', { flushMs: 1000, segmentBytes: 1_000_000 });
      await wait(1500);
      fill(log, 1, node.platform.clock.now());
      await wait(150);
      expect(log.flushedOffset).toBe(1);
      fill(log, 1, node.platform.clock.now());
      await wait(500);
      expect([log.writtenOffset, log.flushedOffset]).toEqual([2, 1]);
      await wait(700);
      expect(log.flushedOffset).toBe(2);
    }));

  it('happens after so many records as flush.messages says', () =>
    tell({}, async ({ create, node, wait }) => {
      const log = create('t', { flushMessages: 3, segmentBytes: 1_000_000 });
      fill(log, 2, node.platform.clock.now());
      await wait(100);
      expect([log.writtenOffset, log.flushedOffset]).toEqual([2, 0]);
      fill(log, 1, node.platform.clock.now());
      await wait(100);
      expect(log.flushedOffset).toBe(3);
    }));

  it('happens in the background when tens of megabytes are dirty', () =>
    tell({}, async ({ create, node, wait }) => {
      const log = create('t', { segmentBytes: 1_000_000_000, maxMessageBytes: 10_000_000 });
      // Key and value: six megabytes a batch.
      const large = 'x'.repeat(3_000_000);
      for (let index = 0; index < 5; index++) log.append(batchOf([large]), { ...asClient, now: node.platform.clock.now() });
      await log.whenWritten(5);
      await wait(5000);
      expect([log.writtenOffset, log.flushedOffset]).toEqual([5, 0]);
      log.append(batchOf([large]), { ...asClient, now: node.platform.clock.now() });
      await log.whenWritten(6);
      await wait(5000);
      expect(log.flushedOffset).toBe(6);
    }));
});

describe('producers', () => {
  it('are forgotten producer.id.expiration.ms after their last record', () =>
    tell({ producerExpirationCheckIntervalMs: 1000 }, async ({ create, node, wait }) => {
      const log = create('t', { producerIdExpirationMs: 5000 });
      const now = node.platform.clock.now();
      log.append(batchOf(['a'], { timestamp: now, producerId: 5, producerEpoch: 0, baseSequence: 0 }), { ...asClient, now });
      await wait(4000);
      expect(log.activeProducers()).toHaveLength(1);
      await wait(2100);
      expect(log.activeProducers()).toEqual([]);
    }));
});

describe('checkpoints', () => {
  const textOf = (node: SimulatedNode, name: string): string => new TextDecoder().decode(node.platform.files.readAll(`/disk/${name}`));

  it('are written once more for what changed while one was being written', () =>
    tell({}, async ({ manager, create, node }) => {
      const log = create('t');
      fill(log, 5, node.platform.clock.now());
      await log.flush();
      const before = manager.checkpointRecoveryPoints();
      await manager.delete(log);
      await before;
      // A new topic of that name is not recovered from where the old one had come to.
      expect(textOf(node, 'recovery-point-offset-checkpoint')).toBe('0\n0\n');
    }));

  it('say where recovery begins, where logs begin, and what is replicated', () =>
    tell({ recoveryPointCheckpointIntervalMs: 1000, logStartOffsetCheckpointIntervalMs: 1000, highWatermarkCheckpointIntervalMs: 1000 }, async ({ create, node, wait }) => {
      const log = create('t', { segmentBytes: 1_000_000 });
      fill(log, 5, node.platform.clock.now());
      await log.flush();
      log.updateHighWatermark(4);
      log.deleteRecordsBefore(2);
      await wait(1500);
      expect(textOf(node, 'recovery-point-offset-checkpoint')).toBe('0\n1\nt 0 5\n');
      expect(textOf(node, 'replication-offset-checkpoint')).toBe('0\n1\nt 0 4\n');
      expect(textOf(node, 'log-start-offset-checkpoint')).toBe('0\n1\nt 0 2\n');
    }));
});

describe('a log that is deleted while a flush is under way', () => {
  const epochsOf = (log: Log): string => new TextDecoder().decode(log.files.readAll(`${log.directory}/leader-epoch-checkpoint`));

  it.each(Array.from({ length: 40 }, (_, index) => index))('takes no directory offline, and leaves what gets its name alone (%i)', (step) =>
    tell({ fileDeleteDelayMs: step % 2 === 0 ? 60_000 : 1 }, async ({ create, manager, node, wait }) => {
      Object.assign(node.disk.faults, { slowness: 5 });
      const old = create('t');
      old.append(batchOf(['a', 'b', 'c']), asClient);
      old.roll();
      old.append(batchOf(['d'], { partitionLeaderEpoch: 7 }), { ...asClient, leaderEpoch: 7 });
      old.flush().catch(() => {});
      await wait(step / 4);
      const deleted = manager.delete(old);
      const anew = create('t');
      anew.append(batchOf(['e']), { ...asClient, leaderEpoch: 0 });
      await deleted;
      await anew.flush();
      await wait(1000);
      expect(manager.directories[0]!.error).toBeNull();
      expect(epochsOf(anew)).toBe('0\n1\n0 0\n');
      expect(node.platform.files.list(anew.directory)).toEqual(['00000000000000000000.log', 'leader-epoch-checkpoint', 'partition.metadata']);
    }));
});
