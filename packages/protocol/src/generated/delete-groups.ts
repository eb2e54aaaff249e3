// Generated from definitions/delete-groups.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DeleteGroupsRequest, versions 0-3. */
export interface DeleteGroupsRequest {
  /** Ids of the groups to delete. */
  groupsNames: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteGroupsRequest: MessageCodec<DeleteGroupsRequest> = messageCodec<DeleteGroupsRequest>(
  {
    name: 'DeleteGroupsRequest',
    kind: 'request',
    apiKey: 42,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDeleteGroupsRequest,
  writeDeleteGroupsRequest,
);

function readDeleteGroupsRequest(reader: Reader, version: number): Decoded<DeleteGroupsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'groupsNames';
    const groupsNames: string[] = [];
    const groupsNamesLength = flexible ? reader.readCompactArrayLength(1) : reader.readArrayLength(1);
    for (index = 0; index < groupsNamesLength; index++) groupsNames.push(flexible ? reader.readCompactString() : reader.readString());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupsNames, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDeleteGroupsRequest(writer: Writer, message: DeleteGroupsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'groupsNames';
    const groupsNames = message.groupsNames;
    if (flexible) writer.writeUnsignedVarint(groupsNames.length + 1); else writer.writeInt32(groupsNames.length);
    for (index = 0; index < groupsNames.length; index++) {
      const groupsNamesItem = groupsNames[index];
      if (groupsNamesItem === undefined) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(groupsNamesItem); else writer.writeString(groupsNamesItem);
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

/** DeleteGroupsResponse, versions 0-3. */
export interface DeleteGroupsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: DeleteGroupsResponseDeletableGroupResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteGroupsResponseDeletableGroupResult {
  /** Id of the group. */
  groupId: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Versions 3+. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteGroupsResponse: MessageCodec<DeleteGroupsResponse> = messageCodec<DeleteGroupsResponse>(
  {
    name: 'DeleteGroupsResponse',
    kind: 'response',
    apiKey: 42,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDeleteGroupsResponse,
  writeDeleteGroupsResponse,
);

function readDeleteGroupsResponse(reader: Reader, version: number): Decoded<DeleteGroupsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<DeleteGroupsResponseDeletableGroupResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < resultsLength; index++) results.push(readDeleteGroupsResponseDeletableGroupResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteGroupsResponseDeletableGroupResult(reader: Reader, version: number): Decoded<DeleteGroupsResponseDeletableGroupResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let errorMessage: string | null = null;
    if (version === 3) {
      field = 'errorMessage';
      errorMessage = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteGroupsResponse(writer: Writer, message: DeleteGroupsResponse, version: number): void {
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
      writeDeleteGroupsResponseDeletableGroupResult(writer, resultsItem, version);
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

function writeDeleteGroupsResponseDeletableGroupResult(writer: Writer, message: DeleteGroupsResponseDeletableGroupResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    if (version === 3) {
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
