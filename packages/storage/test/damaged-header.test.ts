/** A batch header that is damaged where nothing is recovered: what stands behind it is not to be found, and must not be passed over. */
import { memoryFiles } from '@millrace/platform/memory';
import { ErrorCode, ProtocolError } from '@millrace/protocol';
import { openLog, type Log, type LogConfig, type OpenLogOptions } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { asClient, batchOf, drain, environmentOver, logOptions, startMs, valuesFrom } from './world.js';

const SIZE_AT = 8;
const MAGIC_AT = 16;
const config: Partial<LogConfig> = { segmentBytes: 500, indexIntervalBytes: 4096, producerIdExpirationMs: 2 ** 63 };

/** Segments of a few batches each; the header of the second batch of the first one is changed. */
async function damagedLog(change: (header: DataView) => void, more: Partial<OpenLogOptions> = { wasClosed: true }): Promise<Log> {
  const files = memoryFiles();
  const log = await openLog(environmentOver(files), logOptions(config));
  for (let index = 0; index < 20; index++) {
    const producer = { producerId: 9, producerEpoch: 0, baseSequence: index };
    log.append(batchOf([`v${index}`], { ...producer, timestamp: startMs + index * 10 }), asClient);
  }
  await log.close();
  const path = '/data/orders-0/00000000000000000000.log';
  const bytes = files.readAll(path).slice();
  const second = SIZE_AT + 4 + new DataView(bytes.buffer).getInt32(SIZE_AT);
  change(new DataView(bytes.buffer, second));
  files.replace(path, bytes);
  if (more.wasClosed !== true) for (const name of files.list('/data/orders-0')) if (name.endsWith('.snapshot')) files.removeSync(`/data/orders-0/${name}`);
  return openLog(environmentOver(files), logOptions(config, more));
}

describe.each([
  ['a size of zero', (header: DataView) => header.setInt32(SIZE_AT, 0)],
  ['a size beyond the file', (header: DataView) => header.setInt32(SIZE_AT, 1_000_000)],
  ['an unknown magic', (header: DataView) => header.setInt8(MAGIC_AT, 7)],
])('%s in a header', (_, change) => {
  it('is told to who reads there, and to nobody else', async () => {
    const log = await damagedLog(change);
    const options = { upTo: 'logEnd', minOneBatch: true } as const;
    expect(log.read(0, 1, options).errorCode).toBe(0);
    expect(log.read(1, 1000, options)).toMatchObject({ errorCode: ErrorCode.CORRUPT_MESSAGE, records: null, highWatermark: 0, logEndOffset: 20 });
    const nextSegment = log.segments.at(1)!.baseOffset;
    expect(log.read(nextSegment - 1, 1000, options).errorCode).toBe(ErrorCode.CORRUPT_MESSAGE);
    expect((await valuesFrom(log, nextSegment))[0]).toBe(`v${nextSegment}`);
    expect(log.failure).toBeNull();
  });

  it('ends what is read before it where the bound lies behind it', async () => {
    const log = await damagedLog(change);
    log.updateHighWatermark(2);
    const { records } = log.read(0, 10_000, { upTo: 'highWatermark', minOneBatch: true });
    expect(records?.byteLength).toBe(batchOf(['v0']).length);
    records!.release();
  });

  it('is told to who looks for a time in there', async () => {
    const log = await damagedLog(change);
    expect(drain(log.offsetForTimestamp(startMs))).toMatchObject({ offset: 0 });
    expect(() => drain(log.offsetForTimestamp(startMs + 20))).toThrow(ProtocolError);
    expect(drain(log.maxTimestampOffset())).toMatchObject({ offset: 19 });
    expect(log.failure).toBeNull();
  });

  it('keeps a log from being opened without the producers behind it', async () => {
    await expect(damagedLog(change, { recoveryPoint: 19, wasClosed: false })).rejects.toMatchObject({ name: 'StorageError', kind: 'corrupt' });
  });
});
