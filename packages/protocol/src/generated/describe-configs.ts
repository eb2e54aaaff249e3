// Generated from definitions/describe-configs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeConfigsRequest, versions 1-4. */
export interface DescribeConfigsRequest {
  /** The resources. */
  resources: DescribeConfigsRequestDescribeConfigsResource[];
  /** Whether to tell where else the value may come from. Default false. */
  includeSynonyms?: boolean | undefined;
  /** Whether to tell what the settings do. Versions 3+. Default false. */
  includeDocumentation?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeConfigsRequestDescribeConfigsResource {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Names of the settings asked for; null for all. */
  configurationKeys: string[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeConfigsRequest: MessageCodec<DescribeConfigsRequest> = messageCodec<DescribeConfigsRequest>(
  {
    name: 'DescribeConfigsRequest',
    kind: 'request',
    apiKey: 32,
    minVersion: 1,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readDescribeConfigsRequest,
  writeDescribeConfigsRequest,
);

function readDescribeConfigsRequest(reader: Reader, version: number): Decoded<DescribeConfigsRequest> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources: Decoded<DescribeConfigsRequestDescribeConfigsResource>[] = [];
    const resourcesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < resourcesLength; index++) resources.push(readDescribeConfigsRequestDescribeConfigsResource(reader, version));
    index = -1;
    field = 'includeSynonyms';
    const includeSynonyms = reader.readBoolean();
    let includeDocumentation: boolean = false;
    if (version >= 3) {
      field = 'includeDocumentation';
      includeDocumentation = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resources, includeSynonyms, includeDocumentation, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeConfigsRequestDescribeConfigsResource(reader: Reader, version: number): Decoded<DescribeConfigsRequestDescribeConfigsResource> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'configurationKeys';
    let configurationKeys: string[] | null;
    const configurationKeysLength = flexible ? reader.readCompactNullableArrayLength(1) : reader.readNullableArrayLength(1);
    const configurationKeysList: string[] = [];
    for (index = 0; index < configurationKeysLength; index++) configurationKeysList.push(flexible ? reader.readCompactString() : reader.readString());
    index = -1;
    configurationKeys = configurationKeysLength < 0 ? null : configurationKeysList;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { resourceType, resourceName, configurationKeys, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeConfigsRequest(writer: Writer, message: DescribeConfigsRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'resources';
    const resources = message.resources;
    if (flexible) writer.writeUnsignedVarint(resources.length + 1); else writer.writeInt32(resources.length);
    for (index = 0; index < resources.length; index++) {
      const resourcesItem = resources[index];
      if (resourcesItem === undefined) throw unexpectedNull(version);
      writeDescribeConfigsRequestDescribeConfigsResource(writer, resourcesItem, version);
    }
    index = -1;
    field = 'includeSynonyms';
    const includeSynonyms = message.includeSynonyms === undefined ? false : message.includeSynonyms;
    writer.writeBoolean(includeSynonyms);
    field = 'includeDocumentation';
    const includeDocumentation = message.includeDocumentation === undefined ? false : message.includeDocumentation;
    if (version >= 3) {
      writer.writeBoolean(includeDocumentation);
    } else if (includeDocumentation !== false) {
      throw unsupportedField(version);
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

function writeDescribeConfigsRequestDescribeConfigsResource(writer: Writer, message: DescribeConfigsRequestDescribeConfigsResource, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    if (flexible) writer.writeCompactString(resourceName); else writer.writeString(resourceName);
    field = 'configurationKeys';
    const configurationKeys = message.configurationKeys;
    if (configurationKeys === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(configurationKeys.length + 1); else writer.writeInt32(configurationKeys.length);
      for (index = 0; index < configurationKeys.length; index++) {
        const configurationKeysItem = configurationKeys[index];
        if (configurationKeysItem === undefined) throw unexpectedNull(version);
        if (flexible) writer.writeCompactString(configurationKeysItem); else writer.writeString(configurationKeysItem);
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

/** DescribeConfigsResponse, versions 1-4. */
export interface DescribeConfigsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: DescribeConfigsResponseDescribeConfigsResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeConfigsResponseDescribeConfigsResult {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Settings. */
  configs: DescribeConfigsResponseDescribeConfigsResourceResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeConfigsResponseDescribeConfigsResourceResult {
  /** Name of the setting. */
  name: string;
  /** Value of the setting; null when secret. */
  value: string | null;
  /** Whether the setting cannot be changed. */
  readOnly: boolean;
  /** Where the value comes from. Default -1. */
  configSource?: number | undefined;
  /** Whether the value is secret, and so not told. */
  isSensitive: boolean;
  /** Where else the value may come from, strongest first. */
  synonyms: DescribeConfigsResponseDescribeConfigsSynonym[];
  /** Type of the setting's value. Versions 3+. Default 0. */
  configType?: number | undefined;
  /** What the setting does; null when not asked for. Versions 3+. */
  documentation?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeConfigsResponseDescribeConfigsSynonym {
  /** Name of the setting. */
  name: string;
  /** Value of the setting. */
  value: string | null;
  /** Where the value comes from. */
  source: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeConfigsResponse: MessageCodec<DescribeConfigsResponse> = messageCodec<DescribeConfigsResponse>(
  {
    name: 'DescribeConfigsResponse',
    kind: 'response',
    apiKey: 32,
    minVersion: 1,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readDescribeConfigsResponse,
  writeDescribeConfigsResponse,
);

function readDescribeConfigsResponse(reader: Reader, version: number): Decoded<DescribeConfigsResponse> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<DescribeConfigsResponseDescribeConfigsResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(7) : reader.readArrayLength(7);
    for (index = 0; index < resultsLength; index++) results.push(readDescribeConfigsResponseDescribeConfigsResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeConfigsResponseDescribeConfigsResult(reader: Reader, version: number): Decoded<DescribeConfigsResponseDescribeConfigsResult> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = flexible ? reader.readCompactString() : reader.readString();
    field = 'configs';
    const configs: Decoded<DescribeConfigsResponseDescribeConfigsResourceResult>[] = [];
    const configsLength = flexible ? reader.readCompactArrayLength(9) : reader.readArrayLength(9);
    for (index = 0; index < configsLength; index++) configs.push(readDescribeConfigsResponseDescribeConfigsResourceResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, resourceType, resourceName, configs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeConfigsResponseDescribeConfigsResourceResult(reader: Reader, version: number): Decoded<DescribeConfigsResponseDescribeConfigsResourceResult> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'readOnly';
    const readOnly = reader.readBoolean();
    field = 'configSource';
    const configSource = reader.readInt8();
    field = 'isSensitive';
    const isSensitive = reader.readBoolean();
    field = 'synonyms';
    const synonyms: Decoded<DescribeConfigsResponseDescribeConfigsSynonym>[] = [];
    const synonymsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < synonymsLength; index++) synonyms.push(readDescribeConfigsResponseDescribeConfigsSynonym(reader, version));
    index = -1;
    let configType: number = 0;
    if (version >= 3) {
      field = 'configType';
      configType = reader.readInt8();
    }
    let documentation: string | null = '';
    if (version >= 3) {
      field = 'documentation';
      documentation = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, value, readOnly, configSource, isSensitive, synonyms, configType, documentation, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeConfigsResponseDescribeConfigsSynonym(reader: Reader, version: number): Decoded<DescribeConfigsResponseDescribeConfigsSynonym> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'source';
    const source = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, value, source, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeConfigsResponse(writer: Writer, message: DescribeConfigsResponse, version: number): void {
  const flexible = version >= 4;
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
      writeDescribeConfigsResponseDescribeConfigsResult(writer, resultsItem, version);
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

function writeDescribeConfigsResponseDescribeConfigsResult(writer: Writer, message: DescribeConfigsResponseDescribeConfigsResult, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
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
    field = 'configs';
    const configs = message.configs;
    if (flexible) writer.writeUnsignedVarint(configs.length + 1); else writer.writeInt32(configs.length);
    for (index = 0; index < configs.length; index++) {
      const configsItem = configs[index];
      if (configsItem === undefined) throw unexpectedNull(version);
      writeDescribeConfigsResponseDescribeConfigsResourceResult(writer, configsItem, version);
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

function writeDescribeConfigsResponseDescribeConfigsResourceResult(writer: Writer, message: DescribeConfigsResponseDescribeConfigsResourceResult, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'value';
    const value = message.value;
    if (flexible) writer.writeCompactNullableString(value); else writer.writeNullableString(value);
    field = 'readOnly';
    const readOnly = message.readOnly;
    writer.writeBoolean(readOnly);
    field = 'configSource';
    const configSource = message.configSource === undefined ? -1 : message.configSource;
    writer.writeInt8(configSource);
    field = 'isSensitive';
    const isSensitive = message.isSensitive;
    writer.writeBoolean(isSensitive);
    field = 'synonyms';
    const synonyms = message.synonyms;
    if (flexible) writer.writeUnsignedVarint(synonyms.length + 1); else writer.writeInt32(synonyms.length);
    for (index = 0; index < synonyms.length; index++) {
      const synonymsItem = synonyms[index];
      if (synonymsItem === undefined) throw unexpectedNull(version);
      writeDescribeConfigsResponseDescribeConfigsSynonym(writer, synonymsItem, version);
    }
    index = -1;
    if (version >= 3) {
      field = 'configType';
      const configType = message.configType === undefined ? 0 : message.configType;
      writer.writeInt8(configType);
    }
    if (version >= 3) {
      field = 'documentation';
      const documentation = message.documentation === undefined ? '' : message.documentation;
      if (flexible) writer.writeCompactNullableString(documentation); else writer.writeNullableString(documentation);
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

function writeDescribeConfigsResponseDescribeConfigsSynonym(writer: Writer, message: DescribeConfigsResponseDescribeConfigsSynonym, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'value';
    const value = message.value;
    if (flexible) writer.writeCompactNullableString(value); else writer.writeNullableString(value);
    field = 'source';
    const source = message.source;
    writer.writeInt8(source);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
