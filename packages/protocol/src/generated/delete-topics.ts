// Generated from definitions/delete-topics.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** DeleteTopicsRequest, versions 1-6. */
export interface DeleteTopicsRequest {
  /** Topics, one entry each. Versions 6+. */
  topics?: DeleteTopicsRequestDeleteTopicState[] | undefined;
  /** Names of the topics; replaced by topics. Versions 1-5. */
  topicNames?: string[] | undefined;
  /** How long the server may take. */
  timeoutMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteTopicsRequestDeleteTopicState {
  /** Name of the topic; null when it is given by id. Versions 6+. Default null. */
  name?: string | null | undefined;
  /** Id of the topic. Versions 6+. */
  topicId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteTopicsRequest: MessageCodec<DeleteTopicsRequest> = messageCodec<DeleteTopicsRequest>(
  {
    name: 'DeleteTopicsRequest',
    kind: 'request',
    apiKey: 20,
    minVersion: 1,
    maxVersion: 6,
    flexibleVersion: 4,
  },
  readDeleteTopicsRequest,
  writeDeleteTopicsRequest,
);

function readDeleteTopicsRequest(reader: Reader, version: number): Decoded<DeleteTopicsRequest> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    const topics: Decoded<DeleteTopicsRequestDeleteTopicState>[] = [];
    if (version === 6) {
      field = 'topics';
      const topicsLength = reader.readCompactArrayLength(18);
      for (index = 0; index < topicsLength; index++) topics.push(readDeleteTopicsRequestDeleteTopicState(reader, version));
      index = -1;
    }
    const topicNames: string[] = [];
    if (version <= 5) {
      field = 'topicNames';
      const topicNamesLength = flexible ? reader.readCompactArrayLength(1) : reader.readArrayLength(1);
      for (index = 0; index < topicNamesLength; index++) topicNames.push(flexible ? reader.readCompactString() : reader.readString());
      index = -1;
    }
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, topicNames, timeoutMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteTopicsRequestDeleteTopicState(reader: Reader, _version: number): Decoded<DeleteTopicsRequestDeleteTopicState> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactNullableString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, topicId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteTopicsRequest(writer: Writer, message: DeleteTopicsRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    if (version === 6) {
      writer.writeUnsignedVarint(topics.length + 1);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeDeleteTopicsRequestDeleteTopicState(writer, topicsItem, version);
      }
      index = -1;
    } else if (topics.length !== 0) {
      throw unsupportedField(version);
    }
    if (version <= 5) {
      field = 'topicNames';
      const topicNames = message.topicNames === undefined ? [] : message.topicNames;
      if (flexible) writer.writeUnsignedVarint(topicNames.length + 1); else writer.writeInt32(topicNames.length);
      for (index = 0; index < topicNames.length; index++) {
        const topicNamesItem = topicNames[index];
        if (topicNamesItem === undefined) throw unexpectedNull(version);
        if (flexible) writer.writeCompactString(topicNamesItem); else writer.writeString(topicNamesItem);
      }
      index = -1;
    }
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs;
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

function writeDeleteTopicsRequestDeleteTopicState(writer: Writer, message: DeleteTopicsRequestDeleteTopicState, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? null : message.name;
    writer.writeCompactNullableString(name);
    field = 'topicId';
    const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
    writer.writeUuid(topicId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DeleteTopicsResponse, versions 1-6. */
export interface DeleteTopicsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One answer per topic or resource. */
  responses: DeleteTopicsResponseDeletableTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteTopicsResponseDeletableTopicResult {
  /** Name of the topic. Null in versions 6+. */
  name: string | null;
  /** Id of the topic. Versions 6+. */
  topicId?: string | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Versions 5+. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteTopicsResponse: MessageCodec<DeleteTopicsResponse> = messageCodec<DeleteTopicsResponse>(
  {
    name: 'DeleteTopicsResponse',
    kind: 'response',
    apiKey: 20,
    minVersion: 1,
    maxVersion: 6,
    flexibleVersion: 4,
  },
  readDeleteTopicsResponse,
  writeDeleteTopicsResponse,
);

function readDeleteTopicsResponse(reader: Reader, version: number): Decoded<DeleteTopicsResponse> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'responses';
    const responses: Decoded<DeleteTopicsResponseDeletableTopicResult>[] = [];
    const responsesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < responsesLength; index++) responses.push(readDeleteTopicsResponseDeletableTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteTopicsResponseDeletableTopicResult(reader: Reader, version: number): Decoded<DeleteTopicsResponseDeletableTopicResult> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? (version === 6 ? reader.readCompactNullableString() : reader.readCompactString()) : reader.readString();
    let topicId: string = ZERO_UUID;
    if (version === 6) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let errorMessage: string | null = null;
    if (version >= 5) {
      field = 'errorMessage';
      errorMessage = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteTopicsResponse(writer: Writer, message: DeleteTopicsResponse, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'responses';
    const responses = message.responses;
    if (flexible) writer.writeUnsignedVarint(responses.length + 1); else writer.writeInt32(responses.length);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeDeleteTopicsResponseDeletableTopicResult(writer, responsesItem, version);
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

function writeDeleteTopicsResponseDeletableTopicResult(writer: Writer, message: DeleteTopicsResponseDeletableTopicResult, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (version === 6) {
      if (flexible) writer.writeCompactNullableString(name); else writer.writeNullableString(name);
    } else {
      if (name === null) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 6) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    if (version >= 5) {
      field = 'errorMessage';
      const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
      writer.writeCompactNullableString(errorMessage);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
