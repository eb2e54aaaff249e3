// Generated from definitions/delete-acls.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DeleteAclsRequest, versions 1-3. */
export interface DeleteAclsRequest {
  /** The filters. */
  filters: DeleteAclsRequestDeleteAclsFilter[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteAclsRequestDeleteAclsFilter {
  /** Kind of resource to match, as its code. */
  resourceTypeFilter: number;
  /** Name to match; null for any. */
  resourceNameFilter: string | null;
  /** Kind of name to match, as the code of PatternType. Default 3. */
  patternTypeFilter?: number | undefined;
  /** Principal to match; null for any. */
  principalFilter: string | null;
  /** Host to match; null for any. */
  hostFilter: string | null;
  /** Operation, as the code of AclOperation. */
  operation: number;
  /** 2 deny, 3 allow, 1 any. */
  permissionType: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const deleteAclsRequest: MessageCodec<DeleteAclsRequest> = messageCodec<DeleteAclsRequest>(
  {
    name: 'DeleteAclsRequest',
    kind: 'request',
    apiKey: 31,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDeleteAclsRequest,
  writeDeleteAclsRequest,
);

function readDeleteAclsRequest(reader: Reader, version: number): Decoded<DeleteAclsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'filters';
    const filters: Decoded<DeleteAclsRequestDeleteAclsFilter>[] = [];
    const filtersLength = flexible ? reader.readCompactArrayLength(8) : reader.readArrayLength(8);
    for (index = 0; index < filtersLength; index++) filters.push(readDeleteAclsRequestDeleteAclsFilter(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { filters, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteAclsRequestDeleteAclsFilter(reader: Reader, version: number): Decoded<DeleteAclsRequestDeleteAclsFilter> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'resourceTypeFilter';
    const resourceTypeFilter = reader.readInt8();
    field = 'resourceNameFilter';
    const resourceNameFilter = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'patternTypeFilter';
    const patternTypeFilter = reader.readInt8();
    field = 'principalFilter';
    const principalFilter = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'hostFilter';
    const hostFilter = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'operation';
    const operation = reader.readInt8();
    field = 'permissionType';
    const permissionType = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceTypeFilter, resourceNameFilter, patternTypeFilter, principalFilter, hostFilter, operation, permissionType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteAclsRequest(writer: Writer, message: DeleteAclsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'filters';
    const filters = message.filters;
    if (flexible) writer.writeUnsignedVarint(filters.length + 1); else writer.writeInt32(filters.length);
    for (index = 0; index < filters.length; index++) {
      const filtersItem = filters[index];
      if (filtersItem === undefined) throw unexpectedNull(version);
      writeDeleteAclsRequestDeleteAclsFilter(writer, filtersItem, version);
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

function writeDeleteAclsRequestDeleteAclsFilter(writer: Writer, message: DeleteAclsRequestDeleteAclsFilter, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'resourceTypeFilter';
    const resourceTypeFilter = message.resourceTypeFilter;
    writer.writeInt8(resourceTypeFilter);
    field = 'resourceNameFilter';
    const resourceNameFilter = message.resourceNameFilter;
    if (flexible) writer.writeCompactNullableString(resourceNameFilter); else writer.writeNullableString(resourceNameFilter);
    field = 'patternTypeFilter';
    const patternTypeFilter = message.patternTypeFilter === undefined ? 3 : message.patternTypeFilter;
    writer.writeInt8(patternTypeFilter);
    field = 'principalFilter';
    const principalFilter = message.principalFilter;
    if (flexible) writer.writeCompactNullableString(principalFilter); else writer.writeNullableString(principalFilter);
    field = 'hostFilter';
    const hostFilter = message.hostFilter;
    if (flexible) writer.writeCompactNullableString(hostFilter); else writer.writeNullableString(hostFilter);
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

/** DeleteAclsResponse, versions 1-3. */
export interface DeleteAclsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per filter. */
  filterResults: DeleteAclsResponseDeleteAclsFilterResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteAclsResponseDeleteAclsFilterResult {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Rules that matched. */
  matchingAcls: DeleteAclsResponseDeleteAclsMatchingAcl[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DeleteAclsResponseDeleteAclsMatchingAcl {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Kind of the resource's name, as the code of PatternType. Default 3. */
  patternType?: number | undefined;
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

export const deleteAclsResponse: MessageCodec<DeleteAclsResponse> = messageCodec<DeleteAclsResponse>(
  {
    name: 'DeleteAclsResponse',
    kind: 'response',
    apiKey: 31,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDeleteAclsResponse,
  writeDeleteAclsResponse,
);

function readDeleteAclsResponse(reader: Reader, version: number): Decoded<DeleteAclsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'filterResults';
    const filterResults: Decoded<DeleteAclsResponseDeleteAclsFilterResult>[] = [];
    const filterResultsLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < filterResultsLength; index++) filterResults.push(readDeleteAclsResponseDeleteAclsFilterResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, filterResults, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteAclsResponseDeleteAclsFilterResult(reader: Reader, version: number): Decoded<DeleteAclsResponseDeleteAclsFilterResult> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'matchingAcls';
    const matchingAcls: Decoded<DeleteAclsResponseDeleteAclsMatchingAcl>[] = [];
    const matchingAclsLength = flexible ? reader.readCompactArrayLength(11) : reader.readArrayLength(11);
    for (index = 0; index < matchingAclsLength; index++) matchingAcls.push(readDeleteAclsResponseDeleteAclsMatchingAcl(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, matchingAcls, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDeleteAclsResponseDeleteAclsMatchingAcl(reader: Reader, version: number): Decoded<DeleteAclsResponseDeleteAclsMatchingAcl> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'patternType';
    const patternType = reader.readInt8();
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
    return { errorCode, errorMessage, resourceType, resourceName, patternType, principal, host, operation, permissionType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDeleteAclsResponse(writer: Writer, message: DeleteAclsResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'filterResults';
    const filterResults = message.filterResults;
    if (flexible) writer.writeUnsignedVarint(filterResults.length + 1); else writer.writeInt32(filterResults.length);
    for (index = 0; index < filterResults.length; index++) {
      const filterResultsItem = filterResults[index];
      if (filterResultsItem === undefined) throw unexpectedNull(version);
      writeDeleteAclsResponseDeleteAclsFilterResult(writer, filterResultsItem, version);
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

function writeDeleteAclsResponseDeleteAclsFilterResult(writer: Writer, message: DeleteAclsResponseDeleteAclsFilterResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'matchingAcls';
    const matchingAcls = message.matchingAcls;
    if (flexible) writer.writeUnsignedVarint(matchingAcls.length + 1); else writer.writeInt32(matchingAcls.length);
    for (index = 0; index < matchingAcls.length; index++) {
      const matchingAclsItem = matchingAcls[index];
      if (matchingAclsItem === undefined) throw unexpectedNull(version);
      writeDeleteAclsResponseDeleteAclsMatchingAcl(writer, matchingAclsItem, version);
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

function writeDeleteAclsResponseDeleteAclsMatchingAcl(writer: Writer, message: DeleteAclsResponseDeleteAclsMatchingAcl, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    if (flexible) writer.writeCompactString(resourceName); else writer.writeString(resourceName);
    field = 'patternType';
    const patternType = message.patternType === undefined ? 3 : message.patternType;
    writer.writeInt8(patternType);
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
