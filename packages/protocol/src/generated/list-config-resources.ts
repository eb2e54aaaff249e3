// Generated from definitions/list-config-resources.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ListConfigResourcesRequest, versions 0-1. */
export interface ListConfigResourcesRequest {
  /** Kinds of resources wanted; empty for all. Versions 1+. */
  resourceTypes?: number[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listConfigResourcesRequest: MessageCodec<ListConfigResourcesRequest> = messageCodec<ListConfigResourcesRequest>(
  {
    name: 'ListConfigResourcesRequest',
    kind: 'request',
    apiKey: 74,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readListConfigResourcesRequest,
  writeListConfigResourcesRequest,
);

function readListConfigResourcesRequest(reader: Reader, version: number): Decoded<ListConfigResourcesRequest> {
  let field = '';
  let index = -1;
  try {
    const resourceTypes: number[] = [];
    if (version === 1) {
      field = 'resourceTypes';
      const resourceTypesLength = reader.readCompactArrayLength(1);
      for (index = 0; index < resourceTypesLength; index++) resourceTypes.push(reader.readInt8());
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { resourceTypes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListConfigResourcesRequest(writer: Writer, message: ListConfigResourcesRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'resourceTypes';
    const resourceTypes = message.resourceTypes === undefined ? [] : message.resourceTypes;
    if (version === 1) {
      writer.writeUnsignedVarint(resourceTypes.length + 1);
      for (index = 0; index < resourceTypes.length; index++) {
        const resourceTypesItem = resourceTypes[index];
        if (resourceTypesItem === undefined) throw unexpectedNull(version);
        writer.writeInt8(resourceTypesItem);
      }
      index = -1;
    } else if (resourceTypes.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ListConfigResourcesResponse, versions 0-1. */
export interface ListConfigResourcesResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The resources that have settings. */
  configResources: ListConfigResourcesResponseConfigResource[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListConfigResourcesResponseConfigResource {
  /** Name of the resource. */
  resourceName: string;
  /** Kind of the resource, as its code. Versions 1+. Default 16. */
  resourceType?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listConfigResourcesResponse: MessageCodec<ListConfigResourcesResponse> = messageCodec<ListConfigResourcesResponse>(
  {
    name: 'ListConfigResourcesResponse',
    kind: 'response',
    apiKey: 74,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readListConfigResourcesResponse,
  writeListConfigResourcesResponse,
);

function readListConfigResourcesResponse(reader: Reader, version: number): Decoded<ListConfigResourcesResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'configResources';
    const configResources: Decoded<ListConfigResourcesResponseConfigResource>[] = [];
    const configResourcesLength = reader.readCompactArrayLength(2);
    for (index = 0; index < configResourcesLength; index++) configResources.push(readListConfigResourcesResponseConfigResource(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, configResources, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListConfigResourcesResponseConfigResource(reader: Reader, version: number): Decoded<ListConfigResourcesResponseConfigResource> {
  let field = '';
  try {
    field = 'resourceName';
    const resourceName = reader.readCompactString();
    let resourceType: number = 16;
    if (version === 1) {
      field = 'resourceType';
      resourceType = reader.readInt8();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { resourceName, resourceType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeListConfigResourcesResponse(writer: Writer, message: ListConfigResourcesResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'configResources';
    const configResources = message.configResources;
    writer.writeUnsignedVarint(configResources.length + 1);
    for (index = 0; index < configResources.length; index++) {
      const configResourcesItem = configResources[index];
      if (configResourcesItem === undefined) throw unexpectedNull(version);
      writeListConfigResourcesResponseConfigResource(writer, configResourcesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListConfigResourcesResponseConfigResource(writer: Writer, message: ListConfigResourcesResponseConfigResource, version: number): void {
  let field = '';
  try {
    field = 'resourceName';
    const resourceName = message.resourceName;
    writer.writeCompactString(resourceName);
    if (version === 1) {
      field = 'resourceType';
      const resourceType = message.resourceType === undefined ? 16 : message.resourceType;
      writer.writeInt8(resourceType);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
