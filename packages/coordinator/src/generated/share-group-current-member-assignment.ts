// Generated from definitions/share-group-current-member-assignment.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareGroupCurrentMemberAssignmentKey, versions 0. */
export interface ShareGroupCurrentMemberAssignmentKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const shareGroupCurrentMemberAssignmentKey: MessageCodec<ShareGroupCurrentMemberAssignmentKey> = messageCodec<ShareGroupCurrentMemberAssignmentKey>(
  {
    name: 'ShareGroupCurrentMemberAssignmentKey',
    kind: 'coordinator-key',
    apiKey: 14,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareGroupCurrentMemberAssignmentKey,
  writeShareGroupCurrentMemberAssignmentKey,
);

function readShareGroupCurrentMemberAssignmentKey(reader: Reader, _version: number): Decoded<ShareGroupCurrentMemberAssignmentKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'memberId';
    const memberId = reader.readString();
    return { groupId, memberId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupCurrentMemberAssignmentKey(writer: Writer, message: ShareGroupCurrentMemberAssignmentKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeString(memberId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ShareGroupCurrentMemberAssignmentValue, versions 0. */
export interface ShareGroupCurrentMemberAssignmentValue {
  /** Epoch of the member. */
  memberEpoch: number;
  /** Epoch of the member before the current one. */
  previousMemberEpoch: number;
  /** State of the member, as its code. */
  state: number;
  /** Partitions assigned to the member. */
  assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupCurrentMemberAssignmentValue: MessageCodec<ShareGroupCurrentMemberAssignmentValue> = messageCodec<ShareGroupCurrentMemberAssignmentValue>(
  {
    name: 'ShareGroupCurrentMemberAssignmentValue',
    kind: 'coordinator-value',
    apiKey: 14,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareGroupCurrentMemberAssignmentValue,
  writeShareGroupCurrentMemberAssignmentValue,
);

function readShareGroupCurrentMemberAssignmentValue(reader: Reader, version: number): Decoded<ShareGroupCurrentMemberAssignmentValue> {
  let field = '';
  let index = -1;
  try {
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'previousMemberEpoch';
    const previousMemberEpoch = reader.readInt32();
    field = 'state';
    const state = reader.readInt8();
    field = 'assignedPartitions';
    const assignedPartitions: Decoded<ShareGroupCurrentMemberAssignmentValueTopicPartitions>[] = [];
    const assignedPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < assignedPartitionsLength; index++) assignedPartitions.push(readShareGroupCurrentMemberAssignmentValueTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberEpoch, previousMemberEpoch, state, assignedPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupCurrentMemberAssignmentValueTopicPartitions(reader: Reader, _version: number): Decoded<ShareGroupCurrentMemberAssignmentValueTopicPartitions> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupCurrentMemberAssignmentValue(writer: Writer, message: ShareGroupCurrentMemberAssignmentValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'previousMemberEpoch';
    const previousMemberEpoch = message.previousMemberEpoch;
    writer.writeInt32(previousMemberEpoch);
    field = 'state';
    const state = message.state;
    writer.writeInt8(state);
    field = 'assignedPartitions';
    const assignedPartitions = message.assignedPartitions;
    writer.writeUnsignedVarint(assignedPartitions.length + 1);
    for (index = 0; index < assignedPartitions.length; index++) {
      const assignedPartitionsItem = assignedPartitions[index];
      if (assignedPartitionsItem === undefined) throw unexpectedNull(version);
      writeShareGroupCurrentMemberAssignmentValueTopicPartitions(writer, assignedPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupCurrentMemberAssignmentValueTopicPartitions(writer: Writer, message: ShareGroupCurrentMemberAssignmentValueTopicPartitions, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
