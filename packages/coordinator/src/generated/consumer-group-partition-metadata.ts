// Generated from definitions/consumer-group-partition-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupPartitionMetadataKey, versions 0. */
export interface ConsumerGroupPartitionMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const consumerGroupPartitionMetadataKey: MessageCodec<ConsumerGroupPartitionMetadataKey> = messageCodec<ConsumerGroupPartitionMetadataKey>(
  {
    name: 'ConsumerGroupPartitionMetadataKey',
    kind: 'coordinator-key',
    apiKey: 4,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupPartitionMetadataKey,
  writeConsumerGroupPartitionMetadataKey,
);

function readConsumerGroupPartitionMetadataKey(reader: Reader, _version: number): Decoded<ConsumerGroupPartitionMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupPartitionMetadataKey(writer: Writer, message: ConsumerGroupPartitionMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ConsumerGroupPartitionMetadataValue, versions 0. */
export interface ConsumerGroupPartitionMetadataValue {
  /** Topics, one entry each. */
  topics: ConsumerGroupPartitionMetadataValueTopicMetadata[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupPartitionMetadataValueTopicMetadata {
  /** Id of the topic. */
  topicId: string;
  /** Name of the topic. */
  topicName: string;
  /** Number of partitions; -1 for the default. */
  numPartitions: number;
  /** Partitions with the racks of their replicas. */
  partitionMetadata: ConsumerGroupPartitionMetadataValuePartitionMetadata[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupPartitionMetadataValuePartitionMetadata {
  /** Index of the partition. */
  partition: number;
  /** Racks of the partition's replicas. */
  racks: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupPartitionMetadataValue: MessageCodec<ConsumerGroupPartitionMetadataValue> = messageCodec<ConsumerGroupPartitionMetadataValue>(
  {
    name: 'ConsumerGroupPartitionMetadataValue',
    kind: 'coordinator-value',
    apiKey: 4,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupPartitionMetadataValue,
  writeConsumerGroupPartitionMetadataValue,
);

function readConsumerGroupPartitionMetadataValue(reader: Reader, version: number): Decoded<ConsumerGroupPartitionMetadataValue> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<ConsumerGroupPartitionMetadataValueTopicMetadata>[] = [];
    const topicsLength = reader.readCompactArrayLength(23);
    for (index = 0; index < topicsLength; index++) topics.push(readConsumerGroupPartitionMetadataValueTopicMetadata(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupPartitionMetadataValueTopicMetadata(reader: Reader, version: number): Decoded<ConsumerGroupPartitionMetadataValueTopicMetadata> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'numPartitions';
    const numPartitions = reader.readInt32();
    field = 'partitionMetadata';
    const partitionMetadata: Decoded<ConsumerGroupPartitionMetadataValuePartitionMetadata>[] = [];
    const partitionMetadataLength = reader.readCompactArrayLength(6);
    for (index = 0; index < partitionMetadataLength; index++) partitionMetadata.push(readConsumerGroupPartitionMetadataValuePartitionMetadata(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, topicName, numPartitions, partitionMetadata, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupPartitionMetadataValuePartitionMetadata(reader: Reader, _version: number): Decoded<ConsumerGroupPartitionMetadataValuePartitionMetadata> {
  let field = '';
  let index = -1;
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'racks';
    const racks: string[] = [];
    const racksLength = reader.readCompactArrayLength(1);
    for (index = 0; index < racksLength; index++) racks.push(reader.readCompactString());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, racks, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupPartitionMetadataValue(writer: Writer, message: ConsumerGroupPartitionMetadataValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupPartitionMetadataValueTopicMetadata(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupPartitionMetadataValueTopicMetadata(writer: Writer, message: ConsumerGroupPartitionMetadataValueTopicMetadata, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'numPartitions';
    const numPartitions = message.numPartitions;
    writer.writeInt32(numPartitions);
    field = 'partitionMetadata';
    const partitionMetadata = message.partitionMetadata;
    writer.writeUnsignedVarint(partitionMetadata.length + 1);
    for (index = 0; index < partitionMetadata.length; index++) {
      const partitionMetadataItem = partitionMetadata[index];
      if (partitionMetadataItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupPartitionMetadataValuePartitionMetadata(writer, partitionMetadataItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupPartitionMetadataValuePartitionMetadata(writer: Writer, message: ConsumerGroupPartitionMetadataValuePartitionMetadata, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'racks';
    const racks = message.racks;
    writer.writeUnsignedVarint(racks.length + 1);
    for (index = 0; index < racks.length; index++) {
      const racksItem = racks[index];
      if (racksItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(racksItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
