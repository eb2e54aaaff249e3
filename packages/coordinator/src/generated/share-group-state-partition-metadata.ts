// Generated from definitions/share-group-state-partition-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareGroupStatePartitionMetadataKey, versions 0. */
export interface ShareGroupStatePartitionMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const shareGroupStatePartitionMetadataKey: MessageCodec<ShareGroupStatePartitionMetadataKey> = messageCodec<ShareGroupStatePartitionMetadataKey>(
  {
    name: 'ShareGroupStatePartitionMetadataKey',
    kind: 'coordinator-key',
    apiKey: 15,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareGroupStatePartitionMetadataKey,
  writeShareGroupStatePartitionMetadataKey,
);

function readShareGroupStatePartitionMetadataKey(reader: Reader, _version: number): Decoded<ShareGroupStatePartitionMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupStatePartitionMetadataKey(writer: Writer, message: ShareGroupStatePartitionMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ShareGroupStatePartitionMetadataValue, versions 0. */
export interface ShareGroupStatePartitionMetadataValue {
  /** Topics whose share state is being set up. */
  initializingTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[];
  /** Topics whose share state is set up. */
  initializedTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[];
  /** Topics whose share state is being deleted. */
  deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupStatePartitionMetadataValueTopicInfo {
  /** Id of the topic. */
  topicId: string;
  /** Name of the topic. */
  topicName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  /** Id of the topic. */
  topicId: string;
  /** Name of the topic. */
  topicName: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupStatePartitionMetadataValue: MessageCodec<ShareGroupStatePartitionMetadataValue> = messageCodec<ShareGroupStatePartitionMetadataValue>(
  {
    name: 'ShareGroupStatePartitionMetadataValue',
    kind: 'coordinator-value',
    apiKey: 15,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareGroupStatePartitionMetadataValue,
  writeShareGroupStatePartitionMetadataValue,
);

function readShareGroupStatePartitionMetadataValue(reader: Reader, version: number): Decoded<ShareGroupStatePartitionMetadataValue> {
  let field = '';
  let index = -1;
  try {
    field = 'initializingTopics';
    const initializingTopics: Decoded<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo>[] = [];
    const initializingTopicsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < initializingTopicsLength; index++) initializingTopics.push(readShareGroupStatePartitionMetadataValueTopicPartitionsInfo(reader, version));
    index = -1;
    field = 'initializedTopics';
    const initializedTopics: Decoded<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo>[] = [];
    const initializedTopicsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < initializedTopicsLength; index++) initializedTopics.push(readShareGroupStatePartitionMetadataValueTopicPartitionsInfo(reader, version));
    index = -1;
    field = 'deletingTopics';
    const deletingTopics: Decoded<ShareGroupStatePartitionMetadataValueTopicInfo>[] = [];
    const deletingTopicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < deletingTopicsLength; index++) deletingTopics.push(readShareGroupStatePartitionMetadataValueTopicInfo(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { initializingTopics, initializedTopics, deletingTopics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupStatePartitionMetadataValueTopicInfo(reader: Reader, _version: number): Decoded<ShareGroupStatePartitionMetadataValueTopicInfo> {
  let field = '';
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, topicName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readShareGroupStatePartitionMetadataValueTopicPartitionsInfo(reader: Reader, _version: number): Decoded<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupStatePartitionMetadataValue(writer: Writer, message: ShareGroupStatePartitionMetadataValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'initializingTopics';
    const initializingTopics = message.initializingTopics;
    writer.writeUnsignedVarint(initializingTopics.length + 1);
    for (index = 0; index < initializingTopics.length; index++) {
      const initializingTopicsItem = initializingTopics[index];
      if (initializingTopicsItem === undefined) throw unexpectedNull(version);
      writeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer, initializingTopicsItem, version);
    }
    index = -1;
    field = 'initializedTopics';
    const initializedTopics = message.initializedTopics;
    writer.writeUnsignedVarint(initializedTopics.length + 1);
    for (index = 0; index < initializedTopics.length; index++) {
      const initializedTopicsItem = initializedTopics[index];
      if (initializedTopicsItem === undefined) throw unexpectedNull(version);
      writeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer, initializedTopicsItem, version);
    }
    index = -1;
    field = 'deletingTopics';
    const deletingTopics = message.deletingTopics;
    writer.writeUnsignedVarint(deletingTopics.length + 1);
    for (index = 0; index < deletingTopics.length; index++) {
      const deletingTopicsItem = deletingTopics[index];
      if (deletingTopicsItem === undefined) throw unexpectedNull(version);
      writeShareGroupStatePartitionMetadataValueTopicInfo(writer, deletingTopicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupStatePartitionMetadataValueTopicInfo(writer: Writer, message: ShareGroupStatePartitionMetadataValueTopicInfo, _version: number): void {
  let field = '';
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer: Writer, message: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
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
