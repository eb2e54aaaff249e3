/** Reads whole partitions, with our consumer or with kcat. */
import type { Admin } from '@millrace/admin';
import { Consumer } from '@millrace/consumer';
import { succeed } from '../compatibility/foreign-process.js';
import type { LoadTarget } from './own-load.js';
import type { FoundRecord } from './partition-ledger.js';

export interface FoundPartition {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly records: FoundRecord[];
}

/** From the beginning to the end as it is now, in the order of `targets`. */
export async function readWithConsumer(bootstrapServers: string, targets: readonly LoadTarget[]): Promise<FoundPartition[]> {
  const consumer = new Consumer({ bootstrapServers, autoOffsetReset: 'none', reconnectBackoffMaxMs: 200, retryBackoffMaxMs: 200 });
  try {
    const starts = await consumer.beginningOffsets(targets);
    const ends = await consumer.endOffsets(targets);
    const found = targets.map((target) => ({ startOffset: offsetOf(starts, target), endOffset: offsetOf(ends, target), records: [] as FoundRecord[] }));
    consumer.assign(targets);
    for (const [index, target] of targets.entries()) consumer.seek(target, found[index]!.startOffset);
    let missing = found.reduce((sum, { startOffset, endOffset }) => sum + endOffset - startOffset, 0);
    while (missing > 0) {
      for (const { topic, partition, offset, valueText } of await consumer.poll({ maxRecords: 10_000 })) {
        const index = targets.findIndex((target) => target.topic === topic && target.partition === partition);
        if (offset >= found[index]!.endOffset) continue;
        found[index]!.records.push({ offset, value: valueText ?? '' });
        missing--;
      }
    }
    return found;
  } finally {
    await consumer.close();
  }
}

function offsetOf(answers: readonly (LoadTarget & { offset: number })[], { topic, partition }: LoadTarget): number {
  const answer = answers.find((one) => one.topic === topic && one.partition === partition);
  if (answer === undefined) throw new Error(`no offset of ${topic}-${partition}`);
  return answer.offset;
}

export async function readWithKcat(bootstrap: string, admin: Admin, target: LoadTarget): Promise<FoundPartition> {
  const [start, end] = await admin.listOffsets([{ ...target, at: 'earliest' }, { ...target, at: 'latest' }]);
  const output = await succeed('kcat', ['-C', '-q', '-e', '-b', bootstrap, '-t', target.topic, '-p', String(target.partition), '-o', 'beginning', '-f', '%o %s\n']);
  const records = output.split('\n').filter((line) => line !== '').map((line) => {
    const space = line.indexOf(' ');
    return { offset: Number(line.slice(0, space)), value: line.slice(space + 1) };
  });
  return { startOffset: start!.offset, endOffset: end!.offset, records };
}
