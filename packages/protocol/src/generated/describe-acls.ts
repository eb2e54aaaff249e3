// Generated from definitions/describe-acls.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeAclsRequest, versions 1-3. */
export interface DescribeAclsRequest {
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

export const describeAclsRequest: MessageCodec<DescribeAclsRequest> = messageCodec<DescribeAclsRequest>(
  {
    name: 'DescribeAclsRequest',
    kind: 'request',
    apiKey: 29,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDescribeAclsRequest,
  writeDescribeAclsRequest,
);

function readDescribeAclsRequest(reader: Reader, version: number): Decoded<DescribeAclsRequest> {
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

function writeDescribeAclsRequest(writer: Writer, message: DescribeAclsRequest, version: number): void {
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

/** DescribeAclsResponse, versions 1-3. */
export interface DescribeAclsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** The resources. */
  resources: DescribeAclsResponseDescribeAclsResource[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeAclsResponseDescribeAclsResource {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Kind of the resource's name, as the code of PatternType. Default 3. */
  patternType?: number | undefined;
  /** Access rules of this resource. */
  acls: DescribeAclsResponseAclDescription[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeAclsResponseAclDescription {
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

export const describeAclsResponse: MessageCodec<DescribeAclsResponse> = messageCodec<DescribeAclsResponse>(
  {
    name: 'DescribeAclsResponse',
    kind: 'response',
    apiKey: 29,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDescribeAclsResponse,
  writeDescribeAclsResponse,
);

function readDescribeAclsResponse(reader: Reader, version: number): Decoded<DescribeAclsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'resources';
    const resources: Decoded<DescribeAclsResponseDescribeAclsResource>[] = [];
    const resourcesLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < resourcesLength; index++) resources.push(readDescribeAclsResponseDescribeAclsResource(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, errorMessage, resources, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeAclsResponseDescribeAclsResource(reader: Reader, version: number): Decoded<DescribeAclsResponseDescribeAclsResource> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'patternType';
    const patternType = reader.readInt8();
    field = 'acls';
    const acls: Decoded<DescribeAclsResponseAclDescription>[] = [];
    const aclsLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < aclsLength; index++) acls.push(readDescribeAclsResponseAclDescription(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceType, resourceName, patternType, acls, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeAclsResponseAclDescription(reader: Reader, version: number): Decoded<DescribeAclsResponseAclDescription> {
  const flexible = version >= 2;
  let field = '';
  try {
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
    return { principal, host, operation, permissionType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeAclsResponse(writer: Writer, message: DescribeAclsResponse, version: number): void {
  const flexible = version >= 2;
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
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'resources';
    const resources = message.resources;
    if (flexible) writer.writeUnsignedVarint(resources.length + 1); else writer.writeInt32(resources.length);
    for (index = 0; index < resources.length; index++) {
      const resourcesItem = resources[index];
      if (resourcesItem === undefined) throw unexpectedNull(version);
      writeDescribeAclsResponseDescribeAclsResource(writer, resourcesItem, version);
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

function writeDescribeAclsResponseDescribeAclsResource(writer: Writer, message: DescribeAclsResponseDescribeAclsResource, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    if (flexible) writer.writeCompactString(resourceName); else writer.writeString(resourceName);
    field = 'patternType';
    const patternType = message.patternType === undefined ? 3 : message.patternType;
    writer.writeInt8(patternType);
    field = 'acls';
    const acls = message.acls;
    if (flexible) writer.writeUnsignedVarint(acls.length + 1); else writer.writeInt32(acls.length);
    for (index = 0; index < acls.length; index++) {
      const aclsItem = acls[index];
      if (aclsItem === undefined) throw unexpectedNull(version);
      writeDescribeAclsResponseAclDescription(writer, aclsItem, version);
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

function writeDescribeAclsResponseAclDescription(writer: Writer, message: DescribeAclsResponseAclDescription, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
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
