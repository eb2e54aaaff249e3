// Generated from definitions/write-share-group-state.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** WriteShareGroupStateRequest, versions 0-1. */
export interface WriteShareGroupStateRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: WriteShareGroupStateRequestWriteStateData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteShareGroupStateRequestWriteStateData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: WriteShareGroupStateRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteShareGroupStateRequestPartitionData {
  /** Index of the partition. */
  partition: number;
  /** Epoch of the share state. */
  stateEpoch: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Offsets past the start offset that are done with. Versions 1+. Default -1. */
  deliveryCompleteCount?: number | undefined;
  /** Delivery state by ranges of offsets. */
  stateBatches: WriteShareGroupStateRequestStateBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteShareGroupStateRequestStateBatch {
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

export const writeShareGroupStateRequest: MessageCodec<WriteShareGroupStateRequest> = messageCodec<WriteShareGroupStateRequest>(
  {
    name: 'WriteShareGroupStateRequest',
    kind: 'request',
    apiKey: 85,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readWriteShareGroupStateRequest,
  writeWriteShareGroupStateRequest,
);

function readWriteShareGroupStateRequest(reader: Reader, version: number): Decoded<WriteShareGroupStateRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<WriteShareGroupStateRequestWriteStateData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readWriteShareGroupStateRequestWriteStateData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteShareGroupStateRequestWriteStateData(reader: Reader, version: number): Decoded<WriteShareGroupStateRequestWriteStateData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<WriteShareGroupStateRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(22);
    for (index = 0; index < partitionsLength; index++) partitions.push(readWriteShareGroupStateRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteShareGroupStateRequestPartitionData(reader: Reader, version: number): Decoded<WriteShareGroupStateRequestPartitionData> {
  let field = '';
  let index = -1;
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'stateEpoch';
    const stateEpoch = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    let deliveryCompleteCount: number = -1;
    if (version === 1) {
      field = 'deliveryCompleteCount';
      deliveryCompleteCount = reader.readInt32();
    }
    field = 'stateBatches';
    const stateBatches: Decoded<WriteShareGroupStateRequestStateBatch>[] = [];
    const stateBatchesLength = reader.readCompactArrayLength(20);
    for (index = 0; index < stateBatchesLength; index++) stateBatches.push(readWriteShareGroupStateRequestStateBatch(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteShareGroupStateRequestStateBatch(reader: Reader, _version: number): Decoded<WriteShareGroupStateRequestStateBatch> {
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

function writeWriteShareGroupStateRequest(writer: Writer, message: WriteShareGroupStateRequest, version: number): void {
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
      writeWriteShareGroupStateRequestWriteStateData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteShareGroupStateRequestWriteStateData(writer: Writer, message: WriteShareGroupStateRequestWriteStateData, version: number): void {
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
      writeWriteShareGroupStateRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteShareGroupStateRequestPartitionData(writer: Writer, message: WriteShareGroupStateRequestPartitionData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'stateEpoch';
    const stateEpoch = message.stateEpoch;
    writer.writeInt32(stateEpoch);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    if (version === 1) {
      field = 'deliveryCompleteCount';
      const deliveryCompleteCount = message.deliveryCompleteCount === undefined ? -1 : message.deliveryCompleteCount;
      writer.writeInt32(deliveryCompleteCount);
    }
    field = 'stateBatches';
    const stateBatches = message.stateBatches;
    writer.writeUnsignedVarint(stateBatches.length + 1);
    for (index = 0; index < stateBatches.length; index++) {
      const stateBatchesItem = stateBatches[index];
      if (stateBatchesItem === undefined) throw unexpectedNull(version);
      writeWriteShareGroupStateRequestStateBatch(writer, stateBatchesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteShareGroupStateRequestStateBatch(writer: Writer, message: WriteShareGroupStateRequestStateBatch, _version: number): void {
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

/** WriteShareGroupStateResponse, versions 0-1. */
export interface WriteShareGroupStateResponse {
  /** One result per item asked for. */
  results: WriteShareGroupStateResponseWriteStateResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteShareGroupStateResponseWriteStateResult {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: WriteShareGroupStateResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteShareGroupStateResponsePartitionResult {
  /** Index of the partition. */
  partition: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const writeShareGroupStateResponse: MessageCodec<WriteShareGroupStateResponse> = messageCodec<WriteShareGroupStateResponse>(
  {
    name: 'WriteShareGroupStateResponse',
    kind: 'response',
    apiKey: 85,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readWriteShareGroupStateResponse,
  writeWriteShareGroupStateResponse,
);

function readWriteShareGroupStateResponse(reader: Reader, version: number): Decoded<WriteShareGroupStateResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results: Decoded<WriteShareGroupStateResponseWriteStateResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < resultsLength; index++) results.push(readWriteShareGroupStateResponseWriteStateResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteShareGroupStateResponseWriteStateResult(reader: Reader, version: number): Decoded<WriteShareGroupStateResponseWriteStateResult> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<WriteShareGroupStateResponsePartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readWriteShareGroupStateResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteShareGroupStateResponsePartitionResult(reader: Reader, _version: number): Decoded<WriteShareGroupStateResponsePartitionResult> {
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

function writeWriteShareGroupStateResponse(writer: Writer, message: WriteShareGroupStateResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeWriteShareGroupStateResponseWriteStateResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteShareGroupStateResponseWriteStateResult(writer: Writer, message: WriteShareGroupStateResponseWriteStateResult, version: number): void {
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
      writeWriteShareGroupStateResponsePartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteShareGroupStateResponsePartitionResult(writer: Writer, message: WriteShareGroupStateResponsePartitionResult, _version: number): void {
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
