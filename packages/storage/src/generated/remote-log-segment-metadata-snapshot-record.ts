// Generated from definitions/remote-log-segment-metadata-snapshot-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoteLogSegmentMetadataSnapshotRecord, versions 0. */
export interface RemoteLogSegmentMetadataSnapshotRecord {
  /** Id of the segment. */
  segmentId: string;
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
  segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[];
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

export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset of the epoch. */
  offset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const remoteLogSegmentMetadataSnapshotRecord: MessageCodec<RemoteLogSegmentMetadataSnapshotRecord> = messageCodec<RemoteLogSegmentMetadataSnapshotRecord>(
  {
    name: 'RemoteLogSegmentMetadataSnapshotRecord',
    kind: 'remote-log-metadata-record',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoteLogSegmentMetadataSnapshotRecord,
  writeRemoteLogSegmentMetadataSnapshotRecord,
);

function readRemoteLogSegmentMetadataSnapshotRecord(reader: Reader, version: number): Decoded<RemoteLogSegmentMetadataSnapshotRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'segmentId';
    const segmentId = reader.readUuid();
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
    const segmentLeaderEpochs: Decoded<RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry>[] = [];
    const segmentLeaderEpochsLength = reader.readCompactArrayLength(13);
    for (index = 0; index < segmentLeaderEpochsLength; index++) segmentLeaderEpochs.push(readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(reader, version));
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
    return { segmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata, remoteLogSegmentState, txnIndexEmpty, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(reader: Reader, _version: number): Decoded<RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry> {
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

function writeRemoteLogSegmentMetadataSnapshotRecord(writer: Writer, message: RemoteLogSegmentMetadataSnapshotRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'segmentId';
    const segmentId = message.segmentId;
    writer.writeUuid(segmentId);
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
      writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(writer, segmentLeaderEpochsItem, version);
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

function writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(writer: Writer, message: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry, _version: number): void {
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
