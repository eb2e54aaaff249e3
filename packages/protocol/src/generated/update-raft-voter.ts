// Generated from definitions/update-raft-voter.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** UpdateRaftVoterRequest, versions 0. */
export interface UpdateRaftVoterRequest {
  /** Id of the cluster. */
  clusterId: string | null;
  /** Leader epoch the asker knows, for fencing; -1 for none. */
  currentLeaderEpoch: number;
  /** Id of the voter. */
  voterId: number;
  /** Directory id of the voter. */
  voterDirectoryId: string;
  /** Where the node can be reached. */
  listeners: UpdateRaftVoterRequestListener[];
  /** Levels of kraft.version the voter supports. */
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface UpdateRaftVoterRequestKRaftVersionFeature {
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface UpdateRaftVoterRequestListener {
  /** Name of the listener. */
  name: string;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const updateRaftVoterRequest: MessageCodec<UpdateRaftVoterRequest> = messageCodec<UpdateRaftVoterRequest>(
  {
    name: 'UpdateRaftVoterRequest',
    kind: 'request',
    apiKey: 82,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUpdateRaftVoterRequest,
  writeUpdateRaftVoterRequest,
);

function readUpdateRaftVoterRequest(reader: Reader, version: number): Decoded<UpdateRaftVoterRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = reader.readCompactNullableString();
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = reader.readInt32();
    field = 'voterId';
    const voterId = reader.readInt32();
    field = 'voterDirectoryId';
    const voterDirectoryId = reader.readUuid();
    field = 'listeners';
    const listeners: Decoded<UpdateRaftVoterRequestListener>[] = [];
    const listenersLength = reader.readCompactArrayLength(5);
    for (index = 0; index < listenersLength; index++) listeners.push(readUpdateRaftVoterRequestListener(reader, version));
    index = -1;
    field = 'kRaftVersionFeature';
    let kRaftVersionFeature: Decoded<UpdateRaftVoterRequestKRaftVersionFeature>;
    kRaftVersionFeature = readUpdateRaftVoterRequestKRaftVersionFeature(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clusterId, currentLeaderEpoch, voterId, voterDirectoryId, listeners, kRaftVersionFeature, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readUpdateRaftVoterRequestKRaftVersionFeature(reader: Reader, _version: number): Decoded<UpdateRaftVoterRequestKRaftVersionFeature> {
  let field = '';
  try {
    field = 'minSupportedVersion';
    const minSupportedVersion = reader.readInt16();
    field = 'maxSupportedVersion';
    const maxSupportedVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { minSupportedVersion, maxSupportedVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readUpdateRaftVoterRequestListener(reader: Reader, _version: number): Decoded<UpdateRaftVoterRequestListener> {
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

function writeUpdateRaftVoterRequest(writer: Writer, message: UpdateRaftVoterRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId;
    writer.writeCompactNullableString(clusterId);
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = message.currentLeaderEpoch;
    writer.writeInt32(currentLeaderEpoch);
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
      writeUpdateRaftVoterRequestListener(writer, listenersItem, version);
    }
    index = -1;
    field = 'kRaftVersionFeature';
    const kRaftVersionFeature = message.kRaftVersionFeature;
    writeUpdateRaftVoterRequestKRaftVersionFeature(writer, kRaftVersionFeature, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeUpdateRaftVoterRequestKRaftVersionFeature(writer: Writer, message: UpdateRaftVoterRequestKRaftVersionFeature, _version: number): void {
  let field = '';
  try {
    field = 'minSupportedVersion';
    const minSupportedVersion = message.minSupportedVersion;
    writer.writeInt16(minSupportedVersion);
    field = 'maxSupportedVersion';
    const maxSupportedVersion = message.maxSupportedVersion;
    writer.writeInt16(maxSupportedVersion);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUpdateRaftVoterRequestListener(writer: Writer, message: UpdateRaftVoterRequestListener, _version: number): void {
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

/** UpdateRaftVoterResponse, versions 0. */
export interface UpdateRaftVoterResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The leader as the answering broker knows it. */
  currentLeader?: UpdateRaftVoterResponseCurrentLeader | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface UpdateRaftVoterResponseCurrentLeader {
  /** Id of the leader; -1 for unknown. Default -1. */
  leaderId?: number | undefined;
  /** Epoch of the leader. Default -1. */
  leaderEpoch?: number | undefined;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const updateRaftVoterResponse: MessageCodec<UpdateRaftVoterResponse> = messageCodec<UpdateRaftVoterResponse>(
  {
    name: 'UpdateRaftVoterResponse',
    kind: 'response',
    apiKey: 82,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUpdateRaftVoterResponse,
  writeUpdateRaftVoterResponse,
);

function readUpdateRaftVoterResponse(reader: Reader, version: number): Decoded<UpdateRaftVoterResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let currentLeader: Decoded<UpdateRaftVoterResponseCurrentLeader> = defaultUpdateRaftVoterResponseCurrentLeader();
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'currentLeader';
          currentLeader = readUpdateRaftVoterResponseCurrentLeader(reader, version);
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { throttleTimeMs, errorCode, currentLeader, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readUpdateRaftVoterResponseCurrentLeader(reader: Reader, _version: number): Decoded<UpdateRaftVoterResponseCurrentLeader> {
  let field = '';
  try {
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { leaderId, leaderEpoch, host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUpdateRaftVoterResponse(writer: Writer, message: UpdateRaftVoterResponse, version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'currentLeader';
    const currentLeader = message.currentLeader === undefined ? defaultUpdateRaftVoterResponseCurrentLeader() : message.currentLeader;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasCurrentLeader = !isDefaultUpdateRaftVoterResponseCurrentLeader(currentLeader);
    if (hasCurrentLeader) count++;
    writer.writeUnsignedVarint(count);
    if (hasCurrentLeader) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'currentLeader';
      const tag = writer.beginTag(0);
      writeUpdateRaftVoterResponseCurrentLeader(writer, currentLeader, version);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUpdateRaftVoterResponseCurrentLeader(writer: Writer, message: UpdateRaftVoterResponseCurrentLeader, _version: number): void {
  let field = '';
  try {
    field = 'leaderId';
    const leaderId = message.leaderId === undefined ? -1 : message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeInt32(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultUpdateRaftVoterResponseCurrentLeader(): Decoded<UpdateRaftVoterResponseCurrentLeader> {
  return { leaderId: -1, leaderEpoch: -1, host: '', port: 0, unknownTags: undefined };
}

function isDefaultUpdateRaftVoterResponseCurrentLeader(value: UpdateRaftVoterResponseCurrentLeader): boolean {
  return (value.leaderId === undefined || value.leaderId === -1) &&
    (value.leaderEpoch === undefined || value.leaderEpoch === -1) &&
    value.host === '' &&
    value.port === 0 &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}
