// Generated from definitions/delete-share-group-offsets.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DeleteShareGroupOffsetsRequest, versions 0. */
export interface DeleteShareGroupOffsetsRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic {
  /** Name of the topic. */
  topicName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteShareGroupOffsetsRequest: MessageCodec<DeleteShareGroupOffsetsRequest> = messageCodec<DeleteShareGroupOffsetsRequest>(
  {
    name: 'DeleteShareGroupOffsetsRequest',
    kind: 'request',
    apiKey: 92,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDeleteShareGroupOffsetsRequest,
  writeDeleteShareGroupOffsetsRequest,
);

function readDeleteShareGroupOffsetsRequest(reader: Reader, version: number): Decoded<DeleteShareGroupOffsetsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(2);
    for (index = 0; index < topicsLength; index++) topics.push(readDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(reader: Reader, _version: number): Decoded<DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic> {
  let field = '';
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteShareGroupOffsetsRequest(writer: Writer, message: DeleteShareGroupOffsetsRequest, version: number): void {
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
      writeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(writer: Writer, message: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic, _version: number): void {
  let field = '';
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DeleteShareGroupOffsetsResponse, versions 0. */
export interface DeleteShareGroupOffsetsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** One answer per topic or resource. */
  responses: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic {
  /** Name of the topic. */
  topicName: string;
  /** Id of the topic. */
  topicId: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteShareGroupOffsetsResponse: MessageCodec<DeleteShareGroupOffsetsResponse> = messageCodec<DeleteShareGroupOffsetsResponse>(
  {
    name: 'DeleteShareGroupOffsetsResponse',
    kind: 'response',
    apiKey: 92,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDeleteShareGroupOffsetsResponse,
  writeDeleteShareGroupOffsetsResponse,
);

function readDeleteShareGroupOffsetsResponse(reader: Reader, version: number): Decoded<DeleteShareGroupOffsetsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'responses';
    const responses: Decoded<DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic>[] = [];
    const responsesLength = reader.readCompactArrayLength(21);
    for (index = 0; index < responsesLength; index++) responses.push(readDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(reader: Reader, _version: number): Decoded<DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic> {
  let field = '';
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, topicId, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteShareGroupOffsetsResponse(writer: Writer, message: DeleteShareGroupOffsetsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'responses';
    const responses = message.responses;
    writer.writeUnsignedVarint(responses.length + 1);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(writer, responsesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(writer: Writer, message: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic, _version: number): void {
  let field = '';
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
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
