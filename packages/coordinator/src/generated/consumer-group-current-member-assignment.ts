// Generated from definitions/consumer-group-current-member-assignment.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupCurrentMemberAssignmentKey, versions 0. */
export interface ConsumerGroupCurrentMemberAssignmentKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const consumerGroupCurrentMemberAssignmentKey: MessageCodec<ConsumerGroupCurrentMemberAssignmentKey> = messageCodec<ConsumerGroupCurrentMemberAssignmentKey>(
  {
    name: 'ConsumerGroupCurrentMemberAssignmentKey',
    kind: 'coordinator-key',
    apiKey: 8,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupCurrentMemberAssignmentKey,
  writeConsumerGroupCurrentMemberAssignmentKey,
);

function readConsumerGroupCurrentMemberAssignmentKey(reader: Reader, _version: number): Decoded<ConsumerGroupCurrentMemberAssignmentKey> {
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

function writeConsumerGroupCurrentMemberAssignmentKey(writer: Writer, message: ConsumerGroupCurrentMemberAssignmentKey, _version: number): void {
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

/** ConsumerGroupCurrentMemberAssignmentValue, versions 0. */
export interface ConsumerGroupCurrentMemberAssignmentValue {
  /** Epoch of the member. */
  memberEpoch: number;
  /** Epoch of the member before the current one. */
  previousMemberEpoch: number;
  /** State of the member, as its code. */
  state: number;
  /** Partitions assigned to the member. */
  assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
  /** Partitions the member has yet to give up. */
  partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Epoch in which each entry was assigned, in the same order. */
  assignmentEpochs?: number[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupCurrentMemberAssignmentValue: MessageCodec<ConsumerGroupCurrentMemberAssignmentValue> = messageCodec<ConsumerGroupCurrentMemberAssignmentValue>(
  {
    name: 'ConsumerGroupCurrentMemberAssignmentValue',
    kind: 'coordinator-value',
    apiKey: 8,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupCurrentMemberAssignmentValue,
  writeConsumerGroupCurrentMemberAssignmentValue,
);

function readConsumerGroupCurrentMemberAssignmentValue(reader: Reader, version: number): Decoded<ConsumerGroupCurrentMemberAssignmentValue> {
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
    const assignedPartitions: Decoded<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions>[] = [];
    const assignedPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < assignedPartitionsLength; index++) assignedPartitions.push(readConsumerGroupCurrentMemberAssignmentValueTopicPartitions(reader, version));
    index = -1;
    field = 'partitionsPendingRevocation';
    const partitionsPendingRevocation: Decoded<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions>[] = [];
    const partitionsPendingRevocationLength = reader.readCompactArrayLength(18);
    for (index = 0; index < partitionsPendingRevocationLength; index++) partitionsPendingRevocation.push(readConsumerGroupCurrentMemberAssignmentValueTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberEpoch, previousMemberEpoch, state, assignedPartitions, partitionsPendingRevocation, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupCurrentMemberAssignmentValueTopicPartitions(reader: Reader, _version: number): Decoded<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions> {
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
    let assignmentEpochs: number[] | null = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'assignmentEpochs';
          const assignmentEpochsLength = reader.readCompactNullableArrayLength(4);
          const assignmentEpochsList: number[] = [];
          for (index = 0; index < assignmentEpochsLength; index++) assignmentEpochsList.push(reader.readInt32());
          index = -1;
          assignmentEpochs = assignmentEpochsLength < 0 ? null : assignmentEpochsList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { topicId, partitions, assignmentEpochs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupCurrentMemberAssignmentValue(writer: Writer, message: ConsumerGroupCurrentMemberAssignmentValue, version: number): void {
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
      writeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer, assignedPartitionsItem, version);
    }
    index = -1;
    field = 'partitionsPendingRevocation';
    const partitionsPendingRevocation = message.partitionsPendingRevocation;
    writer.writeUnsignedVarint(partitionsPendingRevocation.length + 1);
    for (index = 0; index < partitionsPendingRevocation.length; index++) {
      const partitionsPendingRevocationItem = partitionsPendingRevocation[index];
      if (partitionsPendingRevocationItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer, partitionsPendingRevocationItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer: Writer, message: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions, version: number): void {
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
    field = 'assignmentEpochs';
    const assignmentEpochs = message.assignmentEpochs === undefined ? [] : message.assignmentEpochs;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length !== 0;
    if (hasAssignmentEpochs) count++;
    writer.writeUnsignedVarint(count);
    if (hasAssignmentEpochs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'assignmentEpochs';
      const tag = writer.beginTag(0);
      if (assignmentEpochs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(assignmentEpochs.length + 1);
        for (index = 0; index < assignmentEpochs.length; index++) {
          const assignmentEpochsItem = assignmentEpochs[index];
          if (assignmentEpochsItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(assignmentEpochsItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}
