import type { Log } from '@millrace/storage';
import { ErrorCode } from '@millrace/protocol';
import { expect, it } from 'vitest';
import { Partition } from '../src/replication/partition.js';

/** As far as a partition looks at it. */
class FakeLog {
  readonly topic = 't';
  readonly topicId = '';
  readonly partition = 0;
  readonly config = { flushMessages: 1000 };
  highWatermark = 0;
  writtenOffset = 0;
  flushedOffset = 0;
  logEndOffset = 10;
  onWritten: (() => void) | null = null;
  onTakenBack: (() => void) | null = null;

  assignEpochStart(): void {}

  updateHighWatermark(offset: number): boolean {
    this.highWatermark = offset;
    return true;
  }
}

function scene() {
  const log = new FakeLog();
  const partition = new Partition(log as unknown as Log, 0);
  const told: string[] = [];
  // The batch up to 4 is sent again while that up to 8 is waited for.
  for (const offset of [4, 8, 4]) partition.whenCommitted(offset, (errorCode) => told.push(`${offset} ${errorCode}`));
  return { log, told };
}

it('a batch that is sent again is acknowledged with the first one', () => {
  const { log, told } = scene();
  log.writtenOffset = 5;
  log.onWritten!();
  expect(told).toEqual(['4 0', '4 0']);
});

it('is told of a failed disk just as that is, and what is in the log is not', () => {
  const { log, told } = scene();
  log.logEndOffset = 5;
  log.onTakenBack!();
  expect(told).toEqual([`8 ${ErrorCode.KAFKA_STORAGE_ERROR}`]);
  log.writtenOffset = 5;
  log.onWritten!();
  expect(told).toEqual([`8 ${ErrorCode.KAFKA_STORAGE_ERROR}`, '4 0', '4 0']);
});
