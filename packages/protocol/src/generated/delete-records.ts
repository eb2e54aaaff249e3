// Generated from definitions/delete-records.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DeleteRecordsRequest, versions 0-2. */
export interface DeleteRecordsRequest {
  /** Topics, one entry each. */
  topics: DeleteRecordsRequestDeleteRecordsTopic[];
  /** How long the server may take. */
  timeoutMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteRecordsRequestDeleteRecordsTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: DeleteRecordsRequestDeleteRecordsPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteRecordsRequestDeleteRecordsPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Offset to delete up to, itself left; -1 for the high watermark. */
  offset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteRecordsRequest: MessageCodec<DeleteRecordsRequest> = messageCodec<DeleteRecordsRequest>(
  {
    name: 'DeleteRecordsRequest',
    kind: 'request',
    apiKey: 21,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readDeleteRecordsRequest,
  writeDeleteRecordsRequest,
);

function readDeleteRecordsRequest(reader: Reader, version: number): Decoded<DeleteRecordsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<DeleteRecordsRequestDeleteRecordsTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDeleteRecordsRequestDeleteRecordsTopic(reader, version));
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, timeoutMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteRecordsRequestDeleteRecordsTopic(reader: Reader, version: number): Decoded<DeleteRecordsRequestDeleteRecordsTopic> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<DeleteRecordsRequestDeleteRecordsPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(12) : reader.readArrayLength(12);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDeleteRecordsRequestDeleteRecordsPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteRecordsRequestDeleteRecordsPartition(reader: Reader, version: number): Decoded<DeleteRecordsRequestDeleteRecordsPartition> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'offset';
    const offset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, offset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteRecordsRequest(writer: Writer, message: DeleteRecordsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDeleteRecordsRequestDeleteRecordsTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteRecordsRequestDeleteRecordsTopic(writer: Writer, message: DeleteRecordsRequestDeleteRecordsTopic, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeDeleteRecordsRequestDeleteRecordsPartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteRecordsRequestDeleteRecordsPartition(writer: Writer, message: DeleteRecordsRequestDeleteRecordsPartition, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'offset';
    const offset = message.offset;
    writer.writeInt64(offset);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DeleteRecordsResponse, versions 0-2. */
export interface DeleteRecordsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: DeleteRecordsResponseDeleteRecordsTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteRecordsResponseDeleteRecordsTopicResult {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: DeleteRecordsResponseDeleteRecordsPartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteRecordsResponseDeleteRecordsPartitionResult {
  /** Index of the partition. */
  partitionIndex: number;
  /** First offset left after the deletion. */
  lowWatermark: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteRecordsResponse: MessageCodec<DeleteRecordsResponse> = messageCodec<DeleteRecordsResponse>(
  {
    name: 'DeleteRecordsResponse',
    kind: 'response',
    apiKey: 21,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readDeleteRecordsResponse,
  writeDeleteRecordsResponse,
);

function readDeleteRecordsResponse(reader: Reader, version: number): Decoded<DeleteRecordsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<DeleteRecordsResponseDeleteRecordsTopicResult>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDeleteRecordsResponseDeleteRecordsTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteRecordsResponseDeleteRecordsTopicResult(reader: Reader, version: number): Decoded<DeleteRecordsResponseDeleteRecordsTopicResult> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<DeleteRecordsResponseDeleteRecordsPartitionResult>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDeleteRecordsResponseDeleteRecordsPartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteRecordsResponseDeleteRecordsPartitionResult(reader: Reader, version: number): Decoded<DeleteRecordsResponseDeleteRecordsPartitionResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'lowWatermark';
    const lowWatermark = reader.readInt64();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, lowWatermark, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteRecordsResponse(writer: Writer, message: DeleteRecordsResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDeleteRecordsResponseDeleteRecordsTopicResult(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteRecordsResponseDeleteRecordsTopicResult(writer: Writer, message: DeleteRecordsResponseDeleteRecordsTopicResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeDeleteRecordsResponseDeleteRecordsPartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteRecordsResponseDeleteRecordsPartitionResult(writer: Writer, message: DeleteRecordsResponseDeleteRecordsPartitionResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'lowWatermark';
    const lowWatermark = message.lowWatermark;
    writer.writeInt64(lowWatermark);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
