// Generated from definitions/sync-group.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** SyncGroupRequest, versions 0-5. */
export interface SyncGroupRequest {
  /** Id of the group. */
  groupId: string;
  /** Generation of the group. */
  generationId: number;
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Kind of group: consumer, connect or another. Versions 5+. Default null. */
  protocolType?: string | null | undefined;
  /** Protocol the group chose. Versions 5+. Default null. */
  protocolName?: string | null | undefined;
  /** Assignments, one per entry. */
  assignments: SyncGroupRequestSyncGroupRequestAssignment[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface SyncGroupRequestSyncGroupRequestAssignment {
  /** Id of the member. */
  memberId: string;
  /** Assignment of the member, opaque to the broker. */
  assignment: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const syncGroupRequest: MessageCodec<SyncGroupRequest> = messageCodec<SyncGroupRequest>(
  {
    name: 'SyncGroupRequest',
    kind: 'request',
    apiKey: 14,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 4,
  },
  readSyncGroupRequest,
  writeSyncGroupRequest,
);

function readSyncGroupRequest(reader: Reader, version: number): Decoded<SyncGroupRequest> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
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
    let protocolType: string | null = null;
    if (version === 5) {
      field = 'protocolType';
      protocolType = reader.readCompactNullableString();
    }
    let protocolName: string | null = null;
    if (version === 5) {
      field = 'protocolName';
      protocolName = reader.readCompactNullableString();
    }
    field = 'assignments';
    const assignments: Decoded<SyncGroupRequestSyncGroupRequestAssignment>[] = [];
    const assignmentsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < assignmentsLength; index++) assignments.push(readSyncGroupRequestSyncGroupRequestAssignment(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, generationId, memberId, groupInstanceId, protocolType, protocolName, assignments, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readSyncGroupRequestSyncGroupRequestAssignment(reader: Reader, version: number): Decoded<SyncGroupRequestSyncGroupRequestAssignment> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    field = 'assignment';
    const assignment = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSyncGroupRequest(writer: Writer, message: SyncGroupRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
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
    if (version === 5) {
      field = 'protocolType';
      const protocolType = message.protocolType === undefined ? null : message.protocolType;
      writer.writeCompactNullableString(protocolType);
    }
    if (version === 5) {
      field = 'protocolName';
      const protocolName = message.protocolName === undefined ? null : message.protocolName;
      writer.writeCompactNullableString(protocolName);
    }
    field = 'assignments';
    const assignments = message.assignments;
    if (flexible) writer.writeUnsignedVarint(assignments.length + 1); else writer.writeInt32(assignments.length);
    for (index = 0; index < assignments.length; index++) {
      const assignmentsItem = assignments[index];
      if (assignmentsItem === undefined) throw unexpectedNull(version);
      writeSyncGroupRequestSyncGroupRequestAssignment(writer, assignmentsItem, version);
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

function writeSyncGroupRequestSyncGroupRequestAssignment(writer: Writer, message: SyncGroupRequestSyncGroupRequestAssignment, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'assignment';
    const assignment = message.assignment;
    if (flexible) writer.writeCompactBytes(assignment); else writer.writeBytes(assignment);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** SyncGroupResponse, versions 0-5. */
export interface SyncGroupResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Kind of group: consumer, connect or another. Versions 5+. Default null. */
  protocolType?: string | null | undefined;
  /** Protocol the group chose. Versions 5+. Default null. */
  protocolName?: string | null | undefined;
  /** Assignment of the member, opaque to the broker. */
  assignment: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const syncGroupResponse: MessageCodec<SyncGroupResponse> = messageCodec<SyncGroupResponse>(
  {
    name: 'SyncGroupResponse',
    kind: 'response',
    apiKey: 14,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 4,
  },
  readSyncGroupResponse,
  writeSyncGroupResponse,
);

function readSyncGroupResponse(reader: Reader, version: number): Decoded<SyncGroupResponse> {
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
    let protocolType: string | null = null;
    if (version === 5) {
      field = 'protocolType';
      protocolType = reader.readCompactNullableString();
    }
    let protocolName: string | null = null;
    if (version === 5) {
      field = 'protocolName';
      protocolName = reader.readCompactNullableString();
    }
    field = 'assignment';
    const assignment = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, protocolType, protocolName, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSyncGroupResponse(writer: Writer, message: SyncGroupResponse, version: number): void {
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
    if (version === 5) {
      field = 'protocolType';
      const protocolType = message.protocolType === undefined ? null : message.protocolType;
      writer.writeCompactNullableString(protocolType);
    }
    if (version === 5) {
      field = 'protocolName';
      const protocolName = message.protocolName === undefined ? null : message.protocolName;
      writer.writeCompactNullableString(protocolName);
    }
    field = 'assignment';
    const assignment = message.assignment;
    if (flexible) writer.writeCompactBytes(assignment); else writer.writeBytes(assignment);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
