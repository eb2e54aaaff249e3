// Generated from definitions/offset-fetch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** OffsetFetchRequest, versions 1-10. */
export interface OffsetFetchRequest {
  /** Id of the group. Versions 1-7. */
  groupId?: string | undefined;
  /** Topics, one entry each. Versions 1-7. Null in versions 2-7. */
  topics?: OffsetFetchRequestOffsetFetchRequestTopic[] | null | undefined;
  /** The groups. Versions 8+. */
  groups?: OffsetFetchRequestOffsetFetchRequestGroup[] | undefined;
  /** Whether to wait out offsets of open transactions. Versions 7+. Default false. */
  requireStable?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchRequestOffsetFetchRequestGroup {
  /** Id of the group. Versions 8+. */
  groupId?: string | undefined;
  /** Id of the member. Versions 9+. Default null. */
  memberId?: string | null | undefined;
  /** Epoch of the member. Versions 9+. Default -1. */
  memberEpoch?: number | undefined;
  /** Topics, one entry each. Versions 8+. */
  topics?: OffsetFetchRequestOffsetFetchRequestTopics[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchRequestOffsetFetchRequestTopics {
  /** Name of the topic. Versions 8-9. */
  name?: string | undefined;
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Indexes of the partitions. Versions 8+. */
  partitionIndexes?: number[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchRequestOffsetFetchRequestTopic {
  /** Name of the topic. Versions 1-7. */
  name?: string | undefined;
  /** Indexes of the partitions. Versions 1-7. */
  partitionIndexes?: number[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetFetchRequest: MessageCodec<OffsetFetchRequest> = messageCodec<OffsetFetchRequest>(
  {
    name: 'OffsetFetchRequest',
    kind: 'request',
    apiKey: 9,
    minVersion: 1,
    maxVersion: 10,
    flexibleVersion: 6,
  },
  readOffsetFetchRequest,
  writeOffsetFetchRequest,
);

function readOffsetFetchRequest(reader: Reader, version: number): Decoded<OffsetFetchRequest> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    let groupId: string = '';
    if (version <= 7) {
      field = 'groupId';
      groupId = flexible ? reader.readCompactString() : reader.readString();
    }
    let topics: Decoded<OffsetFetchRequestOffsetFetchRequestTopic>[] | null = [];
    if (version <= 7) {
      field = 'topics';
      const topicsLength = flexible ? reader.readCompactNullableArrayLength(3) : (version >= 2 ? reader.readNullableArrayLength(3) : reader.readArrayLength(3));
      const topicsList: Decoded<OffsetFetchRequestOffsetFetchRequestTopic>[] = [];
      for (index = 0; index < topicsLength; index++) topicsList.push(readOffsetFetchRequestOffsetFetchRequestTopic(reader, version));
      index = -1;
      topics = topicsLength < 0 ? null : topicsList;
    }
    const groups: Decoded<OffsetFetchRequestOffsetFetchRequestGroup>[] = [];
    if (version >= 8) {
      field = 'groups';
      const groupsLength = reader.readCompactArrayLength(3);
      for (index = 0; index < groupsLength; index++) groups.push(readOffsetFetchRequestOffsetFetchRequestGroup(reader, version));
      index = -1;
    }
    let requireStable: boolean = false;
    if (version >= 7) {
      field = 'requireStable';
      requireStable = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, topics, groups, requireStable, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchRequestOffsetFetchRequestGroup(reader: Reader, version: number): Decoded<OffsetFetchRequestOffsetFetchRequestGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    let memberId: string | null = null;
    if (version >= 9) {
      field = 'memberId';
      memberId = reader.readCompactNullableString();
    }
    let memberEpoch: number = -1;
    if (version >= 9) {
      field = 'memberEpoch';
      memberEpoch = reader.readInt32();
    }
    field = 'topics';
    let topics: Decoded<OffsetFetchRequestOffsetFetchRequestTopics>[] | null;
    const topicsLength = reader.readCompactNullableArrayLength(3);
    const topicsList: Decoded<OffsetFetchRequestOffsetFetchRequestTopics>[] = [];
    for (index = 0; index < topicsLength; index++) topicsList.push(readOffsetFetchRequestOffsetFetchRequestTopics(reader, version));
    index = -1;
    topics = topicsLength < 0 ? null : topicsList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, memberEpoch, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchRequestOffsetFetchRequestTopics(reader: Reader, version: number): Decoded<OffsetFetchRequestOffsetFetchRequestTopics> {
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 9) {
      field = 'name';
      name = reader.readCompactString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitionIndexes';
    const partitionIndexes: number[] = [];
    const partitionIndexesLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionIndexesLength; index++) partitionIndexes.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, topicId, partitionIndexes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchRequestOffsetFetchRequestTopic(reader: Reader, version: number): Decoded<OffsetFetchRequestOffsetFetchRequestTopic> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitionIndexes';
    const partitionIndexes: number[] = [];
    const partitionIndexesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionIndexesLength; index++) partitionIndexes.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitionIndexes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetFetchRequest(writer: Writer, message: OffsetFetchRequest, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId === undefined ? '' : message.groupId;
    if (version <= 7) {
      if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    } else if (groupId !== '') {
      throw unsupportedField(version);
    }
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    if (version <= 7) {
      if (topics === null) {
        if (!(version >= 2)) throw unexpectedNull(version);
        if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
      } else {
        if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
        for (index = 0; index < topics.length; index++) {
          const topicsItem = topics[index];
          if (topicsItem === undefined) throw unexpectedNull(version);
          writeOffsetFetchRequestOffsetFetchRequestTopic(writer, topicsItem, version);
        }
        index = -1;
      }
    } else if (topics === null || topics.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'groups';
    const groups = message.groups === undefined ? [] : message.groups;
    if (version >= 8) {
      writer.writeUnsignedVarint(groups.length + 1);
      for (index = 0; index < groups.length; index++) {
        const groupsItem = groups[index];
        if (groupsItem === undefined) throw unexpectedNull(version);
        writeOffsetFetchRequestOffsetFetchRequestGroup(writer, groupsItem, version);
      }
      index = -1;
    } else if (groups.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'requireStable';
    const requireStable = message.requireStable === undefined ? false : message.requireStable;
    if (version >= 7) {
      writer.writeBoolean(requireStable);
    } else if (requireStable !== false) {
      throw unsupportedField(version);
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

function writeOffsetFetchRequestOffsetFetchRequestGroup(writer: Writer, message: OffsetFetchRequestOffsetFetchRequestGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId === undefined ? '' : message.groupId;
    writer.writeCompactString(groupId);
    if (version >= 9) {
      field = 'memberId';
      const memberId = message.memberId === undefined ? null : message.memberId;
      writer.writeCompactNullableString(memberId);
    }
    if (version >= 9) {
      field = 'memberEpoch';
      const memberEpoch = message.memberEpoch === undefined ? -1 : message.memberEpoch;
      writer.writeInt32(memberEpoch);
    }
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    if (topics === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(topics.length + 1);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeOffsetFetchRequestOffsetFetchRequestTopics(writer, topicsItem, version);
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

function writeOffsetFetchRequestOffsetFetchRequestTopics(writer: Writer, message: OffsetFetchRequestOffsetFetchRequestTopics, version: number): void {
  let field = '';
  let index = -1;
  try {
    if (version <= 9) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      writer.writeCompactString(name);
    }
    if (version === 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitionIndexes';
    const partitionIndexes = message.partitionIndexes === undefined ? [] : message.partitionIndexes;
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

function writeOffsetFetchRequestOffsetFetchRequestTopic(writer: Writer, message: OffsetFetchRequestOffsetFetchRequestTopic, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'partitionIndexes';
    const partitionIndexes = message.partitionIndexes === undefined ? [] : message.partitionIndexes;
    if (flexible) writer.writeUnsignedVarint(partitionIndexes.length + 1); else writer.writeInt32(partitionIndexes.length);
    for (index = 0; index < partitionIndexes.length; index++) {
      const partitionIndexesItem = partitionIndexes[index];
      if (partitionIndexesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionIndexesItem);
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

/** OffsetFetchResponse, versions 1-10. */
export interface OffsetFetchResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 3+. */
  throttleTimeMs?: number | undefined;
  /** Topics, one entry each. Versions 1-7. */
  topics?: OffsetFetchResponseOffsetFetchResponseTopic[] | undefined;
  /** Error code, 0 for none. Versions 2-7. Default 0. */
  errorCode?: number | undefined;
  /** The groups. Versions 8+. */
  groups?: OffsetFetchResponseOffsetFetchResponseGroup[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchResponseOffsetFetchResponseGroup {
  /** Id of the group. Versions 8+. */
  groupId?: string | undefined;
  /** Topics, one entry each. Versions 8+. */
  topics?: OffsetFetchResponseOffsetFetchResponseTopics[] | undefined;
  /** Error code, 0 for none. Versions 8+. Default 0. */
  errorCode?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchResponseOffsetFetchResponseTopics {
  /** Name of the topic. Versions 8-9. */
  name?: string | undefined;
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. Versions 8+. */
  partitions?: OffsetFetchResponseOffsetFetchResponsePartitions[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchResponseOffsetFetchResponsePartitions {
  /** Index of the partition. Versions 8+. */
  partitionIndex?: number | undefined;
  /** The committed offset. Versions 8+. */
  committedOffset?: number | undefined;
  /** Leader epoch of the last record consumed; -1 for unknown. Versions 8+. Default -1. */
  committedLeaderEpoch?: number | undefined;
  /** Text the client kept with the offset. Versions 8+. */
  metadata?: string | null | undefined;
  /** Error code, 0 for none. Versions 8+. */
  errorCode?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchResponseOffsetFetchResponseTopic {
  /** Name of the topic. Versions 1-7. */
  name?: string | undefined;
  /** Partitions of the topic, one entry each. Versions 1-7. */
  partitions?: OffsetFetchResponseOffsetFetchResponsePartition[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface OffsetFetchResponseOffsetFetchResponsePartition {
  /** Index of the partition. Versions 1-7. */
  partitionIndex?: number | undefined;
  /** The committed offset. Versions 1-7. */
  committedOffset?: number | undefined;
  /** Leader epoch of the last record consumed; -1 for unknown. Versions 5-7. Default -1. */
  committedLeaderEpoch?: number | undefined;
  /** Text the client kept with the offset. Versions 1-7. */
  metadata?: string | null | undefined;
  /** Error code, 0 for none. Versions 1-7. */
  errorCode?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetFetchResponse: MessageCodec<OffsetFetchResponse> = messageCodec<OffsetFetchResponse>(
  {
    name: 'OffsetFetchResponse',
    kind: 'response',
    apiKey: 9,
    minVersion: 1,
    maxVersion: 10,
    flexibleVersion: 6,
  },
  readOffsetFetchResponse,
  writeOffsetFetchResponse,
);

function readOffsetFetchResponse(reader: Reader, version: number): Decoded<OffsetFetchResponse> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 3) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    const topics: Decoded<OffsetFetchResponseOffsetFetchResponseTopic>[] = [];
    if (version <= 7) {
      field = 'topics';
      const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
      for (index = 0; index < topicsLength; index++) topics.push(readOffsetFetchResponseOffsetFetchResponseTopic(reader, version));
      index = -1;
    }
    let errorCode: number = 0;
    if (version >= 2 && version <= 7) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    const groups: Decoded<OffsetFetchResponseOffsetFetchResponseGroup>[] = [];
    if (version >= 8) {
      field = 'groups';
      const groupsLength = reader.readCompactArrayLength(5);
      for (index = 0; index < groupsLength; index++) groups.push(readOffsetFetchResponseOffsetFetchResponseGroup(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, errorCode, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchResponseOffsetFetchResponseGroup(reader: Reader, version: number): Decoded<OffsetFetchResponseOffsetFetchResponseGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<OffsetFetchResponseOffsetFetchResponseTopics>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readOffsetFetchResponseOffsetFetchResponseTopics(reader, version));
    index = -1;
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchResponseOffsetFetchResponseTopics(reader: Reader, version: number): Decoded<OffsetFetchResponseOffsetFetchResponseTopics> {
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 9) {
      field = 'name';
      name = reader.readCompactString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<OffsetFetchResponseOffsetFetchResponsePartitions>[] = [];
    const partitionsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetFetchResponseOffsetFetchResponsePartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchResponseOffsetFetchResponsePartitions(reader: Reader, _version: number): Decoded<OffsetFetchResponseOffsetFetchResponsePartitions> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'committedOffset';
    const committedOffset = reader.readInt64();
    field = 'committedLeaderEpoch';
    const committedLeaderEpoch = reader.readInt32();
    field = 'metadata';
    const metadata = reader.readCompactNullableString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readOffsetFetchResponseOffsetFetchResponseTopic(reader: Reader, version: number): Decoded<OffsetFetchResponseOffsetFetchResponseTopic> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<OffsetFetchResponseOffsetFetchResponsePartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(16) : reader.readArrayLength(16);
    for (index = 0; index < partitionsLength; index++) partitions.push(readOffsetFetchResponseOffsetFetchResponsePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readOffsetFetchResponseOffsetFetchResponsePartition(reader: Reader, version: number): Decoded<OffsetFetchResponseOffsetFetchResponsePartition> {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'committedOffset';
    const committedOffset = reader.readInt64();
    let committedLeaderEpoch: number = -1;
    if (version >= 5) {
      field = 'committedLeaderEpoch';
      committedLeaderEpoch = reader.readInt32();
    }
    field = 'metadata';
    const metadata = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetFetchResponse(writer: Writer, message: OffsetFetchResponse, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    if (version >= 3) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    if (version <= 7) {
      if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeOffsetFetchResponseOffsetFetchResponseTopic(writer, topicsItem, version);
      }
      index = -1;
    } else if (topics.length !== 0) {
      throw unsupportedField(version);
    }
    if (version >= 2 && version <= 7) {
      field = 'errorCode';
      const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
      writer.writeInt16(errorCode);
    }
    field = 'groups';
    const groups = message.groups === undefined ? [] : message.groups;
    if (version >= 8) {
      writer.writeUnsignedVarint(groups.length + 1);
      for (index = 0; index < groups.length; index++) {
        const groupsItem = groups[index];
        if (groupsItem === undefined) throw unexpectedNull(version);
        writeOffsetFetchResponseOffsetFetchResponseGroup(writer, groupsItem, version);
      }
      index = -1;
    } else if (groups.length !== 0) {
      throw unsupportedField(version);
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

function writeOffsetFetchResponseOffsetFetchResponseGroup(writer: Writer, message: OffsetFetchResponseOffsetFetchResponseGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId === undefined ? '' : message.groupId;
    writer.writeCompactString(groupId);
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeOffsetFetchResponseOffsetFetchResponseTopics(writer, topicsItem, version);
    }
    index = -1;
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetFetchResponseOffsetFetchResponseTopics(writer: Writer, message: OffsetFetchResponseOffsetFetchResponseTopics, version: number): void {
  let field = '';
  let index = -1;
  try {
    if (version <= 9) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      writer.writeCompactString(name);
    }
    if (version === 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions === undefined ? [] : message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetFetchResponseOffsetFetchResponsePartitions(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeOffsetFetchResponseOffsetFetchResponsePartitions(writer: Writer, message: OffsetFetchResponseOffsetFetchResponsePartitions, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex === undefined ? 0 : message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'committedOffset';
    const committedOffset = message.committedOffset === undefined ? 0 : message.committedOffset;
    writer.writeInt64(committedOffset);
    field = 'committedLeaderEpoch';
    const committedLeaderEpoch = message.committedLeaderEpoch === undefined ? -1 : message.committedLeaderEpoch;
    writer.writeInt32(committedLeaderEpoch);
    field = 'metadata';
    const metadata = message.metadata === undefined ? '' : message.metadata;
    writer.writeCompactNullableString(metadata);
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetFetchResponseOffsetFetchResponseTopic(writer: Writer, message: OffsetFetchResponseOffsetFetchResponseTopic, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions === undefined ? [] : message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeOffsetFetchResponseOffsetFetchResponsePartition(writer, partitionsItem, version);
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

function writeOffsetFetchResponseOffsetFetchResponsePartition(writer: Writer, message: OffsetFetchResponseOffsetFetchResponsePartition, version: number): void {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex === undefined ? 0 : message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'committedOffset';
    const committedOffset = message.committedOffset === undefined ? 0 : message.committedOffset;
    writer.writeInt64(committedOffset);
    if (version >= 5) {
      field = 'committedLeaderEpoch';
      const committedLeaderEpoch = message.committedLeaderEpoch === undefined ? -1 : message.committedLeaderEpoch;
      writer.writeInt32(committedLeaderEpoch);
    }
    field = 'metadata';
    const metadata = message.metadata === undefined ? '' : message.metadata;
    if (flexible) writer.writeCompactNullableString(metadata); else writer.writeNullableString(metadata);
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
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
