// Generated from definitions/alter-partition-reassignments.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterPartitionReassignmentsRequest, versions 0-1. */
export interface AlterPartitionReassignmentsRequest {
  /** How long the server may take. Default 60000. */
  timeoutMs?: number | undefined;
  /** Whether the number of replicas may change. Versions 1+. Default true. */
  allowReplicationFactorChange?: boolean | undefined;
  /** Topics, one entry each. */
  topics: AlterPartitionReassignmentsRequestReassignableTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionReassignmentsRequestReassignableTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterPartitionReassignmentsRequestReassignablePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionReassignmentsRequestReassignablePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** All replicas, the preferred one first. Default null. */
  replicas?: number[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterPartitionReassignmentsRequest: MessageCodec<AlterPartitionReassignmentsRequest> = messageCodec<AlterPartitionReassignmentsRequest>(
  {
    name: 'AlterPartitionReassignmentsRequest',
    kind: 'request',
    apiKey: 45,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readAlterPartitionReassignmentsRequest,
  writeAlterPartitionReassignmentsRequest,
);

function readAlterPartitionReassignmentsRequest(reader: Reader, version: number): Decoded<AlterPartitionReassignmentsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    let allowReplicationFactorChange: boolean = true;
    if (version === 1) {
      field = 'allowReplicationFactorChange';
      allowReplicationFactorChange = reader.readBoolean();
    }
    field = 'topics';
    const topics: Decoded<AlterPartitionReassignmentsRequestReassignableTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readAlterPartitionReassignmentsRequestReassignableTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { timeoutMs, allowReplicationFactorChange, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionReassignmentsRequestReassignableTopic(reader: Reader, version: number): Decoded<AlterPartitionReassignmentsRequestReassignableTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<AlterPartitionReassignmentsRequestReassignablePartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterPartitionReassignmentsRequestReassignablePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionReassignmentsRequestReassignablePartition(reader: Reader, _version: number): Decoded<AlterPartitionReassignmentsRequestReassignablePartition> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'replicas';
    let replicas: number[] | null;
    const replicasLength = reader.readCompactNullableArrayLength(4);
    const replicasList: number[] = [];
    for (index = 0; index < replicasLength; index++) replicasList.push(reader.readInt32());
    index = -1;
    replicas = replicasLength < 0 ? null : replicasList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, replicas, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionReassignmentsRequest(writer: Writer, message: AlterPartitionReassignmentsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs === undefined ? 60000 : message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'allowReplicationFactorChange';
    const allowReplicationFactorChange = message.allowReplicationFactorChange === undefined ? true : message.allowReplicationFactorChange;
    if (version === 1) {
      writer.writeBoolean(allowReplicationFactorChange);
    } else if (allowReplicationFactorChange !== true) {
      throw unsupportedField(version);
    }
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAlterPartitionReassignmentsRequestReassignableTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionReassignmentsRequestReassignableTopic(writer: Writer, message: AlterPartitionReassignmentsRequestReassignableTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeAlterPartitionReassignmentsRequestReassignablePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionReassignmentsRequestReassignablePartition(writer: Writer, message: AlterPartitionReassignmentsRequestReassignablePartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'replicas';
    const replicas = message.replicas === undefined ? null : message.replicas;
    if (replicas === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(replicas.length + 1);
      for (index = 0; index < replicas.length; index++) {
        const replicasItem = replicas[index];
        if (replicasItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(replicasItem);
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

/** AlterPartitionReassignmentsResponse, versions 0-1. */
export interface AlterPartitionReassignmentsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Whether the number of replicas may change. Versions 1+. Default true. */
  allowReplicationFactorChange?: boolean | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** One answer per topic or resource. */
  responses: AlterPartitionReassignmentsResponseReassignableTopicResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionReassignmentsResponseReassignableTopicResponse {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterPartitionReassignmentsResponseReassignablePartitionResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterPartitionReassignmentsResponse: MessageCodec<AlterPartitionReassignmentsResponse> = messageCodec<AlterPartitionReassignmentsResponse>(
  {
    name: 'AlterPartitionReassignmentsResponse',
    kind: 'response',
    apiKey: 45,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readAlterPartitionReassignmentsResponse,
  writeAlterPartitionReassignmentsResponse,
);

function readAlterPartitionReassignmentsResponse(reader: Reader, version: number): Decoded<AlterPartitionReassignmentsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let allowReplicationFactorChange: boolean = true;
    if (version === 1) {
      field = 'allowReplicationFactorChange';
      allowReplicationFactorChange = reader.readBoolean();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'responses';
    const responses: Decoded<AlterPartitionReassignmentsResponseReassignableTopicResponse>[] = [];
    const responsesLength = reader.readCompactArrayLength(3);
    for (index = 0; index < responsesLength; index++) responses.push(readAlterPartitionReassignmentsResponseReassignableTopicResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, allowReplicationFactorChange, errorCode, errorMessage, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionReassignmentsResponseReassignableTopicResponse(reader: Reader, version: number): Decoded<AlterPartitionReassignmentsResponseReassignableTopicResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<AlterPartitionReassignmentsResponseReassignablePartitionResponse>[] = [];
    const partitionsLength = reader.readCompactArrayLength(8);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterPartitionReassignmentsResponseReassignablePartitionResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionReassignmentsResponseReassignablePartitionResponse(reader: Reader, _version: number): Decoded<AlterPartitionReassignmentsResponseReassignablePartitionResponse> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterPartitionReassignmentsResponse(writer: Writer, message: AlterPartitionReassignmentsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    if (version === 1) {
      field = 'allowReplicationFactorChange';
      const allowReplicationFactorChange = message.allowReplicationFactorChange === undefined ? true : message.allowReplicationFactorChange;
      writer.writeBoolean(allowReplicationFactorChange);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'responses';
    const responses = message.responses;
    writer.writeUnsignedVarint(responses.length + 1);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeAlterPartitionReassignmentsResponseReassignableTopicResponse(writer, responsesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionReassignmentsResponseReassignableTopicResponse(writer: Writer, message: AlterPartitionReassignmentsResponseReassignableTopicResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeAlterPartitionReassignmentsResponseReassignablePartitionResponse(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionReassignmentsResponseReassignablePartitionResponse(writer: Writer, message: AlterPartitionReassignmentsResponseReassignablePartitionResponse, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
