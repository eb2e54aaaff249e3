// Generated from definitions/alter-client-quotas.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterClientQuotasRequest, versions 0-1. */
export interface AlterClientQuotasRequest {
  /** One entry per entity. */
  entries: AlterClientQuotasRequestEntryData[];
  /** Whether to check only and change nothing. */
  validateOnly: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterClientQuotasRequestEntryData {
  /** Parts of the entity the quota is for. */
  entity: AlterClientQuotasRequestEntityData[];
  /** Quota values to set or remove. */
  ops: AlterClientQuotasRequestOpData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterClientQuotasRequestOpData {
  /** Name of the quota. */
  key: string;
  /** Value of the quota. */
  value: number;
  /** Whether to remove the quota value. */
  remove: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterClientQuotasRequestEntityData {
  /** Kind of the entity: user, client-id or ip. */
  entityType: string;
  /** Name of the entity; null for the default. */
  entityName: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterClientQuotasRequest: MessageCodec<AlterClientQuotasRequest> = messageCodec<AlterClientQuotasRequest>(
  {
    name: 'AlterClientQuotasRequest',
    kind: 'request',
    apiKey: 49,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readAlterClientQuotasRequest,
  writeAlterClientQuotasRequest,
);

function readAlterClientQuotasRequest(reader: Reader, version: number): Decoded<AlterClientQuotasRequest> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'entries';
    const entries: Decoded<AlterClientQuotasRequestEntryData>[] = [];
    const entriesLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < entriesLength; index++) entries.push(readAlterClientQuotasRequestEntryData(reader, version));
    index = -1;
    field = 'validateOnly';
    const validateOnly = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { entries, validateOnly, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterClientQuotasRequestEntryData(reader: Reader, version: number): Decoded<AlterClientQuotasRequestEntryData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'entity';
    const entity: Decoded<AlterClientQuotasRequestEntityData>[] = [];
    const entityLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < entityLength; index++) entity.push(readAlterClientQuotasRequestEntityData(reader, version));
    index = -1;
    field = 'ops';
    const ops: Decoded<AlterClientQuotasRequestOpData>[] = [];
    const opsLength = flexible ? reader.readCompactArrayLength(11) : reader.readArrayLength(11);
    for (index = 0; index < opsLength; index++) ops.push(readAlterClientQuotasRequestOpData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { entity, ops, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterClientQuotasRequestOpData(reader: Reader, version: number): Decoded<AlterClientQuotasRequestOpData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'key';
    const key = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = reader.readFloat64();
    field = 'remove';
    const remove = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { key, value, remove, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readAlterClientQuotasRequestEntityData(reader: Reader, version: number): Decoded<AlterClientQuotasRequestEntityData> {
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

function writeAlterClientQuotasRequest(writer: Writer, message: AlterClientQuotasRequest, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'entries';
    const entries = message.entries;
    if (flexible) writer.writeUnsignedVarint(entries.length + 1); else writer.writeInt32(entries.length);
    for (index = 0; index < entries.length; index++) {
      const entriesItem = entries[index];
      if (entriesItem === undefined) throw unexpectedNull(version);
      writeAlterClientQuotasRequestEntryData(writer, entriesItem, version);
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

function writeAlterClientQuotasRequestEntryData(writer: Writer, message: AlterClientQuotasRequestEntryData, version: number): void {
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
      writeAlterClientQuotasRequestEntityData(writer, entityItem, version);
    }
    index = -1;
    field = 'ops';
    const ops = message.ops;
    if (flexible) writer.writeUnsignedVarint(ops.length + 1); else writer.writeInt32(ops.length);
    for (index = 0; index < ops.length; index++) {
      const opsItem = ops[index];
      if (opsItem === undefined) throw unexpectedNull(version);
      writeAlterClientQuotasRequestOpData(writer, opsItem, version);
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

function writeAlterClientQuotasRequestOpData(writer: Writer, message: AlterClientQuotasRequestOpData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'key';
    const key = message.key;
    if (flexible) writer.writeCompactString(key); else writer.writeString(key);
    field = 'value';
    const value = message.value;
    writer.writeFloat64(value);
    field = 'remove';
    const remove = message.remove;
    writer.writeBoolean(remove);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterClientQuotasRequestEntityData(writer: Writer, message: AlterClientQuotasRequestEntityData, version: number): void {
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

/** AlterClientQuotasResponse, versions 0-1. */
export interface AlterClientQuotasResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One entry per entity. */
  entries: AlterClientQuotasResponseEntryData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterClientQuotasResponseEntryData {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Parts of the entity the quota is for. */
  entity: AlterClientQuotasResponseEntityData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterClientQuotasResponseEntityData {
  /** Kind of the entity: user, client-id or ip. */
  entityType: string;
  /** Name of the entity; null for the default. */
  entityName: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterClientQuotasResponse: MessageCodec<AlterClientQuotasResponse> = messageCodec<AlterClientQuotasResponse>(
  {
    name: 'AlterClientQuotasResponse',
    kind: 'response',
    apiKey: 49,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readAlterClientQuotasResponse,
  writeAlterClientQuotasResponse,
);

function readAlterClientQuotasResponse(reader: Reader, version: number): Decoded<AlterClientQuotasResponse> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'entries';
    const entries: Decoded<AlterClientQuotasResponseEntryData>[] = [];
    const entriesLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < entriesLength; index++) entries.push(readAlterClientQuotasResponseEntryData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, entries, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterClientQuotasResponseEntryData(reader: Reader, version: number): Decoded<AlterClientQuotasResponseEntryData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'entity';
    const entity: Decoded<AlterClientQuotasResponseEntityData>[] = [];
    const entityLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < entityLength; index++) entity.push(readAlterClientQuotasResponseEntityData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, entity, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterClientQuotasResponseEntityData(reader: Reader, version: number): Decoded<AlterClientQuotasResponseEntityData> {
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

function writeAlterClientQuotasResponse(writer: Writer, message: AlterClientQuotasResponse, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'entries';
    const entries = message.entries;
    if (flexible) writer.writeUnsignedVarint(entries.length + 1); else writer.writeInt32(entries.length);
    for (index = 0; index < entries.length; index++) {
      const entriesItem = entries[index];
      if (entriesItem === undefined) throw unexpectedNull(version);
      writeAlterClientQuotasResponseEntryData(writer, entriesItem, version);
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

function writeAlterClientQuotasResponseEntryData(writer: Writer, message: AlterClientQuotasResponseEntryData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'entity';
    const entity = message.entity;
    if (flexible) writer.writeUnsignedVarint(entity.length + 1); else writer.writeInt32(entity.length);
    for (index = 0; index < entity.length; index++) {
      const entityItem = entity[index];
      if (entityItem === undefined) throw unexpectedNull(version);
      writeAlterClientQuotasResponseEntityData(writer, entityItem, version);
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

function writeAlterClientQuotasResponseEntityData(writer: Writer, message: AlterClientQuotasResponseEntityData, version: number): void {
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
