// Generated from definitions/txn-offset-commit.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** TxnOffsetCommitRequest, versions 0-6. */
export interface TxnOffsetCommitRequest {
  /** Transactional id of the producer. */
  transactionalId: string;
  /** Id of the group. */
  groupId: string;
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Generation (classic) or member epoch (consumer protocol); -1 for a commit from outside. Versions 3+. Default -1. */
  generationIdOrMemberEpoch?: number | undefined;
  /** Id of the member. Versions 3+. Default ''. */
  memberId?: string | undefined;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Topics, one entry each. */
  topics: TxnOffsetCommitRequestTxnOffsetCommitRequestTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface TxnOffsetCommitRequestTxnOffsetCommitRequestTopic {
  /** Name of the topic. Versions 0-5. */
  name?: string | undefined;
  /** Id of the topic. Versions 6+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: TxnOffsetCommitRequestTxnOffsetCommitRequestPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface TxnOffsetCommitRequestTxnOffsetCommitRequestPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** The committed offset. */
  committedOffset: number;
  /** Leader epoch of the last record consumed; -1 for unknown. Versions 2+. Default -1. */
  committedLeaderEpoch?: number | undefined;
  /** Text the client keeps with the offset. */
  committedMetadata: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const txnOffsetCommitRequest: MessageCodec<TxnOffsetCommitRequest> = messageCodec<TxnOffsetCommitRequest>(
  {
    name: 'TxnOffsetCommitRequest',
    kind: 'request',
    apiKey: 28,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 3,
  },
  readTxnOffsetCommitRequest,
  writeTxnOffsetCommitRequest,
);

function readTxnOffsetCommitRequest(reader: Reader, version: number): Decoded<TxnOffsetCommitRequest> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = flexible ? reader.readCompactString() : reader.readString();
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    let generationIdOrMemberEpoch: number = -1;
    if (version >= 3) {
      field = 'generationIdOrMemberEpoch';
      generationIdOrMemberEpoch = reader.readInt32();
    }
    let memberId: string = '';
    if (version >= 3) {
      field = 'memberId';
      memberId = reader.readCompactString();
    }
    let groupInstanceId: string | null = null;
    if (version >= 3) {
      field = 'groupInstanceId';
      groupInstanceId = reader.readCompactNullableString();
    }
    field = 'topics';
    const topics: Decoded<TxnOffsetCommitRequestTxnOffsetCommitRequestTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactionalId, groupId, producerId, producerEpoch, generationIdOrMemberEpoch, memberId, groupInstanceId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(reader: Reader, version: number): Decoded<TxnOffsetCommitRequestTxnOffsetCommitRequestTopic> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 5) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 6) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<TxnOffsetCommitRequestTxnOffsetCommitRequestPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(reader: Reader, version: number): Decoded<TxnOffsetCommitRequestTxnOffsetCommitRequestPartition> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'committedOffset';
    const committedOffset = reader.readInt64();
    let committedLeaderEpoch: number = -1;
    if (version >= 2) {
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

function writeTxnOffsetCommitRequest(writer: Writer, message: TxnOffsetCommitRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    if (flexible) writer.writeCompactString(transactionalId); else writer.writeString(transactionalId);
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'generationIdOrMemberEpoch';
    const generationIdOrMemberEpoch = message.generationIdOrMemberEpoch === undefined ? -1 : message.generationIdOrMemberEpoch;
    if (version >= 3) {
      writer.writeInt32(generationIdOrMemberEpoch);
    } else if (generationIdOrMemberEpoch !== -1) {
      throw unsupportedField(version);
    }
    field = 'memberId';
    const memberId = message.memberId === undefined ? '' : message.memberId;
    if (version >= 3) {
      writer.writeCompactString(memberId);
    } else if (memberId !== '') {
      throw unsupportedField(version);
    }
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
    if (version >= 3) {
      writer.writeCompactNullableString(groupInstanceId);
    } else if (groupInstanceId !== null) {
      throw unsupportedField(version);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(writer, topicsItem, version);
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

function writeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(writer: Writer, message: TxnOffsetCommitRequestTxnOffsetCommitRequestTopic, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    if (version <= 5) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 6) {
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
      writeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(writer, partitionsItem, version);
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

function writeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(writer: Writer, message: TxnOffsetCommitRequestTxnOffsetCommitRequestPartition, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'committedOffset';
    const committedOffset = message.committedOffset;
    writer.writeInt64(committedOffset);
    if (version >= 2) {
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

/** TxnOffsetCommitResponse, versions 0-6. */
export interface TxnOffsetCommitResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: TxnOffsetCommitResponseTxnOffsetCommitResponseTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface TxnOffsetCommitResponseTxnOffsetCommitResponseTopic {
  /** Name of the topic. Versions 0-5. */
  name?: string | undefined;
  /** Id of the topic. Versions 6+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: TxnOffsetCommitResponseTxnOffsetCommitResponsePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface TxnOffsetCommitResponseTxnOffsetCommitResponsePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const txnOffsetCommitResponse: MessageCodec<TxnOffsetCommitResponse> = messageCodec<TxnOffsetCommitResponse>(
  {
    name: 'TxnOffsetCommitResponse',
    kind: 'response',
    apiKey: 28,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 3,
  },
  readTxnOffsetCommitResponse,
  writeTxnOffsetCommitResponse,
);

function readTxnOffsetCommitResponse(reader: Reader, version: number): Decoded<TxnOffsetCommitResponse> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<TxnOffsetCommitResponseTxnOffsetCommitResponseTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(reader: Reader, version: number): Decoded<TxnOffsetCommitResponseTxnOffsetCommitResponseTopic> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 5) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 6) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<TxnOffsetCommitResponseTxnOffsetCommitResponsePartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(reader: Reader, version: number): Decoded<TxnOffsetCommitResponseTxnOffsetCommitResponsePartition> {
  const flexible = version >= 3;
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

function writeTxnOffsetCommitResponse(writer: Writer, message: TxnOffsetCommitResponse, version: number): void {
  const flexible = version >= 3;
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
      writeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(writer, topicsItem, version);
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

function writeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(writer: Writer, message: TxnOffsetCommitResponseTxnOffsetCommitResponseTopic, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    if (version <= 5) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 6) {
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
      writeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(writer, partitionsItem, version);
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

function writeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(writer: Writer, message: TxnOffsetCommitResponseTxnOffsetCommitResponsePartition, version: number): void {
  const flexible = version >= 3;
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
