// Generated from definitions/list-partition-reassignments.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ListPartitionReassignmentsRequest, versions 0. */
export interface ListPartitionReassignmentsRequest {
  /** How long the server may take. Default 60000. */
  timeoutMs?: number | undefined;
  /** Topics, one entry each. Default null. */
  topics?: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  /** Name of the topic. */
  name: string;
  /** Indexes of the partitions. */
  partitionIndexes: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listPartitionReassignmentsRequest: MessageCodec<ListPartitionReassignmentsRequest> = messageCodec<ListPartitionReassignmentsRequest>(
  {
    name: 'ListPartitionReassignmentsRequest',
    kind: 'request',
    apiKey: 46,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readListPartitionReassignmentsRequest,
  writeListPartitionReassignmentsRequest,
);

function readListPartitionReassignmentsRequest(reader: Reader, version: number): Decoded<ListPartitionReassignmentsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'topics';
    let topics: Decoded<ListPartitionReassignmentsRequestListPartitionReassignmentsTopics>[] | null;
    const topicsLength = reader.readCompactNullableArrayLength(3);
    const topicsList: Decoded<ListPartitionReassignmentsRequestListPartitionReassignmentsTopics>[] = [];
    for (index = 0; index < topicsLength; index++) topicsList.push(readListPartitionReassignmentsRequestListPartitionReassignmentsTopics(reader, version));
    index = -1;
    topics = topicsLength < 0 ? null : topicsList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { timeoutMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListPartitionReassignmentsRequestListPartitionReassignmentsTopics(reader: Reader, _version: number): Decoded<ListPartitionReassignmentsRequestListPartitionReassignmentsTopics> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitionIndexes';
    const partitionIndexes: number[] = [];
    const partitionIndexesLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionIndexesLength; index++) partitionIndexes.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitionIndexes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListPartitionReassignmentsRequest(writer: Writer, message: ListPartitionReassignmentsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs === undefined ? 60000 : message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'topics';
    const topics = message.topics === undefined ? null : message.topics;
    if (topics === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(topics.length + 1);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(writer, topicsItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(writer: Writer, message: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitionIndexes';
    const partitionIndexes = message.partitionIndexes;
    writer.writeUnsignedVarint(partitionIndexes.length + 1);
    for (index = 0; index < partitionIndexes.length; index++) {
      const partitionIndexesItem = partitionIndexes[index];
      if (partitionIndexesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionIndexesItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ListPartitionReassignmentsResponse, versions 0. */
export interface ListPartitionReassignmentsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Topics, one entry each. */
  topics: ListPartitionReassignmentsResponseOngoingTopicReassignment[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListPartitionReassignmentsResponseOngoingTopicReassignment {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: ListPartitionReassignmentsResponseOngoingPartitionReassignment[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  /** Index of the partition. */
  partitionIndex: number;
  /** All replicas, the preferred one first. */
  replicas: number[];
  /** Replicas being added by a reassignment. */
  addingReplicas: number[];
  /** Replicas being removed by a reassignment. */
  removingReplicas: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listPartitionReassignmentsResponse: MessageCodec<ListPartitionReassignmentsResponse> = messageCodec<ListPartitionReassignmentsResponse>(
  {
    name: 'ListPartitionReassignmentsResponse',
    kind: 'response',
    apiKey: 46,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readListPartitionReassignmentsResponse,
  writeListPartitionReassignmentsResponse,
);

function readListPartitionReassignmentsResponse(reader: Reader, version: number): Decoded<ListPartitionReassignmentsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'topics';
    const topics: Decoded<ListPartitionReassignmentsResponseOngoingTopicReassignment>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readListPartitionReassignmentsResponseOngoingTopicReassignment(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListPartitionReassignmentsResponseOngoingTopicReassignment(reader: Reader, version: number): Decoded<ListPartitionReassignmentsResponseOngoingTopicReassignment> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<ListPartitionReassignmentsResponseOngoingPartitionReassignment>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readListPartitionReassignmentsResponseOngoingPartitionReassignment(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListPartitionReassignmentsResponseOngoingPartitionReassignment(reader: Reader, _version: number): Decoded<ListPartitionReassignmentsResponseOngoingPartitionReassignment> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'replicas';
    const replicas: number[] = [];
    const replicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < replicasLength; index++) replicas.push(reader.readInt32());
    index = -1;
    field = 'addingReplicas';
    const addingReplicas: number[] = [];
    const addingReplicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < addingReplicasLength; index++) addingReplicas.push(reader.readInt32());
    index = -1;
    field = 'removingReplicas';
    const removingReplicas: number[] = [];
    const removingReplicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < removingReplicasLength; index++) removingReplicas.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, replicas, addingReplicas, removingReplicas, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListPartitionReassignmentsResponse(writer: Writer, message: ListPartitionReassignmentsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeListPartitionReassignmentsResponseOngoingTopicReassignment(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListPartitionReassignmentsResponseOngoingTopicReassignment(writer: Writer, message: ListPartitionReassignmentsResponseOngoingTopicReassignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeListPartitionReassignmentsResponseOngoingPartitionReassignment(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListPartitionReassignmentsResponseOngoingPartitionReassignment(writer: Writer, message: ListPartitionReassignmentsResponseOngoingPartitionReassignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'replicas';
    const replicas = message.replicas;
    writer.writeUnsignedVarint(replicas.length + 1);
    for (index = 0; index < replicas.length; index++) {
      const replicasItem = replicas[index];
      if (replicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(replicasItem);
    }
    index = -1;
    field = 'addingReplicas';
    const addingReplicas = message.addingReplicas;
    writer.writeUnsignedVarint(addingReplicas.length + 1);
    for (index = 0; index < addingReplicas.length; index++) {
      const addingReplicasItem = addingReplicas[index];
      if (addingReplicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(addingReplicasItem);
    }
    index = -1;
    field = 'removingReplicas';
    const removingReplicas = message.removingReplicas;
    writer.writeUnsignedVarint(removingReplicas.length + 1);
    for (index = 0; index < removingReplicas.length; index++) {
      const removingReplicasItem = removingReplicas[index];
      if (removingReplicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(removingReplicasItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
