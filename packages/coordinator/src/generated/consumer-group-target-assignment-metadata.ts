// Generated from definitions/consumer-group-target-assignment-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupTargetAssignmentMetadataKey, versions 0. */
export interface ConsumerGroupTargetAssignmentMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const consumerGroupTargetAssignmentMetadataKey: MessageCodec<ConsumerGroupTargetAssignmentMetadataKey> = messageCodec<ConsumerGroupTargetAssignmentMetadataKey>(
  {
    name: 'ConsumerGroupTargetAssignmentMetadataKey',
    kind: 'coordinator-key',
    apiKey: 6,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupTargetAssignmentMetadataKey,
  writeConsumerGroupTargetAssignmentMetadataKey,
);

function readConsumerGroupTargetAssignmentMetadataKey(reader: Reader, _version: number): Decoded<ConsumerGroupTargetAssignmentMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupTargetAssignmentMetadataKey(writer: Writer, message: ConsumerGroupTargetAssignmentMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ConsumerGroupTargetAssignmentMetadataValue, versions 0. */
export interface ConsumerGroupTargetAssignmentMetadataValue {
  /** Epoch of the assignment. */
  assignmentEpoch: number;
  /** When the assignment was computed, in ms since 1970. Default 0. */
  assignmentTimestamp?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupTargetAssignmentMetadataValue: MessageCodec<ConsumerGroupTargetAssignmentMetadataValue> = messageCodec<ConsumerGroupTargetAssignmentMetadataValue>(
  {
    name: 'ConsumerGroupTargetAssignmentMetadataValue',
    kind: 'coordinator-value',
    apiKey: 6,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupTargetAssignmentMetadataValue,
  writeConsumerGroupTargetAssignmentMetadataValue,
);

function readConsumerGroupTargetAssignmentMetadataValue(reader: Reader, _version: number): Decoded<ConsumerGroupTargetAssignmentMetadataValue> {
  let field = '';
  try {
    field = 'assignmentEpoch';
    const assignmentEpoch = reader.readInt32();
    let assignmentTimestamp: number = 0;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'assignmentTimestamp';
          assignmentTimestamp = reader.readInt64();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { assignmentEpoch, assignmentTimestamp, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupTargetAssignmentMetadataValue(writer: Writer, message: ConsumerGroupTargetAssignmentMetadataValue, _version: number): void {
  let field = '';
  try {
    field = 'assignmentEpoch';
    const assignmentEpoch = message.assignmentEpoch;
    writer.writeInt32(assignmentEpoch);
    field = 'assignmentTimestamp';
    const assignmentTimestamp = message.assignmentTimestamp === undefined ? 0 : message.assignmentTimestamp;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasAssignmentTimestamp = assignmentTimestamp !== 0;
    if (hasAssignmentTimestamp) count++;
    writer.writeUnsignedVarint(count);
    if (hasAssignmentTimestamp) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'assignmentTimestamp';
      const tag = writer.beginTag(0);
      writer.writeInt64(assignmentTimestamp);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
