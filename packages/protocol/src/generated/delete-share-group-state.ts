// Generated from definitions/delete-share-group-state.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DeleteShareGroupStateRequest, versions 0. */
export interface DeleteShareGroupStateRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: DeleteShareGroupStateRequestDeleteStateData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupStateRequestDeleteStateData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: DeleteShareGroupStateRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupStateRequestPartitionData {
  /** Index of the partition. */
  partition: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteShareGroupStateRequest: MessageCodec<DeleteShareGroupStateRequest> = messageCodec<DeleteShareGroupStateRequest>(
  {
    name: 'DeleteShareGroupStateRequest',
    kind: 'request',
    apiKey: 86,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDeleteShareGroupStateRequest,
  writeDeleteShareGroupStateRequest,
);

function readDeleteShareGroupStateRequest(reader: Reader, version: number): Decoded<DeleteShareGroupStateRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<DeleteShareGroupStateRequestDeleteStateData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readDeleteShareGroupStateRequestDeleteStateData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupStateRequestDeleteStateData(reader: Reader, version: number): Decoded<DeleteShareGroupStateRequestDeleteStateData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<DeleteShareGroupStateRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(5);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDeleteShareGroupStateRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupStateRequestPartitionData(reader: Reader, _version: number): Decoded<DeleteShareGroupStateRequestPartitionData> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteShareGroupStateRequest(writer: Writer, message: DeleteShareGroupStateRequest, version: number): void {
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
      writeDeleteShareGroupStateRequestDeleteStateData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupStateRequestDeleteStateData(writer: Writer, message: DeleteShareGroupStateRequestDeleteStateData, version: number): void {
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
      writeDeleteShareGroupStateRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupStateRequestPartitionData(writer: Writer, message: DeleteShareGroupStateRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DeleteShareGroupStateResponse, versions 0. */
export interface DeleteShareGroupStateResponse {
  /** One result per item asked for. */
  results: DeleteShareGroupStateResponseDeleteStateResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupStateResponseDeleteStateResult {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: DeleteShareGroupStateResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupStateResponsePartitionResult {
  /** Index of the partition. */
  partition: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteShareGroupStateResponse: MessageCodec<DeleteShareGroupStateResponse> = messageCodec<DeleteShareGroupStateResponse>(
  {
    name: 'DeleteShareGroupStateResponse',
    kind: 'response',
    apiKey: 86,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDeleteShareGroupStateResponse,
  writeDeleteShareGroupStateResponse,
);

function readDeleteShareGroupStateResponse(reader: Reader, version: number): Decoded<DeleteShareGroupStateResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results: Decoded<DeleteShareGroupStateResponseDeleteStateResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < resultsLength; index++) results.push(readDeleteShareGroupStateResponseDeleteStateResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupStateResponseDeleteStateResult(reader: Reader, version: number): Decoded<DeleteShareGroupStateResponseDeleteStateResult> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<DeleteShareGroupStateResponsePartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDeleteShareGroupStateResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupStateResponsePartitionResult(reader: Reader, _version: number): Decoded<DeleteShareGroupStateResponsePartitionResult> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteShareGroupStateResponse(writer: Writer, message: DeleteShareGroupStateResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeDeleteShareGroupStateResponseDeleteStateResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupStateResponseDeleteStateResult(writer: Writer, message: DeleteShareGroupStateResponseDeleteStateResult, version: number): void {
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
      writeDeleteShareGroupStateResponsePartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupStateResponsePartitionResult(writer: Writer, message: DeleteShareGroupStateResponsePartitionResult, _version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
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
