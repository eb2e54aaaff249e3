/** A partition whose log a crash has left with records that were written and not flushed. */
import { nodePlatform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { RecordBatchBuilder } from '@millrace/protocol';
import { defaultLogConfig, openLog, type Log, type LogEnvironment } from '@millrace/storage';
import { expect, test } from 'vitest';
import { Partition } from '../src/replication/partition.js';

const nowMs = 1_760_000_000_000;

function open(environment: LogEnvironment, flushMessages: number): Promise<Log> {
  const config = { ...defaultLogConfig, flushMessages };
  return openLog(environment, {
    directory: '/data/orders-0', topic: 'orders', partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config,
    wasClosed: false, recoveryPoint: 0, logStartOffset: 0, highWatermark: 0,
  });
}

test('with flush.messages=1 they are flushed, so that readers see them and a repeated batch is answered', async () => {
  const environment = { ...nodePlatform({ log: { level: 'error' } }), files: memoryFiles() };
  const before = await open(environment, Number.MAX_SAFE_INTEGER);
  const batch = new RecordBatchBuilder({ producerId: 7, producerEpoch: 0, baseSequence: 0 });
  batch.append(nowMs, null, new Uint8Array(10));
  const bytes = batch.build().slice();
  before.append(bytes.slice(), { leaderEpoch: 0, origin: 'client', now: nowMs });
  await before.whenWritten(1);
  before.abandon();

  const partition = new Partition(await open(environment, 1), 1);
  expect(partition.log.logEndOffset).toBe(1);
  expect(partition.append(bytes.slice(), 'client', nowMs)).toMatchObject({ duplicate: true, baseOffset: 0 });
  const errorCode = await new Promise<number>((resolve) => partition.whenCommitted(1, resolve));
  expect(errorCode).toBe(0);
  expect(partition.log).toMatchObject({ flushedOffset: 1, highWatermark: 1 });
});
