// Generated from definitions/read-share-group-state.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ReadShareGroupStateRequest, versions 0. */
export interface ReadShareGroupStateRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: ReadShareGroupStateRequestReadStateData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateRequestReadStateData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ReadShareGroupStateRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateRequestPartitionData {
  /** Index of the partition. */
  partition: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const readShareGroupStateRequest: MessageCodec<ReadShareGroupStateRequest> = messageCodec<ReadShareGroupStateRequest>(
  {
    name: 'ReadShareGroupStateRequest',
    kind: 'request',
    apiKey: 84,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readReadShareGroupStateRequest,
  writeReadShareGroupStateRequest,
);

function readReadShareGroupStateRequest(reader: Reader, version: number): Decoded<ReadShareGroupStateRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<ReadShareGroupStateRequestReadStateData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readReadShareGroupStateRequestReadStateData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateRequestReadStateData(reader: Reader, version: number): Decoded<ReadShareGroupStateRequestReadStateData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ReadShareGroupStateRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < partitionsLength; index++) partitions.push(readReadShareGroupStateRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateRequestPartitionData(reader: Reader, _version: number): Decoded<ReadShareGroupStateRequestPartitionData> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeReadShareGroupStateRequest(writer: Writer, message: ReadShareGroupStateRequest, version: number): void {
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
      writeReadShareGroupStateRequestReadStateData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateRequestReadStateData(writer: Writer, message: ReadShareGroupStateRequestReadStateData, version: number): void {
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
      writeReadShareGroupStateRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateRequestPartitionData(writer: Writer, message: ReadShareGroupStateRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ReadShareGroupStateResponse, versions 0. */
export interface ReadShareGroupStateResponse {
  /** One result per item asked for. */
  results: ReadShareGroupStateResponseReadStateResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateResponseReadStateResult {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ReadShareGroupStateResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateResponsePartitionResult {
  /** Index of the partition. */
  partition: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Epoch of the share state. */
  stateEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Delivery state by ranges of offsets. */
  stateBatches: ReadShareGroupStateResponseStateBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateResponseStateBatch {
  /** First offset of the range. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** 0 available, 2 acknowledged, 4 archived. */
  deliveryState: number;
  /** How often the records were delivered. */
  deliveryCount: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const readShareGroupStateResponse: MessageCodec<ReadShareGroupStateResponse> = messageCodec<ReadShareGroupStateResponse>(
  {
    name: 'ReadShareGroupStateResponse',
    kind: 'response',
    apiKey: 84,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readReadShareGroupStateResponse,
  writeReadShareGroupStateResponse,
);

function readReadShareGroupStateResponse(reader: Reader, version: number): Decoded<ReadShareGroupStateResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results: Decoded<ReadShareGroupStateResponseReadStateResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < resultsLength; index++) results.push(readReadShareGroupStateResponseReadStateResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateResponseReadStateResult(reader: Reader, version: number): Decoded<ReadShareGroupStateResponseReadStateResult> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ReadShareGroupStateResponsePartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(21);
    for (index = 0; index < partitionsLength; index++) partitions.push(readReadShareGroupStateResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateResponsePartitionResult(reader: Reader, version: number): Decoded<ReadShareGroupStateResponsePartitionResult> {
  let field = '';
  let index = -1;
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'stateEpoch';
    const stateEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    field = 'stateBatches';
    const stateBatches: Decoded<ReadShareGroupStateResponseStateBatch>[] = [];
    const stateBatchesLength = reader.readCompactArrayLength(20);
    for (index = 0; index < stateBatchesLength; index++) stateBatches.push(readReadShareGroupStateResponseStateBatch(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, errorCode, errorMessage, stateEpoch, startOffset, stateBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateResponseStateBatch(reader: Reader, _version: number): Decoded<ReadShareGroupStateResponseStateBatch> {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'deliveryState';
    const deliveryState = reader.readInt8();
    field = 'deliveryCount';
    const deliveryCount = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeReadShareGroupStateResponse(writer: Writer, message: ReadShareGroupStateResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeReadShareGroupStateResponseReadStateResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateResponseReadStateResult(writer: Writer, message: ReadShareGroupStateResponseReadStateResult, version: number): void {
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
      writeReadShareGroupStateResponsePartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateResponsePartitionResult(writer: Writer, message: ReadShareGroupStateResponsePartitionResult, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'stateEpoch';
    const stateEpoch = message.stateEpoch;
    writer.writeInt32(stateEpoch);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'stateBatches';
    const stateBatches = message.stateBatches;
    writer.writeUnsignedVarint(stateBatches.length + 1);
    for (index = 0; index < stateBatches.length; index++) {
      const stateBatchesItem = stateBatches[index];
      if (stateBatchesItem === undefined) throw unexpectedNull(version);
      writeReadShareGroupStateResponseStateBatch(writer, stateBatchesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateResponseStateBatch(writer: Writer, message: ReadShareGroupStateResponseStateBatch, _version: number): void {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'deliveryState';
    const deliveryState = message.deliveryState;
    writer.writeInt8(deliveryState);
    field = 'deliveryCount';
    const deliveryCount = message.deliveryCount;
    writer.writeInt16(deliveryCount);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
