// Generated from definitions/find-coordinator.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** FindCoordinatorRequest, versions 0-6. */
export interface FindCoordinatorRequest {
  /** Group, transactional id or share key to look up. Versions 0-3. */
  key?: string | undefined;
  /** 0 group, 1 transaction, 2 share. Versions 1+. Default 0. */
  keyType?: number | undefined;
  /** Groups, transactional ids or share keys to look up. Versions 4+. */
  coordinatorKeys?: string[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const findCoordinatorRequest: MessageCodec<FindCoordinatorRequest> = messageCodec<FindCoordinatorRequest>(
  {
    name: 'FindCoordinatorRequest',
    kind: 'request',
    apiKey: 10,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 3,
  },
  readFindCoordinatorRequest,
  writeFindCoordinatorRequest,
);

function readFindCoordinatorRequest(reader: Reader, version: number): Decoded<FindCoordinatorRequest> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    let key: string = '';
    if (version <= 3) {
      field = 'key';
      key = flexible ? reader.readCompactString() : reader.readString();
    }
    let keyType: number = 0;
    if (version >= 1) {
      field = 'keyType';
      keyType = reader.readInt8();
    }
    const coordinatorKeys: string[] = [];
    if (version >= 4) {
      field = 'coordinatorKeys';
      const coordinatorKeysLength = reader.readCompactArrayLength(1);
      for (index = 0; index < coordinatorKeysLength; index++) coordinatorKeys.push(reader.readCompactString());
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { key, keyType, coordinatorKeys, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFindCoordinatorRequest(writer: Writer, message: FindCoordinatorRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'key';
    const key = message.key === undefined ? '' : message.key;
    if (version <= 3) {
      if (flexible) writer.writeCompactString(key); else writer.writeString(key);
    } else if (key !== '') {
      throw unsupportedField(version);
    }
    field = 'keyType';
    const keyType = message.keyType === undefined ? 0 : message.keyType;
    if (version >= 1) {
      writer.writeInt8(keyType);
    } else if (keyType !== 0) {
      throw unsupportedField(version);
    }
    field = 'coordinatorKeys';
    const coordinatorKeys = message.coordinatorKeys === undefined ? [] : message.coordinatorKeys;
    if (version >= 4) {
      writer.writeUnsignedVarint(coordinatorKeys.length + 1);
      for (index = 0; index < coordinatorKeys.length; index++) {
        const coordinatorKeysItem = coordinatorKeys[index];
        if (coordinatorKeysItem === undefined) throw unexpectedNull(version);
        writer.writeCompactString(coordinatorKeysItem);
      }
      index = -1;
    } else if (coordinatorKeys.length !== 0) {
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

/** FindCoordinatorResponse, versions 0-6. */
export interface FindCoordinatorResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. Versions 0-3. */
  errorCode?: number | undefined;
  /** The error in words; null for none. Versions 1-3. */
  errorMessage?: string | null | undefined;
  /** Id of the node. Versions 0-3. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 0-3. */
  host?: string | undefined;
  /** TCP port. Versions 0-3. */
  port?: number | undefined;
  /** One answer per key. Versions 4+. */
  coordinators?: FindCoordinatorResponseCoordinator[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FindCoordinatorResponseCoordinator {
  /** The key that was asked for. Versions 4+. */
  key?: string | undefined;
  /** Id of the coordinator's node. Versions 4+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 4+. */
  host?: string | undefined;
  /** TCP port. Versions 4+. */
  port?: number | undefined;
  /** Error code, 0 for none. Versions 4+. */
  errorCode?: number | undefined;
  /** The error in words; null for none. Versions 4+. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const findCoordinatorResponse: MessageCodec<FindCoordinatorResponse> = messageCodec<FindCoordinatorResponse>(
  {
    name: 'FindCoordinatorResponse',
    kind: 'response',
    apiKey: 10,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 3,
  },
  readFindCoordinatorResponse,
  writeFindCoordinatorResponse,
);

function readFindCoordinatorResponse(reader: Reader, version: number): Decoded<FindCoordinatorResponse> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 1) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    let errorCode: number = 0;
    if (version <= 3) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    let errorMessage: string | null = '';
    if (version >= 1 && version <= 3) {
      field = 'errorMessage';
      errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    let nodeId: number = 0;
    if (version <= 3) {
      field = 'nodeId';
      nodeId = reader.readInt32();
    }
    let host: string = '';
    if (version <= 3) {
      field = 'host';
      host = flexible ? reader.readCompactString() : reader.readString();
    }
    let port: number = 0;
    if (version <= 3) {
      field = 'port';
      port = reader.readInt32();
    }
    const coordinators: Decoded<FindCoordinatorResponseCoordinator>[] = [];
    if (version >= 4) {
      field = 'coordinators';
      const coordinatorsLength = reader.readCompactArrayLength(14);
      for (index = 0; index < coordinatorsLength; index++) coordinators.push(readFindCoordinatorResponseCoordinator(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, errorMessage, nodeId, host, port, coordinators, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFindCoordinatorResponseCoordinator(reader: Reader, _version: number): Decoded<FindCoordinatorResponseCoordinator> {
  let field = '';
  try {
    field = 'key';
    const key = reader.readCompactString();
    field = 'nodeId';
    const nodeId = reader.readInt32();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { key, nodeId, host, port, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFindCoordinatorResponse(writer: Writer, message: FindCoordinatorResponse, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    if (version >= 1) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
    if (version <= 3) {
      writer.writeInt16(errorCode);
    } else if (errorCode !== 0) {
      throw unsupportedField(version);
    }
    if (version >= 1 && version <= 3) {
      field = 'errorMessage';
      const errorMessage = message.errorMessage === undefined ? '' : message.errorMessage;
      if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    }
    field = 'nodeId';
    const nodeId = message.nodeId === undefined ? 0 : message.nodeId;
    if (version <= 3) {
      writer.writeInt32(nodeId);
    } else if (nodeId !== 0) {
      throw unsupportedField(version);
    }
    field = 'host';
    const host = message.host === undefined ? '' : message.host;
    if (version <= 3) {
      if (flexible) writer.writeCompactString(host); else writer.writeString(host);
    } else if (host !== '') {
      throw unsupportedField(version);
    }
    field = 'port';
    const port = message.port === undefined ? 0 : message.port;
    if (version <= 3) {
      writer.writeInt32(port);
    } else if (port !== 0) {
      throw unsupportedField(version);
    }
    field = 'coordinators';
    const coordinators = message.coordinators === undefined ? [] : message.coordinators;
    if (version >= 4) {
      writer.writeUnsignedVarint(coordinators.length + 1);
      for (index = 0; index < coordinators.length; index++) {
        const coordinatorsItem = coordinators[index];
        if (coordinatorsItem === undefined) throw unexpectedNull(version);
        writeFindCoordinatorResponseCoordinator(writer, coordinatorsItem, version);
      }
      index = -1;
    } else if (coordinators.length !== 0) {
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

function writeFindCoordinatorResponseCoordinator(writer: Writer, message: FindCoordinatorResponseCoordinator, _version: number): void {
  let field = '';
  try {
    field = 'key';
    const key = message.key === undefined ? '' : message.key;
    writer.writeCompactString(key);
    field = 'nodeId';
    const nodeId = message.nodeId === undefined ? 0 : message.nodeId;
    writer.writeInt32(nodeId);
    field = 'host';
    const host = message.host === undefined ? '' : message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port === undefined ? 0 : message.port;
    writer.writeInt32(port);
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? '' : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
