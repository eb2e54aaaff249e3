// Generated from definitions/share-group-describe.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ShareGroupDescribeRequest, versions 1. */
export interface ShareGroupDescribeRequest {
  /** Ids of the groups. */
  groupIds: string[];
  /** Whether to tell what the asker may do. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupDescribeRequest: MessageCodec<ShareGroupDescribeRequest> = messageCodec<ShareGroupDescribeRequest>(
  {
    name: 'ShareGroupDescribeRequest',
    kind: 'request',
    apiKey: 77,
    minVersion: 1,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readShareGroupDescribeRequest,
  writeShareGroupDescribeRequest,
);

function readShareGroupDescribeRequest(reader: Reader, _version: number): Decoded<ShareGroupDescribeRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupIds';
    const groupIds: string[] = [];
    const groupIdsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < groupIdsLength; index++) groupIds.push(reader.readCompactString());
    index = -1;
    field = 'includeAuthorizedOperations';
    const includeAuthorizedOperations = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupIds, includeAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeRequest(writer: Writer, message: ShareGroupDescribeRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupIds';
    const groupIds = message.groupIds;
    writer.writeUnsignedVarint(groupIds.length + 1);
    for (index = 0; index < groupIds.length; index++) {
      const groupIdsItem = groupIds[index];
      if (groupIdsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(groupIdsItem);
    }
    index = -1;
    field = 'includeAuthorizedOperations';
    const includeAuthorizedOperations = message.includeAuthorizedOperations;
    writer.writeBoolean(includeAuthorizedOperations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ShareGroupDescribeResponse, versions 1. */
export interface ShareGroupDescribeResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** The groups. */
  groups: ShareGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupDescribeResponseAssignment {
  /** Partitions by topic. */
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupDescribeResponseTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Name of the topic. */
  topicName: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupDescribeResponseDescribedGroup {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Id of the group. */
  groupId: string;
  /** State of the group by name. */
  groupState: string;
  /** Epoch of the group. */
  groupEpoch: number;
  /** Epoch of the assignment. */
  assignmentEpoch: number;
  /** Name of the assignor that computed the assignment. */
  assignorName: string;
  /** Who is in the group, one entry each. */
  members: ShareGroupDescribeResponseMember[];
  /** Bits of the operations allowed to the asker; -2147483648 when not asked for. Default -2147483648. */
  authorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupDescribeResponseMember {
  /** Id of the member. */
  memberId: string;
  /** Rack of the client or replica. Default null. */
  rackId?: string | null | undefined;
  /** Epoch of the member. */
  memberEpoch: number;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** Topics subscribed to by name; null for no change. */
  subscribedTopicNames: string[];
  /** What the member is assigned. */
  assignment: ShareGroupDescribeResponseAssignment;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupDescribeResponse: MessageCodec<ShareGroupDescribeResponse> = messageCodec<ShareGroupDescribeResponse>(
  {
    name: 'ShareGroupDescribeResponse',
    kind: 'response',
    apiKey: 77,
    minVersion: 1,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readShareGroupDescribeResponse,
  writeShareGroupDescribeResponse,
);

function readShareGroupDescribeResponse(reader: Reader, version: number): Decoded<ShareGroupDescribeResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'groups';
    const groups: Decoded<ShareGroupDescribeResponseDescribedGroup>[] = [];
    const groupsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < groupsLength; index++) groups.push(readShareGroupDescribeResponseDescribedGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupDescribeResponseAssignment(reader: Reader, version: number): Decoded<ShareGroupDescribeResponseAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ShareGroupDescribeResponseTopicPartitions>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readShareGroupDescribeResponseTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupDescribeResponseTopicPartitions(reader: Reader, _version: number): Decoded<ShareGroupDescribeResponseTopicPartitions> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupDescribeResponseDescribedGroup(reader: Reader, version: number): Decoded<ShareGroupDescribeResponseDescribedGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'groupState';
    const groupState = reader.readCompactString();
    field = 'groupEpoch';
    const groupEpoch = reader.readInt32();
    field = 'assignmentEpoch';
    const assignmentEpoch = reader.readInt32();
    field = 'assignorName';
    const assignorName = reader.readCompactString();
    field = 'members';
    const members: Decoded<ShareGroupDescribeResponseMember>[] = [];
    const membersLength = reader.readCompactArrayLength(12);
    for (index = 0; index < membersLength; index++) members.push(readShareGroupDescribeResponseMember(reader, version));
    index = -1;
    field = 'authorizedOperations';
    const authorizedOperations = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupDescribeResponseMember(reader: Reader, version: number): Decoded<ShareGroupDescribeResponseMember> {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'clientId';
    const clientId = reader.readCompactString();
    field = 'clientHost';
    const clientHost = reader.readCompactString();
    field = 'subscribedTopicNames';
    const subscribedTopicNames: string[] = [];
    const subscribedTopicNamesLength = reader.readCompactArrayLength(1);
    for (index = 0; index < subscribedTopicNamesLength; index++) subscribedTopicNames.push(reader.readCompactString());
    index = -1;
    field = 'assignment';
    let assignment: Decoded<ShareGroupDescribeResponseAssignment>;
    assignment = readShareGroupDescribeResponseAssignment(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeResponse(writer: Writer, message: ShareGroupDescribeResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'groups';
    const groups = message.groups;
    writer.writeUnsignedVarint(groups.length + 1);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeShareGroupDescribeResponseDescribedGroup(writer, groupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeResponseAssignment(writer: Writer, message: ShareGroupDescribeResponseAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeShareGroupDescribeResponseTopicPartitions(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeResponseTopicPartitions(writer: Writer, message: ShareGroupDescribeResponseTopicPartitions, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeResponseDescribedGroup(writer: Writer, message: ShareGroupDescribeResponseDescribedGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'groupState';
    const groupState = message.groupState;
    writer.writeCompactString(groupState);
    field = 'groupEpoch';
    const groupEpoch = message.groupEpoch;
    writer.writeInt32(groupEpoch);
    field = 'assignmentEpoch';
    const assignmentEpoch = message.assignmentEpoch;
    writer.writeInt32(assignmentEpoch);
    field = 'assignorName';
    const assignorName = message.assignorName;
    writer.writeCompactString(assignorName);
    field = 'members';
    const members = message.members;
    writer.writeUnsignedVarint(members.length + 1);
    for (index = 0; index < members.length; index++) {
      const membersItem = members[index];
      if (membersItem === undefined) throw unexpectedNull(version);
      writeShareGroupDescribeResponseMember(writer, membersItem, version);
    }
    index = -1;
    field = 'authorizedOperations';
    const authorizedOperations = message.authorizedOperations === undefined ? -2147483648 : message.authorizedOperations;
    writer.writeInt32(authorizedOperations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupDescribeResponseMember(writer: Writer, message: ShareGroupDescribeResponseMember, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'rackId';
    const rackId = message.rackId === undefined ? null : message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'clientId';
    const clientId = message.clientId;
    writer.writeCompactString(clientId);
    field = 'clientHost';
    const clientHost = message.clientHost;
    writer.writeCompactString(clientHost);
    field = 'subscribedTopicNames';
    const subscribedTopicNames = message.subscribedTopicNames;
    writer.writeUnsignedVarint(subscribedTopicNames.length + 1);
    for (index = 0; index < subscribedTopicNames.length; index++) {
      const subscribedTopicNamesItem = subscribedTopicNames[index];
      if (subscribedTopicNamesItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(subscribedTopicNamesItem);
    }
    index = -1;
    field = 'assignment';
    const assignment = message.assignment;
    writeShareGroupDescribeResponseAssignment(writer, assignment, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
