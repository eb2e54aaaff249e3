// Generated from definitions/kraft-version-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** KRaftVersionRecord, versions 0. */
export interface KRaftVersionRecord {
  /** Version of this record's layout. */
  version: number;
  /** Level of kraft.version. */
  kRaftVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const kRaftVersionRecord: MessageCodec<KRaftVersionRecord> = messageCodec<KRaftVersionRecord>(
  {
    name: 'KRaftVersionRecord',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readKRaftVersionRecord,
  writeKRaftVersionRecord,
);

function readKRaftVersionRecord(reader: Reader, _version: number): Decoded<KRaftVersionRecord> {
  let field = '';
  try {
    field = 'version';
    const versionValue = reader.readInt16();
    field = 'kRaftVersion';
    const kRaftVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { version: versionValue, kRaftVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeKRaftVersionRecord(writer: Writer, message: KRaftVersionRecord, _version: number): void {
  let field = '';
  try {
    field = 'version';
    const versionValue = message.version;
    writer.writeInt16(versionValue);
    field = 'kRaftVersion';
    const kRaftVersion = message.kRaftVersion;
    writer.writeInt16(kRaftVersion);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
