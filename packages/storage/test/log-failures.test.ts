/** A disk that fails under a log: the log goes offline, says so to whoever asks, and takes its directory with it. Nothing throws. */
import { Simulation, type SimulatedNode } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { defaultLogConfig, formatDirectory, LogManager, type Log } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { asClient, batchOf, drain } from './world.js';

const config = { ...defaultLogConfig, segmentBytes: 300 };
const everything = { upTo: 'logEnd', minOneBatch: true } as const;

interface Told {
  manager: LogManager;
  log: Log;
  node: SimulatedNode;
}

async function onSimulatedDisk(story: (told: Told) => Promise<void>): Promise<void> {
  const simulation = new Simulation(1);
  const node = simulation.node('node');
  const { platform } = node;
  const tell = async (): Promise<void> => {
    formatDirectory(platform.files, '/disk', { version: 1, clusterId: 'cluster', nodeId: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' });
    const manager = await LogManager.open({ platform, directories: ['/disk'], clusterId: 'cluster', nodeId: 1 });
    const log = manager.create({ topic: 'orders', partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config });
    log.append(batchOf(['a', 'b']), asClient);
    await log.whenWritten(2);
    await story({ manager, log, node });
    await manager.shutdown(1);
  };
  await simulation.complete(tell(), { maxTimeMs: 60_000 });
}

describe('a failed file call', () => {
  it('of a read is answered with KAFKA_STORAGE_ERROR, and the log is offline', () =>
    onSimulatedDisk(async ({ manager, log, node }) => {
      node.disk.failNext('read', 'EIO', '.log');
      expect(log.read(0, 1000, everything)).toMatchObject({ errorCode: ErrorCode.KAFKA_STORAGE_ERROR, records: null });
      expect(log.failure?.message).toContain('EIO');
      expect(manager.directories[0]!.error).toBe(log.failure);
      expect(log.append(batchOf(['c']), asClient).errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    }));

  it('of the roll in an append refuses the append', () =>
    onSimulatedDisk(async ({ log, node }) => {
      log.append(batchOf(['c'], { producerId: 1, producerEpoch: 0, baseSequence: 0 }), asClient);
      await log.whenWritten(3);
      node.disk.failNext('open', 'EACCES', '.snapshot');
      expect(log.append(batchOf(['x'.repeat(60)]), asClient).errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
      expect(log.failure?.message).toContain('EACCES');
      expect(log.logEndOffset).toBe(3);
    }));

  it('of a look-up by time finds nothing', () =>
    onSimulatedDisk(async ({ log, node }) => {
      node.disk.failNext('read', 'EIO', '.log');
      expect(drain(log.offsetForTimestamp(0))).toBeNull();
      expect(log.failure?.message).toContain('EIO');
    }));

  it('tells the directory and who waits for appends, both', () =>
    onSimulatedDisk(async ({ manager, log, node }) => {
      let takenBackTo = -1;
      log.onTakenBack = () => (takenBackTo = log.logEndOffset);
      log.append(batchOf(['c']), asClient);
      node.disk.failNext('write', 'ENOSPC', '.log');
      await expect(log.whenWritten(3)).rejects.toThrow('ENOSPC');
      expect(takenBackTo).toBe(2);
      expect(manager.directories[0]!.error).toBe(log.failure);
    }));
});
