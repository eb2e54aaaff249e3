import { memoryFiles } from '@millrace/platform/memory';
import { buildEndTransactionMarker, ErrorCode } from '@millrace/protocol';
import { openLog, type Log } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { asClient, asCoordinator, batchOf, drain, environmentOver, logOptions, memoryEnvironment, newLog, startMs, valuesFrom } from './world.js';

const keepProducers = { producerIdExpirationMs: 2 ** 63 };

function send(log: Log, baseSequence: number, options: { epoch?: number; count?: number; transactional?: boolean; producerId?: number } = {}): ReturnType<Log['append']> {
  const { epoch = 0, count = 2, transactional = false, producerId = 9 } = options;
  const values = Array.from({ length: count }, (_, index) => `${baseSequence + index}`);
  return log.append(batchOf(values, { producerId, producerEpoch: epoch, baseSequence, transactional }), asClient);
}

describe('idempotent producers', () => {
  it('get the offsets of a batch among the last five again, and an error for an older one or a gap', async () => {
    const log = await newLog();
    for (let sequence = 0; sequence < 14; sequence += 2) send(log, sequence);
    expect(send(log, 12)).toMatchObject({ errorCode: 0, duplicate: true, baseOffset: 12, lastOffset: 13 });
    expect(send(log, 4)).toMatchObject({ errorCode: 0, duplicate: true, baseOffset: 4, lastOffset: 5 });
    expect(send(log, 2).errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
    expect(send(log, 16).errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
    expect(log.logEndOffset).toBe(14);
  });

  it('begin a new epoch at sequence 0 and are fenced in an old one', async () => {
    const log = await newLog();
    send(log, 0);
    expect(send(log, 2, { epoch: 1 }).errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
    expect(send(log, 0, { epoch: 1 }).errorCode).toBe(0);
    expect(send(log, 2, { epoch: 0 }).errorCode).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
  });

  it('are remembered over a close and over a crash', async () => {
    for (const closes of [true, false]) {
      const environment = memoryEnvironment();
      const log = await newLog(environment, keepProducers);
      send(log, 0);
      send(log, 2);
      await log.whenWritten(4);
      if (closes) await log.close();
      else log.abandon();
      const again = await openLog(environment, logOptions(keepProducers, { wasClosed: closes }));
      expect(send(again, 2)).toMatchObject({ duplicate: true, baseOffset: 2 });
      expect(send(again, 4)).toMatchObject({ errorCode: 0, baseOffset: 4 });
    }
  });

  it('are remembered with all their last five batches, also when those are only in a snapshot', async () => {
    for (const closes of [true, false]) {
      const environment = memoryEnvironment();
      const log = await newLog(environment, keepProducers);
      for (let sequence = 0; sequence < 12; sequence += 2) send(log, sequence);
      send(log, 0, { producerId: 10 });
      log.roll();
      await log.flush();
      if (closes) await log.close();
      else log.abandon();
      const again = await openLog(environment, logOptions(keepProducers, { wasClosed: closes, recoveryPoint: 14 }));
      expect(send(again, 2)).toMatchObject({ duplicate: true, baseOffset: 2 });
      expect(send(again, 10)).toMatchObject({ duplicate: true, baseOffset: 10 });
      expect(send(again, 0, { producerId: 10 })).toMatchObject({ duplicate: true, baseOffset: 12 });
      expect(send(again, 0).errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
      expect(send(again, 12)).toMatchObject({ errorCode: 0, duplicate: false, baseOffset: 14 });
      expect(again.activeProducers().map(({ producerId, lastSequence }) => [producerId, lastSequence])).toEqual([[9, 13], [10, 1]]);
    }
  });

  it('expire', async () => {
    const log = await newLog(memoryEnvironment(), { producerIdExpirationMs: 1000 });
    send(log, 0);
    log.producerState.expire(startMs + 1);
    expect(log.activeProducers().length).toBe(1);
    log.producerState.expire(startMs + 5000);
    expect(log.activeProducers()).toEqual([]);
  });
});

describe('transactions', () => {
  it('hold the last stable offset until their marker is replicated, and leave what was aborted', async () => {
    const log = await newLog(memoryEnvironment(), keepProducers);
    send(log, 0, { transactional: true });
    log.append(batchOf(['plain']), asClient);
    log.updateHighWatermark(3);
    expect(log.firstUnstableOffset).toBe(0);
    expect(log.lastStableOffset).toBe(0);
    const marker = buildEndTransactionMarker({ type: 'ABORT', coordinatorEpoch: 1, producerId: 9, producerEpoch: 0, timestamp: startMs });
    expect(log.append(marker, asCoordinator).errorCode).toBe(0);
    expect(log.lastStableOffset).toBe(0);
    log.updateHighWatermark(4);
    expect(log.lastStableOffset).toBe(4);
    expect(log.collectAborted(0, 4)).toEqual([{ producerId: 9, firstOffset: 0 }]);
    expect(log.collectAborted(4, 5)).toEqual([]);
  });
});

describe('damage', () => {
  const torn: [string, (bytes: Uint8Array) => Uint8Array, number][] = [
    ['a torn tail', (bytes) => bytes.subarray(0, bytes.length - 7), 9],
    ['zeros at the end', (bytes) => new Uint8Array([...bytes, ...new Uint8Array(500)]), 10],
    ['noise at the end', (bytes) => new Uint8Array([...bytes, ...new Uint8Array(500).fill(0x5a)]), 10],
    ['a flipped bit in the middle', (bytes) => bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) + 3 ? byte ^ 4 : byte)), 5],
  ];
  it.each(torn)('%s is cut', async (_name, damage, end) => {
    const files = memoryFiles();
    const log = await newLog(environmentOver(files));
    for (let index = 0; index < 10; index++) log.append(batchOf([`v${index}`]), asClient);
    await log.whenWritten(10);
    log.abandon();
    const path = '/data/orders-0/00000000000000000000.log';
    files.replace(path, damage(files.readAll(path).slice()));
    const again = await openLog(environmentOver(files), logOptions());
    expect(again.logEndOffset).toBe(end);
    expect(await valuesFrom(again, 0)).toEqual(Array.from({ length: end }, (_, index) => `v${index}`));
    expect(again.append(batchOf(['next']), asClient).baseOffset).toBe(end);
  });
});

describe('taking away', () => {
  it('truncates to an offset, and a reader of the old bytes is told', async () => {
    const log = await newLog();
    for (let index = 0; index < 6; index++) log.append(batchOf([`v${index}`]), asClient);
    await log.whenWritten(6);
    const slice = log.read(0, 10_000, { upTo: 'logEnd', minOneBatch: true }).records!;
    expect(log.truncateTo(3)).toBe(true);
    expect(log.truncateTo(3)).toBe(false);
    expect(() => slice.readInto(new Uint8Array(slice.byteLength), 0, 0, slice.byteLength)).toThrow('truncated');
    slice.release();
    log.append(batchOf(['new']), asClient);
    expect(await valuesFrom(log, 0)).toEqual(['v0', 'v1', 'v2', 'new']);
    log.truncateFullyAndStartAt(40);
    expect([log.logStartOffset, log.logEndOffset]).toEqual([40, 40]);
    expect(() => log.truncateTo(-1)).toThrow(RangeError);
  });

  it('deletes by size, by time and up to an offset, never beyond the high watermark', async () => {
    const log = await newLog(memoryEnvironment(), { segmentBytes: 250, retentionBytes: 400, retentionMs: -1 });
    for (let index = 0; index < 20; index++) log.append(batchOf([`v${index}`]), asClient);
    await log.flush();
    expect(log.applyRetention(startMs)).toBe(0);
    expect(() => log.deleteRecordsBefore(1)).toThrow(RangeError);
    log.updateHighWatermark(20);
    expect(log.applyRetention(startMs)).toBeGreaterThan(3);
    expect(log.sizeInBytes).toBeGreaterThanOrEqual(400);
    expect(log.deleteRecordsBefore(19)).toBe(true);
    expect(await valuesFrom(log, 19)).toEqual(['v19']);
    log.updateConfig({ ...log.config, retentionBytes: -1, retentionMs: 1000 });
    log.applyRetention(startMs + 10_000);
    expect([log.logStartOffset, log.logEndOffset, log.sizeInBytes]).toEqual([20, 20, 0]);
  });

  it('finds offsets by time', async () => {
    const log = await newLog();
    for (let index = 0; index < 5; index++) log.append(batchOf(['a', 'b'], { timestamp: startMs + index * 100 }), asClient);
    expect(drain(log.offsetForTimestamp(startMs + 101))).toEqual({ offset: 3, timestamp: startMs + 101, leaderEpoch: 0 });
    expect(drain(log.offsetForTimestamp(startMs + 9999))).toBeNull();
    expect(drain(log.maxTimestampOffset())).toMatchObject({ offset: 9, timestamp: startMs + 401 });
  });
});

it('a full disk takes the log back to what is written and refuses appends from then on', async () => {
  const environment = environmentOver(memoryFiles({ capacityBytes: 3000 }));
  const log = await newLog(environment);
  log.append(batchOf(['a']), asClient);
  await log.whenWritten(1);
  log.append(batchOf(['x'.repeat(5000)]), asClient);
  await expect(log.whenWritten(2)).rejects.toMatchObject({ name: 'StorageError', kind: 'io' });
  expect([log.logEndOffset, log.writtenOffset]).toEqual([1, 1]);
  expect(log.append(batchOf(['b']), asClient).errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
  expect(await valuesFrom(log, 0)).toEqual(['a']);
});
