// Generated from definitions/share-group-heartbeat.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ShareGroupHeartbeatRequest, versions 1. */
export interface ShareGroupHeartbeatRequest {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
  /** Epoch of the member. */
  memberEpoch: number;
  /** Rack of the client or replica. Default null. */
  rackId?: string | null | undefined;
  /** Topics subscribed to by name; null for no change. Default null. */
  subscribedTopicNames?: string[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupHeartbeatRequest: MessageCodec<ShareGroupHeartbeatRequest> = messageCodec<ShareGroupHeartbeatRequest>(
  {
    name: 'ShareGroupHeartbeatRequest',
    kind: 'request',
    apiKey: 76,
    minVersion: 1,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readShareGroupHeartbeatRequest,
  writeShareGroupHeartbeatRequest,
);

function readShareGroupHeartbeatRequest(reader: Reader, _version: number): Decoded<ShareGroupHeartbeatRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'subscribedTopicNames';
    let subscribedTopicNames: string[] | null;
    const subscribedTopicNamesLength = reader.readCompactNullableArrayLength(1);
    const subscribedTopicNamesList: string[] = [];
    for (index = 0; index < subscribedTopicNamesLength; index++) subscribedTopicNamesList.push(reader.readCompactString());
    index = -1;
    subscribedTopicNames = subscribedTopicNamesLength < 0 ? null : subscribedTopicNamesList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, memberEpoch, rackId, subscribedTopicNames, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupHeartbeatRequest(writer: Writer, message: ShareGroupHeartbeatRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'rackId';
    const rackId = message.rackId === undefined ? null : message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'subscribedTopicNames';
    const subscribedTopicNames = message.subscribedTopicNames === undefined ? null : message.subscribedTopicNames;
    if (subscribedTopicNames === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(subscribedTopicNames.length + 1);
      for (index = 0; index < subscribedTopicNames.length; index++) {
        const subscribedTopicNamesItem = subscribedTopicNames[index];
        if (subscribedTopicNamesItem === undefined) throw unexpectedNull(version);
        writer.writeCompactString(subscribedTopicNamesItem);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ShareGroupHeartbeatResponse, versions 1. */
export interface ShareGroupHeartbeatResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Id of the member. Default null. */
  memberId?: string | null | undefined;
  /** Epoch of the member. */
  memberEpoch: number;
  /** How often the member should send heartbeats. */
  heartbeatIntervalMs: number;
  /** What the member is assigned. Default null. */
  assignment?: ShareGroupHeartbeatResponseAssignment | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupHeartbeatResponseTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareGroupHeartbeatResponseAssignment {
  /** Partitions by topic. */
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupHeartbeatResponse: MessageCodec<ShareGroupHeartbeatResponse> = messageCodec<ShareGroupHeartbeatResponse>(
  {
    name: 'ShareGroupHeartbeatResponse',
    kind: 'response',
    apiKey: 76,
    minVersion: 1,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readShareGroupHeartbeatResponse,
  writeShareGroupHeartbeatResponse,
);

function readShareGroupHeartbeatResponse(reader: Reader, version: number): Decoded<ShareGroupHeartbeatResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'memberId';
    const memberId = reader.readCompactNullableString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'heartbeatIntervalMs';
    const heartbeatIntervalMs = reader.readInt32();
    field = 'assignment';
    let assignment: Decoded<ShareGroupHeartbeatResponseAssignment> | null;
    assignment = reader.readPresence() ? readShareGroupHeartbeatResponseAssignment(reader, version) : null;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readShareGroupHeartbeatResponseTopicPartitions(reader: Reader, _version: number): Decoded<ShareGroupHeartbeatResponseTopicPartitions> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareGroupHeartbeatResponseAssignment(reader: Reader, version: number): Decoded<ShareGroupHeartbeatResponseAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ShareGroupHeartbeatResponseTopicPartitions>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readShareGroupHeartbeatResponseTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupHeartbeatResponse(writer: Writer, message: ShareGroupHeartbeatResponse, version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'memberId';
    const memberId = message.memberId === undefined ? null : message.memberId;
    writer.writeCompactNullableString(memberId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'heartbeatIntervalMs';
    const heartbeatIntervalMs = message.heartbeatIntervalMs;
    writer.writeInt32(heartbeatIntervalMs);
    field = 'assignment';
    const assignment = message.assignment === undefined ? null : message.assignment;
    if (assignment === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeShareGroupHeartbeatResponseAssignment(writer, assignment, version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupHeartbeatResponseTopicPartitions(writer: Writer, message: ShareGroupHeartbeatResponseTopicPartitions, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
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

function writeShareGroupHeartbeatResponseAssignment(writer: Writer, message: ShareGroupHeartbeatResponseAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeShareGroupHeartbeatResponseTopicPartitions(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
