// Generated from definitions/describe-producers.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeProducersRequest, versions 0. */
export interface DescribeProducersRequest {
  /** Topics, one entry each. */
  topics: DescribeProducersRequestTopicRequest[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeProducersRequestTopicRequest {
  /** Name of the topic. */
  name: string;
  /** Indexes of the partitions. */
  partitionIndexes: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeProducersRequest: MessageCodec<DescribeProducersRequest> = messageCodec<DescribeProducersRequest>(
  {
    name: 'DescribeProducersRequest',
    kind: 'request',
    apiKey: 61,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeProducersRequest,
  writeDescribeProducersRequest,
);

function readDescribeProducersRequest(reader: Reader, version: number): Decoded<DescribeProducersRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<DescribeProducersRequestTopicRequest>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeProducersRequestTopicRequest(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeProducersRequestTopicRequest(reader: Reader, _version: number): Decoded<DescribeProducersRequestTopicRequest> {
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

function writeDescribeProducersRequest(writer: Writer, message: DescribeProducersRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeProducersRequestTopicRequest(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeProducersRequestTopicRequest(writer: Writer, message: DescribeProducersRequestTopicRequest, version: number): void {
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

/** DescribeProducersResponse, versions 0. */
export interface DescribeProducersResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: DescribeProducersResponseTopicResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeProducersResponseTopicResponse {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeProducersResponsePartitionResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeProducersResponsePartitionResponse {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Producers the partition remembers. */
  activeProducers: DescribeProducersResponseProducerState[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeProducersResponseProducerState {
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Last sequence number written. Default -1. */
  lastSequence?: number | undefined;
  /** Timestamp of the last record written, in ms since 1970. Default -1. */
  lastTimestamp?: number | undefined;
  /** Epoch of the transaction coordinator. */
  coordinatorEpoch: number;
  /** First offset of the open transaction; -1 for none. Default -1. */
  currentTxnStartOffset?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeProducersResponse: MessageCodec<DescribeProducersResponse> = messageCodec<DescribeProducersResponse>(
  {
    name: 'DescribeProducersResponse',
    kind: 'response',
    apiKey: 61,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeProducersResponse,
  writeDescribeProducersResponse,
);

function readDescribeProducersResponse(reader: Reader, version: number): Decoded<DescribeProducersResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<DescribeProducersResponseTopicResponse>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeProducersResponseTopicResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeProducersResponseTopicResponse(reader: Reader, version: number): Decoded<DescribeProducersResponseTopicResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<DescribeProducersResponsePartitionResponse>[] = [];
    const partitionsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeProducersResponsePartitionResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeProducersResponsePartitionResponse(reader: Reader, version: number): Decoded<DescribeProducersResponsePartitionResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'activeProducers';
    const activeProducers: Decoded<DescribeProducersResponseProducerState>[] = [];
    const activeProducersLength = reader.readCompactArrayLength(37);
    for (index = 0; index < activeProducersLength; index++) activeProducers.push(readDescribeProducersResponseProducerState(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, activeProducers, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeProducersResponseProducerState(reader: Reader, _version: number): Decoded<DescribeProducersResponseProducerState> {
  let field = '';
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt32();
    field = 'lastSequence';
    const lastSequence = reader.readInt32();
    field = 'lastTimestamp';
    const lastTimestamp = reader.readInt64();
    field = 'coordinatorEpoch';
    const coordinatorEpoch = reader.readInt32();
    field = 'currentTxnStartOffset';
    const currentTxnStartOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { producerId, producerEpoch, lastSequence, lastTimestamp, coordinatorEpoch, currentTxnStartOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeProducersResponse(writer: Writer, message: DescribeProducersResponse, version: number): void {
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
      writeDescribeProducersResponseTopicResponse(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeProducersResponseTopicResponse(writer: Writer, message: DescribeProducersResponseTopicResponse, version: number): void {
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
      writeDescribeProducersResponsePartitionResponse(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeProducersResponsePartitionResponse(writer: Writer, message: DescribeProducersResponsePartitionResponse, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'activeProducers';
    const activeProducers = message.activeProducers;
    writer.writeUnsignedVarint(activeProducers.length + 1);
    for (index = 0; index < activeProducers.length; index++) {
      const activeProducersItem = activeProducers[index];
      if (activeProducersItem === undefined) throw unexpectedNull(version);
      writeDescribeProducersResponseProducerState(writer, activeProducersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeProducersResponseProducerState(writer: Writer, message: DescribeProducersResponseProducerState, _version: number): void {
  let field = '';
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt32(producerEpoch);
    field = 'lastSequence';
    const lastSequence = message.lastSequence === undefined ? -1 : message.lastSequence;
    writer.writeInt32(lastSequence);
    field = 'lastTimestamp';
    const lastTimestamp = message.lastTimestamp === undefined ? -1 : message.lastTimestamp;
    writer.writeInt64(lastTimestamp);
    field = 'coordinatorEpoch';
    const coordinatorEpoch = message.coordinatorEpoch;
    writer.writeInt32(coordinatorEpoch);
    field = 'currentTxnStartOffset';
    const currentTxnStartOffset = message.currentTxnStartOffset === undefined ? -1 : message.currentTxnStartOffset;
    writer.writeInt64(currentTxnStartOffset);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
