// Generated from definitions/add-raft-voter.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AddRaftVoterRequest, versions 0-1. */
export interface AddRaftVoterRequest {
  /** Id of the cluster. */
  clusterId: string | null;
  /** How long the server may take. */
  timeoutMs: number;
  /** Id of the voter. */
  voterId: number;
  /** Directory id of the voter. */
  voterDirectoryId: string;
  /** Where the node can be reached. */
  listeners: AddRaftVoterRequestListener[];
  /** Whether to answer only once the new voter set is committed. Versions 1+. Default true. */
  ackWhenCommitted?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddRaftVoterRequestListener {
  /** Name of the listener. */
  name: string;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addRaftVoterRequest: MessageCodec<AddRaftVoterRequest> = messageCodec<AddRaftVoterRequest>(
  {
    name: 'AddRaftVoterRequest',
    kind: 'request',
    apiKey: 80,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readAddRaftVoterRequest,
  writeAddRaftVoterRequest,
);

function readAddRaftVoterRequest(reader: Reader, version: number): Decoded<AddRaftVoterRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = reader.readCompactNullableString();
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'voterId';
    const voterId = reader.readInt32();
    field = 'voterDirectoryId';
    const voterDirectoryId = reader.readUuid();
    field = 'listeners';
    const listeners: Decoded<AddRaftVoterRequestListener>[] = [];
    const listenersLength = reader.readCompactArrayLength(5);
    for (index = 0; index < listenersLength; index++) listeners.push(readAddRaftVoterRequestListener(reader, version));
    index = -1;
    let ackWhenCommitted: boolean = true;
    if (version === 1) {
      field = 'ackWhenCommitted';
      ackWhenCommitted = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAddRaftVoterRequestListener(reader: Reader, _version: number): Decoded<AddRaftVoterRequestListener> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAddRaftVoterRequest(writer: Writer, message: AddRaftVoterRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId;
    writer.writeCompactNullableString(clusterId);
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'voterId';
    const voterId = message.voterId;
    writer.writeInt32(voterId);
    field = 'voterDirectoryId';
    const voterDirectoryId = message.voterDirectoryId;
    writer.writeUuid(voterDirectoryId);
    field = 'listeners';
    const listeners = message.listeners;
    writer.writeUnsignedVarint(listeners.length + 1);
    for (index = 0; index < listeners.length; index++) {
      const listenersItem = listeners[index];
      if (listenersItem === undefined) throw unexpectedNull(version);
      writeAddRaftVoterRequestListener(writer, listenersItem, version);
    }
    index = -1;
    field = 'ackWhenCommitted';
    const ackWhenCommitted = message.ackWhenCommitted === undefined ? true : message.ackWhenCommitted;
    if (version === 1) {
      writer.writeBoolean(ackWhenCommitted);
    } else if (ackWhenCommitted !== true) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAddRaftVoterRequestListener(writer: Writer, message: AddRaftVoterRequestListener, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AddRaftVoterResponse, versions 0-1. */
export interface AddRaftVoterResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addRaftVoterResponse: MessageCodec<AddRaftVoterResponse> = messageCodec<AddRaftVoterResponse>(
  {
    name: 'AddRaftVoterResponse',
    kind: 'response',
    apiKey: 80,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readAddRaftVoterResponse,
  writeAddRaftVoterResponse,
);

function readAddRaftVoterResponse(reader: Reader, _version: number): Decoded<AddRaftVoterResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAddRaftVoterResponse(writer: Writer, message: AddRaftVoterResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
