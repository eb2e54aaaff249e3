// Generated from definitions/create-acls.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** CreateAclsRequest, versions 1-3. */
export interface CreateAclsRequest {
  /** The rules to create. */
  creations: CreateAclsRequestAclCreation[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateAclsRequestAclCreation {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Kind of the resource's name, as the code of PatternType. Default 3. */
  resourcePatternType?: number | undefined;
  /** Principal the rule is for, as type:name. */
  principal: string;
  /** Host name or address. */
  host: string;
  /** Operation, as the code of AclOperation. */
  operation: number;
  /** 2 deny, 3 allow, 1 any. */
  permissionType: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createAclsRequest: MessageCodec<CreateAclsRequest> = messageCodec<CreateAclsRequest>(
  {
    name: 'CreateAclsRequest',
    kind: 'request',
    apiKey: 30,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreateAclsRequest,
  writeCreateAclsRequest,
);

function readCreateAclsRequest(reader: Reader, version: number): Decoded<CreateAclsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'creations';
    const creations: Decoded<CreateAclsRequestAclCreation>[] = [];
    const creationsLength = flexible ? reader.readCompactArrayLength(8) : reader.readArrayLength(8);
    for (index = 0; index < creationsLength; index++) creations.push(readCreateAclsRequestAclCreation(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { creations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateAclsRequestAclCreation(reader: Reader, version: number): Decoded<CreateAclsRequestAclCreation> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'resourcePatternType';
    const resourcePatternType = reader.readInt8();
    field = 'principal';
    const principal = flexible ? reader.readCompactString() : reader.readString();
    field = 'host';
    const host = flexible ? reader.readCompactString() : reader.readString();
    field = 'operation';
    const operation = reader.readInt8();
    field = 'permissionType';
    const permissionType = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceType, resourceName, resourcePatternType, principal, host, operation, permissionType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateAclsRequest(writer: Writer, message: CreateAclsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'creations';
    const creations = message.creations;
    if (flexible) writer.writeUnsignedVarint(creations.length + 1); else writer.writeInt32(creations.length);
    for (index = 0; index < creations.length; index++) {
      const creationsItem = creations[index];
      if (creationsItem === undefined) throw unexpectedNull(version);
      writeCreateAclsRequestAclCreation(writer, creationsItem, version);
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

function writeCreateAclsRequestAclCreation(writer: Writer, message: CreateAclsRequestAclCreation, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    if (flexible) writer.writeCompactString(resourceName); else writer.writeString(resourceName);
    field = 'resourcePatternType';
    const resourcePatternType = message.resourcePatternType === undefined ? 3 : message.resourcePatternType;
    writer.writeInt8(resourcePatternType);
    field = 'principal';
    const principal = message.principal;
    if (flexible) writer.writeCompactString(principal); else writer.writeString(principal);
    field = 'host';
    const host = message.host;
    if (flexible) writer.writeCompactString(host); else writer.writeString(host);
    field = 'operation';
    const operation = message.operation;
    writer.writeInt8(operation);
    field = 'permissionType';
    const permissionType = message.permissionType;
    writer.writeInt8(permissionType);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** CreateAclsResponse, versions 1-3. */
export interface CreateAclsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: CreateAclsResponseAclCreationResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateAclsResponseAclCreationResult {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createAclsResponse: MessageCodec<CreateAclsResponse> = messageCodec<CreateAclsResponse>(
  {
    name: 'CreateAclsResponse',
    kind: 'response',
    apiKey: 30,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreateAclsResponse,
  writeCreateAclsResponse,
);

function readCreateAclsResponse(reader: Reader, version: number): Decoded<CreateAclsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<CreateAclsResponseAclCreationResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < resultsLength; index++) results.push(readCreateAclsResponseAclCreationResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateAclsResponseAclCreationResult(reader: Reader, version: number): Decoded<CreateAclsResponseAclCreationResult> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateAclsResponse(writer: Writer, message: CreateAclsResponse, version: number): void {
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
      writeCreateAclsResponseAclCreationResult(writer, resultsItem, version);
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

function writeCreateAclsResponseAclCreationResult(writer: Writer, message: CreateAclsResponseAclCreationResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
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
