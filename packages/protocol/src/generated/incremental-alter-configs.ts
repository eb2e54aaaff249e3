// Generated from definitions/incremental-alter-configs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** IncrementalAlterConfigsRequest, versions 0-1. */
export interface IncrementalAlterConfigsRequest {
  /** The resources. */
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[];
  /** Whether to check only and change nothing. */
  validateOnly: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface IncrementalAlterConfigsRequestAlterConfigsResource {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Settings. */
  configs: IncrementalAlterConfigsRequestAlterableConfig[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface IncrementalAlterConfigsRequestAlterableConfig {
  /** Name of the setting. */
  name: string;
  /** 0 set, 1 delete, 2 append, 3 subtract. */
  configOperation: number;
  /** Value of the setting; null for none. */
  value: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const incrementalAlterConfigsRequest: MessageCodec<IncrementalAlterConfigsRequest> = messageCodec<IncrementalAlterConfigsRequest>(
  {
    name: 'IncrementalAlterConfigsRequest',
    kind: 'request',
    apiKey: 44,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readIncrementalAlterConfigsRequest,
  writeIncrementalAlterConfigsRequest,
);

function readIncrementalAlterConfigsRequest(reader: Reader, version: number): Decoded<IncrementalAlterConfigsRequest> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources: Decoded<IncrementalAlterConfigsRequestAlterConfigsResource>[] = [];
    const resourcesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < resourcesLength; index++) resources.push(readIncrementalAlterConfigsRequestAlterConfigsResource(reader, version));
    index = -1;
    field = 'validateOnly';
    const validateOnly = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resources, validateOnly, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readIncrementalAlterConfigsRequestAlterConfigsResource(reader: Reader, version: number): Decoded<IncrementalAlterConfigsRequestAlterConfigsResource> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'configs';
    const configs: Decoded<IncrementalAlterConfigsRequestAlterableConfig>[] = [];
    const configsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < configsLength; index++) configs.push(readIncrementalAlterConfigsRequestAlterableConfig(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceType, resourceName, configs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readIncrementalAlterConfigsRequestAlterableConfig(reader: Reader, version: number): Decoded<IncrementalAlterConfigsRequestAlterableConfig> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'configOperation';
    const configOperation = reader.readInt8();
    field = 'value';
    const value = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, configOperation, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeIncrementalAlterConfigsRequest(writer: Writer, message: IncrementalAlterConfigsRequest, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources = message.resources;
    if (flexible) writer.writeUnsignedVarint(resources.length + 1); else writer.writeInt32(resources.length);
    for (index = 0; index < resources.length; index++) {
      const resourcesItem = resources[index];
      if (resourcesItem === undefined) throw unexpectedNull(version);
      writeIncrementalAlterConfigsRequestAlterConfigsResource(writer, resourcesItem, version);
    }
    index = -1;
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

function writeIncrementalAlterConfigsRequestAlterConfigsResource(writer: Writer, message: IncrementalAlterConfigsRequestAlterConfigsResource, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    if (flexible) writer.writeCompactString(resourceName); else writer.writeString(resourceName);
    field = 'configs';
    const configs = message.configs;
    if (flexible) writer.writeUnsignedVarint(configs.length + 1); else writer.writeInt32(configs.length);
    for (index = 0; index < configs.length; index++) {
      const configsItem = configs[index];
      if (configsItem === undefined) throw unexpectedNull(version);
      writeIncrementalAlterConfigsRequestAlterableConfig(writer, configsItem, version);
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

function writeIncrementalAlterConfigsRequestAlterableConfig(writer: Writer, message: IncrementalAlterConfigsRequestAlterableConfig, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'configOperation';
    const configOperation = message.configOperation;
    writer.writeInt8(configOperation);
    field = 'value';
    const value = message.value;
    if (flexible) writer.writeCompactNullableString(value); else writer.writeNullableString(value);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** IncrementalAlterConfigsResponse, versions 0-1. */
export interface IncrementalAlterConfigsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One answer per topic or resource. */
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const incrementalAlterConfigsResponse: MessageCodec<IncrementalAlterConfigsResponse> = messageCodec<IncrementalAlterConfigsResponse>(
  {
    name: 'IncrementalAlterConfigsResponse',
    kind: 'response',
    apiKey: 44,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readIncrementalAlterConfigsResponse,
  writeIncrementalAlterConfigsResponse,
);

function readIncrementalAlterConfigsResponse(reader: Reader, version: number): Decoded<IncrementalAlterConfigsResponse> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'responses';
    const responses: Decoded<IncrementalAlterConfigsResponseAlterConfigsResourceResponse>[] = [];
    const responsesLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < responsesLength; index++) responses.push(readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(reader: Reader, version: number): Decoded<IncrementalAlterConfigsResponseAlterConfigsResourceResponse> {
  const flexible = version >= 1;
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
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, resourceType, resourceName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeIncrementalAlterConfigsResponse(writer: Writer, message: IncrementalAlterConfigsResponse, version: number): void {
  const flexible = version >= 1;
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
      writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(writer, responsesItem, version);
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

function writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(writer: Writer, message: IncrementalAlterConfigsResponseAlterConfigsResourceResponse, version: number): void {
  const flexible = version >= 1;
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
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
