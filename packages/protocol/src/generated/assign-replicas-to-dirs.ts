// Generated from definitions/assign-replicas-to-dirs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AssignReplicasToDirsRequest, versions 0. */
export interface AssignReplicasToDirsRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Directory id of each replica, in the same order. */
  directories: AssignReplicasToDirsRequestDirectoryData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsRequestDirectoryData {
  /** Directory id. */
  id: string;
  /** Topics in the directory. */
  topics: AssignReplicasToDirsRequestTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsRequestTopicData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: AssignReplicasToDirsRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const assignReplicasToDirsRequest: MessageCodec<AssignReplicasToDirsRequest> = messageCodec<AssignReplicasToDirsRequest>(
  {
    name: 'AssignReplicasToDirsRequest',
    kind: 'request',
    apiKey: 73,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAssignReplicasToDirsRequest,
  writeAssignReplicasToDirsRequest,
);

function readAssignReplicasToDirsRequest(reader: Reader, version: number): Decoded<AssignReplicasToDirsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'directories';
    const directories: Decoded<AssignReplicasToDirsRequestDirectoryData>[] = [];
    const directoriesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < directoriesLength; index++) directories.push(readAssignReplicasToDirsRequestDirectoryData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, brokerEpoch, directories, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsRequestDirectoryData(reader: Reader, version: number): Decoded<AssignReplicasToDirsRequestDirectoryData> {
  let field = '';
  let index = -1;
  try {
    field = 'id';
    const id = reader.readUuid();
    field = 'topics';
    const topics: Decoded<AssignReplicasToDirsRequestTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readAssignReplicasToDirsRequestTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { id, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsRequestTopicData(reader: Reader, version: number): Decoded<AssignReplicasToDirsRequestTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<AssignReplicasToDirsRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(5);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAssignReplicasToDirsRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsRequestPartitionData(reader: Reader, _version: number): Decoded<AssignReplicasToDirsRequestPartitionData> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAssignReplicasToDirsRequest(writer: Writer, message: AssignReplicasToDirsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'directories';
    const directories = message.directories;
    writer.writeUnsignedVarint(directories.length + 1);
    for (index = 0; index < directories.length; index++) {
      const directoriesItem = directories[index];
      if (directoriesItem === undefined) throw unexpectedNull(version);
      writeAssignReplicasToDirsRequestDirectoryData(writer, directoriesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsRequestDirectoryData(writer: Writer, message: AssignReplicasToDirsRequestDirectoryData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAssignReplicasToDirsRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsRequestTopicData(writer: Writer, message: AssignReplicasToDirsRequestTopicData, version: number): void {
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
      writeAssignReplicasToDirsRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsRequestPartitionData(writer: Writer, message: AssignReplicasToDirsRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AssignReplicasToDirsResponse, versions 0. */
export interface AssignReplicasToDirsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Directory id of each replica, in the same order. */
  directories: AssignReplicasToDirsResponseDirectoryData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsResponseDirectoryData {
  /** Directory id. */
  id: string;
  /** Topics in the directory. */
  topics: AssignReplicasToDirsResponseTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsResponseTopicData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: AssignReplicasToDirsResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AssignReplicasToDirsResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const assignReplicasToDirsResponse: MessageCodec<AssignReplicasToDirsResponse> = messageCodec<AssignReplicasToDirsResponse>(
  {
    name: 'AssignReplicasToDirsResponse',
    kind: 'response',
    apiKey: 73,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAssignReplicasToDirsResponse,
  writeAssignReplicasToDirsResponse,
);

function readAssignReplicasToDirsResponse(reader: Reader, version: number): Decoded<AssignReplicasToDirsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'directories';
    const directories: Decoded<AssignReplicasToDirsResponseDirectoryData>[] = [];
    const directoriesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < directoriesLength; index++) directories.push(readAssignReplicasToDirsResponseDirectoryData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, directories, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsResponseDirectoryData(reader: Reader, version: number): Decoded<AssignReplicasToDirsResponseDirectoryData> {
  let field = '';
  let index = -1;
  try {
    field = 'id';
    const id = reader.readUuid();
    field = 'topics';
    const topics: Decoded<AssignReplicasToDirsResponseTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readAssignReplicasToDirsResponseTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { id, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsResponseTopicData(reader: Reader, version: number): Decoded<AssignReplicasToDirsResponseTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<AssignReplicasToDirsResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(7);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAssignReplicasToDirsResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAssignReplicasToDirsResponsePartitionData(reader: Reader, _version: number): Decoded<AssignReplicasToDirsResponsePartitionData> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAssignReplicasToDirsResponse(writer: Writer, message: AssignReplicasToDirsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'directories';
    const directories = message.directories;
    writer.writeUnsignedVarint(directories.length + 1);
    for (index = 0; index < directories.length; index++) {
      const directoriesItem = directories[index];
      if (directoriesItem === undefined) throw unexpectedNull(version);
      writeAssignReplicasToDirsResponseDirectoryData(writer, directoriesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsResponseDirectoryData(writer: Writer, message: AssignReplicasToDirsResponseDirectoryData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAssignReplicasToDirsResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsResponseTopicData(writer: Writer, message: AssignReplicasToDirsResponseTopicData, version: number): void {
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
      writeAssignReplicasToDirsResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAssignReplicasToDirsResponsePartitionData(writer: Writer, message: AssignReplicasToDirsResponsePartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
