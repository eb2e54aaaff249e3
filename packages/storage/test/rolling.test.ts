/** When a segment ends and the next begins. */
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import type { Log } from '@millrace/storage';
import { asClient, batchOf, memoryEnvironment, newLog, startMs, valuesFrom } from './world.js';

const basesOf = (log: Log): number[] => log.segments.all.map((segment) => segment.baseOffset);
const oneBatch = batchOf(['a']).length;

describe('a segment ends', () => {
  it('where the next batch would not fit into segment.bytes', async () => {
    const log = await newLog(memoryEnvironment(), { segmentBytes: 2 * oneBatch });
    for (let index = 0; index < 5; index++) log.append(batchOf(['a']), asClient);
    expect(basesOf(log)).toEqual([0, 2, 4]);
    await log.flush();
    expect(log.files.list(log.directory).filter((name) => name.endsWith('.log'))).toEqual([0, 2, 4].map((base) => `${String(base).padStart(20, '0')}.log`));
    expect(await valuesFrom(log, 0)).toEqual(['a', 'a', 'a', 'a', 'a']);
  });

  it('when its first batch is older than segment.ms, by the times of the records', async () => {
    const log = await newLog(memoryEnvironment(), { segmentMs: 1000 });
    for (const time of [0, 1000, 1001, 1500, 2002]) log.append(batchOf(['a'], { timestamp: startMs + time }), asClient);
    expect(basesOf(log)).toEqual([0, 2, 4]);
  });

  it('earlier by a part of segment.jitter.ms', async () => {
    const log = await newLog(memoryEnvironment(), { segmentMs: 1000, segmentJitterMs: 1000 });
    const [segment] = log.segments.all;
    expect(segment!.rollJitterMs).toBeGreaterThanOrEqual(0);
    expect(segment!.rollJitterMs).toBeLessThan(1000);
    log.append(batchOf(['a']), asClient);
    log.append(batchOf(['a'], { timestamp: startMs + 1001 - segment!.rollJitterMs }), asClient);
    expect(basesOf(log)).toEqual([0, 1]);
  });

  it('when an index is full', async () => {
    // Three entries of 8 bytes; two of 12, one of which is kept for the end.
    const log = await newLog(memoryEnvironment(), { segmentIndexBytes: 24, indexIntervalBytes: 1 });
    for (let index = 0; index < 6; index++) log.append(batchOf(['a'], { timestamp: startMs + index }), asClient);
    expect(log.segments.all.length).toBeGreaterThan(1);
    for (const segment of log.segments.all) {
      expect(segment.offsetIndex.count).toBeLessThanOrEqual(3);
      expect(segment.timeIndex.count).toBeLessThanOrEqual(2);
    }
    expect(await valuesFrom(log, 0)).toHaveLength(6);
  });

  it('and leaves a producer snapshot at the base of the next', async () => {
    const log = await newLog(memoryEnvironment(), { segmentBytes: 2 * oneBatch });
    for (let sequence = 0; sequence < 3; sequence++) log.append(batchOf(['a'], { producerId: 5, producerEpoch: 0, baseSequence: sequence }), asClient);
    expect(basesOf(log)).toEqual([0, 2]);
    expect(log.producerState.snapshots.offsets).toEqual([2]);
  });
});

describe('recompression', () => {
  it('refuses what becomes larger than the topic allows', async () => {
    const log = await newLog(memoryEnvironment(), { compressionType: 'uncompressed', maxMessageBytes: 2000, segmentBytes: 100_000 });
    const packed = batchOf(['x'.repeat(5000)], { codec: 1 });
    expect(packed.length).toBeLessThan(1000);
    expect(log.append(packed, asClient)).toMatchObject({ errorCode: ErrorCode.MESSAGE_TOO_LARGE });
    log.updateConfig({ ...log.config, maxMessageBytes: 1_000_000, segmentBytes: 2000 });
    expect(log.append(batchOf(['x'.repeat(5000)], { codec: 1 }), asClient)).toMatchObject({ errorCode: ErrorCode.RECORD_LIST_TOO_LARGE });
    expect(log.logEndOffset).toBe(0);
  });
});
