/** Reads a whole log, batch by batch: how a machine's state comes back. Between two steps the loop is free for others. */
import type { Timers } from '@millrace/platform';
import { ErrorCode, RecordReader } from '@millrace/protocol';
import type { Log } from '@millrace/storage';

/** Some hundred records, replayed in about a millisecond. */
const STEP_BYTES = 64 * 1024;

/** Gives a reader standing on each batch of the log below `to` (default: its end), from `from` (default: its start). */
export async function* readBatches(
  timers: Timers,
  log: Log,
  from: number = log.logStartOffset,
  to?: number,
): AsyncGenerator<RecordReader, void, void> {
  let offset = from;
  while (offset < (to ?? log.logEndOffset)) {
    const found = log.read(offset, STEP_BYTES, { upTo: 'logEnd', minOneBatch: true });
    if (found.errorCode !== ErrorCode.NONE) throw new Error(`reading ${log.topic}-${log.partition} at offset ${offset} failed with error ${found.errorCode}`);
    if (found.records === null) return;
    const bytes = new Uint8Array(found.records.byteLength);
    try {
      const read = await found.records.readInto(bytes, 0, 0, bytes.length);
      if (read < bytes.length) throw new Error(`${log.topic}-${log.partition} gave ${read} of ${bytes.length} bytes at offset ${offset}`);
    } finally {
      found.records.release();
    }
    const reader = new RecordReader(bytes);
    let next = offset;
    while (reader.nextBatch()) {
      next = reader.lastOffset + 1;
      if (next > offset) yield reader;
    }
    if (next <= offset) throw new Error(`no whole batch at offset ${offset} of ${log.topic}-${log.partition}`);
    offset = next;
    await new Promise<void>((resolve) => {
      timers.soon(resolve);
    });
  }
}
