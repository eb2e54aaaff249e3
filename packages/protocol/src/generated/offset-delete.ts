// Generated from definitions/offset-delete.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import type { Writer } from '../writer.js';

/** OffsetDeleteRequest, versions 0. */
export interface OffsetDeleteRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: OffsetDeleteRequestOffsetDeleteRequestTopic[];
}

export interface OffsetDeleteRequestOffsetDeleteRequestTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetDeleteRequestOffsetDeleteRequestPartition[];
}

export interface OffsetDeleteRequestOffsetDeleteRequestPartition {
  /** Index of the partition. */
  partitionIndex: number;
}

export const offsetDeleteRequest: MessageCodec<OffsetDeleteRequest> = messageCodec<OffsetDeleteRequest>(
  {
    name: 'OffsetDeleteRequest',
    kind: 'request',
    apiKey: 47,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readOffsetDeleteRequest,
  writeOffsetDeleteRequest,
);

function readOffsetDeleteRequest(reader: Reader, version: number): Decoded<OffsetDeleteRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'topics';
    const topics: Decoded<OffsetDeleteRequestOffsetDeleteRequestTopic>[] = [];
    const topicsLength = reader.readArrayLength(6);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetDeleteRequestOffsetDeleteRequestTopic(reader, version));
    index = -1;
    return { groupId, topics };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetDeleteRequestOffsetDeleteRequestTopic(reader: Reader, version: number): Decoded<OffsetDeleteRequestOffsetDeleteRequestTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readString();
    field = 'partitions';
    const partitions: Decoded<OffsetDeleteRequestOffsetDeleteRequestPartition>[] = [];
    const partitionsLength = reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetDeleteRequestOffsetDeleteRequestPartition(reader, version));
    index = -1;
    return { name, partitions };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetDeleteRequestOffsetDeleteRequestPartition(reader: Reader, _version: number): Decoded<OffsetDeleteRequestOffsetDeleteRequestPartition> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    return { partitionIndex };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetDeleteRequest(writer: Writer, message: OffsetDeleteRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'topics';
    const topics = message.topics;
    writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeOffsetDeleteRequestOffsetDeleteRequestTopic(writer, topicsItem, version);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetDeleteRequestOffsetDeleteRequestTopic(writer: Writer, message: OffsetDeleteRequestOffsetDeleteRequestTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetDeleteRequestOffsetDeleteRequestPartition(writer, partitionsItem, version);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetDeleteRequestOffsetDeleteRequestPartition(writer: Writer, message: OffsetDeleteRequestOffsetDeleteRequestPartition, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** OffsetDeleteResponse, versions 0. */
export interface OffsetDeleteResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: OffsetDeleteResponseOffsetDeleteResponseTopic[];
}

export interface OffsetDeleteResponseOffsetDeleteResponseTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetDeleteResponseOffsetDeleteResponsePartition[];
}

export interface OffsetDeleteResponseOffsetDeleteResponsePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
}

export const offsetDeleteResponse: MessageCodec<OffsetDeleteResponse> = messageCodec<OffsetDeleteResponse>(
  {
    name: 'OffsetDeleteResponse',
    kind: 'response',
    apiKey: 47,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readOffsetDeleteResponse,
  writeOffsetDeleteResponse,
);

function readOffsetDeleteResponse(reader: Reader, version: number): Decoded<OffsetDeleteResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<OffsetDeleteResponseOffsetDeleteResponseTopic>[] = [];
    const topicsLength = reader.readArrayLength(6);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetDeleteResponseOffsetDeleteResponseTopic(reader, version));
    index = -1;
    return { errorCode, throttleTimeMs, topics };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetDeleteResponseOffsetDeleteResponseTopic(reader: Reader, version: number): Decoded<OffsetDeleteResponseOffsetDeleteResponseTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readString();
    field = 'partitions';
    const partitions: Decoded<OffsetDeleteResponseOffsetDeleteResponsePartition>[] = [];
    const partitionsLength = reader.readArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetDeleteResponseOffsetDeleteResponsePartition(reader, version));
    index = -1;
    return { name, partitions };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetDeleteResponseOffsetDeleteResponsePartition(reader: Reader, _version: number): Decoded<OffsetDeleteResponseOffsetDeleteResponsePartition> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    return { partitionIndex, errorCode };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetDeleteResponse(writer: Writer, message: OffsetDeleteResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'topics';
    const topics = message.topics;
    writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeOffsetDeleteResponseOffsetDeleteResponseTopic(writer, topicsItem, version);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetDeleteResponseOffsetDeleteResponseTopic(writer: Writer, message: OffsetDeleteResponseOffsetDeleteResponseTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetDeleteResponseOffsetDeleteResponsePartition(writer, partitionsItem, version);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetDeleteResponseOffsetDeleteResponsePartition(writer: Writer, message: OffsetDeleteResponseOffsetDeleteResponsePartition, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
