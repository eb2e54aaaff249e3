// Generated from definitions/remote-log-segment-metadata-update-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoteLogSegmentMetadataUpdateRecord, versions 0. */
export interface RemoteLogSegmentMetadataUpdateRecord {
  /** Which segment. */
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry;
  /** Id of the broker. */
  brokerId: number;
  /** When the event happened, in ms since 1970. */
  eventTimestampMs: number;
  /** Bytes that the remote storage plugin keeps with the segment. Default null. */
  customMetadata?: Uint8Array | null | undefined;
  /** 0 copy started, 1 copied, 2 deletion started, 3 deleted. */
  remoteLogSegmentState: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  /** Which partition. */
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry;
  /** Id of the segment. */
  id: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  /** Name of the topic. */
  name: string;
  /** Id of the topic. */
  id: string;
  /** Index of the partition. */
  partition: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const remoteLogSegmentMetadataUpdateRecord: MessageCodec<RemoteLogSegmentMetadataUpdateRecord> = messageCodec<RemoteLogSegmentMetadataUpdateRecord>(
  {
    name: 'RemoteLogSegmentMetadataUpdateRecord',
    kind: 'remote-log-metadata-record',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoteLogSegmentMetadataUpdateRecord,
  writeRemoteLogSegmentMetadataUpdateRecord,
);

function readRemoteLogSegmentMetadataUpdateRecord(reader: Reader, version: number): Decoded<RemoteLogSegmentMetadataUpdateRecord> {
  let field = '';
  try {
    field = 'remoteLogSegmentId';
    let remoteLogSegmentId: Decoded<RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry>;
    remoteLogSegmentId = readRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(reader, version);
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'eventTimestampMs';
    const eventTimestampMs = reader.readInt64();
    field = 'customMetadata';
    const customMetadata = reader.readCompactNullableBytes();
    field = 'remoteLogSegmentState';
    const remoteLogSegmentState = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { remoteLogSegmentId, brokerId, eventTimestampMs, customMetadata, remoteLogSegmentState, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(reader: Reader, version: number): Decoded<RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry> {
  let field = '';
  try {
    field = 'topicIdPartition';
    let topicIdPartition: Decoded<RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry>;
    topicIdPartition = readRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(reader, version);
    field = 'id';
    const id = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicIdPartition, id, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(reader: Reader, _version: number): Decoded<RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry> {
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

function writeRemoteLogSegmentMetadataUpdateRecord(writer: Writer, message: RemoteLogSegmentMetadataUpdateRecord, version: number): void {
  let field = '';
  try {
    field = 'remoteLogSegmentId';
    const remoteLogSegmentId = message.remoteLogSegmentId;
    writeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(writer, remoteLogSegmentId, version);
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'eventTimestampMs';
    const eventTimestampMs = message.eventTimestampMs;
    writer.writeInt64(eventTimestampMs);
    field = 'customMetadata';
    const customMetadata = message.customMetadata === undefined ? null : message.customMetadata;
    writer.writeCompactNullableBytes(customMetadata);
    field = 'remoteLogSegmentState';
    const remoteLogSegmentState = message.remoteLogSegmentState;
    writer.writeInt8(remoteLogSegmentState);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(writer: Writer, message: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry, version: number): void {
  let field = '';
  try {
    field = 'topicIdPartition';
    const topicIdPartition = message.topicIdPartition;
    writeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(writer, topicIdPartition, version);
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(writer: Writer, message: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry, _version: number): void {
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
