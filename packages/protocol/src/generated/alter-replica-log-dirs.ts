// Generated from definitions/alter-replica-log-dirs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterReplicaLogDirsRequest, versions 1-2. */
export interface AlterReplicaLogDirsRequest {
  /** Log directories and what is to move there. */
  dirs: AlterReplicaLogDirsRequestAlterReplicaLogDir[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDir {
  /** Path of the log directory. */
  path: string;
  /** Topics, one entry each. */
  topics: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  /** Name of the topic. */
  name: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterReplicaLogDirsRequest: MessageCodec<AlterReplicaLogDirsRequest> = messageCodec<AlterReplicaLogDirsRequest>(
  {
    name: 'AlterReplicaLogDirsRequest',
    kind: 'request',
    apiKey: 34,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readAlterReplicaLogDirsRequest,
  writeAlterReplicaLogDirsRequest,
);

function readAlterReplicaLogDirsRequest(reader: Reader, version: number): Decoded<AlterReplicaLogDirsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'dirs';
    const dirs: Decoded<AlterReplicaLogDirsRequestAlterReplicaLogDir>[] = [];
    const dirsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < dirsLength; index++) dirs.push(readAlterReplicaLogDirsRequestAlterReplicaLogDir(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { dirs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDir(reader: Reader, version: number): Decoded<AlterReplicaLogDirsRequestAlterReplicaLogDir> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'path';
    const path = flexible ? reader.readCompactString() : reader.readString();
    field = 'topics';
    const topics: Decoded<AlterReplicaLogDirsRequestAlterReplicaLogDirTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { path, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(reader: Reader, version: number): Decoded<AlterReplicaLogDirsRequestAlterReplicaLogDirTopic> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterReplicaLogDirsRequest(writer: Writer, message: AlterReplicaLogDirsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'dirs';
    const dirs = message.dirs;
    if (flexible) writer.writeUnsignedVarint(dirs.length + 1); else writer.writeInt32(dirs.length);
    for (index = 0; index < dirs.length; index++) {
      const dirsItem = dirs[index];
      if (dirsItem === undefined) throw unexpectedNull(version);
      writeAlterReplicaLogDirsRequestAlterReplicaLogDir(writer, dirsItem, version);
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

function writeAlterReplicaLogDirsRequestAlterReplicaLogDir(writer: Writer, message: AlterReplicaLogDirsRequestAlterReplicaLogDir, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'path';
    const path = message.path;
    if (flexible) writer.writeCompactString(path); else writer.writeString(path);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(writer, topicsItem, version);
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

function writeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(writer: Writer, message: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic, version: number): void {
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
      writer.writeInt32(partitionsItem);
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

/** AlterReplicaLogDirsResponse, versions 1-2. */
export interface AlterReplicaLogDirsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterReplicaLogDirsResponse: MessageCodec<AlterReplicaLogDirsResponse> = messageCodec<AlterReplicaLogDirsResponse>(
  {
    name: 'AlterReplicaLogDirsResponse',
    kind: 'response',
    apiKey: 34,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readAlterReplicaLogDirsResponse,
  writeAlterReplicaLogDirsResponse,
);

function readAlterReplicaLogDirsResponse(reader: Reader, version: number): Decoded<AlterReplicaLogDirsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < resultsLength; index++) results.push(readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(reader: Reader, version: number): Decoded<AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(reader: Reader, version: number): Decoded<AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterReplicaLogDirsResponse(writer: Writer, message: AlterReplicaLogDirsResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'results';
    const results = message.results;
    if (flexible) writer.writeUnsignedVarint(results.length + 1); else writer.writeInt32(results.length);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(writer, resultsItem, version);
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

function writeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(writer: Writer, message: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    if (flexible) writer.writeCompactString(topicName); else writer.writeString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(writer, partitionsItem, version);
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

function writeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(writer: Writer, message: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
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
