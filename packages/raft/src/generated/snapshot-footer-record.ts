// Generated from definitions/snapshot-footer-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** SnapshotFooterRecord, versions 0. */
export interface SnapshotFooterRecord {
  /** Version of this record's layout. */
  version: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const snapshotFooterRecord: MessageCodec<SnapshotFooterRecord> = messageCodec<SnapshotFooterRecord>(
  {
    name: 'SnapshotFooterRecord',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readSnapshotFooterRecord,
  writeSnapshotFooterRecord,
);

function readSnapshotFooterRecord(reader: Reader, _version: number): Decoded<SnapshotFooterRecord> {
  let field = '';
  try {
    field = 'version';
    const versionValue = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { version: versionValue, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSnapshotFooterRecord(writer: Writer, message: SnapshotFooterRecord, _version: number): void {
  let field = '';
  try {
    field = 'version';
    const versionValue = message.version;
    writer.writeInt16(versionValue);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
