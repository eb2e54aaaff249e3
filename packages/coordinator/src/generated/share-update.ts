// Generated from definitions/share-update.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareUpdateKey, versions 0. */
export interface ShareUpdateKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the topic. */
  topicId: string;
  /** Index of the partition. */
  partition: number;
}

export const shareUpdateKey: MessageCodec<ShareUpdateKey> = messageCodec<ShareUpdateKey>(
  {
    name: 'ShareUpdateKey',
    kind: 'coordinator-key',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareUpdateKey,
  writeShareUpdateKey,
);

function readShareUpdateKey(reader: Reader, _version: number): Decoded<ShareUpdateKey> {
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

function writeShareUpdateKey(writer: Writer, message: ShareUpdateKey, _version: number): void {
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

/** ShareUpdateValue, versions 0. */
export interface ShareUpdateValue {
  /** Epoch of the snapshot. */
  snapshotEpoch: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Offsets past the start offset that are done with. Default -1. */
  deliveryCompleteCount?: number | undefined;
  /** Delivery state by ranges of offsets. */
  stateBatches: ShareUpdateValueStateBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareUpdateValueStateBatch {
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

export const shareUpdateValue: MessageCodec<ShareUpdateValue> = messageCodec<ShareUpdateValue>(
  {
    name: 'ShareUpdateValue',
    kind: 'coordinator-value',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareUpdateValue,
  writeShareUpdateValue,
);

function readShareUpdateValue(reader: Reader, version: number): Decoded<ShareUpdateValue> {
  let field = '';
  let index = -1;
  try {
    field = 'snapshotEpoch';
    const snapshotEpoch = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    let deliveryCompleteCount: number = -1;
    field = 'stateBatches';
    const stateBatches: Decoded<ShareUpdateValueStateBatch>[] = [];
    const stateBatchesLength = reader.readCompactArrayLength(20);
    for (index = 0; index < stateBatchesLength; index++) stateBatches.push(readShareUpdateValueStateBatch(reader, version));
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
    return { snapshotEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareUpdateValueStateBatch(reader: Reader, _version: number): Decoded<ShareUpdateValueStateBatch> {
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

function writeShareUpdateValue(writer: Writer, message: ShareUpdateValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'snapshotEpoch';
    const snapshotEpoch = message.snapshotEpoch;
    writer.writeInt32(snapshotEpoch);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'deliveryCompleteCount';
    const deliveryCompleteCount = message.deliveryCompleteCount === undefined ? -1 : message.deliveryCompleteCount;
    field = 'stateBatches';
    const stateBatches = message.stateBatches;
    writer.writeUnsignedVarint(stateBatches.length + 1);
    for (index = 0; index < stateBatches.length; index++) {
      const stateBatchesItem = stateBatches[index];
      if (stateBatchesItem === undefined) throw unexpectedNull(version);
      writeShareUpdateValueStateBatch(writer, stateBatchesItem, version);
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

function writeShareUpdateValueStateBatch(writer: Writer, message: ShareUpdateValueStateBatch, _version: number): void {
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
