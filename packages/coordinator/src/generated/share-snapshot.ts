// Generated from definitions/share-snapshot.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareSnapshotKey, versions 0. */
export interface ShareSnapshotKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the topic. */
  topicId: string;
  /** Index of the partition. */
  partition: number;
}

export const shareSnapshotKey: MessageCodec<ShareSnapshotKey> = messageCodec<ShareSnapshotKey>(
  {
    name: 'ShareSnapshotKey',
    kind: 'coordinator-key',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareSnapshotKey,
  writeShareSnapshotKey,
);

function readShareSnapshotKey(reader: Reader, _version: number): Decoded<ShareSnapshotKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partition';
    const partition = reader.readInt32();
    return { groupId, topicId, partition };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareSnapshotKey(writer: Writer, message: ShareSnapshotKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ShareSnapshotValue, versions 0. */
export interface ShareSnapshotValue {
  /** Epoch of the snapshot. */
  snapshotEpoch: number;
  /** Epoch of the share state. */
  stateEpoch: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Offsets past the start offset that are done with. Default -1. */
  deliveryCompleteCount?: number | undefined;
  /** When the first snapshot was written, in ms since 1970. */
  createTimestamp: number;
  /** When the snapshot was written, in ms since 1970. */
  writeTimestamp: number;
  /** Delivery state by ranges of offsets. */
  stateBatches: ShareSnapshotValueStateBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareSnapshotValueStateBatch {
  /** First offset of the range. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** 0 available, 2 acknowledged, 4 archived. */
  deliveryState: number;
  /** How often the records were delivered. */
  deliveryCount: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareSnapshotValue: MessageCodec<ShareSnapshotValue> = messageCodec<ShareSnapshotValue>(
  {
    name: 'ShareSnapshotValue',
    kind: 'coordinator-value',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareSnapshotValue,
  writeShareSnapshotValue,
);

function readShareSnapshotValue(reader: Reader, version: number): Decoded<ShareSnapshotValue> {
  let field = '';
  let index = -1;
  try {
    field = 'snapshotEpoch';
    const snapshotEpoch = reader.readInt32();
    field = 'stateEpoch';
    const stateEpoch = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    let deliveryCompleteCount: number = -1;
    field = 'createTimestamp';
    const createTimestamp = reader.readInt64();
    field = 'writeTimestamp';
    const writeTimestamp = reader.readInt64();
    field = 'stateBatches';
    const stateBatches: Decoded<ShareSnapshotValueStateBatch>[] = [];
    const stateBatchesLength = reader.readCompactArrayLength(20);
    for (index = 0; index < stateBatchesLength; index++) stateBatches.push(readShareSnapshotValueStateBatch(reader, version));
    index = -1;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'deliveryCompleteCount';
          deliveryCompleteCount = reader.readInt32();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { snapshotEpoch, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, createTimestamp, writeTimestamp, stateBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareSnapshotValueStateBatch(reader: Reader, _version: number): Decoded<ShareSnapshotValueStateBatch> {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'deliveryState';
    const deliveryState = reader.readInt8();
    field = 'deliveryCount';
    const deliveryCount = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareSnapshotValue(writer: Writer, message: ShareSnapshotValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'snapshotEpoch';
    const snapshotEpoch = message.snapshotEpoch;
    writer.writeInt32(snapshotEpoch);
    field = 'stateEpoch';
    const stateEpoch = message.stateEpoch;
    writer.writeInt32(stateEpoch);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'deliveryCompleteCount';
    const deliveryCompleteCount = message.deliveryCompleteCount === undefined ? -1 : message.deliveryCompleteCount;
    field = 'createTimestamp';
    const createTimestamp = message.createTimestamp;
    writer.writeInt64(createTimestamp);
    field = 'writeTimestamp';
    const writeTimestamp = message.writeTimestamp;
    writer.writeInt64(writeTimestamp);
    field = 'stateBatches';
    const stateBatches = message.stateBatches;
    writer.writeUnsignedVarint(stateBatches.length + 1);
    for (index = 0; index < stateBatches.length; index++) {
      const stateBatchesItem = stateBatches[index];
      if (stateBatchesItem === undefined) throw unexpectedNull(version);
      writeShareSnapshotValueStateBatch(writer, stateBatchesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasDeliveryCompleteCount = deliveryCompleteCount !== -1;
    if (hasDeliveryCompleteCount) count++;
    writer.writeUnsignedVarint(count);
    if (hasDeliveryCompleteCount) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'deliveryCompleteCount';
      const tag = writer.beginTag(0);
      writer.writeInt32(deliveryCompleteCount);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareSnapshotValueStateBatch(writer: Writer, message: ShareSnapshotValueStateBatch, _version: number): void {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'deliveryState';
    const deliveryState = message.deliveryState;
    writer.writeInt8(deliveryState);
    field = 'deliveryCount';
    const deliveryCount = message.deliveryCount;
    writer.writeInt16(deliveryCount);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
