/**
 * A snapshot of the metadata log, `<end offset>-<epoch>.checkpoint` (KIP-630): record batches with offsets of their own
 * from 0, all of the snapshot's epoch.
 *
 *     control batch   SNAPSHOT_HEADER [KRAFT_VERSION KRAFT_VOTERS]
 *     data batches    the records of the image
 *     control batch   SNAPSHOT_FOOTER
 *
 * Without header and footer it is not a snapshot: a file cut short is noticed.
 */
import { RecordBatchBuilder, RecordReader } from '@millrace/protocol';
import { controlBatch, controlRecordFrom, type ReadControlRecord } from './control-records.js';
import type { SnapshotId } from './raft-messages.js';
import { type VoterSet, votersFromRecord, votersToRecord } from './voter-set.js';

export interface SnapshotContent {
  /** Timestamp of the last log record that it contains. */
  readonly lastContainedLogTimestamp: number;
  readonly kraftVersion: number;
  /** Null with kraft.version 0, where the voters are static. */
  readonly voters: VoterSet | null;
  /** The values of the data records. */
  readonly records: readonly Uint8Array[];
}

/** The snapshot that `format` makes: the controller reads it into an empty log, and no other node gets it. */
export const BOOTSTRAP_SNAPSHOT_ID: SnapshotId = { endOffset: 0, epoch: 0 };

const BATCH_BYTES = 1024 * 1024;

export class SnapshotError extends Error {
  constructor(reason: string) {
    super(`snapshot: ${reason}`);
    this.name = 'SnapshotError';
  }
}

export function snapshotFileName({ endOffset, epoch }: SnapshotId): string {
  return `${String(endOffset).padStart(20, '0')}-${String(epoch).padStart(10, '0')}.checkpoint`;
}

/** Undefined when the name is not that of a finished snapshot. */
export function snapshotIdFromFileName(name: string): SnapshotId | undefined {
  const match = /^(\d{20})-(\d{10})\.checkpoint$/.exec(name);
  return match === null ? undefined : { endOffset: Number(match[1]), epoch: Number(match[2]) };
}

/** The bytes of a snapshot file. `timestamp` is now, in milliseconds since 1970. */
export function writeSnapshot(content: SnapshotContent, id: SnapshotId, timestamp: number): Uint8Array {
  const { lastContainedLogTimestamp, kraftVersion, voters, records } = content;
  const header: ReadControlRecord[] = [{ type: 'snapshotHeader', lastContainedLogTimestamp }];
  if (kraftVersion >= 1) {
    header.push({ type: 'kraftVersion', kraftVersion });
    if (voters !== null) header.push({ type: 'voters', record: votersToRecord(voters) });
  }
  const { epoch } = id;
  const batches = [controlBatch(header, { baseOffset: 0, epoch, timestamp })];
  let offset = header.length;
  for (let next = 0; next < records.length; ) {
    const builder = new RecordBatchBuilder({ baseOffset: offset, partitionLeaderEpoch: epoch });
    for (; next < records.length && (builder.recordCount === 0 || builder.estimatedSize < BATCH_BYTES); next++) {
      builder.append(timestamp, null, records[next] ?? null);
    }
    offset += builder.recordCount;
    batches.push(builder.build());
  }
  batches.push(controlBatch([{ type: 'snapshotFooter' }], { baseOffset: offset, epoch, timestamp }));
  return joined(batches);
}

/** @throws SnapshotError when the frame is not whole, ProtocolError when a batch is damaged. */
export function readSnapshot(bytes: Uint8Array): SnapshotContent {
  const reader = new RecordReader(bytes);
  let lastContainedLogTimestamp: number | null = null;
  let kraftVersion = 0;
  let voters: VoterSet | null = null;
  let complete = false;
  const records: Uint8Array[] = [];
  while (reader.nextBatch()) {
    if (complete) throw new SnapshotError('batches after the footer');
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
      const control = reader.isControl ? controlRecordFrom(record.key, record.value) : null;
      if (lastContainedLogTimestamp === null && control?.type !== 'snapshotHeader') throw new SnapshotError('does not begin with a header');
      if (control?.type === 'snapshotHeader') lastContainedLogTimestamp = control.lastContainedLogTimestamp;
      else if (control?.type === 'kraftVersion') kraftVersion = control.kraftVersion;
      else if (control?.type === 'voters') voters = votersFromRecord(control.record);
      else if (control?.type === 'snapshotFooter') complete = true;
      else if (!reader.isControl) records.push(record.value ?? new Uint8Array(0));
    }
  }
  if (lastContainedLogTimestamp === null || !complete) throw new SnapshotError('has no footer: it was cut short');
  return { lastContainedLogTimestamp, kraftVersion, voters, records };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
