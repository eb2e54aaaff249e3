// Generated from definitions/list-offsets.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ListOffsetsRequest, versions 1-11. */
export interface ListOffsetsRequest {
  /** Id of the replica; -1 for a client. */
  replicaId: number;
  /** 0 read_uncommitted, 1 read_committed. Versions 2+. */
  isolationLevel?: number | undefined;
  /** Topics, one entry each. */
  topics: ListOffsetsRequestListOffsetsTopic[];
  /** How long the server may take. Versions 10+. */
  timeoutMs?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListOffsetsRequestListOffsetsTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: ListOffsetsRequestListOffsetsPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListOffsetsRequestListOffsetsPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Leader epoch the asker knows, for fencing; -1 for none. Versions 4+. Default -1. */
  currentLeaderEpoch?: number | undefined;
  /** Time to look for, in ms since 1970; -1 latest, -2 earliest, and further negative ones. */
  timestamp: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listOffsetsRequest: MessageCodec<ListOffsetsRequest> = messageCodec<ListOffsetsRequest>(
  {
    name: 'ListOffsetsRequest',
    kind: 'request',
    apiKey: 2,
    minVersion: 1,
    maxVersion: 11,
    flexibleVersion: 6,
  },
  readListOffsetsRequest,
  writeListOffsetsRequest,
);

function readListOffsetsRequest(reader: Reader, version: number): Decoded<ListOffsetsRequest> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'replicaId';
    const replicaId = reader.readInt32();
    let isolationLevel: number = 0;
    if (version >= 2) {
      field = 'isolationLevel';
      isolationLevel = reader.readInt8();
    }
    field = 'topics';
    const topics: Decoded<ListOffsetsRequestListOffsetsTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readListOffsetsRequestListOffsetsTopic(reader, version));
    index = -1;
    let timeoutMs: number = 0;
    if (version >= 10) {
      field = 'timeoutMs';
      timeoutMs = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { replicaId, isolationLevel, topics, timeoutMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListOffsetsRequestListOffsetsTopic(reader: Reader, version: number): Decoded<ListOffsetsRequestListOffsetsTopic> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<ListOffsetsRequestListOffsetsPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(12) : reader.readArrayLength(12);
    for (index = 0; index < partitionsLength; index++) partitions.push(readListOffsetsRequestListOffsetsPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListOffsetsRequestListOffsetsPartition(reader: Reader, version: number): Decoded<ListOffsetsRequestListOffsetsPartition> {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    let currentLeaderEpoch: number = -1;
    if (version >= 4) {
      field = 'currentLeaderEpoch';
      currentLeaderEpoch = reader.readInt32();
    }
    field = 'timestamp';
    const timestamp = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, currentLeaderEpoch, timestamp, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeListOffsetsRequest(writer: Writer, message: ListOffsetsRequest, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'replicaId';
    const replicaId = message.replicaId;
    writer.writeInt32(replicaId);
    field = 'isolationLevel';
    const isolationLevel = message.isolationLevel === undefined ? 0 : message.isolationLevel;
    if (version >= 2) {
      writer.writeInt8(isolationLevel);
    } else if (isolationLevel !== 0) {
      throw unsupportedField(version);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeListOffsetsRequestListOffsetsTopic(writer, topicsItem, version);
    }
    index = -1;
    if (version >= 10) {
      field = 'timeoutMs';
      const timeoutMs = message.timeoutMs === undefined ? 0 : message.timeoutMs;
      writer.writeInt32(timeoutMs);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListOffsetsRequestListOffsetsTopic(writer: Writer, message: ListOffsetsRequestListOffsetsTopic, version: number): void {
  const flexible = version >= 6;
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
      writeListOffsetsRequestListOffsetsPartition(writer, partitionsItem, version);
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

function writeListOffsetsRequestListOffsetsPartition(writer: Writer, message: ListOffsetsRequestListOffsetsPartition, version: number): void {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    if (version >= 4) {
      field = 'currentLeaderEpoch';
      const currentLeaderEpoch = message.currentLeaderEpoch === undefined ? -1 : message.currentLeaderEpoch;
      writer.writeInt32(currentLeaderEpoch);
    }
    field = 'timestamp';
    const timestamp = message.timestamp;
    writer.writeInt64(timestamp);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ListOffsetsResponse, versions 1-11. */
export interface ListOffsetsResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 2+. */
  throttleTimeMs?: number | undefined;
  /** Topics, one entry each. */
  topics: ListOffsetsResponseListOffsetsTopicResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListOffsetsResponseListOffsetsTopicResponse {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: ListOffsetsResponseListOffsetsPartitionResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListOffsetsResponseListOffsetsPartitionResponse {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Timestamp, in ms since 1970. Default -1. */
  timestamp?: number | undefined;
  /** Offset found; -1 for none. Default -1. */
  offset?: number | undefined;
  /** Epoch of the leader. Versions 4+. Default -1. */
  leaderEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listOffsetsResponse: MessageCodec<ListOffsetsResponse> = messageCodec<ListOffsetsResponse>(
  {
    name: 'ListOffsetsResponse',
    kind: 'response',
    apiKey: 2,
    minVersion: 1,
    maxVersion: 11,
    flexibleVersion: 6,
  },
  readListOffsetsResponse,
  writeListOffsetsResponse,
);

function readListOffsetsResponse(reader: Reader, version: number): Decoded<ListOffsetsResponse> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 2) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<ListOffsetsResponseListOffsetsTopicResponse>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readListOffsetsResponseListOffsetsTopicResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListOffsetsResponseListOffsetsTopicResponse(reader: Reader, version: number): Decoded<ListOffsetsResponseListOffsetsTopicResponse> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<ListOffsetsResponseListOffsetsPartitionResponse>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(22) : reader.readArrayLength(22);
    for (index = 0; index < partitionsLength; index++) partitions.push(readListOffsetsResponseListOffsetsPartitionResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListOffsetsResponseListOffsetsPartitionResponse(reader: Reader, version: number): Decoded<ListOffsetsResponseListOffsetsPartitionResponse> {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'timestamp';
    const timestamp = reader.readInt64();
    field = 'offset';
    const offset = reader.readInt64();
    let leaderEpoch: number = -1;
    if (version >= 4) {
      field = 'leaderEpoch';
      leaderEpoch = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, errorCode, timestamp, offset, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeListOffsetsResponse(writer: Writer, message: ListOffsetsResponse, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    if (version >= 2) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeListOffsetsResponseListOffsetsTopicResponse(writer, topicsItem, version);
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

function writeListOffsetsResponseListOffsetsTopicResponse(writer: Writer, message: ListOffsetsResponseListOffsetsTopicResponse, version: number): void {
  const flexible = version >= 6;
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
      writeListOffsetsResponseListOffsetsPartitionResponse(writer, partitionsItem, version);
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

function writeListOffsetsResponseListOffsetsPartitionResponse(writer: Writer, message: ListOffsetsResponseListOffsetsPartitionResponse, version: number): void {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'timestamp';
    const timestamp = message.timestamp === undefined ? -1 : message.timestamp;
    writer.writeInt64(timestamp);
    field = 'offset';
    const offset = message.offset === undefined ? -1 : message.offset;
    writer.writeInt64(offset);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    if (version >= 4) {
      writer.writeInt32(leaderEpoch);
    } else if (leaderEpoch !== -1) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
