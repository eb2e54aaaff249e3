import { ErrorCode } from '@millrace/protocol';
import { openLog, StorageError } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { asClient, batchOf, bytesAt, logOptions, memoryEnvironment, newLog, recordsFrom, startMs, valuesFrom } from './world.js';

describe('append and read', () => {
  it('assigns offsets and leader epoch in place and gives the same bytes back', async () => {
    const log = await newLog();
    const batch = batchOf(['a', 'b', 'c']);
    expect(log.append(batch, { ...asClient, leaderEpoch: 7 })).toEqual({
      errorCode: 0,
      errorMessage: null,
      baseOffset: 0,
      lastOffset: 2,
      logAppendTimeMs: -1,
      duplicate: false,
      recordErrors: [],
    });
    expect(log.append(batchOf(['d']), { ...asClient, leaderEpoch: 7 }).baseOffset).toBe(3);
    expect(log.logEndOffset).toBe(4);
    expect((await bytesAt(log, 0)).subarray(0, batch.length)).toEqual(batch);
    expect(await valuesFrom(log, 0)).toEqual(['a', 'b', 'c', 'd']);
    expect(log.leaderEpochs.entries).toEqual([{ epoch: 7, startOffset: 0 }]);
  });

  it('serves what is decided and not yet written, and later the same from the file', async () => {
    const log = await newLog();
    log.append(batchOf(['a']), asClient);
    expect(log.writtenOffset).toBe(0);
    expect(await valuesFrom(log, 0)).toEqual(['a']);
    await log.whenWritten(1);
    expect(log.writtenOffset).toBe(1);
    expect(await valuesFrom(log, 0)).toEqual(['a']);
  });

  it('tells written and flushed apart', async () => {
    const log = await newLog();
    const heard: number[][] = [];
    log.onWritten = (it) => heard.push([it.writtenOffset, it.flushedOffset]);
    log.append(batchOf(['a', 'b']), asClient);
    expect(heard).toEqual([]);
    await log.whenWritten(2);
    expect(log.flushedOffset).toBe(0);
    await log.whenFlushed(2);
    expect(heard).toEqual([[2, 0], [2, 2]]);
    expect(log.recoveryPoint).toBe(2);
  });

  it('flushes each append by itself with flush.messages=1', async () => {
    const log = await newLog(memoryEnvironment(), { flushMessages: 1 });
    log.append(batchOf(['a']), asClient);
    await new Promise<void>((resolve) => {
      log.onWritten = (it) => {
        if (it.flushedOffset === 1) resolve();
      };
    });
    expect(log.flushedOffset).toBe(1);
  });

  it('reads up to the high watermark, whole batches from any offset, and one batch however large', async () => {
    const log = await newLog();
    for (const value of ['a', 'b', 'c', 'd']) log.append(batchOf([value, `${value}2`]), asClient);
    await log.whenWritten(8);
    expect(log.read(0, 1000, { upTo: 'highWatermark', minOneBatch: true }).records).toBeNull();
    expect(log.updateHighWatermark(4)).toBe(true);
    expect(log.updateHighWatermark(3)).toBe(false);
    expect((await recordsFrom(log, 1, 'highWatermark')).map((record) => record.value)).toEqual(['a2', 'b', 'b2']);
    const one = log.read(5, 1, { upTo: 'logEnd', minOneBatch: true }).records!;
    expect(one.byteLength).toBe(batchOf(['c', 'c2']).length);
    expect(log.read(5, 10, { upTo: 'logEnd', minOneBatch: false }).records).toBeNull();
    expect(log.read(5, one.byteLength, { upTo: 'logEnd', minOneBatch: false }).records!.byteLength).toBe(one.byteLength);
    expect(log.read(9, 1000, { upTo: 'logEnd', minOneBatch: true }).errorCode).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    expect(log.read(-1, 1000, { upTo: 'logEnd', minOneBatch: true }).errorCode).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    expect(log.read(0.5, 1000, { upTo: 'logEnd', minOneBatch: true }).errorCode).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    expect(log.read(8, 1000, { upTo: 'logEnd', minOneBatch: true })).toMatchObject({ errorCode: 0, records: null });
  });

  it('stamps append times where the topic asks', async () => {
    const log = await newLog(memoryEnvironment(), { messageTimestampType: 'LogAppendTime' });
    expect(log.append(batchOf(['a', 'b']), { ...asClient, now: startMs + 500 }).logAppendTimeMs).toBe(startMs + 500);
    expect((await recordsFrom(log, 0)).map((record) => record.timestamp)).toEqual([startMs + 500, startMs + 500]);
  });

  it('compresses as the topic asks', async () => {
    const log = await newLog(memoryEnvironment(), { compressionType: 'gzip' });
    const values = Array.from({ length: 50 }, (_, index) => `value-${index}`);
    log.append(batchOf(values), asClient);
    expect(log.sizeInBytes).toBeLessThan(batchOf(values).length);
    expect(await valuesFrom(log, 0)).toEqual(values);
  });
});

