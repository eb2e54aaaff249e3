// Generated from definitions/remote-log-segment-metadata-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoteLogSegmentMetadataRecord, versions 0. */
export interface RemoteLogSegmentMetadataRecord {
  /** Which segment. */
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry;
  /** First offset of the segment. */
  startOffset: number;
  /** Offset behind the last record. */
  endOffset: number;
  /** Id of the broker. */
  brokerId: number;
  /** Largest timestamp, in ms since 1970. */
  maxTimestampMs: number;
  /** When the event happened, in ms since 1970. */
  eventTimestampMs: number;
  /** Leader epochs in the segment with their first offsets. */
  segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[];
  /** Size of the segment. */
  segmentSizeInBytes: number;
  /** Bytes that the remote storage plugin keeps with the segment. Default null. */
  customMetadata?: Uint8Array | null | undefined;
  /** 0 copy started, 1 copied, 2 deletion started, 3 deleted. */
  remoteLogSegmentState: number;
  /** Whether the segment has no aborted transactions. */
  txnIndexEmpty?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset of the epoch. */
  offset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  /** Which partition. */
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry;
  /** Id of the segment. */
  id: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  /** Name of the topic. */
  name: string;
  /** Id of the topic. */
  id: string;
  /** Index of the partition. */
  partition: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const remoteLogSegmentMetadataRecord: MessageCodec<RemoteLogSegmentMetadataRecord> = messageCodec<RemoteLogSegmentMetadataRecord>(
  {
    name: 'RemoteLogSegmentMetadataRecord',
    kind: 'remote-log-metadata-record',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoteLogSegmentMetadataRecord,
  writeRemoteLogSegmentMetadataRecord,
);

function readRemoteLogSegmentMetadataRecord(reader: Reader, version: number): Decoded<RemoteLogSegmentMetadataRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'remoteLogSegmentId';
    let remoteLogSegmentId: Decoded<RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry>;
    remoteLogSegmentId = readRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(reader, version);
    field = 'startOffset';
    const startOffset = reader.readInt64();
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'maxTimestampMs';
    const maxTimestampMs = reader.readInt64();
    field = 'eventTimestampMs';
    const eventTimestampMs = reader.readInt64();
    field = 'segmentLeaderEpochs';
    const segmentLeaderEpochs: Decoded<RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry>[] = [];
    const segmentLeaderEpochsLength = reader.readCompactArrayLength(13);
    for (index = 0; index < segmentLeaderEpochsLength; index++) segmentLeaderEpochs.push(readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(reader, version));
    index = -1;
    field = 'segmentSizeInBytes';
    const segmentSizeInBytes = reader.readInt32();
    field = 'customMetadata';
    const customMetadata = reader.readCompactNullableBytes();
    field = 'remoteLogSegmentState';
    const remoteLogSegmentState = reader.readInt8();
    let txnIndexEmpty: boolean = false;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'txnIndexEmpty';
          txnIndexEmpty = reader.readBoolean();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { remoteLogSegmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata, remoteLogSegmentState, txnIndexEmpty, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(reader: Reader, _version: number): Decoded<RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry> {
  let field = '';
  try {
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'offset';
    const offset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { leaderEpoch, offset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(reader: Reader, version: number): Decoded<RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry> {
  let field = '';
  try {
    field = 'topicIdPartition';
    let topicIdPartition: Decoded<RemoteLogSegmentMetadataRecordTopicIdPartitionEntry>;
    topicIdPartition = readRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(reader, version);
    field = 'id';
    const id = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicIdPartition, id, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(reader: Reader, _version: number): Decoded<RemoteLogSegmentMetadataRecordTopicIdPartitionEntry> {
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

function writeRemoteLogSegmentMetadataRecord(writer: Writer, message: RemoteLogSegmentMetadataRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'remoteLogSegmentId';
    const remoteLogSegmentId = message.remoteLogSegmentId;
    writeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(writer, remoteLogSegmentId, version);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'endOffset';
    const endOffset = message.endOffset;
    writer.writeInt64(endOffset);
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'maxTimestampMs';
    const maxTimestampMs = message.maxTimestampMs;
    writer.writeInt64(maxTimestampMs);
    field = 'eventTimestampMs';
    const eventTimestampMs = message.eventTimestampMs;
    writer.writeInt64(eventTimestampMs);
    field = 'segmentLeaderEpochs';
    const segmentLeaderEpochs = message.segmentLeaderEpochs;
    writer.writeUnsignedVarint(segmentLeaderEpochs.length + 1);
    for (index = 0; index < segmentLeaderEpochs.length; index++) {
      const segmentLeaderEpochsItem = segmentLeaderEpochs[index];
      if (segmentLeaderEpochsItem === undefined) throw unexpectedNull(version);
      writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(writer, segmentLeaderEpochsItem, version);
    }
    index = -1;
    field = 'segmentSizeInBytes';
    const segmentSizeInBytes = message.segmentSizeInBytes;
    writer.writeInt32(segmentSizeInBytes);
    field = 'customMetadata';
    const customMetadata = message.customMetadata === undefined ? null : message.customMetadata;
    writer.writeCompactNullableBytes(customMetadata);
    field = 'remoteLogSegmentState';
    const remoteLogSegmentState = message.remoteLogSegmentState;
    writer.writeInt8(remoteLogSegmentState);
    field = 'txnIndexEmpty';
    const txnIndexEmpty = message.txnIndexEmpty === undefined ? false : message.txnIndexEmpty;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasTxnIndexEmpty = txnIndexEmpty !== false;
    if (hasTxnIndexEmpty) count++;
    writer.writeUnsignedVarint(count);
    if (hasTxnIndexEmpty) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'txnIndexEmpty';
      const tag = writer.beginTag(0);
      writer.writeBoolean(txnIndexEmpty);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(writer: Writer, message: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry, _version: number): void {
  let field = '';
  try {
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'offset';
    const offset = message.offset;
    writer.writeInt64(offset);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(writer: Writer, message: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry, version: number): void {
  let field = '';
  try {
    field = 'topicIdPartition';
    const topicIdPartition = message.topicIdPartition;
    writeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(writer, topicIdPartition, version);
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

function writeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(writer: Writer, message: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry, _version: number): void {
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
