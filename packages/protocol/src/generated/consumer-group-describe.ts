// Generated from definitions/consumer-group-describe.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ConsumerGroupDescribeRequest, versions 0-1. */
export interface ConsumerGroupDescribeRequest {
  /** Ids of the groups. */
  groupIds: string[];
  /** Whether to tell what the asker may do. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupDescribeRequest: MessageCodec<ConsumerGroupDescribeRequest> = messageCodec<ConsumerGroupDescribeRequest>(
  {
    name: 'ConsumerGroupDescribeRequest',
    kind: 'request',
    apiKey: 69,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readConsumerGroupDescribeRequest,
  writeConsumerGroupDescribeRequest,
);

function readConsumerGroupDescribeRequest(reader: Reader, _version: number): Decoded<ConsumerGroupDescribeRequest> {
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

function writeConsumerGroupDescribeRequest(writer: Writer, message: ConsumerGroupDescribeRequest, version: number): void {
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

/** ConsumerGroupDescribeResponse, versions 0-1. */
export interface ConsumerGroupDescribeResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** The groups. */
  groups: ConsumerGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupDescribeResponseAssignment {
  /** Partitions by topic. */
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupDescribeResponseTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Name of the topic. */
  topicName: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupDescribeResponseDescribedGroup {
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
  members: ConsumerGroupDescribeResponseMember[];
  /** Bits of the operations allowed to the asker; -2147483648 when not asked for. Default -2147483648. */
  authorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupDescribeResponseMember {
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member; null for a dynamic one. Default null. */
  instanceId?: string | null | undefined;
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
  /** Pattern (RE2) subscribed to; null for none or no change. Default null. */
  subscribedTopicRegex?: string | null | undefined;
  /** What the member is assigned. */
  assignment: ConsumerGroupDescribeResponseAssignment;
  /** What the member is to have in the end. */
  targetAssignment: ConsumerGroupDescribeResponseAssignment;
  /** 0 classic, 1 consumer, -1 unknown. Versions 1+. Default -1. */
  memberType?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupDescribeResponse: MessageCodec<ConsumerGroupDescribeResponse> = messageCodec<ConsumerGroupDescribeResponse>(
  {
    name: 'ConsumerGroupDescribeResponse',
    kind: 'response',
    apiKey: 69,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readConsumerGroupDescribeResponse,
  writeConsumerGroupDescribeResponse,
);

function readConsumerGroupDescribeResponse(reader: Reader, version: number): Decoded<ConsumerGroupDescribeResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'groups';
    const groups: Decoded<ConsumerGroupDescribeResponseDescribedGroup>[] = [];
    const groupsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < groupsLength; index++) groups.push(readConsumerGroupDescribeResponseDescribedGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupDescribeResponseAssignment(reader: Reader, version: number): Decoded<ConsumerGroupDescribeResponseAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ConsumerGroupDescribeResponseTopicPartitions>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readConsumerGroupDescribeResponseTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupDescribeResponseTopicPartitions(reader: Reader, _version: number): Decoded<ConsumerGroupDescribeResponseTopicPartitions> {
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

function readConsumerGroupDescribeResponseDescribedGroup(reader: Reader, version: number): Decoded<ConsumerGroupDescribeResponseDescribedGroup> {
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
    const members: Decoded<ConsumerGroupDescribeResponseMember>[] = [];
    const membersLength = reader.readCompactArrayLength(16);
    for (index = 0; index < membersLength; index++) members.push(readConsumerGroupDescribeResponseMember(reader, version));
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

function readConsumerGroupDescribeResponseMember(reader: Reader, version: number): Decoded<ConsumerGroupDescribeResponseMember> {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'instanceId';
    const instanceId = reader.readCompactNullableString();
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
    field = 'subscribedTopicRegex';
    const subscribedTopicRegex = reader.readCompactNullableString();
    field = 'assignment';
    let assignment: Decoded<ConsumerGroupDescribeResponseAssignment>;
    assignment = readConsumerGroupDescribeResponseAssignment(reader, version);
    field = 'targetAssignment';
    let targetAssignment: Decoded<ConsumerGroupDescribeResponseAssignment>;
    targetAssignment = readConsumerGroupDescribeResponseAssignment(reader, version);
    let memberType: number = -1;
    if (version === 1) {
      field = 'memberType';
      memberType = reader.readInt8();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberId, instanceId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex, assignment, targetAssignment, memberType, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupDescribeResponse(writer: Writer, message: ConsumerGroupDescribeResponse, version: number): void {
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
      writeConsumerGroupDescribeResponseDescribedGroup(writer, groupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupDescribeResponseAssignment(writer: Writer, message: ConsumerGroupDescribeResponseAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupDescribeResponseTopicPartitions(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupDescribeResponseTopicPartitions(writer: Writer, message: ConsumerGroupDescribeResponseTopicPartitions, version: number): void {
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

function writeConsumerGroupDescribeResponseDescribedGroup(writer: Writer, message: ConsumerGroupDescribeResponseDescribedGroup, version: number): void {
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
      writeConsumerGroupDescribeResponseMember(writer, membersItem, version);
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

function writeConsumerGroupDescribeResponseMember(writer: Writer, message: ConsumerGroupDescribeResponseMember, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'instanceId';
    const instanceId = message.instanceId === undefined ? null : message.instanceId;
    writer.writeCompactNullableString(instanceId);
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
    field = 'subscribedTopicRegex';
    const subscribedTopicRegex = message.subscribedTopicRegex === undefined ? null : message.subscribedTopicRegex;
    writer.writeCompactNullableString(subscribedTopicRegex);
    field = 'assignment';
    const assignment = message.assignment;
    writeConsumerGroupDescribeResponseAssignment(writer, assignment, version);
    field = 'targetAssignment';
    const targetAssignment = message.targetAssignment;
    writeConsumerGroupDescribeResponseAssignment(writer, targetAssignment, version);
    if (version === 1) {
      field = 'memberType';
      const memberType = message.memberType === undefined ? -1 : message.memberType;
      writer.writeInt8(memberType);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
