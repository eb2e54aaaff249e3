// Generated from definitions/offset-commit.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** OffsetCommitRequest, versions 2-10. */
export interface OffsetCommitRequest {
  /** Id of the group. */
  groupId: string;
  /** Generation (classic) or member epoch (consumer protocol); -1 for a commit from outside. Default -1. */
  generationIdOrMemberEpoch?: number | undefined;
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 7+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** How long to keep the offsets; -1 for the broker's setting. Versions 2-4. Default -1. */
  retentionTimeMs?: number | undefined;
  /** Topics, one entry each. */
  topics: OffsetCommitRequestOffsetCommitRequestTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetCommitRequestOffsetCommitRequestTopic {
  /** Name of the topic. Versions 2-9. */
  name?: string | undefined;
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetCommitRequestOffsetCommitRequestPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetCommitRequestOffsetCommitRequestPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** The committed offset. */
  committedOffset: number;
  /** Leader epoch of the last record consumed; -1 for unknown. Versions 6+. Default -1. */
  committedLeaderEpoch?: number | undefined;
  /** Text the client keeps with the offset. */
  committedMetadata: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetCommitRequest: MessageCodec<OffsetCommitRequest> = messageCodec<OffsetCommitRequest>(
  {
    name: 'OffsetCommitRequest',
    kind: 'request',
    apiKey: 8,
    minVersion: 2,
    maxVersion: 10,
    flexibleVersion: 8,
  },
  readOffsetCommitRequest,
  writeOffsetCommitRequest,
);

function readOffsetCommitRequest(reader: Reader, version: number): Decoded<OffsetCommitRequest> {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'generationIdOrMemberEpoch';
    const generationIdOrMemberEpoch = reader.readInt32();
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 7) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    let retentionTimeMs: number = -1;
    if (version <= 4) {
      field = 'retentionTimeMs';
      retentionTimeMs = reader.readInt64();
    }
    field = 'topics';
    const topics: Decoded<OffsetCommitRequestOffsetCommitRequestTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetCommitRequestOffsetCommitRequestTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, generationIdOrMemberEpoch, memberId, groupInstanceId, retentionTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetCommitRequestOffsetCommitRequestTopic(reader: Reader, version: number): Decoded<OffsetCommitRequestOffsetCommitRequestTopic> {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 9) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<OffsetCommitRequestOffsetCommitRequestPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetCommitRequestOffsetCommitRequestPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetCommitRequestOffsetCommitRequestPartition(reader: Reader, version: number): Decoded<OffsetCommitRequestOffsetCommitRequestPartition> {
  const flexible = version >= 8;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'committedOffset';
    const committedOffset = reader.readInt64();
    let committedLeaderEpoch: number = -1;
    if (version >= 6) {
      field = 'committedLeaderEpoch';
      committedLeaderEpoch = reader.readInt32();
    }
    field = 'committedMetadata';
    const committedMetadata = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetCommitRequest(writer: Writer, message: OffsetCommitRequest, version: number): void {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'generationIdOrMemberEpoch';
    const generationIdOrMemberEpoch = message.generationIdOrMemberEpoch === undefined ? -1 : message.generationIdOrMemberEpoch;
    writer.writeInt32(generationIdOrMemberEpoch);
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
    if (version >= 7) {
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    } else if (groupInstanceId !== null) {
      throw unsupportedField(version);
    }
    if (version <= 4) {
      field = 'retentionTimeMs';
      const retentionTimeMs = message.retentionTimeMs === undefined ? -1 : message.retentionTimeMs;
      writer.writeInt64(retentionTimeMs);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeOffsetCommitRequestOffsetCommitRequestTopic(writer, topicsItem, version);
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

function writeOffsetCommitRequestOffsetCommitRequestTopic(writer: Writer, message: OffsetCommitRequestOffsetCommitRequestTopic, version: number): void {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    if (version <= 9) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetCommitRequestOffsetCommitRequestPartition(writer, partitionsItem, version);
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

function writeOffsetCommitRequestOffsetCommitRequestPartition(writer: Writer, message: OffsetCommitRequestOffsetCommitRequestPartition, version: number): void {
  const flexible = version >= 8;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'committedOffset';
    const committedOffset = message.committedOffset;
    writer.writeInt64(committedOffset);
    if (version >= 6) {
      field = 'committedLeaderEpoch';
      const committedLeaderEpoch = message.committedLeaderEpoch === undefined ? -1 : message.committedLeaderEpoch;
      writer.writeInt32(committedLeaderEpoch);
    }
    field = 'committedMetadata';
    const committedMetadata = message.committedMetadata;
    if (flexible) writer.writeCompactNullableString(committedMetadata); else writer.writeNullableString(committedMetadata);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** OffsetCommitResponse, versions 2-10. */
export interface OffsetCommitResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 3+. */
  throttleTimeMs?: number | undefined;
  /** Topics, one entry each. */
  topics: OffsetCommitResponseOffsetCommitResponseTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetCommitResponseOffsetCommitResponseTopic {
  /** Name of the topic. Versions 2-9. */
  name?: string | undefined;
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: OffsetCommitResponseOffsetCommitResponsePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetCommitResponseOffsetCommitResponsePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetCommitResponse: MessageCodec<OffsetCommitResponse> = messageCodec<OffsetCommitResponse>(
  {
    name: 'OffsetCommitResponse',
    kind: 'response',
    apiKey: 8,
    minVersion: 2,
    maxVersion: 10,
    flexibleVersion: 8,
  },
  readOffsetCommitResponse,
  writeOffsetCommitResponse,
);

function readOffsetCommitResponse(reader: Reader, version: number): Decoded<OffsetCommitResponse> {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 3) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<OffsetCommitResponseOffsetCommitResponseTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetCommitResponseOffsetCommitResponseTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetCommitResponseOffsetCommitResponseTopic(reader: Reader, version: number): Decoded<OffsetCommitResponseOffsetCommitResponseTopic> {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 9) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<OffsetCommitResponseOffsetCommitResponsePartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetCommitResponseOffsetCommitResponsePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetCommitResponseOffsetCommitResponsePartition(reader: Reader, version: number): Decoded<OffsetCommitResponseOffsetCommitResponsePartition> {
  const flexible = version >= 8;
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

function writeOffsetCommitResponse(writer: Writer, message: OffsetCommitResponse, version: number): void {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    if (version >= 3) {
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
      writeOffsetCommitResponseOffsetCommitResponseTopic(writer, topicsItem, version);
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

function writeOffsetCommitResponseOffsetCommitResponseTopic(writer: Writer, message: OffsetCommitResponseOffsetCommitResponseTopic, version: number): void {
  const flexible = version >= 8;
  let field = '';
  let index = -1;
  try {
    if (version <= 9) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetCommitResponseOffsetCommitResponsePartition(writer, partitionsItem, version);
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

function writeOffsetCommitResponseOffsetCommitResponsePartition(writer: Writer, message: OffsetCommitResponseOffsetCommitResponsePartition, version: number): void {
  const flexible = version >= 8;
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
