// Generated from definitions/share-group-target-assignment-member.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareGroupTargetAssignmentMemberKey, versions 0. */
export interface ShareGroupTargetAssignmentMemberKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const shareGroupTargetAssignmentMemberKey: MessageCodec<ShareGroupTargetAssignmentMemberKey> = messageCodec<ShareGroupTargetAssignmentMemberKey>(
  {
    name: 'ShareGroupTargetAssignmentMemberKey',
    kind: 'coordinator-key',
    apiKey: 13,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareGroupTargetAssignmentMemberKey,
  writeShareGroupTargetAssignmentMemberKey,
);

function readShareGroupTargetAssignmentMemberKey(reader: Reader, _version: number): Decoded<ShareGroupTargetAssignmentMemberKey> {
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

function writeShareGroupTargetAssignmentMemberKey(writer: Writer, message: ShareGroupTargetAssignmentMemberKey, _version: number): void {
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

/** ShareGroupTargetAssignmentMemberValue, versions 0. */
export interface ShareGroupTargetAssignmentMemberValue {
  /** Partitions by topic. */
  topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupTargetAssignmentMemberValueTopicPartition {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupTargetAssignmentMemberValue: MessageCodec<ShareGroupTargetAssignmentMemberValue> = messageCodec<ShareGroupTargetAssignmentMemberValue>(
  {
    name: 'ShareGroupTargetAssignmentMemberValue',
    kind: 'coordinator-value',
    apiKey: 13,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareGroupTargetAssignmentMemberValue,
  writeShareGroupTargetAssignmentMemberValue,
);

function readShareGroupTargetAssignmentMemberValue(reader: Reader, version: number): Decoded<ShareGroupTargetAssignmentMemberValue> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ShareGroupTargetAssignmentMemberValueTopicPartition>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readShareGroupTargetAssignmentMemberValueTopicPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupTargetAssignmentMemberValueTopicPartition(reader: Reader, _version: number): Decoded<ShareGroupTargetAssignmentMemberValueTopicPartition> {
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

function writeShareGroupTargetAssignmentMemberValue(writer: Writer, message: ShareGroupTargetAssignmentMemberValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeShareGroupTargetAssignmentMemberValueTopicPartition(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupTargetAssignmentMemberValueTopicPartition(writer: Writer, message: ShareGroupTargetAssignmentMemberValueTopicPartition, version: number): void {
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
