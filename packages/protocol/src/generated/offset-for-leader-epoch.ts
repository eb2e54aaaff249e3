// Generated from definitions/offset-for-leader-epoch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** OffsetForLeaderEpochRequest, versions 2-4. */
export interface OffsetForLeaderEpochRequest {
  /** Id of the replica; -1 for a client. Versions 3+. Default -2. */
  replicaId?: number | undefined;
  /** Topics, one entry each. */
  topics: OffsetForLeaderEpochRequestOffsetForLeaderTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  /** Name of the topic. */
  topic: string;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetForLeaderEpochRequestOffsetForLeaderPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  /** Index of the partition. */
  partition: number;
  /** Leader epoch the asker knows, for fencing; -1 for none. Default -1. */
  currentLeaderEpoch?: number | undefined;
  /** Epoch whose end is asked for. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetForLeaderEpochRequest: MessageCodec<OffsetForLeaderEpochRequest> = messageCodec<OffsetForLeaderEpochRequest>(
  {
    name: 'OffsetForLeaderEpochRequest',
    kind: 'request',
    apiKey: 23,
    minVersion: 2,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readOffsetForLeaderEpochRequest,
  writeOffsetForLeaderEpochRequest,
);

function readOffsetForLeaderEpochRequest(reader: Reader, version: number): Decoded<OffsetForLeaderEpochRequest> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    let replicaId: number = -2;
    if (version >= 3) {
      field = 'replicaId';
      replicaId = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<OffsetForLeaderEpochRequestOffsetForLeaderTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetForLeaderEpochRequestOffsetForLeaderTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { replicaId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetForLeaderEpochRequestOffsetForLeaderTopic(reader: Reader, version: number): Decoded<OffsetForLeaderEpochRequestOffsetForLeaderTopic> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<OffsetForLeaderEpochRequestOffsetForLeaderPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(12) : reader.readArrayLength(12);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetForLeaderEpochRequestOffsetForLeaderPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetForLeaderEpochRequestOffsetForLeaderPartition(reader: Reader, version: number): Decoded<OffsetForLeaderEpochRequestOffsetForLeaderPartition> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partition, currentLeaderEpoch, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetForLeaderEpochRequest(writer: Writer, message: OffsetForLeaderEpochRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    if (version >= 3) {
      field = 'replicaId';
      const replicaId = message.replicaId === undefined ? -2 : message.replicaId;
      writer.writeInt32(replicaId);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeOffsetForLeaderEpochRequestOffsetForLeaderTopic(writer, topicsItem, version);
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

function writeOffsetForLeaderEpochRequestOffsetForLeaderTopic(writer: Writer, message: OffsetForLeaderEpochRequestOffsetForLeaderTopic, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetForLeaderEpochRequestOffsetForLeaderPartition(writer, partitionsItem, version);
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

function writeOffsetForLeaderEpochRequestOffsetForLeaderPartition(writer: Writer, message: OffsetForLeaderEpochRequestOffsetForLeaderPartition, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = message.currentLeaderEpoch === undefined ? -1 : message.currentLeaderEpoch;
    writer.writeInt32(currentLeaderEpoch);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** OffsetForLeaderEpochResponse, versions 2-4. */
export interface OffsetForLeaderEpochResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  /** Name of the topic. */
  topic: string;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetForLeaderEpochResponseEpochEndOffset {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Index of the partition. */
  partition: number;
  /** Largest epoch not above the asked one; -1 for unknown. Default -1. */
  leaderEpoch?: number | undefined;
  /** Offset behind the last record of the epoch. Default -1. */
  endOffset?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetForLeaderEpochResponse: MessageCodec<OffsetForLeaderEpochResponse> = messageCodec<OffsetForLeaderEpochResponse>(
  {
    name: 'OffsetForLeaderEpochResponse',
    kind: 'response',
    apiKey: 23,
    minVersion: 2,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readOffsetForLeaderEpochResponse,
  writeOffsetForLeaderEpochResponse,
);

function readOffsetForLeaderEpochResponse(reader: Reader, version: number): Decoded<OffsetForLeaderEpochResponse> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<OffsetForLeaderEpochResponseOffsetForLeaderTopicResult>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(reader: Reader, version: number): Decoded<OffsetForLeaderEpochResponseOffsetForLeaderTopicResult> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<OffsetForLeaderEpochResponseEpochEndOffset>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(18) : reader.readArrayLength(18);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetForLeaderEpochResponseEpochEndOffset(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetForLeaderEpochResponseEpochEndOffset(reader: Reader, version: number): Decoded<OffsetForLeaderEpochResponseEpochEndOffset> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'partition';
    const partition = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, partition, leaderEpoch, endOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetForLeaderEpochResponse(writer: Writer, message: OffsetForLeaderEpochResponse, version: number): void {
  const flexible = version >= 4;
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
      writeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(writer, topicsItem, version);
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

function writeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(writer: Writer, message: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetForLeaderEpochResponseEpochEndOffset(writer, partitionsItem, version);
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

function writeOffsetForLeaderEpochResponseEpochEndOffset(writer: Writer, message: OffsetForLeaderEpochResponseEpochEndOffset, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'endOffset';
    const endOffset = message.endOffset === undefined ? -1 : message.endOffset;
    writer.writeInt64(endOffset);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
