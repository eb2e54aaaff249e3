// Generated from definitions/join-group.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** JoinGroupRequest, versions 0-9. */
export interface JoinGroupRequest {
  /** Id of the group. */
  groupId: string;
  /** Silence after which a member is out. */
  sessionTimeoutMs: number;
  /** How long members have to rejoin or to give up partitions. Versions 1+. Default -1. */
  rebalanceTimeoutMs?: number | undefined;
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 5+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Kind of group: consumer, connect or another. */
  protocolType: string;
  /** Protocols the member supports, best first. */
  protocols: JoinGroupRequestJoinGroupRequestProtocol[];
  /** Why, for people. Versions 8+. Default null. */
  reason?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface JoinGroupRequestJoinGroupRequestProtocol {
  /** Name of the protocol. */
  name: string;
  /** Metadata of the member for this protocol, opaque to the broker. */
  metadata: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const joinGroupRequest: MessageCodec<JoinGroupRequest> = messageCodec<JoinGroupRequest>(
  {
    name: 'JoinGroupRequest',
    kind: 'request',
    apiKey: 11,
    minVersion: 0,
    maxVersion: 9,
    flexibleVersion: 6,
  },
  readJoinGroupRequest,
  writeJoinGroupRequest,
);

function readJoinGroupRequest(reader: Reader, version: number): Decoded<JoinGroupRequest> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'sessionTimeoutMs';
    const sessionTimeoutMs = reader.readInt32();
    let rebalanceTimeoutMs: number = -1;
    if (version >= 1) {
      field = 'rebalanceTimeoutMs';
      rebalanceTimeoutMs = reader.readInt32();
    }
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 5) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'protocolType';
    const protocolType = flexible ? reader.readCompactString() : reader.readString();
    field = 'protocols';
    const protocols: Decoded<JoinGroupRequestJoinGroupRequestProtocol>[] = [];
    const protocolsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < protocolsLength; index++) protocols.push(readJoinGroupRequestJoinGroupRequestProtocol(reader, version));
    index = -1;
    let reason: string | null = null;
    if (version >= 8) {
      field = 'reason';
      reason = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, sessionTimeoutMs, rebalanceTimeoutMs, memberId, groupInstanceId, protocolType, protocols, reason, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readJoinGroupRequestJoinGroupRequestProtocol(reader: Reader, version: number): Decoded<JoinGroupRequestJoinGroupRequestProtocol> {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'metadata';
    const metadata = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, metadata, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeJoinGroupRequest(writer: Writer, message: JoinGroupRequest, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'sessionTimeoutMs';
    const sessionTimeoutMs = message.sessionTimeoutMs;
    writer.writeInt32(sessionTimeoutMs);
    if (version >= 1) {
      field = 'rebalanceTimeoutMs';
      const rebalanceTimeoutMs = message.rebalanceTimeoutMs === undefined ? -1 : message.rebalanceTimeoutMs;
      writer.writeInt32(rebalanceTimeoutMs);
    }
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'groupInstanceId';
    const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
    if (version >= 5) {
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    } else if (groupInstanceId !== null) {
      throw unsupportedField(version);
    }
    field = 'protocolType';
    const protocolType = message.protocolType;
    if (flexible) writer.writeCompactString(protocolType); else writer.writeString(protocolType);
    field = 'protocols';
    const protocols = message.protocols;
    if (flexible) writer.writeUnsignedVarint(protocols.length + 1); else writer.writeInt32(protocols.length);
    for (index = 0; index < protocols.length; index++) {
      const protocolsItem = protocols[index];
      if (protocolsItem === undefined) throw unexpectedNull(version);
      writeJoinGroupRequestJoinGroupRequestProtocol(writer, protocolsItem, version);
    }
    index = -1;
    if (version >= 8) {
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
    throw locate(error, field, index);
  }
}

function writeJoinGroupRequestJoinGroupRequestProtocol(writer: Writer, message: JoinGroupRequestJoinGroupRequestProtocol, version: number): void {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'metadata';
    const metadata = message.metadata;
    if (flexible) writer.writeCompactBytes(metadata); else writer.writeBytes(metadata);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** JoinGroupResponse, versions 0-9. */
export interface JoinGroupResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 2+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Generation of the group. Default -1. */
  generationId?: number | undefined;
  /** Kind of group: consumer, connect or another. Versions 7+. Default null. */
  protocolType?: string | null | undefined;
  /** Protocol the group chose. Null in versions 7+. */
  protocolName: string | null;
  /** Member id of the leader. */
  leader: string;
  /** Whether the leader need not compute an assignment. Versions 9+. Default false. */
  skipAssignment?: boolean | undefined;
  /** Id of the member. */
  memberId: string;
  /** Who is in the group, one entry each. */
  members: JoinGroupResponseJoinGroupResponseMember[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface JoinGroupResponseJoinGroupResponseMember {
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 5+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Metadata of the member for the chosen protocol, opaque to the broker. */
  metadata: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const joinGroupResponse: MessageCodec<JoinGroupResponse> = messageCodec<JoinGroupResponse>(
  {
    name: 'JoinGroupResponse',
    kind: 'response',
    apiKey: 11,
    minVersion: 0,
    maxVersion: 9,
    flexibleVersion: 6,
  },
  readJoinGroupResponse,
  writeJoinGroupResponse,
);

function readJoinGroupResponse(reader: Reader, version: number): Decoded<JoinGroupResponse> {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 2) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'generationId';
    const generationId = reader.readInt32();
    let protocolType: string | null = null;
    if (version >= 7) {
      field = 'protocolType';
      protocolType = reader.readCompactNullableString();
    }
    field = 'protocolName';
    const protocolName = flexible ? (version >= 7 ? reader.readCompactNullableString() : reader.readCompactString()) : reader.readString();
    field = 'leader';
    const leader = flexible ? reader.readCompactString() : reader.readString();
    let skipAssignment: boolean = false;
    if (version === 9) {
      field = 'skipAssignment';
      skipAssignment = reader.readBoolean();
    }
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    field = 'members';
    const members: Decoded<JoinGroupResponseJoinGroupResponseMember>[] = [];
    const membersLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < membersLength; index++) members.push(readJoinGroupResponseJoinGroupResponseMember(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, generationId, protocolType, protocolName, leader, skipAssignment, memberId, members, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readJoinGroupResponseJoinGroupResponseMember(reader: Reader, version: number): Decoded<JoinGroupResponseJoinGroupResponseMember> {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 5) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'metadata';
    const metadata = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, groupInstanceId, metadata, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeJoinGroupResponse(writer: Writer, message: JoinGroupResponse, version: number): void {
  const flexible = version >= 6;
  let field = '';
  let index = -1;
  try {
    if (version >= 2) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'generationId';
    const generationId = message.generationId === undefined ? -1 : message.generationId;
    writer.writeInt32(generationId);
    if (version >= 7) {
      field = 'protocolType';
      const protocolType = message.protocolType === undefined ? null : message.protocolType;
      writer.writeCompactNullableString(protocolType);
    }
    field = 'protocolName';
    const protocolName = message.protocolName;
    if (version >= 7) {
      if (flexible) writer.writeCompactNullableString(protocolName); else writer.writeNullableString(protocolName);
    } else {
      if (protocolName === null) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(protocolName); else writer.writeString(protocolName);
    }
    field = 'leader';
    const leader = message.leader;
    if (flexible) writer.writeCompactString(leader); else writer.writeString(leader);
    field = 'skipAssignment';
    const skipAssignment = message.skipAssignment === undefined ? false : message.skipAssignment;
    if (version === 9) {
      writer.writeBoolean(skipAssignment);
    } else if (skipAssignment !== false) {
      throw unsupportedField(version);
    }
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    field = 'members';
    const members = message.members;
    if (flexible) writer.writeUnsignedVarint(members.length + 1); else writer.writeInt32(members.length);
    for (index = 0; index < members.length; index++) {
      const membersItem = members[index];
      if (membersItem === undefined) throw unexpectedNull(version);
      writeJoinGroupResponseJoinGroupResponseMember(writer, membersItem, version);
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

function writeJoinGroupResponseJoinGroupResponseMember(writer: Writer, message: JoinGroupResponseJoinGroupResponseMember, version: number): void {
  const flexible = version >= 6;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    if (version >= 5) {
      field = 'groupInstanceId';
      const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    }
    field = 'metadata';
    const metadata = message.metadata;
    if (flexible) writer.writeCompactBytes(metadata); else writer.writeBytes(metadata);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
