// Generated from definitions/describe-groups.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeGroupsRequest, versions 0-6. */
export interface DescribeGroupsRequest {
  /** The groups. */
  groups: string[];
  /** Whether to tell what the asker may do. Versions 3+. */
  includeAuthorizedOperations?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeGroupsRequest: MessageCodec<DescribeGroupsRequest> = messageCodec<DescribeGroupsRequest>(
  {
    name: 'DescribeGroupsRequest',
    kind: 'request',
    apiKey: 15,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 5,
  },
  readDescribeGroupsRequest,
  writeDescribeGroupsRequest,
);

function readDescribeGroupsRequest(reader: Reader, version: number): Decoded<DescribeGroupsRequest> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'groups';
    const groups: string[] = [];
    const groupsLength = flexible ? reader.readCompactArrayLength(1) : reader.readArrayLength(1);
    for (index = 0; index < groupsLength; index++) groups.push(flexible ? reader.readCompactString() : reader.readString());
    index = -1;
    let includeAuthorizedOperations: boolean = false;
    if (version >= 3) {
      field = 'includeAuthorizedOperations';
      includeAuthorizedOperations = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groups, includeAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeGroupsRequest(writer: Writer, message: DescribeGroupsRequest, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'groups';
    const groups = message.groups;
    if (flexible) writer.writeUnsignedVarint(groups.length + 1); else writer.writeInt32(groups.length);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(groupsItem); else writer.writeString(groupsItem);
    }
    index = -1;
    field = 'includeAuthorizedOperations';
    const includeAuthorizedOperations = message.includeAuthorizedOperations === undefined ? false : message.includeAuthorizedOperations;
    if (version >= 3) {
      writer.writeBoolean(includeAuthorizedOperations);
    } else if (includeAuthorizedOperations !== false) {
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

/** DescribeGroupsResponse, versions 0-6. */
export interface DescribeGroupsResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** The groups. */
  groups: DescribeGroupsResponseDescribedGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeGroupsResponseDescribedGroup {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Versions 6+. Default null. */
  errorMessage?: string | null | undefined;
  /** Id of the group. */
  groupId: string;
  /** State of the group by name. */
  groupState: string;
  /** Kind of group: consumer, connect or another. */
  protocolType: string;
  /** Protocol the group chose. */
  protocolData: string;
  /** Who is in the group, one entry each. */
  members: DescribeGroupsResponseDescribedGroupMember[];
  /** Bits of the operations allowed to the asker; -2147483648 when not asked for. Versions 3+. Default -2147483648. */
  authorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeGroupsResponseDescribedGroupMember {
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 4+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** Metadata of the member, opaque to the broker. */
  memberMetadata: Uint8Array;
  /** Assignment of the member, opaque to the broker. */
  memberAssignment: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeGroupsResponse: MessageCodec<DescribeGroupsResponse> = messageCodec<DescribeGroupsResponse>(
  {
    name: 'DescribeGroupsResponse',
    kind: 'response',
    apiKey: 15,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 5,
  },
  readDescribeGroupsResponse,
  writeDescribeGroupsResponse,
);

function readDescribeGroupsResponse(reader: Reader, version: number): Decoded<DescribeGroupsResponse> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 1) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'groups';
    const groups: Decoded<DescribeGroupsResponseDescribedGroup>[] = [];
    const groupsLength = flexible ? reader.readCompactArrayLength(12) : reader.readArrayLength(12);
    for (index = 0; index < groupsLength; index++) groups.push(readDescribeGroupsResponseDescribedGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeGroupsResponseDescribedGroup(reader: Reader, version: number): Decoded<DescribeGroupsResponseDescribedGroup> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let errorMessage: string | null = null;
    if (version === 6) {
      field = 'errorMessage';
      errorMessage = reader.readCompactNullableString();
    }
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'groupState';
    const groupState = flexible ? reader.readCompactString() : reader.readString();
    field = 'protocolType';
    const protocolType = flexible ? reader.readCompactString() : reader.readString();
    field = 'protocolData';
    const protocolData = flexible ? reader.readCompactString() : reader.readString();
    field = 'members';
    const members: Decoded<DescribeGroupsResponseDescribedGroupMember>[] = [];
    const membersLength = flexible ? reader.readCompactArrayLength(7) : reader.readArrayLength(7);
    for (index = 0; index < membersLength; index++) members.push(readDescribeGroupsResponseDescribedGroupMember(reader, version));
    index = -1;
    let authorizedOperations: number = -2147483648;
    if (version >= 3) {
      field = 'authorizedOperations';
      authorizedOperations = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, groupId, groupState, protocolType, protocolData, members, authorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeGroupsResponseDescribedGroupMember(reader: Reader, version: number): Decoded<DescribeGroupsResponseDescribedGroupMember> {
  const flexible = version >= 5;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 4) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'clientId';
    const clientId = flexible ? reader.readCompactString() : reader.readString();
    field = 'clientHost';
    const clientHost = flexible ? reader.readCompactString() : reader.readString();
    field = 'memberMetadata';
    const memberMetadata = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'memberAssignment';
    const memberAssignment = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, groupInstanceId, clientId, clientHost, memberMetadata, memberAssignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeGroupsResponse(writer: Writer, message: DescribeGroupsResponse, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    if (version >= 1) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'groups';
    const groups = message.groups;
    if (flexible) writer.writeUnsignedVarint(groups.length + 1); else writer.writeInt32(groups.length);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeDescribeGroupsResponseDescribedGroup(writer, groupsItem, version);
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

function writeDescribeGroupsResponseDescribedGroup(writer: Writer, message: DescribeGroupsResponseDescribedGroup, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    if (version === 6) {
      writer.writeCompactNullableString(errorMessage);
    } else if (errorMessage !== null) {
      throw unsupportedField(version);
    }
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'groupState';
    const groupState = message.groupState;
    if (flexible) writer.writeCompactString(groupState); else writer.writeString(groupState);
    field = 'protocolType';
    const protocolType = message.protocolType;
    if (flexible) writer.writeCompactString(protocolType); else writer.writeString(protocolType);
    field = 'protocolData';
    const protocolData = message.protocolData;
    if (flexible) writer.writeCompactString(protocolData); else writer.writeString(protocolData);
    field = 'members';
    const members = message.members;
    if (flexible) writer.writeUnsignedVarint(members.length + 1); else writer.writeInt32(members.length);
    for (index = 0; index < members.length; index++) {
      const membersItem = members[index];
      if (membersItem === undefined) throw unexpectedNull(version);
      writeDescribeGroupsResponseDescribedGroupMember(writer, membersItem, version);
    }
    index = -1;
    field = 'authorizedOperations';
    const authorizedOperations = message.authorizedOperations === undefined ? -2147483648 : message.authorizedOperations;
    if (version >= 3) {
      writer.writeInt32(authorizedOperations);
    } else if (authorizedOperations !== -2147483648) {
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

function writeDescribeGroupsResponseDescribedGroupMember(writer: Writer, message: DescribeGroupsResponseDescribedGroupMember, version: number): void {
  const flexible = version >= 5;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    if (version >= 4) {
      field = 'groupInstanceId';
      const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    }
    field = 'clientId';
    const clientId = message.clientId;
    if (flexible) writer.writeCompactString(clientId); else writer.writeString(clientId);
    field = 'clientHost';
    const clientHost = message.clientHost;
    if (flexible) writer.writeCompactString(clientHost); else writer.writeString(clientHost);
    field = 'memberMetadata';
    const memberMetadata = message.memberMetadata;
    if (flexible) writer.writeCompactBytes(memberMetadata); else writer.writeBytes(memberMetadata);
    field = 'memberAssignment';
    const memberAssignment = message.memberAssignment;
    if (flexible) writer.writeCompactBytes(memberAssignment); else writer.writeBytes(memberAssignment);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
