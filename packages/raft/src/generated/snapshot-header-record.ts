// Generated from definitions/snapshot-header-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** SnapshotHeaderRecord, versions 0. */
export interface SnapshotHeaderRecord {
  /** Version of this record's layout. */
  version: number;
  /** Append time of the last record in the snapshot, in ms since 1970. */
  lastContainedLogTimestamp: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const snapshotHeaderRecord: MessageCodec<SnapshotHeaderRecord> = messageCodec<SnapshotHeaderRecord>(
  {
    name: 'SnapshotHeaderRecord',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readSnapshotHeaderRecord,
  writeSnapshotHeaderRecord,
);

function readSnapshotHeaderRecord(reader: Reader, _version: number): Decoded<SnapshotHeaderRecord> {
  let field = '';
  try {
    field = 'version';
    const versionValue = reader.readInt16();
    field = 'lastContainedLogTimestamp';
    const lastContainedLogTimestamp = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { version: versionValue, lastContainedLogTimestamp, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSnapshotHeaderRecord(writer: Writer, message: SnapshotHeaderRecord, _version: number): void {
  let field = '';
  try {
    field = 'version';
    const versionValue = message.version;
    writer.writeInt16(versionValue);
    field = 'lastContainedLogTimestamp';
    const lastContainedLogTimestamp = message.lastContainedLogTimestamp;
    writer.writeInt64(lastContainedLogTimestamp);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
