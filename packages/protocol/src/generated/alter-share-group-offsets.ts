// Generated from definitions/alter-share-group-offsets.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterShareGroupOffsetsRequest, versions 0. */
export interface AlterShareGroupOffsetsRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterShareGroupOffsetsRequest: MessageCodec<AlterShareGroupOffsetsRequest> = messageCodec<AlterShareGroupOffsetsRequest>(
  {
    name: 'AlterShareGroupOffsetsRequest',
    kind: 'request',
    apiKey: 91,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAlterShareGroupOffsetsRequest,
  writeAlterShareGroupOffsetsRequest,
);

function readAlterShareGroupOffsetsRequest(reader: Reader, version: number): Decoded<AlterShareGroupOffsetsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(reader: Reader, version: number): Decoded<AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(13);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(reader: Reader, _version: number): Decoded<AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, startOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterShareGroupOffsetsRequest(writer: Writer, message: AlterShareGroupOffsetsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(writer: Writer, message: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(writer: Writer, message: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AlterShareGroupOffsetsResponse, versions 0. */
export interface AlterShareGroupOffsetsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** One answer per topic or resource. */
  responses: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic {
  /** Name of the topic. */
  topicName: string;
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterShareGroupOffsetsResponse: MessageCodec<AlterShareGroupOffsetsResponse> = messageCodec<AlterShareGroupOffsetsResponse>(
  {
    name: 'AlterShareGroupOffsetsResponse',
    kind: 'response',
    apiKey: 91,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAlterShareGroupOffsetsResponse,
  writeAlterShareGroupOffsetsResponse,
);

function readAlterShareGroupOffsetsResponse(reader: Reader, version: number): Decoded<AlterShareGroupOffsetsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'responses';
    const responses: Decoded<AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic>[] = [];
    const responsesLength = reader.readCompactArrayLength(19);
    for (index = 0; index < responsesLength; index++) responses.push(readAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(reader: Reader, version: number): Decoded<AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(reader: Reader, _version: number): Decoded<AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterShareGroupOffsetsResponse(writer: Writer, message: AlterShareGroupOffsetsResponse, version: number): void {
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
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'responses';
    const responses = message.responses;
    writer.writeUnsignedVarint(responses.length + 1);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(writer, responsesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(writer: Writer, message: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(writer: Writer, message: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
