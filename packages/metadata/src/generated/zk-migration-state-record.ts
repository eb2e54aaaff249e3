// Generated from definitions/zk-migration-state-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ZkMigrationStateRecord, versions 0. */
export interface ZkMigrationStateRecord {
  /** State of the migration from ZooKeeper, as its code. */
  zkMigrationState: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const zkMigrationStateRecord: MessageCodec<ZkMigrationStateRecord> = messageCodec<ZkMigrationStateRecord>(
  {
    name: 'ZkMigrationStateRecord',
    kind: 'metadata-record',
    apiKey: 21,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readZkMigrationStateRecord,
  writeZkMigrationStateRecord,
);

function readZkMigrationStateRecord(reader: Reader, _version: number): Decoded<ZkMigrationStateRecord> {
  let field = '';
  try {
    field = 'zkMigrationState';
    const zkMigrationState = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { zkMigrationState, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeZkMigrationStateRecord(writer: Writer, message: ZkMigrationStateRecord, _version: number): void {
  let field = '';
  try {
    field = 'zkMigrationState';
    const zkMigrationState = message.zkMigrationState;
    writer.writeInt8(zkMigrationState);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
