/**
 * The file `<offset>.snapshot`: the producers as they were before that offset.
 *
 *     0 version int16 = 1 · 2 crc uint32, CRC-32C of what follows · 6 count int32 · then 46 bytes each:
 *     producerId int64 · epoch int16 · lastSequence int32 · lastOffset int64 · offsetDelta int32 · timestamp int64
 *     · coordinatorEpoch int32 · currentTxnFirstOffset int64 (-1: none)
 *
 * An entry has room for one batch, the last one of its producer. Then a batch that was in flight when the node went away, and is
 * sent again, may be taken for a gap, and is written twice. So the batches before go into entries of their own before the last:
 * whoever reads them as Kafka does has each replaced by the next, and keeps the last.
 */
import { crc32c, readInt16, readInt32, readInt64 } from '@millrace/protocol';
import { readRawInt64, writeInt16, writeInt32, writeInt64, writeRawInt64 } from '../raw-int64.js';
import { noSequence } from '../segment/batch-fields.js';
import { StorageError } from '../storage-error.js';
import { retainedBatches, type ProducerEntry, type RetainedBatch } from './producer-entry.js';

const headerBytes = 10;
const entryBytes = 46;
const version = 1;

export function encodeProducerSnapshot(entries: Iterable<ProducerEntry>): Uint8Array {
  const lines: SnapshotLine[] = [];
  for (const entry of entries) {
    for (const batch of entry.batches.slice(0, -1)) lines.push({ entry, batch, isLast: false });
    lines.push({ entry, batch: entry.batches.at(-1), isLast: true });
  }
  return encodeLines(lines);
}

interface SnapshotLine {
  entry: ProducerEntry;
  batch: RetainedBatch | undefined;
  isLast: boolean;
}

function encodeLines(lines: readonly SnapshotLine[]): Uint8Array {
  const count = lines.length;
  const bytes = new Uint8Array(headerBytes + count * entryBytes);
  writeInt16(bytes, 0, version);
  writeInt32(bytes, 6, count);
  let at = headerBytes;
  for (const { entry, batch, isLast } of lines) {
    writeRawInt64(bytes, at, entry.producerId);
    writeInt16(bytes, at + 8, entry.epoch);
    writeInt32(bytes, at + 10, batch?.lastSequence ?? noSequence);
    writeInt64(bytes, at + 14, batch?.lastOffset ?? -1);
    writeInt32(bytes, at + 22, batch?.offsetDelta ?? 0);
    writeRawInt64(bytes, at + 26, isLast || batch === undefined ? entry.lastTimestamp : batch.timestamp);
    writeInt32(bytes, at + 34, entry.coordinatorEpoch);
    writeInt64(bytes, at + 38, isLast ? entry.currentTransactionFirstOffset : -1);
    at += entryBytes;
  }
  writeInt32(bytes, 2, crc32c(bytes, 6));
  return bytes;
}

/** Throws a `StorageError` of kind 'corrupt' that says what is wrong. */
export function decodeProducerSnapshot(bytes: Uint8Array, path: string): ProducerEntry[] {
  const corrupt = (reason: string): StorageError => new StorageError('corrupt', path, reason);
  if (bytes.length < headerBytes) throw corrupt(`${bytes.length} bytes are no producer snapshot`);
  const found = readInt16(bytes, 0);
  if (found !== version) throw corrupt(`version ${found}, expected ${version}`);
  const stored = readInt32(bytes, 2) >>> 0;
  const computed = crc32c(bytes, 6);
  if (stored !== computed) throw corrupt(`checksum ${stored} stored, ${computed} computed`);
  const count = readInt32(bytes, 6);
  if (count < 0 || bytes.length !== headerBytes + count * entryBytes) throw corrupt(`${bytes.length} bytes for ${count} producers`);
  const entries: ProducerEntry[] = [];
  for (let at = headerBytes; at < bytes.length; at += entryBytes) {
    const entry = decodeEntry(bytes, at);
    const before = entries.at(-1);
    if (before === undefined || !isSameProducer(before, entry)) {
      entries.push(entry);
      continue;
    }
    if (before.epoch === entry.epoch) entry.batches = [...before.batches, ...entry.batches].slice(-retainedBatches);
    entries[entries.length - 1] = entry;
  }
  return entries;
}

function isSameProducer({ producerId: left }: ProducerEntry, { producerId: right }: ProducerEntry): boolean {
  return left.high === right.high && left.low === right.low;
}

function decodeEntry(bytes: Uint8Array, at: number): ProducerEntry {
  const lastOffset = readInt64(bytes, at + 14);
  const timestamp = readRawInt64(bytes, at + 26);
  const lastSequence = readInt32(bytes, at + 10);
  return {
    producerId: readRawInt64(bytes, at),
    epoch: readInt16(bytes, at + 8),
    batches: lastOffset < 0 ? [] : [{ lastSequence, lastOffset, offsetDelta: readInt32(bytes, at + 22), timestamp }],
    coordinatorEpoch: readInt32(bytes, at + 34),
    lastTimestamp: timestamp,
    currentTransactionFirstOffset: readInt64(bytes, at + 38),
  };
}
