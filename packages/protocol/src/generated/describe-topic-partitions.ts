// Generated from definitions/describe-topic-partitions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeTopicPartitionsRequest, versions 0. */
export interface DescribeTopicPartitionsRequest {
  /** Topics, one entry each. */
  topics: DescribeTopicPartitionsRequestTopicRequest[];
  /** Most partitions in one answer. Default 2000. */
  responsePartitionLimit?: number | undefined;
  /** Where to begin; null for the beginning. Default null. */
  cursor?: DescribeTopicPartitionsRequestCursor | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTopicPartitionsRequestCursor {
  /** Name of the topic. */
  topicName: string;
  /** Index of the partition. */
  partitionIndex: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTopicPartitionsRequestTopicRequest {
  /** Name of the topic. */
  name: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeTopicPartitionsRequest: MessageCodec<DescribeTopicPartitionsRequest> = messageCodec<DescribeTopicPartitionsRequest>(
  {
    name: 'DescribeTopicPartitionsRequest',
    kind: 'request',
    apiKey: 75,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeTopicPartitionsRequest,
  writeDescribeTopicPartitionsRequest,
);

function readDescribeTopicPartitionsRequest(reader: Reader, version: number): Decoded<DescribeTopicPartitionsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<DescribeTopicPartitionsRequestTopicRequest>[] = [];
    const topicsLength = reader.readCompactArrayLength(2);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeTopicPartitionsRequestTopicRequest(reader, version));
    index = -1;
    field = 'responsePartitionLimit';
    const responsePartitionLimit = reader.readInt32();
    field = 'cursor';
    let cursor: Decoded<DescribeTopicPartitionsRequestCursor> | null;
    cursor = reader.readPresence() ? readDescribeTopicPartitionsRequestCursor(reader, version) : null;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topics, responsePartitionLimit, cursor, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeTopicPartitionsRequestCursor(reader: Reader, _version: number): Decoded<DescribeTopicPartitionsRequestCursor> {
  let field = '';
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitionIndex, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readDescribeTopicPartitionsRequestTopicRequest(reader: Reader, _version: number): Decoded<DescribeTopicPartitionsRequestTopicRequest> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeTopicPartitionsRequest(writer: Writer, message: DescribeTopicPartitionsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeTopicPartitionsRequestTopicRequest(writer, topicsItem, version);
    }
    index = -1;
    field = 'responsePartitionLimit';
    const responsePartitionLimit = message.responsePartitionLimit === undefined ? 2000 : message.responsePartitionLimit;
    writer.writeInt32(responsePartitionLimit);
    field = 'cursor';
    const cursor = message.cursor === undefined ? null : message.cursor;
    if (cursor === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeDescribeTopicPartitionsRequestCursor(writer, cursor, version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTopicPartitionsRequestCursor(writer: Writer, message: DescribeTopicPartitionsRequestCursor, _version: number): void {
  let field = '';
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeTopicPartitionsRequestTopicRequest(writer: Writer, message: DescribeTopicPartitionsRequestTopicRequest, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DescribeTopicPartitionsResponse, versions 0. */
export interface DescribeTopicPartitionsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic[];
  /** Where the next request should begin; null at the end. Default null. */
  nextCursor?: DescribeTopicPartitionsResponseCursor | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTopicPartitionsResponseCursor {
  /** Name of the topic. */
  topicName: string;
  /** Index of the partition. */
  partitionIndex: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Name of the topic. */
  name: string | null;
  /** Id of the topic. */
  topicId: string;
  /** Whether Kafka keeps the topic for itself. Default false. */
  isInternal?: boolean | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition[];
  /** Bits of the operations on the topic allowed to the asker; -2147483648 when not asked for. Default -2147483648. */
  topicAuthorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Index of the partition. */
  partitionIndex: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. Default -1. */
  leaderEpoch?: number | undefined;
  /** All replicas, the preferred one first. */
  replicaNodes: number[];
  /** Replicas in sync. */
  isrNodes: number[];
  /** Replicas that may become leader although not in sync (ELR). Default null. */
  eligibleLeaderReplicas?: number[] | null | undefined;
  /** Last known eligible leaders, after an unclean stop. Default null. */
  lastKnownElr?: number[] | null | undefined;
  /** Replicas that cannot be reached. */
  offlineReplicas: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeTopicPartitionsResponse: MessageCodec<DescribeTopicPartitionsResponse> = messageCodec<DescribeTopicPartitionsResponse>(
  {
    name: 'DescribeTopicPartitionsResponse',
    kind: 'response',
    apiKey: 75,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeTopicPartitionsResponse,
  writeDescribeTopicPartitionsResponse,
);

function readDescribeTopicPartitionsResponse(reader: Reader, version: number): Decoded<DescribeTopicPartitionsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(26);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(reader, version));
    index = -1;
    field = 'nextCursor';
    let nextCursor: Decoded<DescribeTopicPartitionsResponseCursor> | null;
    nextCursor = reader.readPresence() ? readDescribeTopicPartitionsResponseCursor(reader, version) : null;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, topics, nextCursor, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeTopicPartitionsResponseCursor(reader: Reader, _version: number): Decoded<DescribeTopicPartitionsResponseCursor> {
  let field = '';
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitionIndex, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(reader: Reader, version: number): Decoded<DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'name';
    const name = reader.readCompactNullableString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'isInternal';
    const isInternal = reader.readBoolean();
    field = 'partitions';
    const partitions: Decoded<DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(reader, version));
    index = -1;
    field = 'topicAuthorizedOperations';
    const topicAuthorizedOperations = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(reader: Reader, _version: number): Decoded<DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'replicaNodes';
    const replicaNodes: number[] = [];
    const replicaNodesLength = reader.readCompactArrayLength(4);
    for (index = 0; index < replicaNodesLength; index++) replicaNodes.push(reader.readInt32());
    index = -1;
    field = 'isrNodes';
    const isrNodes: number[] = [];
    const isrNodesLength = reader.readCompactArrayLength(4);
    for (index = 0; index < isrNodesLength; index++) isrNodes.push(reader.readInt32());
    index = -1;
    field = 'eligibleLeaderReplicas';
    let eligibleLeaderReplicas: number[] | null;
    const eligibleLeaderReplicasLength = reader.readCompactNullableArrayLength(4);
    const eligibleLeaderReplicasList: number[] = [];
    for (index = 0; index < eligibleLeaderReplicasLength; index++) eligibleLeaderReplicasList.push(reader.readInt32());
    index = -1;
    eligibleLeaderReplicas = eligibleLeaderReplicasLength < 0 ? null : eligibleLeaderReplicasList;
    field = 'lastKnownElr';
    let lastKnownElr: number[] | null;
    const lastKnownElrLength = reader.readCompactNullableArrayLength(4);
    const lastKnownElrList: number[] = [];
    for (index = 0; index < lastKnownElrLength; index++) lastKnownElrList.push(reader.readInt32());
    index = -1;
    lastKnownElr = lastKnownElrLength < 0 ? null : lastKnownElrList;
    field = 'offlineReplicas';
    const offlineReplicas: number[] = [];
    const offlineReplicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < offlineReplicasLength; index++) offlineReplicas.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, eligibleLeaderReplicas, lastKnownElr, offlineReplicas, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTopicPartitionsResponse(writer: Writer, message: DescribeTopicPartitionsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'nextCursor';
    const nextCursor = message.nextCursor === undefined ? null : message.nextCursor;
    if (nextCursor === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeDescribeTopicPartitionsResponseCursor(writer, nextCursor, version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTopicPartitionsResponseCursor(writer: Writer, message: DescribeTopicPartitionsResponseCursor, _version: number): void {
  let field = '';
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(writer: Writer, message: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'name';
    const name = message.name;
    writer.writeCompactNullableString(name);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'isInternal';
    const isInternal = message.isInternal === undefined ? false : message.isInternal;
    writer.writeBoolean(isInternal);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'topicAuthorizedOperations';
    const topicAuthorizedOperations = message.topicAuthorizedOperations === undefined ? -2147483648 : message.topicAuthorizedOperations;
    writer.writeInt32(topicAuthorizedOperations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(writer: Writer, message: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'replicaNodes';
    const replicaNodes = message.replicaNodes;
    writer.writeUnsignedVarint(replicaNodes.length + 1);
    for (index = 0; index < replicaNodes.length; index++) {
      const replicaNodesItem = replicaNodes[index];
      if (replicaNodesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(replicaNodesItem);
    }
    index = -1;
    field = 'isrNodes';
    const isrNodes = message.isrNodes;
    writer.writeUnsignedVarint(isrNodes.length + 1);
    for (index = 0; index < isrNodes.length; index++) {
      const isrNodesItem = isrNodes[index];
      if (isrNodesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(isrNodesItem);
    }
    index = -1;
    field = 'eligibleLeaderReplicas';
    const eligibleLeaderReplicas = message.eligibleLeaderReplicas === undefined ? null : message.eligibleLeaderReplicas;
    if (eligibleLeaderReplicas === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(eligibleLeaderReplicas.length + 1);
      for (index = 0; index < eligibleLeaderReplicas.length; index++) {
        const eligibleLeaderReplicasItem = eligibleLeaderReplicas[index];
        if (eligibleLeaderReplicasItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(eligibleLeaderReplicasItem);
      }
      index = -1;
    }
    field = 'lastKnownElr';
    const lastKnownElr = message.lastKnownElr === undefined ? null : message.lastKnownElr;
    if (lastKnownElr === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(lastKnownElr.length + 1);
      for (index = 0; index < lastKnownElr.length; index++) {
        const lastKnownElrItem = lastKnownElr[index];
        if (lastKnownElrItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(lastKnownElrItem);
      }
      index = -1;
    }
    field = 'offlineReplicas';
    const offlineReplicas = message.offlineReplicas;
    writer.writeUnsignedVarint(offlineReplicas.length + 1);
    for (index = 0; index < offlineReplicas.length; index++) {
      const offlineReplicasItem = offlineReplicas[index];
      if (offlineReplicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(offlineReplicasItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
