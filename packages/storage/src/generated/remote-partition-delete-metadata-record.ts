// Generated from definitions/remote-partition-delete-metadata-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemotePartitionDeleteMetadataRecord, versions 0. */
export interface RemotePartitionDeleteMetadataRecord {
  /** Which partition. */
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry;
  /** Id of the broker. */
  brokerId: number;
  /** When the event happened, in ms since 1970. */
  eventTimestampMs: number;
  /** 0 marked, 1 started, 2 finished. */
  remotePartitionDeleteState: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  /** Name of the topic. */
  name: string;
  /** Id of the topic. */
  id: string;
  /** Index of the partition. */
  partition: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const remotePartitionDeleteMetadataRecord: MessageCodec<RemotePartitionDeleteMetadataRecord> = messageCodec<RemotePartitionDeleteMetadataRecord>(
  {
    name: 'RemotePartitionDeleteMetadataRecord',
    kind: 'remote-log-metadata-record',
    apiKey: 2,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemotePartitionDeleteMetadataRecord,
  writeRemotePartitionDeleteMetadataRecord,
);

function readRemotePartitionDeleteMetadataRecord(reader: Reader, version: number): Decoded<RemotePartitionDeleteMetadataRecord> {
  let field = '';
  try {
    field = 'topicIdPartition';
    let topicIdPartition: Decoded<RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry>;
    topicIdPartition = readRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(reader, version);
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'eventTimestampMs';
    const eventTimestampMs = reader.readInt64();
    field = 'remotePartitionDeleteState';
    const remotePartitionDeleteState = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicIdPartition, brokerId, eventTimestampMs, remotePartitionDeleteState, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(reader: Reader, _version: number): Decoded<RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'id';
    const id = reader.readUuid();
    field = 'partition';
    const partition = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, id, partition, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemotePartitionDeleteMetadataRecord(writer: Writer, message: RemotePartitionDeleteMetadataRecord, version: number): void {
  let field = '';
  try {
    field = 'topicIdPartition';
    const topicIdPartition = message.topicIdPartition;
    writeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(writer, topicIdPartition, version);
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'eventTimestampMs';
    const eventTimestampMs = message.eventTimestampMs;
    writer.writeInt64(eventTimestampMs);
    field = 'remotePartitionDeleteState';
    const remotePartitionDeleteState = message.remotePartitionDeleteState;
    writer.writeInt8(remotePartitionDeleteState);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(writer: Writer, message: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
