/** What the tests of this package stand on: a platform in memory, batches, and records read back as plain values. */
import { nodeClock, nodeRandom, nodeTimers, type Files } from '@millrace/platform';
import { memoryFiles, memoryLogger } from '@millrace/platform/memory';
import { RecordBatchBuilder, RecordReader, type RecordBatchOptions } from '@millrace/protocol';
import { defaultLogConfig, openLog, type AppendOptions, type Log, type LogConfig, type LogEnvironment, type OpenLogOptions } from '@millrace/storage';

export const startMs = 1_760_000_000_000;

export function environmentOver(files: Files): LogEnvironment {
  const clock = nodeClock();
  return { clock, timers: nodeTimers(), random: nodeRandom(), files, logger: memoryLogger(clock) };
}

export function memoryEnvironment(): LogEnvironment {
  return environmentOver(memoryFiles());
}

export function logOptions(config: Partial<LogConfig> = {}, more: Partial<OpenLogOptions> = {}): OpenLogOptions {
  return {
    directory: '/data/orders-0',
    topic: 'orders',
    partition: 0,
    topicId: 'AAAAAAAAAAAAAAAAAAAAAQ',
    config: { ...defaultLogConfig, ...config },
    wasClosed: false,
    recoveryPoint: 0,
    logStartOffset: 0,
    highWatermark: 0,
    ...more,
  };
}

export function newLog(environment: LogEnvironment = memoryEnvironment(), config: Partial<LogConfig> = {}): Promise<Log> {
  return openLog(environment, logOptions(config));
}

const text = new TextEncoder();

/** A batch of records with these values, a millisecond apart. */
export function batchOf(values: readonly string[], options: RecordBatchOptions & { timestamp?: number } = {}): Uint8Array {
  const builder = new RecordBatchBuilder(options);
  const timestamp = options.timestamp ?? startMs;
  for (const [index, value] of values.entries()) builder.append(timestamp + index, text.encode(`key-${value}`), text.encode(value));
  return builder.build().slice();
}

export const asClient: AppendOptions = { leaderEpoch: 0, origin: 'client', now: startMs };
export const asCoordinator: AppendOptions = { leaderEpoch: 0, origin: 'coordinator', now: startMs };

export interface ReadRecord {
  offset: number;
  timestamp: number;
  value: string | null;
}

/** All bytes that a read gives. */
export async function bytesAt(log: Log, offset: number, maxBytes = 1_048_576, upTo: 'logEnd' | 'highWatermark' | 'lastStable' = 'logEnd'): Promise<Uint8Array> {
  const { records, errorCode } = log.read(offset, maxBytes, { upTo, minOneBatch: true });
  if (errorCode !== 0) throw new Error(`read of ${offset}: error ${errorCode}`);
  if (records === null) return new Uint8Array(0);
  const bytes = new Uint8Array(records.byteLength);
  await records.readInto(bytes, 0, 0, bytes.length);
  records.release();
  return bytes;
}

/** Every record from an offset to the end, over as many reads as it takes. */
export async function recordsFrom(log: Log, offset: number, upTo: 'logEnd' | 'highWatermark' | 'lastStable' = 'logEnd', maxBytes?: number): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  let next = offset;
  for (;;) {
    const reader = new RecordReader(await bytesAt(log, next, maxBytes, upTo));
    const before = next;
    while (reader.nextBatch()) {
      next = reader.lastOffset + 1;
      if (reader.isControl) continue;
      for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
        if (record.offset < offset) continue;
        records.push({ offset: record.offset, timestamp: record.timestamp, value: record.value === null ? null : new TextDecoder().decode(record.value) });
      }
    }
    if (next === before) return records;
  }
}

export async function valuesFrom(log: Log, offset: number): Promise<(string | null)[]> {
  return (await recordsFrom(log, offset)).map((record) => record.value);
}

/** Takes all steps at once. */
export function drain<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
