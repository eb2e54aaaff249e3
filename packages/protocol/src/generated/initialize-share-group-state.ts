// Generated from definitions/initialize-share-group-state.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** InitializeShareGroupStateRequest, versions 0. */
export interface InitializeShareGroupStateRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: InitializeShareGroupStateRequestInitializeStateData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface InitializeShareGroupStateRequestInitializeStateData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: InitializeShareGroupStateRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface InitializeShareGroupStateRequestPartitionData {
  /** Index of the partition. */
  partition: number;
  /** Epoch of the share state. */
  stateEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const initializeShareGroupStateRequest: MessageCodec<InitializeShareGroupStateRequest> = messageCodec<InitializeShareGroupStateRequest>(
  {
    name: 'InitializeShareGroupStateRequest',
    kind: 'request',
    apiKey: 83,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readInitializeShareGroupStateRequest,
  writeInitializeShareGroupStateRequest,
);

function readInitializeShareGroupStateRequest(reader: Reader, version: number): Decoded<InitializeShareGroupStateRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<InitializeShareGroupStateRequestInitializeStateData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readInitializeShareGroupStateRequestInitializeStateData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readInitializeShareGroupStateRequestInitializeStateData(reader: Reader, version: number): Decoded<InitializeShareGroupStateRequestInitializeStateData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<InitializeShareGroupStateRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(17);
    for (index = 0; index < partitionsLength; index++) partitions.push(readInitializeShareGroupStateRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readInitializeShareGroupStateRequestPartitionData(reader: Reader, _version: number): Decoded<InitializeShareGroupStateRequestPartitionData> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'stateEpoch';
    const stateEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, stateEpoch, startOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeInitializeShareGroupStateRequest(writer: Writer, message: InitializeShareGroupStateRequest, version: number): void {
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
      writeInitializeShareGroupStateRequestInitializeStateData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeInitializeShareGroupStateRequestInitializeStateData(writer: Writer, message: InitializeShareGroupStateRequestInitializeStateData, version: number): void {
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
      writeInitializeShareGroupStateRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeInitializeShareGroupStateRequestPartitionData(writer: Writer, message: InitializeShareGroupStateRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'stateEpoch';
    const stateEpoch = message.stateEpoch;
    writer.writeInt32(stateEpoch);
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

/** InitializeShareGroupStateResponse, versions 0. */
export interface InitializeShareGroupStateResponse {
  /** One result per item asked for. */
  results: InitializeShareGroupStateResponseInitializeStateResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface InitializeShareGroupStateResponseInitializeStateResult {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: InitializeShareGroupStateResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface InitializeShareGroupStateResponsePartitionResult {
  /** Index of the partition. */
  partition: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const initializeShareGroupStateResponse: MessageCodec<InitializeShareGroupStateResponse> = messageCodec<InitializeShareGroupStateResponse>(
  {
    name: 'InitializeShareGroupStateResponse',
    kind: 'response',
    apiKey: 83,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readInitializeShareGroupStateResponse,
  writeInitializeShareGroupStateResponse,
);

function readInitializeShareGroupStateResponse(reader: Reader, version: number): Decoded<InitializeShareGroupStateResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results: Decoded<InitializeShareGroupStateResponseInitializeStateResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < resultsLength; index++) results.push(readInitializeShareGroupStateResponseInitializeStateResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readInitializeShareGroupStateResponseInitializeStateResult(reader: Reader, version: number): Decoded<InitializeShareGroupStateResponseInitializeStateResult> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<InitializeShareGroupStateResponsePartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readInitializeShareGroupStateResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readInitializeShareGroupStateResponsePartitionResult(reader: Reader, _version: number): Decoded<InitializeShareGroupStateResponsePartitionResult> {
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

function writeInitializeShareGroupStateResponse(writer: Writer, message: InitializeShareGroupStateResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeInitializeShareGroupStateResponseInitializeStateResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeInitializeShareGroupStateResponseInitializeStateResult(writer: Writer, message: InitializeShareGroupStateResponseInitializeStateResult, version: number): void {
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
      writeInitializeShareGroupStateResponsePartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeInitializeShareGroupStateResponsePartitionResult(writer: Writer, message: InitializeShareGroupStateResponsePartitionResult, _version: number): void {
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
