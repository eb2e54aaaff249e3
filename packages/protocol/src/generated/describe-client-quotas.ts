// Generated from definitions/describe-client-quotas.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeClientQuotasRequest, versions 0-1. */
export interface DescribeClientQuotasRequest {
  /** What the entity must match, one entry per type. */
  components: DescribeClientQuotasRequestComponentData[];
  /** Whether entities with further parts are left out. */
  strict: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeClientQuotasRequestComponentData {
  /** Kind of the entity: user, client-id or ip. */
  entityType: string;
  /** 0 exact name, 1 default, 2 any name given. */
  matchType: number;
  /** Name to match; null for any. */
  match: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeClientQuotasRequest: MessageCodec<DescribeClientQuotasRequest> = messageCodec<DescribeClientQuotasRequest>(
  {
    name: 'DescribeClientQuotasRequest',
    kind: 'request',
    apiKey: 48,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readDescribeClientQuotasRequest,
  writeDescribeClientQuotasRequest,
);

function readDescribeClientQuotasRequest(reader: Reader, version: number): Decoded<DescribeClientQuotasRequest> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'components';
    const components: Decoded<DescribeClientQuotasRequestComponentData>[] = [];
    const componentsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < componentsLength; index++) components.push(readDescribeClientQuotasRequestComponentData(reader, version));
    index = -1;
    field = 'strict';
    const strict = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { components, strict, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeClientQuotasRequestComponentData(reader: Reader, version: number): Decoded<DescribeClientQuotasRequestComponentData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'entityType';
    const entityType = flexible ? reader.readCompactString() : reader.readString();
    field = 'matchType';
    const matchType = reader.readInt8();
    field = 'match';
    const match = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { entityType, matchType, match, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeClientQuotasRequest(writer: Writer, message: DescribeClientQuotasRequest, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'components';
    const components = message.components;
    if (flexible) writer.writeUnsignedVarint(components.length + 1); else writer.writeInt32(components.length);
    for (index = 0; index < components.length; index++) {
      const componentsItem = components[index];
      if (componentsItem === undefined) throw unexpectedNull(version);
      writeDescribeClientQuotasRequestComponentData(writer, componentsItem, version);
    }
    index = -1;
    field = 'strict';
    const strict = message.strict;
    writer.writeBoolean(strict);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeClientQuotasRequestComponentData(writer: Writer, message: DescribeClientQuotasRequestComponentData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'entityType';
    const entityType = message.entityType;
    if (flexible) writer.writeCompactString(entityType); else writer.writeString(entityType);
    field = 'matchType';
    const matchType = message.matchType;
    writer.writeInt8(matchType);
    field = 'match';
    const match = message.match;
    if (flexible) writer.writeCompactNullableString(match); else writer.writeNullableString(match);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DescribeClientQuotasResponse, versions 0-1. */
export interface DescribeClientQuotasResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** One entry per entity. */
  entries: DescribeClientQuotasResponseEntryData[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeClientQuotasResponseEntryData {
  /** Parts of the entity the quota is for. */
  entity: DescribeClientQuotasResponseEntityData[];
  /** Quota values of the entity. */
  values: DescribeClientQuotasResponseValueData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeClientQuotasResponseValueData {
  /** Name of the quota. */
  key: string;
  /** Value of the quota. */
  value: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeClientQuotasResponseEntityData {
  /** Kind of the entity: user, client-id or ip. */
  entityType: string;
  /** Name of the entity; null for the default. */
  entityName: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeClientQuotasResponse: MessageCodec<DescribeClientQuotasResponse> = messageCodec<DescribeClientQuotasResponse>(
  {
    name: 'DescribeClientQuotasResponse',
    kind: 'response',
    apiKey: 48,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readDescribeClientQuotasResponse,
  writeDescribeClientQuotasResponse,
);

function readDescribeClientQuotasResponse(reader: Reader, version: number): Decoded<DescribeClientQuotasResponse> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'entries';
    let entries: Decoded<DescribeClientQuotasResponseEntryData>[] | null;
    const entriesLength = flexible ? reader.readCompactNullableArrayLength(3) : reader.readNullableArrayLength(3);
    const entriesList: Decoded<DescribeClientQuotasResponseEntryData>[] = [];
    for (index = 0; index < entriesLength; index++) entriesList.push(readDescribeClientQuotasResponseEntryData(reader, version));
    index = -1;
    entries = entriesLength < 0 ? null : entriesList;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, errorMessage, entries, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeClientQuotasResponseEntryData(reader: Reader, version: number): Decoded<DescribeClientQuotasResponseEntryData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'entity';
    const entity: Decoded<DescribeClientQuotasResponseEntityData>[] = [];
    const entityLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < entityLength; index++) entity.push(readDescribeClientQuotasResponseEntityData(reader, version));
    index = -1;
    field = 'values';
    const values: Decoded<DescribeClientQuotasResponseValueData>[] = [];
    const valuesLength = flexible ? reader.readCompactArrayLength(10) : reader.readArrayLength(10);
    for (index = 0; index < valuesLength; index++) values.push(readDescribeClientQuotasResponseValueData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { entity, values, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeClientQuotasResponseValueData(reader: Reader, version: number): Decoded<DescribeClientQuotasResponseValueData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'key';
    const key = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = reader.readFloat64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { key, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readDescribeClientQuotasResponseEntityData(reader: Reader, version: number): Decoded<DescribeClientQuotasResponseEntityData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'entityType';
    const entityType = flexible ? reader.readCompactString() : reader.readString();
    field = 'entityName';
    const entityName = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { entityType, entityName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeClientQuotasResponse(writer: Writer, message: DescribeClientQuotasResponse, version: number): void {
  const flexible = version >= 1;
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
    field = 'entries';
    const entries = message.entries;
    if (entries === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(entries.length + 1); else writer.writeInt32(entries.length);
      for (index = 0; index < entries.length; index++) {
        const entriesItem = entries[index];
        if (entriesItem === undefined) throw unexpectedNull(version);
        writeDescribeClientQuotasResponseEntryData(writer, entriesItem, version);
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

function writeDescribeClientQuotasResponseEntryData(writer: Writer, message: DescribeClientQuotasResponseEntryData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'entity';
    const entity = message.entity;
    if (flexible) writer.writeUnsignedVarint(entity.length + 1); else writer.writeInt32(entity.length);
    for (index = 0; index < entity.length; index++) {
      const entityItem = entity[index];
      if (entityItem === undefined) throw unexpectedNull(version);
      writeDescribeClientQuotasResponseEntityData(writer, entityItem, version);
    }
    index = -1;
    field = 'values';
    const values = message.values;
    if (flexible) writer.writeUnsignedVarint(values.length + 1); else writer.writeInt32(values.length);
    for (index = 0; index < values.length; index++) {
      const valuesItem = values[index];
      if (valuesItem === undefined) throw unexpectedNull(version);
      writeDescribeClientQuotasResponseValueData(writer, valuesItem, version);
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

function writeDescribeClientQuotasResponseValueData(writer: Writer, message: DescribeClientQuotasResponseValueData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'key';
    const key = message.key;
    if (flexible) writer.writeCompactString(key); else writer.writeString(key);
    field = 'value';
    const value = message.value;
    writer.writeFloat64(value);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeClientQuotasResponseEntityData(writer: Writer, message: DescribeClientQuotasResponseEntityData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'entityType';
    const entityType = message.entityType;
    if (flexible) writer.writeCompactString(entityType); else writer.writeString(entityType);
    field = 'entityName';
    const entityName = message.entityName;
    if (flexible) writer.writeCompactNullableString(entityName); else writer.writeNullableString(entityName);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
