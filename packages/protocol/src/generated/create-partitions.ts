// Generated from definitions/create-partitions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** CreatePartitionsRequest, versions 0-3. */
export interface CreatePartitionsRequest {
  /** Topics, one entry each. */
  topics: CreatePartitionsRequestCreatePartitionsTopic[];
  /** How long the server may take. */
  timeoutMs: number;
  /** Whether to check only and change nothing. */
  validateOnly: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreatePartitionsRequestCreatePartitionsTopic {
  /** Name of the topic. */
  name: string;
  /** Number of partitions the topic is to have. */
  count: number;
  /** Assignments, one per entry. */
  assignments: CreatePartitionsRequestCreatePartitionsAssignment[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreatePartitionsRequestCreatePartitionsAssignment {
  /** Brokers that get the replicas; the first is preferred. */
  brokerIds: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createPartitionsRequest: MessageCodec<CreatePartitionsRequest> = messageCodec<CreatePartitionsRequest>(
  {
    name: 'CreatePartitionsRequest',
    kind: 'request',
    apiKey: 37,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreatePartitionsRequest,
  writeCreatePartitionsRequest,
);

function readCreatePartitionsRequest(reader: Reader, version: number): Decoded<CreatePartitionsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<CreatePartitionsRequestCreatePartitionsTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(7) : reader.readArrayLength(7);
    for (index = 0; index < topicsLength; index++) topics.push(readCreatePartitionsRequestCreatePartitionsTopic(reader, version));
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'validateOnly';
    const validateOnly = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, timeoutMs, validateOnly, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreatePartitionsRequestCreatePartitionsTopic(reader: Reader, version: number): Decoded<CreatePartitionsRequestCreatePartitionsTopic> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'count';
    const countValue = reader.readInt32();
    field = 'assignments';
    let assignments: Decoded<CreatePartitionsRequestCreatePartitionsAssignment>[] | null;
    const assignmentsLength = flexible ? reader.readCompactNullableArrayLength(2) : reader.readNullableArrayLength(2);
    const assignmentsList: Decoded<CreatePartitionsRequestCreatePartitionsAssignment>[] = [];
    for (index = 0; index < assignmentsLength; index++) assignmentsList.push(readCreatePartitionsRequestCreatePartitionsAssignment(reader, version));
    index = -1;
    assignments = assignmentsLength < 0 ? null : assignmentsList;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, count: countValue, assignments, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreatePartitionsRequestCreatePartitionsAssignment(reader: Reader, version: number): Decoded<CreatePartitionsRequestCreatePartitionsAssignment> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'brokerIds';
    const brokerIds: number[] = [];
    const brokerIdsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < brokerIdsLength; index++) brokerIds.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { brokerIds, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreatePartitionsRequest(writer: Writer, message: CreatePartitionsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeCreatePartitionsRequestCreatePartitionsTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'validateOnly';
    const validateOnly = message.validateOnly;
    writer.writeBoolean(validateOnly);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreatePartitionsRequestCreatePartitionsTopic(writer: Writer, message: CreatePartitionsRequestCreatePartitionsTopic, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'count';
    const countValue = message.count;
    writer.writeInt32(countValue);
    field = 'assignments';
    const assignments = message.assignments;
    if (assignments === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(assignments.length + 1); else writer.writeInt32(assignments.length);
      for (index = 0; index < assignments.length; index++) {
        const assignmentsItem = assignments[index];
        if (assignmentsItem === undefined) throw unexpectedNull(version);
        writeCreatePartitionsRequestCreatePartitionsAssignment(writer, assignmentsItem, version);
      }
      index = -1;
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

function writeCreatePartitionsRequestCreatePartitionsAssignment(writer: Writer, message: CreatePartitionsRequestCreatePartitionsAssignment, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'brokerIds';
    const brokerIds = message.brokerIds;
    if (flexible) writer.writeUnsignedVarint(brokerIds.length + 1); else writer.writeInt32(brokerIds.length);
    for (index = 0; index < brokerIds.length; index++) {
      const brokerIdsItem = brokerIds[index];
      if (brokerIdsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(brokerIdsItem);
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

/** CreatePartitionsResponse, versions 0-3. */
export interface CreatePartitionsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: CreatePartitionsResponseCreatePartitionsTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreatePartitionsResponseCreatePartitionsTopicResult {
  /** Name of the topic. */
  name: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createPartitionsResponse: MessageCodec<CreatePartitionsResponse> = messageCodec<CreatePartitionsResponse>(
  {
    name: 'CreatePartitionsResponse',
    kind: 'response',
    apiKey: 37,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreatePartitionsResponse,
  writeCreatePartitionsResponse,
);

function readCreatePartitionsResponse(reader: Reader, version: number): Decoded<CreatePartitionsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<CreatePartitionsResponseCreatePartitionsTopicResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < resultsLength; index++) results.push(readCreatePartitionsResponseCreatePartitionsTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreatePartitionsResponseCreatePartitionsTopicResult(reader: Reader, version: number): Decoded<CreatePartitionsResponseCreatePartitionsTopicResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreatePartitionsResponse(writer: Writer, message: CreatePartitionsResponse, version: number): void {
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
      writeCreatePartitionsResponseCreatePartitionsTopicResult(writer, resultsItem, version);
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

function writeCreatePartitionsResponseCreatePartitionsTopicResult(writer: Writer, message: CreatePartitionsResponseCreatePartitionsTopicResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
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
