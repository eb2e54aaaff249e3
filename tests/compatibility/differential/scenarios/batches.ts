/** Record batches, good and bad, the same for both brokers. */
import { BATCH_HEADER_BYTES, RecordBatchBuilder, updateCrc, type RecordBatchOptions } from '@millrace/protocol';

export const baseTimestamp = 1_700_000_000_000;
const text = new TextEncoder();

export function batch(values: readonly (string | null)[], options: RecordBatchOptions = {}, from = 0): Uint8Array {
  const builder = new RecordBatchBuilder(options);
  for (const [index, value] of values.entries()) {
    builder.append(baseTimestamp + (from + index) * 1000, text.encode(`key-${from + index}`), value === null ? null : text.encode(value));
  }
  return builder.build().slice();
}

/** A record without a key, as a compacted topic refuses it. */
export function keyless(): Uint8Array {
  const builder = new RecordBatchBuilder();
  builder.append(baseTimestamp, text.encode('key'), text.encode('value'));
  builder.append(baseTimestamp, null, text.encode('value'));
  return builder.build().slice();
}

export function atTime(timestamp: number): Uint8Array {
  const builder = new RecordBatchBuilder();
  builder.append(timestamp, text.encode('key'), text.encode('value'));
  return builder.build().slice();
}

/** The batch with one change to its header or records, and a checksum that fits. */
export function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  if (copy.length >= BATCH_HEADER_BYTES) updateCrc(copy, 0);
  return copy;
}

/** The batch with one byte changed that the checksum covers. */
export function corrupted(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[copy.length - 3]! ^= 0xff;
  return copy;
}

export function together(...batches: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(batches));
}

/** A message set of format v1, as clients before 0.11 send it. */
export function oldMessageSet(): Uint8Array {
  const bytes = new Uint8Array(12 + 22 + 5);
  const view = new DataView(bytes.buffer);
  view.setInt32(8, bytes.length - 12);
  bytes[16] = 1;
  view.setInt32(26, -1);
  view.setInt32(30, 5);
  return bytes;
}
