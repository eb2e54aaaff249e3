// Generated from definitions/leave-group.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** LeaveGroupRequest, versions 0-5. */
export interface LeaveGroupRequest {
  /** Id of the group. */
  groupId: string;
  /** Member to remove, in versions before batches. Versions 0-2. */
  memberId?: string | undefined;
  /** Who is in the group, one entry each. Versions 3+. */
  members?: LeaveGroupRequestMemberIdentity[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface LeaveGroupRequestMemberIdentity {
  /** Member to remove, in versions before batches. Versions 3+. */
  memberId?: string | undefined;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Why, for people. Versions 5+. Default null. */
  reason?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const leaveGroupRequest: MessageCodec<LeaveGroupRequest> = messageCodec<LeaveGroupRequest>(
  {
    name: 'LeaveGroupRequest',
    kind: 'request',
    apiKey: 13,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 4,
  },
  readLeaveGroupRequest,
  writeLeaveGroupRequest,
);

function readLeaveGroupRequest(reader: Reader, version: number): Decoded<LeaveGroupRequest> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    let memberId: string = '';
    if (version <= 2) {
      field = 'memberId';
      memberId = reader.readString();
    }
    const members: Decoded<LeaveGroupRequestMemberIdentity>[] = [];
    if (version >= 3) {
      field = 'members';
      const membersLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
      for (index = 0; index < membersLength; index++) members.push(readLeaveGroupRequestMemberIdentity(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, memberId, members, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readLeaveGroupRequestMemberIdentity(reader: Reader, version: number): Decoded<LeaveGroupRequestMemberIdentity> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    field = 'groupInstanceId';
    const groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    let reason: string | null = null;
    if (version === 5) {
      field = 'reason';
      reason = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, groupInstanceId, reason, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeLeaveGroupRequest(writer: Writer, message: LeaveGroupRequest, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'memberId';
    const memberId = message.memberId === undefined ? '' : message.memberId;
    if (version <= 2) {
      writer.writeString(memberId);
    } else if (memberId !== '') {
      throw unsupportedField(version);
    }
    field = 'members';
    const members = message.members === undefined ? [] : message.members;
    if (version >= 3) {
      if (flexible) writer.writeUnsignedVarint(members.length + 1); else writer.writeInt32(members.length);
      for (index = 0; index < members.length; index++) {
        const membersItem = members[index];
        if (membersItem === undefined) throw unexpectedNull(version);
        writeLeaveGroupRequestMemberIdentity(writer, membersItem, version);
      }
      index = -1;
    } else if (members.length !== 0) {
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

function writeLeaveGroupRequestMemberIdentity(writer: Writer, message: LeaveGroupRequestMemberIdentity, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId === undefined ? '' : message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
    if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    if (version === 5) {
      field = 'reason';
      const reason = message.reason === undefined ? null : message.reason;
      writer.writeCompactNullableString(reason);
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

/** LeaveGroupResponse, versions 0-5. */
export interface LeaveGroupResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Who is in the group, one entry each. Versions 3+. */
  members?: LeaveGroupResponseMemberResponse[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface LeaveGroupResponseMemberResponse {
  /** Id of the member. Versions 3+. */
  memberId?: string | undefined;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. */
  groupInstanceId?: string | null | undefined;
  /** Error code, 0 for none. Versions 3+. */
  errorCode?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const leaveGroupResponse: MessageCodec<LeaveGroupResponse> = messageCodec<LeaveGroupResponse>(
  {
    name: 'LeaveGroupResponse',
    kind: 'response',
    apiKey: 13,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 4,
  },
  readLeaveGroupResponse,
  writeLeaveGroupResponse,
);

function readLeaveGroupResponse(reader: Reader, version: number): Decoded<LeaveGroupResponse> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 1) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    const members: Decoded<LeaveGroupResponseMemberResponse>[] = [];
    if (version >= 3) {
      field = 'members';
      const membersLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
      for (index = 0; index < membersLength; index++) members.push(readLeaveGroupResponseMemberResponse(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, members, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readLeaveGroupResponseMemberResponse(reader: Reader, version: number): Decoded<LeaveGroupResponseMemberResponse> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    field = 'groupInstanceId';
    const groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, groupInstanceId, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeLeaveGroupResponse(writer: Writer, message: LeaveGroupResponse, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    if (version >= 1) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'members';
    const members = message.members === undefined ? [] : message.members;
    if (version >= 3) {
      if (flexible) writer.writeUnsignedVarint(members.length + 1); else writer.writeInt32(members.length);
      for (index = 0; index < members.length; index++) {
        const membersItem = members[index];
        if (membersItem === undefined) throw unexpectedNull(version);
        writeLeaveGroupResponseMemberResponse(writer, membersItem, version);
      }
      index = -1;
    } else if (members.length !== 0) {
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

function writeLeaveGroupResponseMemberResponse(writer: Writer, message: LeaveGroupResponseMemberResponse, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId === undefined ? '' : message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? '' : message.groupInstanceId;
    if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    field = 'errorCode';
    const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
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
