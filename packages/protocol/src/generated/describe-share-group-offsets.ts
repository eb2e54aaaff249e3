// Generated from definitions/describe-share-group-offsets.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeShareGroupOffsetsRequest, versions 0-1. */
export interface DescribeShareGroupOffsetsRequest {
  /** The groups. */
  groups: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic {
  /** Name of the topic. */
  topicName: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeShareGroupOffsetsRequest: MessageCodec<DescribeShareGroupOffsetsRequest> = messageCodec<DescribeShareGroupOffsetsRequest>(
  {
    name: 'DescribeShareGroupOffsetsRequest',
    kind: 'request',
    apiKey: 90,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readDescribeShareGroupOffsetsRequest,
  writeDescribeShareGroupOffsetsRequest,
);

function readDescribeShareGroupOffsetsRequest(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groups';
    const groups: Decoded<DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup>[] = [];
    const groupsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < groupsLength; index++) groups.push(readDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    let topics: Decoded<DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic>[] | null;
    const topicsLength = reader.readCompactNullableArrayLength(3);
    const topicsList: Decoded<DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic>[] = [];
    for (index = 0; index < topicsLength; index++) topicsList.push(readDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(reader, version));
    index = -1;
    topics = topicsLength < 0 ? null : topicsList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(reader: Reader, _version: number): Decoded<DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsRequest(writer: Writer, message: DescribeShareGroupOffsetsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groups';
    const groups = message.groups;
    writer.writeUnsignedVarint(groups.length + 1);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(writer, groupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(writer: Writer, message: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'topics';
    const topics = message.topics;
    if (topics === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(topics.length + 1);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(writer, topicsItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(writer: Writer, message: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** DescribeShareGroupOffsetsResponse, versions 0-1. */
export interface DescribeShareGroupOffsetsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** The groups. */
  groups: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic[];
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic {
  /** Name of the topic. */
  topicName: string;
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Records not yet delivered; -1 for unknown. Versions 1+. Default -1. */
  lag?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeShareGroupOffsetsResponse: MessageCodec<DescribeShareGroupOffsetsResponse> = messageCodec<DescribeShareGroupOffsetsResponse>(
  {
    name: 'DescribeShareGroupOffsetsResponse',
    kind: 'response',
    apiKey: 90,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readDescribeShareGroupOffsetsResponse,
  writeDescribeShareGroupOffsetsResponse,
);

function readDescribeShareGroupOffsetsResponse(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'groups';
    const groups: Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup>[] = [];
    const groupsLength = reader.readCompactArrayLength(6);
    for (index = 0; index < groupsLength; index++) groups.push(readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(reader, version));
    index = -1;
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(reader: Reader, version: number): Decoded<DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    let lag: number = -1;
    if (version === 1) {
      field = 'lag';
      lag = reader.readInt64();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, startOffset, leaderEpoch, lag, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeShareGroupOffsetsResponse(writer: Writer, message: DescribeShareGroupOffsetsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'groups';
    const groups = message.groups;
    writer.writeUnsignedVarint(groups.length + 1);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(writer, groupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(writer: Writer, message: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup, version: number): void {
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
      writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(writer, topicsItem, version);
    }
    index = -1;
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
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(writer: Writer, message: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(writer: Writer, message: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition, version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    if (version === 1) {
      field = 'lag';
      const lag = message.lag === undefined ? -1 : message.lag;
      writer.writeInt64(lag);
    }
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
