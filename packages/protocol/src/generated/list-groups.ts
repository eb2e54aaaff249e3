// Generated from definitions/list-groups.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ListGroupsRequest, versions 0-5. */
export interface ListGroupsRequest {
  /** Only groups in these states; empty for all. Versions 4+. */
  statesFilter?: string[] | undefined;
  /** Only groups of these types; empty for all. Versions 5+. */
  typesFilter?: string[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listGroupsRequest: MessageCodec<ListGroupsRequest> = messageCodec<ListGroupsRequest>(
  {
    name: 'ListGroupsRequest',
    kind: 'request',
    apiKey: 16,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readListGroupsRequest,
  writeListGroupsRequest,
);

function readListGroupsRequest(reader: Reader, version: number): Decoded<ListGroupsRequest> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    const statesFilter: string[] = [];
    if (version >= 4) {
      field = 'statesFilter';
      const statesFilterLength = reader.readCompactArrayLength(1);
      for (index = 0; index < statesFilterLength; index++) statesFilter.push(reader.readCompactString());
      index = -1;
    }
    const typesFilter: string[] = [];
    if (version === 5) {
      field = 'typesFilter';
      const typesFilterLength = reader.readCompactArrayLength(1);
      for (index = 0; index < typesFilterLength; index++) typesFilter.push(reader.readCompactString());
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { statesFilter, typesFilter, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListGroupsRequest(writer: Writer, message: ListGroupsRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'statesFilter';
    const statesFilter = message.statesFilter === undefined ? [] : message.statesFilter;
    if (version >= 4) {
      writer.writeUnsignedVarint(statesFilter.length + 1);
      for (index = 0; index < statesFilter.length; index++) {
        const statesFilterItem = statesFilter[index];
        if (statesFilterItem === undefined) throw unexpectedNull(version);
        writer.writeCompactString(statesFilterItem);
      }
      index = -1;
    } else if (statesFilter.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'typesFilter';
    const typesFilter = message.typesFilter === undefined ? [] : message.typesFilter;
    if (version === 5) {
      writer.writeUnsignedVarint(typesFilter.length + 1);
      for (index = 0; index < typesFilter.length; index++) {
        const typesFilterItem = typesFilter[index];
        if (typesFilterItem === undefined) throw unexpectedNull(version);
        writer.writeCompactString(typesFilterItem);
      }
      index = -1;
    } else if (typesFilter.length !== 0) {
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

/** ListGroupsResponse, versions 0-5. */
export interface ListGroupsResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The groups. */
  groups: ListGroupsResponseListedGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListGroupsResponseListedGroup {
  /** Id of the group. */
  groupId: string;
  /** Kind of group: consumer, connect or another. */
  protocolType: string;
  /** State of the group by name. Versions 4+. */
  groupState?: string | undefined;
  /** Type of the group by name. Versions 5+. */
  groupType?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listGroupsResponse: MessageCodec<ListGroupsResponse> = messageCodec<ListGroupsResponse>(
  {
    name: 'ListGroupsResponse',
    kind: 'response',
    apiKey: 16,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readListGroupsResponse,
  writeListGroupsResponse,
);

function readListGroupsResponse(reader: Reader, version: number): Decoded<ListGroupsResponse> {
  const flexible = version >= 3;
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
    field = 'groups';
    const groups: Decoded<ListGroupsResponseListedGroup>[] = [];
    const groupsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < groupsLength; index++) groups.push(readListGroupsResponseListedGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListGroupsResponseListedGroup(reader: Reader, version: number): Decoded<ListGroupsResponseListedGroup> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'protocolType';
    const protocolType = flexible ? reader.readCompactString() : reader.readString();
    let groupState: string = '';
    if (version >= 4) {
      field = 'groupState';
      groupState = reader.readCompactString();
    }
    let groupType: string = '';
    if (version === 5) {
      field = 'groupType';
      groupType = reader.readCompactString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { groupId, protocolType, groupState, groupType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeListGroupsResponse(writer: Writer, message: ListGroupsResponse, version: number): void {
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
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'groups';
    const groups = message.groups;
    if (flexible) writer.writeUnsignedVarint(groups.length + 1); else writer.writeInt32(groups.length);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeListGroupsResponseListedGroup(writer, groupsItem, version);
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

function writeListGroupsResponseListedGroup(writer: Writer, message: ListGroupsResponseListedGroup, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'protocolType';
    const protocolType = message.protocolType;
    if (flexible) writer.writeCompactString(protocolType); else writer.writeString(protocolType);
    if (version >= 4) {
      field = 'groupState';
      const groupState = message.groupState === undefined ? '' : message.groupState;
      writer.writeCompactString(groupState);
    }
    if (version === 5) {
      field = 'groupType';
      const groupType = message.groupType === undefined ? '' : message.groupType;
      writer.writeCompactString(groupType);
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
