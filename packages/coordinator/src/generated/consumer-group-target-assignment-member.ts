// Generated from definitions/consumer-group-target-assignment-member.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupTargetAssignmentMemberKey, versions 0. */
export interface ConsumerGroupTargetAssignmentMemberKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const consumerGroupTargetAssignmentMemberKey: MessageCodec<ConsumerGroupTargetAssignmentMemberKey> = messageCodec<ConsumerGroupTargetAssignmentMemberKey>(
  {
    name: 'ConsumerGroupTargetAssignmentMemberKey',
    kind: 'coordinator-key',
    apiKey: 7,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupTargetAssignmentMemberKey,
  writeConsumerGroupTargetAssignmentMemberKey,
);

function readConsumerGroupTargetAssignmentMemberKey(reader: Reader, _version: number): Decoded<ConsumerGroupTargetAssignmentMemberKey> {
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

function writeConsumerGroupTargetAssignmentMemberKey(writer: Writer, message: ConsumerGroupTargetAssignmentMemberKey, _version: number): void {
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

/** ConsumerGroupTargetAssignmentMemberValue, versions 0. */
export interface ConsumerGroupTargetAssignmentMemberValue {
  /** Partitions by topic. */
  topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupTargetAssignmentMemberValue: MessageCodec<ConsumerGroupTargetAssignmentMemberValue> = messageCodec<ConsumerGroupTargetAssignmentMemberValue>(
  {
    name: 'ConsumerGroupTargetAssignmentMemberValue',
    kind: 'coordinator-value',
    apiKey: 7,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupTargetAssignmentMemberValue,
  writeConsumerGroupTargetAssignmentMemberValue,
);

function readConsumerGroupTargetAssignmentMemberValue(reader: Reader, version: number): Decoded<ConsumerGroupTargetAssignmentMemberValue> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ConsumerGroupTargetAssignmentMemberValueTopicPartition>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readConsumerGroupTargetAssignmentMemberValueTopicPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupTargetAssignmentMemberValueTopicPartition(reader: Reader, _version: number): Decoded<ConsumerGroupTargetAssignmentMemberValueTopicPartition> {
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

function writeConsumerGroupTargetAssignmentMemberValue(writer: Writer, message: ConsumerGroupTargetAssignmentMemberValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupTargetAssignmentMemberValueTopicPartition(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupTargetAssignmentMemberValueTopicPartition(writer: Writer, message: ConsumerGroupTargetAssignmentMemberValueTopicPartition, version: number): void {
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
