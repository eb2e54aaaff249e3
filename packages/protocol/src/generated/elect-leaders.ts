// Generated from definitions/elect-leaders.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ElectLeadersRequest, versions 0-2. */
export interface ElectLeadersRequest {
  /** 0 preferred leader, 1 unclean. Versions 1+. */
  electionType?: number | undefined;
  /** Partitions by topic. */
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null;
  /** How long the server may take. Default 60000. */
  timeoutMs?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ElectLeadersRequestTopicPartitions {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const electLeadersRequest: MessageCodec<ElectLeadersRequest> = messageCodec<ElectLeadersRequest>(
  {
    name: 'ElectLeadersRequest',
    kind: 'request',
    apiKey: 43,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readElectLeadersRequest,
  writeElectLeadersRequest,
);

function readElectLeadersRequest(reader: Reader, version: number): Decoded<ElectLeadersRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    let electionType: number = 0;
    if (version >= 1) {
      field = 'electionType';
      electionType = reader.readInt8();
    }
    field = 'topicPartitions';
    let topicPartitions: Decoded<ElectLeadersRequestTopicPartitions>[] | null;
    const topicPartitionsLength = flexible ? reader.readCompactNullableArrayLength(3) : reader.readNullableArrayLength(3);
    const topicPartitionsList: Decoded<ElectLeadersRequestTopicPartitions>[] = [];
    for (index = 0; index < topicPartitionsLength; index++) topicPartitionsList.push(readElectLeadersRequestTopicPartitions(reader, version));
    index = -1;
    topicPartitions = topicPartitionsLength < 0 ? null : topicPartitionsList;
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { electionType, topicPartitions, timeoutMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readElectLeadersRequestTopicPartitions(reader: Reader, version: number): Decoded<ElectLeadersRequestTopicPartitions> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeElectLeadersRequest(writer: Writer, message: ElectLeadersRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'electionType';
    const electionType = message.electionType === undefined ? 0 : message.electionType;
    if (version >= 1) {
      writer.writeInt8(electionType);
    } else if (electionType !== 0) {
      throw unsupportedField(version);
    }
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    if (topicPartitions === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(topicPartitions.length + 1); else writer.writeInt32(topicPartitions.length);
      for (index = 0; index < topicPartitions.length; index++) {
        const topicPartitionsItem = topicPartitions[index];
        if (topicPartitionsItem === undefined) throw unexpectedNull(version);
        writeElectLeadersRequestTopicPartitions(writer, topicPartitionsItem, version);
      }
      index = -1;
    }
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs === undefined ? 60000 : message.timeoutMs;
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

function writeElectLeadersRequestTopicPartitions(writer: Writer, message: ElectLeadersRequestTopicPartitions, version: number): void {
  const flexible = version >= 2;
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

/** ElectLeadersResponse, versions 0-2. */
export interface ElectLeadersResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. Versions 1+. */
  errorCode?: number | undefined;
  /** One result per topic. */
  replicaElectionResults: ElectLeadersResponseReplicaElectionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ElectLeadersResponseReplicaElectionResult {
  /** Name of the topic. */
  topic: string;
  /** One result per partition. */
  partitionResult: ElectLeadersResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ElectLeadersResponsePartitionResult {
  /** Index of the partition. */
  partitionId: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const electLeadersResponse: MessageCodec<ElectLeadersResponse> = messageCodec<ElectLeadersResponse>(
  {
    name: 'ElectLeadersResponse',
    kind: 'response',
    apiKey: 43,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readElectLeadersResponse,
  writeElectLeadersResponse,
);

function readElectLeadersResponse(reader: Reader, version: number): Decoded<ElectLeadersResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let errorCode: number = 0;
    if (version >= 1) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    field = 'replicaElectionResults';
    const replicaElectionResults: Decoded<ElectLeadersResponseReplicaElectionResult>[] = [];
    const replicaElectionResultsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < replicaElectionResultsLength; index++) replicaElectionResults.push(readElectLeadersResponseReplicaElectionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, replicaElectionResults, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readElectLeadersResponseReplicaElectionResult(reader: Reader, version: number): Decoded<ElectLeadersResponseReplicaElectionResult> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitionResult';
    const partitionResult: Decoded<ElectLeadersResponsePartitionResult>[] = [];
    const partitionResultLength = flexible ? reader.readCompactArrayLength(8) : reader.readArrayLength(8);
    for (index = 0; index < partitionResultLength; index++) partitionResult.push(readElectLeadersResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitionResult, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readElectLeadersResponsePartitionResult(reader: Reader, version: number): Decoded<ElectLeadersResponsePartitionResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionId';
    const partitionId = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionId, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeElectLeadersResponse(writer: Writer, message: ElectLeadersResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
    if (version >= 1) {
      writer.writeInt16(errorCode);
    } else if (errorCode !== 0) {
      throw unsupportedField(version);
    }
    field = 'replicaElectionResults';
    const replicaElectionResults = message.replicaElectionResults;
    if (flexible) writer.writeUnsignedVarint(replicaElectionResults.length + 1); else writer.writeInt32(replicaElectionResults.length);
    for (index = 0; index < replicaElectionResults.length; index++) {
      const replicaElectionResultsItem = replicaElectionResults[index];
      if (replicaElectionResultsItem === undefined) throw unexpectedNull(version);
      writeElectLeadersResponseReplicaElectionResult(writer, replicaElectionResultsItem, version);
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

function writeElectLeadersResponseReplicaElectionResult(writer: Writer, message: ElectLeadersResponseReplicaElectionResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    field = 'partitionResult';
    const partitionResult = message.partitionResult;
    if (flexible) writer.writeUnsignedVarint(partitionResult.length + 1); else writer.writeInt32(partitionResult.length);
    for (index = 0; index < partitionResult.length; index++) {
      const partitionResultItem = partitionResult[index];
      if (partitionResultItem === undefined) throw unexpectedNull(version);
      writeElectLeadersResponsePartitionResult(writer, partitionResultItem, version);
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

function writeElectLeadersResponsePartitionResult(writer: Writer, message: ElectLeadersResponsePartitionResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionId';
    const partitionId = message.partitionId;
    writer.writeInt32(partitionId);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