describe('what an append refuses, without a change', () => {
  const cases: [string, Uint8Array, number, object?][] = [
    ['nothing', new Uint8Array(0), ErrorCode.INVALID_RECORD],
    ['noise', new Uint8Array(100).fill(7), ErrorCode.CORRUPT_MESSAGE],
    ['a wrong checksum', batchOf(['a']).map((byte, at) => (at === 70 ? byte ^ 1 : byte)), ErrorCode.CORRUPT_MESSAGE],
    ['two batches', new Uint8Array([...batchOf(['a']), ...batchOf(['b'])]), ErrorCode.INVALID_RECORD],
    ['a batch that is too large', batchOf(['x'.repeat(500)]), ErrorCode.MESSAGE_TOO_LARGE, { maxMessageBytes: 300 }],
    ['a batch larger than a segment', batchOf(['x'.repeat(500)]), ErrorCode.RECORD_LIST_TOO_LARGE, { segmentBytes: 300 }],
    ['a time too far ahead', batchOf(['a'], { timestamp: startMs + 4_000_000 }), ErrorCode.INVALID_TIMESTAMP],
    ['a control batch of a client', batchOf(['a'], { control: true }), ErrorCode.INVALID_RECORD],
  ];
  it.each(cases)('%s', async (_name, batch, errorCode, config = {}) => {
    const log = await newLog(memoryEnvironment(), config);
    const result = log.append(batch, asClient);
    expect(result.errorCode).toBe(errorCode);
    expect(result.errorMessage).toMatch(/\w/);
    expect(log.logEndOffset).toBe(0);
    expect(log.sizeInBytes).toBe(0);
  });

  it('a closed log', async () => {
    const log = await newLog();
    await log.close();
    expect(() => log.append(batchOf(['a']), asClient)).toThrow(StorageError);
    expect(() => log.read(0, 10, { upTo: 'logEnd', minOneBatch: true })).toThrow('closed');
  });
});

describe('opening again', () => {
  it('after a close has everything and recovers nothing', async () => {
    const environment = memoryEnvironment();
    const log = await newLog(environment, { segmentBytes: 400 });
    for (let index = 0; index < 20; index++) log.append(batchOf([`v${index}`]), asClient);
    await log.close();
    const again = await openLog(environment, logOptions({}, { wasClosed: true, recoveryPoint: 20, highWatermark: 20 }));
    expect(again.logEndOffset).toBe(20);
    expect(again.recoveryPoint).toBe(20);
    expect(again.segments.all.length).toBeGreaterThan(3);
    expect((await valuesFrom(again, 7))[0]).toBe('v7');
    expect(again.append(batchOf(['more']), asClient).baseOffset).toBe(20);
    expect((await valuesFrom(again, 0)).length).toBe(21);
  });
});
