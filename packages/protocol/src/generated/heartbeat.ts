// Generated from definitions/heartbeat.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** HeartbeatRequest, versions 0-4. */
export interface HeartbeatRequest {
  /** Id of the group. */
  groupId: string;
  /** Generation of the group the member believes in. */
  generationId: number;
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const heartbeatRequest: MessageCodec<HeartbeatRequest> = messageCodec<HeartbeatRequest>(
  {
    name: 'HeartbeatRequest',
    kind: 'request',
    apiKey: 12,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readHeartbeatRequest,
  writeHeartbeatRequest,
);

function readHeartbeatRequest(reader: Reader, version: number): Decoded<HeartbeatRequest> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'generationId';
    const generationId = reader.readInt32();
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 3) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, generationId, memberId, groupInstanceId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeHeartbeatRequest(writer: Writer, message: HeartbeatRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'generationId';
    const generationId = message.generationId;
    writer.writeInt32(generationId);
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
    if (version >= 3) {
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    } else if (groupInstanceId !== null) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** HeartbeatResponse, versions 0-4. */
export interface HeartbeatResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const heartbeatResponse: MessageCodec<HeartbeatResponse> = messageCodec<HeartbeatResponse>(
  {
    name: 'HeartbeatResponse',
    kind: 'response',
    apiKey: 12,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readHeartbeatResponse,
  writeHeartbeatResponse,
);

function readHeartbeatResponse(reader: Reader, version: number): Decoded<HeartbeatResponse> {
  const flexible = version >= 4;
  let field = '';
  try {
    let throttleTimeMs: number = 0;
    if (version >= 1) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeHeartbeatResponse(writer: Writer, message: HeartbeatResponse, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    if (version >= 1) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
