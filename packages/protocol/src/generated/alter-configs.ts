// Generated from definitions/alter-configs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterConfigsRequest, versions 0-2. */
export interface AlterConfigsRequest {
  /** The resources. */
  resources: AlterConfigsRequestAlterConfigsResource[];
  /** Whether to check only and change nothing. */
  validateOnly: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterConfigsRequestAlterConfigsResource {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Settings. */
  configs: AlterConfigsRequestAlterableConfig[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterConfigsRequestAlterableConfig {
  /** Name of the setting. */
  name: string;
  /** Value of the setting; null for none. */
  value: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterConfigsRequest: MessageCodec<AlterConfigsRequest> = messageCodec<AlterConfigsRequest>(
  {
    name: 'AlterConfigsRequest',
    kind: 'request',
    apiKey: 33,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readAlterConfigsRequest,
  writeAlterConfigsRequest,
);

function readAlterConfigsRequest(reader: Reader, version: number): Decoded<AlterConfigsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources: Decoded<AlterConfigsRequestAlterConfigsResource>[] = [];
    const resourcesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < resourcesLength; index++) resources.push(readAlterConfigsRequestAlterConfigsResource(reader, version));
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

function readAlterConfigsRequestAlterConfigsResource(reader: Reader, version: number): Decoded<AlterConfigsRequestAlterConfigsResource> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'configs';
    const configs: Decoded<AlterConfigsRequestAlterableConfig>[] = [];
    const configsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < configsLength; index++) configs.push(readAlterConfigsRequestAlterableConfig(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceType, resourceName, configs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterConfigsRequestAlterableConfig(reader: Reader, version: number): Decoded<AlterConfigsRequestAlterableConfig> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterConfigsRequest(writer: Writer, message: AlterConfigsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources = message.resources;
    if (flexible) writer.writeUnsignedVarint(resources.length + 1); else writer.writeInt32(resources.length);
    for (index = 0; index < resources.length; index++) {
      const resourcesItem = resources[index];
      if (resourcesItem === undefined) throw unexpectedNull(version);
      writeAlterConfigsRequestAlterConfigsResource(writer, resourcesItem, version);
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

function writeAlterConfigsRequestAlterConfigsResource(writer: Writer, message: AlterConfigsRequestAlterConfigsResource, version: number): void {
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
    field = 'configs';
    const configs = message.configs;
    if (flexible) writer.writeUnsignedVarint(configs.length + 1); else writer.writeInt32(configs.length);
    for (index = 0; index < configs.length; index++) {
      const configsItem = configs[index];
      if (configsItem === undefined) throw unexpectedNull(version);
      writeAlterConfigsRequestAlterableConfig(writer, configsItem, version);
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

function writeAlterConfigsRequestAlterableConfig(writer: Writer, message: AlterConfigsRequestAlterableConfig, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
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

/** AlterConfigsResponse, versions 0-2. */
export interface AlterConfigsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One answer per topic or resource. */
  responses: AlterConfigsResponseAlterConfigsResourceResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterConfigsResponseAlterConfigsResourceResponse {
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

export const alterConfigsResponse: MessageCodec<AlterConfigsResponse> = messageCodec<AlterConfigsResponse>(
  {
    name: 'AlterConfigsResponse',
    kind: 'response',
    apiKey: 33,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readAlterConfigsResponse,
  writeAlterConfigsResponse,
);

function readAlterConfigsResponse(reader: Reader, version: number): Decoded<AlterConfigsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'responses';
    const responses: Decoded<AlterConfigsResponseAlterConfigsResourceResponse>[] = [];
    const responsesLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < responsesLength; index++) responses.push(readAlterConfigsResponseAlterConfigsResourceResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, responses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterConfigsResponseAlterConfigsResourceResponse(reader: Reader, version: number): Decoded<AlterConfigsResponseAlterConfigsResourceResponse> {
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
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, resourceType, resourceName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterConfigsResponse(writer: Writer, message: AlterConfigsResponse, version: number): void {
  const flexible = version >= 2;
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
      writeAlterConfigsResponseAlterConfigsResourceResponse(writer, responsesItem, version);
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

function writeAlterConfigsResponseAlterConfigsResourceResponse(writer: Writer, message: AlterConfigsResponseAlterConfigsResourceResponse, version: number): void {
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
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
