// Generated from definitions/consumer-protocol-assignment.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import type { Writer } from '../writer.js';

/** ConsumerProtocolAssignment, versions 0-3. */
export interface ConsumerProtocolAssignment {
  /** Partitions assigned to the member. */
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[];
  /** Bytes of the assignor's own. Default null. */
  userData?: Uint8Array | null | undefined;
}

export interface ConsumerProtocolAssignmentTopicPartition {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitions: number[];
}

export const consumerProtocolAssignment: MessageCodec<ConsumerProtocolAssignment> = messageCodec<ConsumerProtocolAssignment>(
  {
    name: 'ConsumerProtocolAssignment',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 32767,
  },
  readConsumerProtocolAssignment,
  writeConsumerProtocolAssignment,
);

function readConsumerProtocolAssignment(reader: Reader, version: number): Decoded<ConsumerProtocolAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'assignedPartitions';
    const assignedPartitions: Decoded<ConsumerProtocolAssignmentTopicPartition>[] = [];
    const assignedPartitionsLength = reader.readArrayLength(6);
    for (index = 0; index < assignedPartitionsLength; index++) assignedPartitions.push(readConsumerProtocolAssignmentTopicPartition(reader, version));
    index = -1;
    field = 'userData';
    const userData = reader.readNullableBytes();
    return { assignedPartitions, userData };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerProtocolAssignmentTopicPartition(reader: Reader, _version: number): Decoded<ConsumerProtocolAssignmentTopicPartition> {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    return { topic, partitions };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerProtocolAssignment(writer: Writer, message: ConsumerProtocolAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'assignedPartitions';
    const assignedPartitions = message.assignedPartitions;
    writer.writeInt32(assignedPartitions.length);
    for (index = 0; index < assignedPartitions.length; index++) {
      const assignedPartitionsItem = assignedPartitions[index];
      if (assignedPartitionsItem === undefined) throw unexpectedNull(version);
      writeConsumerProtocolAssignmentTopicPartition(writer, assignedPartitionsItem, version);
    }
    index = -1;
    field = 'userData';
    const userData = message.userData === undefined ? null : message.userData;
    writer.writeNullableBytes(userData);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerProtocolAssignmentTopicPartition(writer: Writer, message: ConsumerProtocolAssignmentTopicPartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    writer.writeString(topic);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}
