// Generated from definitions/consumer-group-heartbeat.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ConsumerGroupHeartbeatRequest, versions 0-1. */
export interface ConsumerGroupHeartbeatRequest {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
  /** Epoch of the member. */
  memberEpoch: number;
  /** Instance id of a static member; null for a dynamic one. Default null. */
  instanceId?: string | null | undefined;
  /** Rack of the client or replica. Default null. */
  rackId?: string | null | undefined;
  /** How long members have to rejoin or to give up partitions. Default -1. */
  rebalanceTimeoutMs?: number | undefined;
  /** Topics subscribed to by name; null for no change. Default null. */
  subscribedTopicNames?: string[] | null | undefined;
  /** Pattern (RE2) subscribed to; null for none or no change. Versions 1+. Default null. */
  subscribedTopicRegex?: string | null | undefined;
  /** Assignor the member wishes for; null for no change or no wish. Default null. */
  serverAssignor?: string | null | undefined;
  /** Partitions by topic. Default null. */
  topicPartitions?: ConsumerGroupHeartbeatRequestTopicPartitions[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupHeartbeatRequestTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupHeartbeatRequest: MessageCodec<ConsumerGroupHeartbeatRequest> = messageCodec<ConsumerGroupHeartbeatRequest>(
  {
    name: 'ConsumerGroupHeartbeatRequest',
    kind: 'request',
    apiKey: 68,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readConsumerGroupHeartbeatRequest,
  writeConsumerGroupHeartbeatRequest,
);

function readConsumerGroupHeartbeatRequest(reader: Reader, version: number): Decoded<ConsumerGroupHeartbeatRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'instanceId';
    const instanceId = reader.readCompactNullableString();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = reader.readInt32();
    field = 'subscribedTopicNames';
    let subscribedTopicNames: string[] | null;
    const subscribedTopicNamesLength = reader.readCompactNullableArrayLength(1);
    const subscribedTopicNamesList: string[] = [];
    for (index = 0; index < subscribedTopicNamesLength; index++) subscribedTopicNamesList.push(reader.readCompactString());
    index = -1;
    subscribedTopicNames = subscribedTopicNamesLength < 0 ? null : subscribedTopicNamesList;
    let subscribedTopicRegex: string | null = null;
    if (version === 1) {
      field = 'subscribedTopicRegex';
      subscribedTopicRegex = reader.readCompactNullableString();
    }
    field = 'serverAssignor';
    const serverAssignor = reader.readCompactNullableString();
    field = 'topicPartitions';
    let topicPartitions: Decoded<ConsumerGroupHeartbeatRequestTopicPartitions>[] | null;
    const topicPartitionsLength = reader.readCompactNullableArrayLength(18);
    const topicPartitionsList: Decoded<ConsumerGroupHeartbeatRequestTopicPartitions>[] = [];
    for (index = 0; index < topicPartitionsLength; index++) topicPartitionsList.push(readConsumerGroupHeartbeatRequestTopicPartitions(reader, version));
    index = -1;
    topicPartitions = topicPartitionsLength < 0 ? null : topicPartitionsList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, memberEpoch, instanceId, rackId, rebalanceTimeoutMs, subscribedTopicNames, subscribedTopicRegex, serverAssignor, topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupHeartbeatRequestTopicPartitions(reader: Reader, _version: number): Decoded<ConsumerGroupHeartbeatRequestTopicPartitions> {
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

function writeConsumerGroupHeartbeatRequest(writer: Writer, message: ConsumerGroupHeartbeatRequest, version: number): void {
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
    field = 'instanceId';
    const instanceId = message.instanceId === undefined ? null : message.instanceId;
    writer.writeCompactNullableString(instanceId);
    field = 'rackId';
    const rackId = message.rackId === undefined ? null : message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = message.rebalanceTimeoutMs === undefined ? -1 : message.rebalanceTimeoutMs;
    writer.writeInt32(rebalanceTimeoutMs);
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
    field = 'subscribedTopicRegex';
    const subscribedTopicRegex = message.subscribedTopicRegex === undefined ? null : message.subscribedTopicRegex;
    if (version === 1) {
      writer.writeCompactNullableString(subscribedTopicRegex);
    } else if (subscribedTopicRegex !== null) {
      throw unsupportedField(version);
    }
    field = 'serverAssignor';
    const serverAssignor = message.serverAssignor === undefined ? null : message.serverAssignor;
    writer.writeCompactNullableString(serverAssignor);
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions === undefined ? null : message.topicPartitions;
    if (topicPartitions === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(topicPartitions.length + 1);
      for (index = 0; index < topicPartitions.length; index++) {
        const topicPartitionsItem = topicPartitions[index];
        if (topicPartitionsItem === undefined) throw unexpectedNull(version);
        writeConsumerGroupHeartbeatRequestTopicPartitions(writer, topicPartitionsItem, version);
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

function writeConsumerGroupHeartbeatRequestTopicPartitions(writer: Writer, message: ConsumerGroupHeartbeatRequestTopicPartitions, version: number): void {
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

/** ConsumerGroupHeartbeatResponse, versions 0-1. */
export interface ConsumerGroupHeartbeatResponse {
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
  assignment?: ConsumerGroupHeartbeatResponseAssignment | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupHeartbeatResponseAssignment {
  /** Partitions by topic. */
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupHeartbeatResponse: MessageCodec<ConsumerGroupHeartbeatResponse> = messageCodec<ConsumerGroupHeartbeatResponse>(
  {
    name: 'ConsumerGroupHeartbeatResponse',
    kind: 'response',
    apiKey: 68,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readConsumerGroupHeartbeatResponse,
  writeConsumerGroupHeartbeatResponse,
);

function readConsumerGroupHeartbeatResponse(reader: Reader, version: number): Decoded<ConsumerGroupHeartbeatResponse> {
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
    let assignment: Decoded<ConsumerGroupHeartbeatResponseAssignment> | null;
    assignment = reader.readPresence() ? readConsumerGroupHeartbeatResponseAssignment(reader, version) : null;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readConsumerGroupHeartbeatResponseTopicPartitions(reader: Reader, _version: number): Decoded<ConsumerGroupHeartbeatResponseTopicPartitions> {
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

function readConsumerGroupHeartbeatResponseAssignment(reader: Reader, version: number): Decoded<ConsumerGroupHeartbeatResponseAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions: Decoded<ConsumerGroupHeartbeatResponseTopicPartitions>[] = [];
    const topicPartitionsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicPartitionsLength; index++) topicPartitions.push(readConsumerGroupHeartbeatResponseTopicPartitions(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupHeartbeatResponse(writer: Writer, message: ConsumerGroupHeartbeatResponse, version: number): void {
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
      writeConsumerGroupHeartbeatResponseAssignment(writer, assignment, version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupHeartbeatResponseTopicPartitions(writer: Writer, message: ConsumerGroupHeartbeatResponseTopicPartitions, version: number): void {
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

function writeConsumerGroupHeartbeatResponseAssignment(writer: Writer, message: ConsumerGroupHeartbeatResponseAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicPartitions';
    const topicPartitions = message.topicPartitions;
    writer.writeUnsignedVarint(topicPartitions.length + 1);
    for (index = 0; index < topicPartitions.length; index++) {
      const topicPartitionsItem = topicPartitions[index];
      if (topicPartitionsItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupHeartbeatResponseTopicPartitions(writer, topicPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
