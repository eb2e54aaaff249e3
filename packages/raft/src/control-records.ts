/** Raft's own records as the log has them: control batches, the type in the key (KIP-595, KIP-630, KIP-853). */
import {
  CONTROL_RECORD_NAMES,
  type ControlRecordName,
  controlRecordType,
  type MessageCodec,
  Reader,
  RecordBatchBuilder,
  Writer,
} from '@millrace/protocol';
import {
  kRaftVersionRecord,
  leaderChangeMessage,
  snapshotFooterRecord,
  snapshotHeaderRecord,
  votersRecord,
  type LeaderChangeMessage,
  type VotersRecord,
} from './generated/index.js';
import type { ControlRecord } from './raft-api.js';

/** A control record as it is read: raft's own, or one of those that frame a snapshot. */
export type ReadControlRecord =
  | ControlRecord
  | { readonly type: 'snapshotHeader'; readonly lastContainedLogTimestamp: number }
  | { readonly type: 'snapshotFooter' };

export interface ControlRecordBytes {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

export interface ControlBatchPlace {
  readonly baseOffset: number;
  readonly epoch: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** One control batch with these records. */
export function controlBatch(records: readonly ReadControlRecord[], { baseOffset, epoch, timestamp }: ControlBatchPlace): Uint8Array {
  const builder = new RecordBatchBuilder({ control: true, baseOffset, partitionLeaderEpoch: epoch });
  for (const record of records) {
    const { key, value } = controlRecordBytes(record);
    builder.append(timestamp, key, value);
  }
  return builder.build();
}

export function controlRecordBytes(record: ReadControlRecord): ControlRecordBytes {
  switch (record.type) {
    case 'leaderChange':
      return bytes('LEADER_CHANGE', leaderChangeMessage, record.message, record.message.version);
    case 'kraftVersion':
      return bytes('KRAFT_VERSION', kRaftVersionRecord, { version: 0, kRaftVersion: record.kraftVersion }, 0);
    case 'voters':
      return bytes('KRAFT_VOTERS', votersRecord, record.record, 0);
    case 'snapshotHeader':
      return bytes('SNAPSHOT_HEADER', snapshotHeaderRecord, { version: 0, lastContainedLogTimestamp: record.lastContainedLogTimestamp }, 0);
    case 'snapshotFooter':
      return bytes('SNAPSHOT_FOOTER', snapshotFooterRecord, { version: 0 }, 0);
  }
}

/** Reads a record of a control batch; null when it is of a type that the metadata log does not have. @throws ProtocolError */
export function controlRecordFrom(key: Uint8Array | null, value: Uint8Array | null): ReadControlRecord | null {
  const reader = new Reader(value ?? new Uint8Array(0));
  switch (CONTROL_RECORD_NAMES[controlRecordType(key)]) {
    case 'LEADER_CHANGE':
      return { type: 'leaderChange', message: decodeVersioned<LeaderChangeMessage>(leaderChangeMessage, reader) };
    case 'KRAFT_VERSION':
      return { type: 'kraftVersion', kraftVersion: kRaftVersionRecord.decode(reader, 0).kRaftVersion };
    case 'KRAFT_VOTERS':
      return { type: 'voters', record: decodeVersioned<VotersRecord>(votersRecord, reader) };
    case 'SNAPSHOT_HEADER':
      return { type: 'snapshotHeader', lastContainedLogTimestamp: snapshotHeaderRecord.decode(reader, 0).lastContainedLogTimestamp };
    case 'SNAPSHOT_FOOTER':
      return { type: 'snapshotFooter' };
    default:
      return null;
  }
}

// These messages begin with their own version, as an int16.
function decodeVersioned<T>(codec: MessageCodec<T>, reader: Reader): T {
  const version = new Reader(reader.buffer, reader.offset).readInt16();
  return codec.decode(reader, Math.min(version, codec.maxVersion)) as T;
}

function bytes<T>(name: ControlRecordName, codec: MessageCodec<T>, message: T, version: number): ControlRecordBytes {
  const type = CONTROL_RECORD_NAMES.indexOf(name);
  const writer = new Writer(64);
  codec.encode(writer, message, version);
  return { key: Uint8Array.of(0, 0, type >> 8, type & 0xff), value: writer.finish() };
}
